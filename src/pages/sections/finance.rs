//! Finance as statements: the framework, the plan of several years, income and expenditure.

mod money;

use crate::components::{
    FigureColumn, Shown, body, column, data_table, figure_cells, framework_bridge, framework_statement, head, headings,
    medium_term_statement, row, tag, titled,
};
use crate::page_context::PageContext;
use crate::pages::overview::{balance_sentence, whose_surplus};
use one_plan_model::calculation::FigureIndex;
use one_plan_model::plan::AccountSide;
use one_plan_model::rules::finance::accounts;
use yew::prelude::*;

/// The statements that the plan gives rise to.
pub(super) fn section(context: &PageContext) -> Html {
    let statement = |id: &'static str, heading: &'static str, content: Option<Html>| match content {
        Some(content) => titled(id, heading).key(id).child(content).html(),
        None => tag("div").key(id).html(),
    };
    let framework = framework_statement(context, "finance-framework").map(|table| {
        let picture = framework_bridge(&context.session, "finance-bridge");
        tag("div").child(tag("div").maybe(picture)).child(table).html()
    });
    tag("div")
        .child(balance_sentence(context).class("answer").key("answer"))
        .child(tag("div").key("whose").maybe(whose_surplus(context)))
        .child(statement("framework-title", "Financial framework", framework))
        .child(tag("div").key("money").child(money::section(&context.session)))
        .child(statement("medium-term-title", "Plan of several years", medium_term_statement(context, "finance-years")))
        .child(statement("accounts-title", "Account of the whole plan", income_and_expenditure(context)))
        .html()
}

const LINES: [FigureColumn; 3] = [
    column("Forecast outturn", &accounts::LINE_FORECAST, Shown::MILLIONS),
    column("Plan", &accounts::LINE_PLAN, Shown::MILLIONS),
    column("Change", &accounts::LINE_PERCENT, Shown::ONE_PLACE),
];

const TOTALS: [FigureColumn; 3] = [
    column("Forecast outturn", &accounts::SIDE_FORECAST, Shown::MILLIONS),
    column("Plan", &accounts::SIDE_PLAN, Shown::MILLIONS),
    column("Change", &accounts::SIDE_PERCENT, Shown::ONE_PLACE),
];

const NET: [FigureColumn; 3] = [
    column("Forecast outturn", &accounts::NET_FORECAST, Shown::MILLIONS),
    column("Plan", &accounts::NET_PLAN_SURPLUS, Shown::MILLIONS),
    column("Change", &accounts::NET_PERCENT, Shown::ONE_PLACE),
];

/// The lines of the account of the whole plan, each side with its total, and what is left at the end. Nothing where the
/// plan has none; accounts of single organisations are among the tables.
fn income_and_expenditure(context: &PageContext) -> Option<Html> {
    let mut bodies = vec![head(headings(&["Line"], &LINES.map(|column| column.label)))];
    for (side, choice) in (0_u32..).zip(AccountSide::CHOICES) {
        let mut rows = Vec::new();
        for (id, line) in context.session.plan().income_and_expenditure.iter() {
            if line.organisation().is_none() && line.side().is_some_and(|of| of as u32 == side) {
                let cells = figure_cells(context, &LINES, FigureIndex::new([id.index()]));
                rows.push(row(id.index(), line.name().to_owned(), cells).html());
            }
        }
        if !rows.is_empty() {
            let total = figure_cells(context, &TOTALS, FigureIndex::new([side]));
            rows.push(row("total", format!("Total {}", choice.word.replace('-', " ")), total).class("total").html());
            bodies.push(body(rows));
        }
    }
    if bodies.len() == 1 {
        return None;
    }
    let net = figure_cells(context, &NET, FigureIndex::new([]));
    bodies.push(body(vec![row("net", "Net surplus; a deficit is negative", net).class("total").html()]));
    Some(data_table("finance-accounts", "Income and expenditure, £m; change in per cent", false, bodies))
}
