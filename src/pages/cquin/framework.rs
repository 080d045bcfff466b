//! CQUIN in the financial framework: taken out of the budgets and put back, apart from what is
//! earned.

use crate::components::{
    Shown, body, cell_for_number, data_table, empty_cell, figure_cell, head, headings, not_given, number_cell,
    row as table_row, shown, sum, tag, titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::Unit;
use one_plan_model::plan::{BudgetLine, Id, MovementReason, MovementStage, Plan};
use one_plan_model::quantity::{MoneyUnit, Value};
use one_plan_model::rules::framework;
use yew::prelude::*;

/// The section; empty where the framework moves no CQUIN.
pub(super) fn section(context: &PageContext) -> Html {
    let plan = context.session.plan();
    let lines = lines(plan);
    if lines.is_empty() {
        return tag("div").html();
    }
    let mut rows = Vec::with_capacity(lines.len());
    for line in &lines {
        rows.extend(row(context, line));
    }
    let reason = MovementReason::Cquin as u32;
    let totals = vec![
        empty_cell(),
        figure_cell(context, "Taken out", framework::TOTAL_DEDUCTION.at([reason]), Shown::MILLIONS),
        empty_cell(),
        figure_cell(context, "Put back", framework::TOTAL_ADD_BACK.at([reason]), Shown::MILLIONS),
    ];
    let head = head(headings(&["Budget line"], &["Gross budget", "Taken out", "Taken out, % of gross", "Put back"]));
    let total = table_row("total", "Total", totals).class("total").html();
    let meaning = "This is not what is earned. The framework takes CQUIN out of the gross budgets, so that savings are worked out without it, and puts it back afterwards. What is taken out must be put back.";
    titled("cquin-framework", "CQUIN in the financial framework")
        .child(tag("p").class("prose").words(meaning))
        .child(data_table(
            "cquin-framework-table",
            "CQUIN taken out of the budgets and put back, £m; what leaves a line is negative",
            true,
            vec![head, body(rows), body(vec![total])],
        ))
        .html()
}

/// What is moved in one line; nothing where the plan moves nothing.
#[cfg_attr(test, derive(Debug, PartialEq))]
struct Line {
    line: Id<BudgetLine>,
    taken_out: Option<Value>,
    put_back: Option<Value>,
}

/// The lines that CQUIN is taken out of or put back into.
fn lines(plan: &Plan) -> Vec<Line> {
    let moved = |line: Id<BudgetLine>, stage: MovementStage| {
        let mut moved = None;
        for (_, movement) in plan.budget_movements.iter() {
            if movement.line() == line && movement.reason() == MovementReason::Cquin && movement.stage() == stage {
                let amount = Ok(movement.amount().get().pounds());
                moved = Some(moved.map_or(amount, |before| sum([before, amount])));
            }
        }
        moved
    };
    let mut lines = Vec::new();
    for (line, _) in plan.budget_lines.iter() {
        let (taken_out, put_back) = (moved(line, MovementStage::Deduction), moved(line, MovementStage::AddBack));
        if taken_out.is_some() || put_back.is_some() {
            lines.push(Line { line, taken_out, put_back });
        }
    }
    lines
}

fn row(context: &PageContext, line: &Line) -> Option<Html> {
    let about = context.session.plan().budget_lines.get(line.line)?;
    let money = |label: &'static str, value: Option<Value>| match value {
        Some(value) => number_cell(label, shown(value, Unit::Money, MoneyUnit::Millions, 2, false)),
        None => cell_for_number(label).child(not_given()).html(),
    };
    let percent = framework::CQUIN_PERCENT.at([line.line.index()]);
    let cells = vec![
        money("Gross budget", about.gross().map(|gross| Ok(gross.get().pounds()))),
        money("Taken out", line.taken_out),
        figure_cell(context, "Taken out, %", percent, Shown { places: 2, ..Shown::ONE_PLACE }),
        money("Put back", line.put_back),
    ];
    Some(table_row(line.line.index(), about.name().to_owned(), cells).html())
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::quantity::whole;

    #[test]
    fn only_lines_that_move_cquin_are_shown_and_several_movements_are_one_sum() {
        let plan = example::plan(
            r#""budget_lines": [{"id": "a", "name": "A", "gross": "10", "unit": "£m"}, {"id": "b", "name": "B"}],
            "budget_movements": [
                {"line": "a", "stage": "deduction", "reason": "cquin", "amount": "-1", "unit": "£"},
                {"line": "a", "stage": "deduction", "reason": "cquin", "amount": "-2", "unit": "£"},
                {"line": "b", "stage": "deduction", "reason": "qipp", "amount": "-5", "unit": "£"}
            ]"#,
        );
        assert_eq!(lines(&plan), [Line { line: Id::at(0), taken_out: Some(Ok(whole(-3))), put_back: None }]);
    }
}
