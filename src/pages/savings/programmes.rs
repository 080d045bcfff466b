//! The table of programmes and years, with its totals, and whether the two ways in which a plan
//! states the total agree.

use super::chart::not_by_programme;
use crate::components::{
    Shown, body, cell_for_number, data_table, figure, figure_cell, head, number_cell, number_heading, row as table_row,
    shown, tag, titled, words_heading,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, FigureKind, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, SavingPart};
use one_plan_model::quantity::{Decimal, MoneyUnit, Value};
use one_plan_model::rules::savings;
use yew::prelude::*;

const ALL_YEARS: &str = "All years";

/// The section; empty where the plan gives no savings by year.
pub(super) fn section(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    if plan.programme_savings.is_empty() {
        return tag("div").html();
    }
    let years = &plan.years();
    let mut headings = vec![words_heading("Programme")];
    for year in years {
        headings.push(number_heading(year.to_string()));
    }
    headings.push(number_heading(ALL_YEARS));
    let table = data_table(
        "savings-programmes",
        "Savings by programme and financial year, £m",
        false,
        vec![
            head(headings),
            body(programme_rows(context, years)),
            body(total_rows(context, years)),
            body(part_rows(context, years)),
        ],
    );
    titled("savings-by-programme", "By programme and year")
        .child(tag("div").child(agreement(context, outcome, years)))
        .child(table)
        .html()
}

/// A row of figures: one for each year, and the cell for all years.
fn row(
    context: &PageContext,
    name: String,
    class: &'static str,
    years: &[FinancialYear],
    of: &dyn Fn(u32) -> FigureKey,
    all: Html,
) -> Html {
    let mut cells = Vec::with_capacity(years.len() + 1);
    for year in years {
        cells.push(figure_cell(context, year.to_string(), of(u32::from(year.start())), Shown::MILLIONS));
    }
    cells.push(all);
    table_row(&*name.clone(), name, cells).class(class).html()
}

fn all_years(context: &PageContext, figure: FigureKey) -> Html {
    figure_cell(context, ALL_YEARS, figure, Shown::MILLIONS)
}

/// Whether there is no difference in any year.
fn verdict(outcome: &Outcome) -> Html {
    let agrees = outcome.figures_of(&savings::DIFFERENCE_YEAR).all(|(_, value)| is_nothing(value));
    let (class, words) = if agrees { ("tag tag--ok", "✓ Agrees") } else { ("tag tag--warning", "▲ Differs") };
    cell_for_number(ALL_YEARS).child(tag("span").class(class).words(words)).html()
}

fn programme_rows(context: &PageContext, years: &[FinancialYear]) -> Vec<Html> {
    let plan = context.session.plan();
    let mut rows = Vec::with_capacity(plan.programmes.len());
    for (programme, about) in plan.programmes.iter() {
        let index = programme.index();
        let name = match about.number() {
            Some(number) => format!("{}. {}", number.get(), about.name()),
            None => about.name().to_owned(),
        };
        let all = all_years(context, savings::PROGRAMME.at([index]));
        rows.push(row(context, name, "", years, &|year| savings::PROGRAMME_YEAR.at([index, year]), all));
    }
    let (rest, whole) = not_by_programme(context.session.outcome(), years);
    // Without this row the column would not add up before the eyes of the reader.
    if rest.iter().any(|value| !is_nothing(*value)) {
        let text = |value: Value| shown(value, Unit::Money, MoneyUnit::Millions, 2, false);
        let mut cells = Vec::with_capacity(years.len() + 1);
        for (year, value) in years.iter().zip(&rest) {
            cells.push(number_cell(year.to_string(), text(*value)));
        }
        cells.push(number_cell(ALL_YEARS, text(whole)));
        rows.push(table_row("not-by-programme", "Not given by programme", cells).html());
    }
    rows
}

fn is_nothing(value: Value) -> bool {
    value == Ok(Decimal::ZERO)
}

fn total_rows(context: &PageContext, years: &[FinancialYear]) -> Vec<Html> {
    let mut rows = Vec::new();
    if has(context, &savings::TOTAL) {
        let all = all_years(context, savings::TOTAL.at([]));
        rows.push(row(context, "Total".to_owned(), "total", years, &|year| savings::TOTAL_YEAR.at([year]), all));
        parts(context, years, [SavingPart::Commissioner, SavingPart::Provider], "of which ", &mut rows);
    }
    rows
}

/// The second way in which a plan states the total.
fn part_rows(context: &PageContext, years: &[FinancialYear]) -> Vec<Html> {
    let mut rows = Vec::new();
    if !has(context, &savings::RECONCILED) {
        return rows;
    }
    let heading = tag("th")
        .attribute("scope", "rowgroup")
        .attribute("colspan", (years.len() + 2).to_string())
        .words("The same total, stated another way");
    rows.push(tag("tr").class("group").key("group").child(heading).html());
    parts(context, years, [SavingPart::Planned, SavingPart::InYearAdditional], "", &mut rows);
    let all = all_years(context, savings::RECONCILED.at([]));
    let name = "Planned and found in the year".to_owned();
    rows.push(row(context, name, "total", years, &|year| savings::RECONCILED_YEAR.at([year]), all));
    let outcome = context.session.outcome();
    if outcome.figures_of(&savings::DIFFERENCE_YEAR).next().is_some() {
        let name = "Difference between the two".to_owned();
        let verdict = verdict(outcome);
        rows.push(row(context, name, "", years, &|year| savings::DIFFERENCE_YEAR.at([year]), verdict));
    }
    rows
}

fn has(context: &PageContext, kind: &'static FigureKind) -> bool {
    context.session.outcome().value(kind.at([])).is_some()
}

fn parts(
    context: &PageContext,
    years: &[FinancialYear],
    parts: [SavingPart; 2],
    before: &'static str,
    rows: &mut Vec<Html>,
) {
    for part in parts {
        let whole = savings::PART.at([part as u32]);
        if context.session.outcome().value(whole).is_some() {
            let name = format!("{before}{}", part_name(part, !before.is_empty()));
            let of = |year| savings::PART_YEAR.at([part as u32, year]);
            rows.push(row(context, name, "", years, &of, all_years(context, whole)));
        }
    }
}

const fn part_name(part: SavingPart, within: bool) -> &'static str {
    match (part, within) {
        (SavingPart::Commissioner, true) => "commissioner",
        (SavingPart::Provider, true) => "providers",
        (SavingPart::Commissioner, false) => "Commissioner",
        (SavingPart::Provider, false) => "Providers",
        (SavingPart::Planned, _) => "Planned from the start",
        (SavingPart::InYearAdditional, _) => "Found in the year",
    }
}

/// Whether commissioner and providers make the same total as planned and found in the year.
fn agreement(context: &PageContext, outcome: &Outcome, years: &[FinancialYear]) -> Html {
    let (mut compared, mut agree) = (false, true);
    let mut apart = tag("ul");
    for year in years {
        let key = savings::DIFFERENCE_YEAR.at([u32::from(year.start())]);
        let Some(value) = outcome.value(key) else { continue };
        compared = true;
        if !is_nothing(value) {
            agree = false;
            let year = year.to_string();
            let item = tag("li").key(&*year).words(format!("{year}: ")).child(figure(context, key, Shown::IN_WORDS));
            apart = apart.child(item);
        }
    }
    let words = match (compared, agree) {
        (false, _) => {
            tag("p").words("The plan states the total in one way only, so there is nothing to compare it with.")
        }
        (true, true) => tag("p").class("notice notice--good").words(
            "The two ways in which the plan states the total agree in every year: commissioner and providers make the same as planned and found in the year.",
        ),
        (true, false) => tag("div").class("notice notice--warn").child(tag("p").words(
            "The two ways in which the plan states the total do not agree. Commissioner and providers less planned and found in the year:",
        )).child(apart),
    };
    words.html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_as_people_say_them() {
        assert_eq!(part_name(SavingPart::Provider, true), "providers");
        assert_eq!(part_name(SavingPart::InYearAdditional, false), "Found in the year");
    }
}
