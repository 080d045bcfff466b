//! CQUIN in the financial framework: taken out of the budgets and put back, apart from what is
//! earned.

use crate::components::{
    DataTable, Shown, figure_cell, not_given, number_cell, number_heading, shown, sum, words_heading,
};
use one_plan_model::calculation::Unit;
use one_plan_model::plan::{BudgetLine, Id, MovementReason, MovementStage, Plan};
use one_plan_model::quantity::{MoneyUnit, Value};
use one_plan_model::rules::framework;
use yew::prelude::*;

/// The section; empty where the framework moves no CQUIN.
pub(super) fn section(plan: &Plan) -> Html {
    let lines = lines(plan);
    if lines.is_empty() {
        return html! { <div></div> };
    }
    let reason = MovementReason::Cquin as u32;
    let taken_out = framework::TOTAL_DEDUCTION.about([reason]);
    let put_back = framework::TOTAL_ADD_BACK.about([reason]);
    html! {
        <section class="section" aria-labelledby="cquin-framework">
            <h2 id="cquin-framework">{ "CQUIN in the financial framework" }</h2>
            <p class="prose">
                { "This is not what is earned. The framework takes CQUIN out of the gross budgets, so that savings are worked out without it, and puts it back afterwards. What is taken out must be put back." }
            </p>
            <DataTable id="cquin-framework-table" stack={true}
                caption="CQUIN taken out of the budgets and put back, £m; what leaves a line is negative">
                <thead>
                    <tr>
                        { words_heading("Budget line") }
                        { number_heading("Gross budget") }
                        { number_heading("Taken out") }
                        { number_heading("Taken out, % of gross") }
                        { number_heading("Put back") }
                    </tr>
                </thead>
                <tbody>{ for lines.iter().map(|line| row(plan, line)) }</tbody>
                <tbody>
                    <tr class="total">
                        <th scope="row">{ "Total" }</th>
                        <td></td>
                        { figure_cell("Taken out", taken_out, Shown::MILLIONS) }
                        <td></td>
                        { figure_cell("Put back", put_back, Shown::MILLIONS) }
                    </tr>
                </tbody>
            </DataTable>
        </section>
    }
}

/// What is moved in one line; nothing where the plan moves nothing.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    line: Id<BudgetLine>,
    taken_out: Option<Value>,
    put_back: Option<Value>,
}

/// The lines that CQUIN is taken out of or put back into.
fn lines(plan: &Plan) -> Vec<Line> {
    let moved = |line: Id<BudgetLine>, stage: MovementStage| {
        let amounts: Vec<Value> = plan
            .budget_movements
            .iter()
            .map(|(_, movement)| movement)
            .filter(|movement| {
                movement.line == line && movement.reason == MovementReason::Cquin && movement.stage == stage
            })
            .map(|movement| Ok(movement.amount.pounds()))
            .collect();
        (!amounts.is_empty()).then(|| sum(amounts))
    };
    let lines = plan.budget_lines.iter().map(|(line, _)| Line {
        line,
        taken_out: moved(line, MovementStage::Deduction),
        put_back: moved(line, MovementStage::AddBack),
    });
    lines.filter(|line| line.taken_out.is_some() || line.put_back.is_some()).collect()
}

fn row(plan: &Plan, line: &Line) -> Html {
    let Some(about) = plan.budget_lines.get(line.line) else { return html! { <tr key={line.line.index()}></tr> } };
    let percent = framework::CQUIN_PERCENT.about([line.line.index()]);
    let money = |label: &'static str, value: Option<Value>| match value {
        Some(value) => number_cell(label, shown(value, Unit::Money, MoneyUnit::Millions, 2, false)),
        None => html! { <td class="num" data-label={label}>{ not_given() }</td> },
    };
    html! {
        <tr key={line.line.index()}>
            <th scope="row">{ &about.name }</th>
            { money("Gross budget", about.gross.map(|gross| Ok(gross.pounds()))) }
            { money("Taken out", line.taken_out) }
            { figure_cell("Taken out, %", percent, Shown { places: 2, ..Shown::ONE_PLACE }) }
            { money("Put back", line.put_back) }
        </tr>
    }
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
