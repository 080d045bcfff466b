//! The plan and its scenarios side by side.

use super::choices::{TRIED, figures};
use crate::components::{body, cell_for_number, data_table, head, number_heading, row, tag, titled, words_heading};
use crate::session::Session;
use one_plan_model::calculation::{Unit, format};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Value;
use one_plan_model::scenario::{Compared, Definition, side_by_side};
use yew::prelude::*;

/// The section.
pub(super) fn side_by_side_table(session: &Session, trial: &Definition) -> Html {
    let plan = session.plan();
    let figures = figures(session);
    if figures.is_empty() {
        return titled("compared-title", "Side by side")
            .child(tag("p").words("This plan has none of the figures by which scenarios are compared."))
            .html();
    }
    let columns = side_by_side(plan, scenarios(plan, trial), &figures);
    let mut rows = Vec::with_capacity(figures.len());
    for (at, figure) in figures.iter().enumerate() {
        let cells = columns.iter().enumerate().map(|(number, column)| cell(column, number, at, figure.kind.unit));
        rows.push(row(at, figure.label(plan), cells.collect()).html());
    }
    let mut headings = vec![words_heading("Figure")];
    headings.extend(columns.iter().map(|column| number_heading(column.name.clone())));
    let table = data_table(
        "compared",
        "Headline figures of the plan and its scenarios, with the difference from the plan",
        true,
        vec![head(headings), body(rows)],
    );
    titled("compared-title", "Side by side").child(assumptions(&columns)).child(table).html()
}

/// The scenarios of the plan with their names, and behind them what is tried.
fn scenarios(plan: &Plan, trial: &Definition) -> Vec<(String, Definition)> {
    let of_plan = plan.scenarios.iter().map(|(id, scenario)| (scenario.name().to_owned(), Definition::of(plan, id)));
    let mut all: Vec<(String, Definition)> = of_plan.collect();
    if *trial != Definition::default() {
        all.push((TRIED.to_owned(), trial.clone()));
    }
    all
}

fn cell(column: &Compared, number: usize, at: usize, unit: Unit) -> Html {
    let value = column.values.get(at).copied().flatten();
    let shown = value.map_or_else(|| "n/a".to_owned(), |value| format::in_unit(value, unit));
    let cell = cell_for_number(column.name.clone()).key(number).child(tag("div").words(shown));
    let apart = column.differences.get(at).copied().flatten().filter(|_| number > 0);
    let apart = apart.map_or_else(String::new, |apart| difference_words(apart, unit));
    cell.child(tag("div").class("note").words(apart)).html()
}

/// A difference with its sign; nothing where there is none.
pub(super) fn difference_words(apart: Value, unit: Unit) -> String {
    match apart {
        Ok(number) if number.is_zero() => "no change".to_owned(),
        Ok(number) => {
            let plus = if number.is_sign_negative() { "" } else { "+" };
            format!("{plus}{}", format::in_unit(apart, unit))
        }
        Err(_) => "n/a".to_owned(),
    }
}

/// What each scenario assumes.
fn assumptions(columns: &[Compared]) -> Html {
    let mut list = tag("ul");
    for (at, column) in columns.iter().enumerate().skip(1) {
        let mut words = column.assumes.join("; ");
        for problem in &column.problems {
            words.push_str(&format!(" Not used: {problem}."));
        }
        if words.is_empty() {
            words.push_str("nothing is otherwise");
        }
        let name = tag("strong").words(format!("{}: ", column.name));
        list = list.child(tag("li").key(at).child(name).child(tag("span").words(words)));
    }
    if columns.len() > 1 {
        list.html()
    } else {
        tag("p").words("The plan keeps no scenarios. Set a lever to see what would be.").html()
    }
}
