//! Whether each provider balances, and what the plan takes out of its income.

use super::super::answer::{answer, is_below};
use crate::components::{
    FigureColumn, Shown, body, cell_for_number, column, count_of, data_table, figure_cells, head, headings, not_given,
    number_cell, row, shown, tag, titled_by,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureIndex, FigureKey, Unit, format};
use one_plan_model::plan::{FinancialYear, Table};
use one_plan_model::quantity::{Decimal, Value, subtract};
use one_plan_model::rules::finance::providers::{PROVIDER_SURPLUS, SURPLUS_AFTER, TAKEN_OUT};
use yew::prelude::*;

/// Where the schemes of the plan take nothing from anybody.
const ALONE: [FigureColumn; 1] = [column("Forecast surplus", &PROVIDER_SURPLUS, Shown::MILLIONS)];
const BEFORE: [FigureColumn; 2] = [ALONE[0], column("Taken out by the schemes", &TAKEN_OUT, Shown::MILLIONS)];
/// What is not a figure of its own: by how much the surplus falls.
const STAYS: &str = "Costs of it that stay";
const AFTER: [FigureColumn; 1] = [column("Surplus after the plan", &SURPLUS_AFTER, Shown::MILLIONS)];

/// The answer and the table of the first year of which a surplus is given; nothing where none is.
pub(super) fn section(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let year = outcome.figures_of(&PROVIDER_SURPLUS).map(|(key, _)| key.index.get(1)).min()?;
    let name = FinancialYear::starting(u16::try_from(year).ok()?)?;
    let of_year = |(key, _): &(FigureKey, Value)| key.index.get(1) == year;
    let has_after = outcome.figures_of(&SURPLUS_AFTER).any(|figure| of_year(&figure));
    let (mut rows, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for (key, value) in outcome.figures_of(&PROVIDER_SURPLUS).filter(of_year) {
        let of = key.index.get(0);
        let provider = plan.title(Table::Organisation, of).unwrap_or_default();
        let surplus_after = outcome.value(SURPLUS_AFTER.at([of, year]));
        if is_below(Some(value)) {
            before.push(provider);
        }
        if is_below(surplus_after) {
            after.push(provider);
        }
        let index = FigureIndex::new([of, year]);
        let cells = if has_after {
            let stays = subtract_values(value, surplus_after);
            let Shown { money, places, with_unit } = Shown::MILLIONS;
            let stays = match stays {
                Some(stays) => number_cell(STAYS, shown(Ok(stays), Unit::Money, money, places, with_unit)),
                None => cell_for_number(STAYS).child(not_given()).html(),
            };
            let before = figure_cells(context, &BEFORE, index);
            before.into_iter().chain([stays]).chain(figure_cells(context, &AFTER, index)).collect()
        } else {
            figure_cells(context, &ALONE, index)
        };
        rows.push(row(of, provider.to_owned(), cells).html());
    }
    let given = count_of(rows.len(), "organisation gives", "organisations give");
    let in_deficit = |names: &[&str]| match names.len() {
        0 => "none has a deficit".to_owned(),
        count => format!("{count} in deficit ({})", format::some_of(names, 4, "; ")),
    };
    let mut words = format!("{given} a forecast surplus for {name}: {}.", in_deficit(&before));
    if has_after {
        words.push_str(&format!(
            " Less the costs that stay with them when the schemes take income out: {}.",
            in_deficit(&after)
        ));
    }
    let mut note = tag("p");
    if has_after {
        note = note.class("prose").words(
            "Surplus after the plan is that of the provider itself: its forecast surplus, less the costs that stay with it when \
             schemes take income from it; press it to see which share stays. What it saves itself counts in its forecast surplus, and not a second time.",
        );
    }
    let labels: Vec<&str> = match has_after {
        true => BEFORE.map(|column| column.label).into_iter().chain([STAYS, AFTER[0].label]).collect(),
        false => ALONE.map(|column| column.label).to_vec(),
    };
    let head = head(headings(&["Organisation"], &labels));
    let caption = format!("Surplus of each organisation in {name}, £m; a deficit is negative");
    let table = data_table("providers-surplus", caption, true, vec![head, body(rows)]);
    let heading = format!("Do the providers balance in {name}?");
    let section = titled_by("providers-surplus-title".to_owned(), heading);
    Some(section.child(answer().words(words)).child(note).child(table).html())
}

/// By how much a surplus falls, where both are known.
fn subtract_values(before: Value, after: Option<Value>) -> Option<Decimal> {
    subtract(before.ok()?, after?.ok()?).ok()
}
