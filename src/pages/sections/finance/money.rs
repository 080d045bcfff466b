//! Where the money of a year goes: from whose budgets to what it is spent on, as the framework leaves it.

use crate::chart::Frame;
use crate::components::{MoneyPlace, StagedMoney, balance_years, money_sankey, picture};
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

fn flows(session: &Session, year: FinancialYear) -> Vec<StagedMoney> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let of_all = || plan.details().map(|details| details.system()).unwrap_or("The whole plan");
    // A line that gives no year is of one all the same, as in the framework.
    let lines = plan.budget_lines.iter().zip(years_of_lines(plan)).filter(|(_, of)| *of == Some(year));
    let flow = |(id, line): (Id<BudgetLine>, Row<'_, BudgetLine>)| {
        let amount = outcome.value(BASELINE.at([id.index()]))?.ok()?;
        let organisation = line.organisation().and_then(|of| Some((of, plan.organisations.get(of)?)));
        let from = match organisation {
            Some((row, organisation)) => MoneyPlace::of_row(row.index(), organisation.name()),
            None => MoneyPlace::of_name(of_all()),
        };
        // The same line in the budgets of several organisations is one place.
        Some(StagedMoney { places: vec![from, MoneyPlace::of_name(line.name())], amount })
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
        let flows = flows(&session, year);
        let drawn: Vec<_> =
            flows.iter().filter_map(|money| Some((money.places.last()?.name(), money.amount))).collect();
        assert_eq!(drawn, [("A", whole(3)), ("B", whole(4))]);
    }
}
