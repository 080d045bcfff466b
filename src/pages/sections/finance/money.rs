//! Where the money of a year goes: from whose budgets to what it is spent on, as the framework leaves it.

use crate::chart::Frame;
use crate::components::{MoneyFlow, balance_years, money_sankey, picture};
use crate::session::Session;
use one_plan_model::plan::{BudgetLine, FinancialYear, Id, Row};
use one_plan_model::rules::framework::{BASELINE, YEAR_BASELINE};
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
    let lines = plan.budget_lines.iter().filter(|(_, line)| line.year() == Some(year));
    let flow = |(id, line): (Id<BudgetLine>, Row<'_, BudgetLine>)| {
        let amount = outcome.value(BASELINE.at([id.index()]))?.ok()?;
        let organisation = line.organisation().and_then(|of| plan.organisations.get(of)).map(|of| of.name());
        let from = organisation.unwrap_or_else(of_all).to_owned();
        Some(MoneyFlow { from, to: line.name().to_owned(), amount })
    };
    lines.filter_map(flow).collect()
}
