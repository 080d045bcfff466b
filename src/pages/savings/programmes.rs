//! The table of programmes and years, with its totals, and whether the two ways in which a plan
//! states the total agree.

use super::chart::not_by_programme;
use crate::components::{DataTable, Figure, Shown, figure_cell, number_cell, number_heading, shown, words_heading};
use one_plan_model::calculation::{FigureKey, FigureKind, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Plan, SavingPart};
use one_plan_model::quantity::{Decimal, MoneyUnit, Value};
use one_plan_model::rules::savings;
use yew::prelude::*;

/// The section; empty where the plan gives no savings by year.
pub(super) fn section(plan: &Plan, outcome: &Outcome) -> Html {
    if plan.programme_savings.is_empty() {
        return html! { <div></div> };
    }
    let years = plan.years();
    html! {
        <section class="section" aria-labelledby="savings-by-programme">
            <h2 id="savings-by-programme">{ "By programme and year" }</h2>
            <div>{ agreement(outcome, &years) }</div>
            <DataTable id="savings-programmes" caption="Savings by programme and financial year, £m">
                <thead>
                    <tr>
                        { words_heading("Programme") }
                        { for years.iter().map(|year| number_heading(year.to_string())) }
                        { number_heading("All years") }
                    </tr>
                </thead>
                <tbody>{ for programme_rows(plan, outcome, &years) }</tbody>
                <tbody>{ for total_rows(outcome, &years) }</tbody>
                <tbody>{ for part_rows(outcome, &years) }</tbody>
            </DataTable>
        </section>
    }
}

/// A row of figures: one for each year, and the cell for all years.
fn row(name: String, class: &'static str, years: &[FinancialYear], of: impl Fn(u32) -> FigureKey, all: Html) -> Html {
    html! {
        <tr key={name.clone()} {class}>
            <th scope="row">{ &name }</th>
            { for years.iter().map(|year| figure_cell(year.to_string(), of(u32::from(year.start())), Shown::MILLIONS)) }
            { all }
        </tr>
    }
}

fn all_years(figure: FigureKey) -> Html {
    figure_cell("All years", figure, Shown::MILLIONS)
}

/// Whether there is no difference in any year.
fn verdict(outcome: &Outcome) -> Html {
    let agrees = outcome.figures_of(&savings::DIFFERENCE_YEAR).all(|(_, value)| is_nothing(value));
    let (class, words) = if agrees { ("tag tag--ok", "✓ Agrees") } else { ("tag tag--warning", "▲ Differs") };
    html! { <td class="num" data-label="All years"><span {class}>{ words }</span></td> }
}

fn programme_rows(plan: &Plan, outcome: &Outcome, years: &[FinancialYear]) -> Vec<Html> {
    let mut rows = Vec::with_capacity(plan.programmes.len());
    for (programme, about) in plan.programmes.iter() {
        let index = programme.index();
        let name = match about.number {
            Some(number) => format!("{number}. {}", about.name),
            None => about.name.clone(),
        };
        rows.push(row(
            name,
            "",
            years,
            |year| savings::PROGRAMME_YEAR.about([index, year]),
            all_years(savings::PROGRAMME.about([index])),
        ));
    }
    let (rest, whole) = not_by_programme(outcome, years);
    // Without this row the column would not add up before the eyes of the reader.
    if rest.iter().any(|value| !is_nothing(*value)) {
        let text = |value: Value| shown(value, Unit::Money, MoneyUnit::Millions, 2, false);
        rows.push(html! {
            <tr key="not-by-programme">
                <th scope="row">{ "Not given by programme" }</th>
                { for years.iter().zip(&rest).map(|(year, value)| number_cell(year.to_string(), text(*value))) }
                { number_cell("All years", text(whole)) }
            </tr>
        });
    }
    rows
}

fn is_nothing(value: Value) -> bool {
    value == Ok(Decimal::ZERO)
}

fn total_rows(outcome: &Outcome, years: &[FinancialYear]) -> Vec<Html> {
    let mut rows = Vec::new();
    if has(outcome, &savings::TOTAL) {
        rows.push(row(
            "Total".into(),
            "total",
            years,
            |year| savings::TOTAL_YEAR.about([year]),
            all_years(savings::TOTAL.about([])),
        ));
        rows.extend(parts(outcome, years, [SavingPart::Commissioner, SavingPart::Provider], "of which "));
    }
    rows
}

/// The second way in which a plan states the total.
fn part_rows(outcome: &Outcome, years: &[FinancialYear]) -> Vec<Html> {
    if !has(outcome, &savings::RECONCILED) {
        return Vec::new();
    }
    let columns = (years.len() + 2).to_string();
    let mut rows = vec![html! {
        <tr class="group" key="group"><th scope="rowgroup" colspan={columns}>{ "The same total, stated another way" }</th></tr>
    }];
    rows.extend(parts(outcome, years, [SavingPart::Planned, SavingPart::InYearAdditional], ""));
    let all = all_years(savings::RECONCILED.about([]));
    rows.push(row(
        "Planned and found in the year".into(),
        "total",
        years,
        |year| savings::RECONCILED_YEAR.about([year]),
        all,
    ));
    if outcome.figures_of(&savings::DIFFERENCE_YEAR).next().is_some() {
        rows.push(row(
            "Difference between the two".into(),
            "",
            years,
            |year| savings::DIFFERENCE_YEAR.about([year]),
            verdict(outcome),
        ));
    }
    rows
}

fn has(outcome: &Outcome, kind: &'static FigureKind) -> bool {
    outcome.value(kind.about([])).is_some()
}

fn parts(outcome: &Outcome, years: &[FinancialYear], parts: [SavingPart; 2], before: &'static str) -> Vec<Html> {
    let given = parts.into_iter().filter(|part| outcome.value(savings::PART.about([*part as u32])).is_some());
    given
        .map(|part| {
            let name = format!("{before}{}", part_name(part, !before.is_empty()));
            let all = all_years(savings::PART.about([part as u32]));
            row(name, "", years, |year| savings::PART_YEAR.about([part as u32, year]), all)
        })
        .collect()
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
fn agreement(outcome: &Outcome, years: &[FinancialYear]) -> Html {
    let differences: Vec<(FinancialYear, FigureKey, Value)> = years
        .iter()
        .filter_map(|year| {
            let figure = savings::DIFFERENCE_YEAR.about([u32::from(year.start())]);
            outcome.value(figure).map(|value| (*year, figure, value))
        })
        .collect();
    if differences.is_empty() {
        return html! { <p>{ "The plan states the total in one way only, so there is nothing to compare it with." }</p> };
    }
    let apart: Vec<_> = differences.into_iter().filter(|(.., value)| !is_nothing(*value)).collect();
    if apart.is_empty() {
        return html! {
            <p class="notice notice--good">
                { "The two ways in which the plan states the total agree in every year: commissioner and providers make the same as planned and found in the year." }
            </p>
        };
    }
    html! {
        <div class="notice notice--warn">
            <p>{ "The two ways in which the plan states the total do not agree. Commissioner and providers less planned and found in the year:" }</p>
            <ul>
                { for apart.into_iter().map(|(year, figure, _)| html! {
                    <li key={year.to_string()}>{ format!("{year}: ") }<Figure {figure} with_unit={true} /></li>
                }) }
            </ul>
        </div>
    }
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
