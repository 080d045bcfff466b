//! CQUIN in the financial framework: taken out of the budgets and put back, apart from what is
//! earned.

use crate::components::{
    Shown, body, cell_for_number, data_table, empty_cell, figure_cell, head, headings, not_given, number_cell,
    row as table_row, shown, tag, titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{BudgetLine, Id, MovementReason, Plan, Row};
use one_plan_model::quantity::MoneyUnit;
use one_plan_model::rules::framework;
use yew::prelude::*;
use yew::virtual_dom::Key;

const CQUIN: u32 = MovementReason::Cquin as u32;

/// The section; empty where the framework moves no CQUIN.
pub(super) fn section(context: &PageContext) -> Html {
    let plan = context.session.plan();
    let lines = lines(plan, context.session.outcome());
    if lines.is_empty() {
        return tag("div").html();
    }
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        rows.extend(row(context, line));
    }
    let head = head(headings(&["Budget line"], &["Gross budget", "Taken out", "Taken out, % of gross", "Put back"]));
    let meaning = "This is not what is earned. The framework takes CQUIN out of the gross budgets, so that savings are worked out without it, and puts it back afterwards. What is taken out must be put back.";
    titled("cquin-framework", "CQUIN in the financial framework")
        .child(tag("p").class("prose").words(meaning))
        .child(data_table(
            "cquin-framework-table",
            "CQUIN taken out of the budgets and put back, £m; what leaves a line is negative",
            true,
            vec![head, body(rows), body(totals(context))],
        ))
        .html()
}

/// The total, or where the lines are of several years that of each: amounts of different years are never added up.
fn totals(context: &PageContext) -> Vec<Html> {
    let outcome = context.session.outcome();
    let total = |key: Key, name: String, out: FigureKey, back: FigureKey| {
        let cells = vec![
            empty_cell(),
            figure_cell(context, "Taken out", out, Shown::MILLIONS),
            empty_cell(),
            figure_cell(context, "Put back", back, Shown::MILLIONS),
        ];
        table_row(key, name, cells).class("total").html()
    };
    let (out, back) = (framework::TOTAL_DEDUCTION.at([CQUIN]), framework::TOTAL_ADD_BACK.at([CQUIN]));
    let mut years = Vec::new();
    if outcome.value(out).is_none() && outcome.value(back).is_none() {
        for year in context.session.plan().years() {
            let about = [u32::from(year.start()), CQUIN];
            let (out, back) = (framework::YEAR_DEDUCTION.at(about), framework::YEAR_ADD_BACK.at(about));
            if outcome.value(out).is_some() || outcome.value(back).is_some() {
                years.push(total(year.to_string().into(), format!("Total of {year}"), out, back));
            }
        }
    }
    if years.is_empty() { vec![total("total".into(), "Total".to_owned(), out, back)] } else { years }
}

/// What a line is called: with its organisation and its year, where there are several.
fn called(plan: &Plan, line: Row<'_, BudgetLine>) -> String {
    let mut called = line.name().to_owned();
    let (mut organisations, mut years) = (false, false);
    for (_, other) in plan.budget_lines.iter() {
        organisations |= other.organisation() != line.organisation();
        years |= other.year() != line.year();
    }
    if let Some(organisation) = line.organisation().and_then(|of| plan.organisations.get(of)).filter(|_| organisations)
    {
        called.push_str(&format!(", {}", organisation.name()));
    }
    if let Some(year) = line.year().filter(|_| years) {
        called.push_str(&format!(", {year}"));
    }
    called
}

/// The lines that CQUIN is taken out of or put back into.
fn lines(plan: &Plan, outcome: &Outcome) -> Vec<Id<BudgetLine>> {
    let moves = |line: &Id<BudgetLine>| {
        let kinds = [&framework::LINE_DEDUCTION, &framework::LINE_ADD_BACK];
        kinds.into_iter().any(|kind| outcome.value(kind.at([line.index(), CQUIN])).is_some())
    };
    plan.budget_lines.iter().map(|(line, _)| line).filter(moves).collect()
}

fn row(context: &PageContext, line: Id<BudgetLine>) -> Option<Html> {
    let plan = context.session.plan();
    let about = plan.budget_lines.get(line)?;
    let gross = match about.gross() {
        Some(gross) => {
            let gross = Ok(gross.get().pounds());
            number_cell("Gross budget", shown(gross, Unit::Money, MoneyUnit::Millions, 2, false))
        }
        None => cell_for_number("Gross budget").child(not_given()).html(),
    };
    let cell = |label, figure, shown| figure_cell(context, label, figure, shown);
    let cells = vec![
        gross,
        cell("Taken out", framework::LINE_DEDUCTION.at([line.index(), CQUIN]), Shown::MILLIONS),
        cell("Taken out, %", framework::CQUIN_PERCENT.at([line.index()]), Shown { places: 2, ..Shown::ONE_PLACE }),
        cell("Put back", framework::LINE_ADD_BACK.at([line.index(), CQUIN]), Shown::MILLIONS),
    ];
    Some(table_row(line.index(), called(plan, about), cells).html())
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn only_lines_that_move_cquin_are_shown() {
        let example = example::outcome(
            r#""budget_lines": [{"id": "a", "name": "A", "gross": "10", "unit": "£m"}, {"id": "b", "name": "B"}],
            "budget_movements": [
                {"line": "a", "stage": "deduction", "reason": "cquin", "amount": "-1", "unit": "£"},
                {"line": "b", "stage": "deduction", "reason": "qipp", "amount": "-5", "unit": "£"}
            ]"#,
        );
        assert_eq!(lines(&example.plan, &example.outcome), [Id::at(0)]);
    }

    #[test]
    fn lines_of_one_name_say_whose_they_are_and_of_which_year() {
        let plan = example::plan(
            r#""organisations": [
                {"id": "north", "name": "North", "kind": "locality"},
                {"id": "south", "name": "South", "kind": "locality"}
            ],
            "budget_lines": [
                {"id": "a", "name": "Acute", "organisation": "north", "year": "2026/27", "gross": "10", "unit": "£m"},
                {"id": "b", "name": "Acute", "organisation": "south", "year": "2026/27", "gross": "10", "unit": "£m"}
            ]"#,
        );
        let names: Vec<String> = plan.budget_lines.iter().map(|(_, line)| called(&plan, line)).collect();
        assert_eq!(names, ["Acute, North", "Acute, South"]);
    }
}
