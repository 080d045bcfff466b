//! Where the money of a year goes: from whose budgets to what it is spent on, as the framework leaves it.

use crate::chart::Frame;
use crate::components::{MoneyFlow, balance_years, money_sankey, picture};
use crate::session::Session;
use one_plan_model::plan::{BudgetLine, FinancialYear, Id, Row};
use one_plan_model::rules::framework::{BASELINE, YEAR_BASELINE, years_of_lines};
use yew::prelude::*;

/// The picture of the first year that has budget lines.
pub(super) fn section(session: &Session) -> Html {
    let year = balance_years(session, &[&YEAR_BASELINE]).first().copied();
    let chart = year.and_then(|year| {
        let title = format!("Where the money goes, {year}");
        let description =
            "From whose budgets on the left to what is bought on the right, after what is taken out and put back.";
        let frame = Frame::new("finance-money", title, description);
        money_sankey(frame, ["Whose budget", "What is spent"], &flows(session, year))
    });
    let heading = match &chart {
        Some(chart) => format!("{}, {}", chart.frame.title, chart.unit),
        None => "Where the money goes".to_owned(),
    };
    picture(session, &heading, chart.as_ref(), "give budget lines with their gross budgets.")
}

fn flows(session: &Session, year: FinancialYear) -> Vec<MoneyFlow> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let of_all = || plan.details().map(|details| details.system()).unwrap_or("The whole plan");
    // A line that gives no year is of one all the same, as in the framework.
    let lines = plan.budget_lines.iter().zip(years_of_lines(plan)).filter(|(_, of)| *of == Some(year));
    let flow = |(id, line): (Id<BudgetLine>, Row<'_, BudgetLine>)| {
        let amount = outcome.value(BASELINE.at([id.index()]))?.ok()?;
        let organisation = line.organisation().and_then(|of| plan.organisations.get(of)).map(|of| of.name());
        let from = organisation.unwrap_or_else(of_all).to_owned();
        Some(MoneyFlow { from, to: line.name().to_owned(), amount })
    };
    lines.filter_map(|(line, _)| flow(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::compute;
    use one_plan_model::quantity::whole;

    #[test]
    fn a_line_that_does_not_say_its_year_is_drawn_with_those_that_do() {
        let plan = example::plan(
            r#""budget_lines": [
                {"id": "a", "name": "A", "year": "2011/12", "gross": "3", "unit": "£"},
                {"id": "b", "name": "B", "gross": "4", "unit": "£"},
                {"id": "c", "name": "C", "year": "2012/13", "gross": "5", "unit": "£"}]"#,
        );
        let outcome = compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let year = FinancialYear::starting(2011).expect("a year");
        let drawn: Vec<_> = flows(&session, year).into_iter().map(|flow| (flow.to, flow.amount)).collect();
        assert_eq!(drawn, [("A".to_owned(), whole(3)), ("B".to_owned(), whole(4))]);
    }
}
