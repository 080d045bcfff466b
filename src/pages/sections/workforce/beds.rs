//! Beds: now, planned, and the change, by provider; and the beds for which bed days stand that are no longer needed.

use super::change::{NowAndPlan, changes};
use crate::components::{
    FigureColumn, Shown, body, column, data_table, figure_cells, figure_of, head, headings, needed_for, not_given,
    number_cell, row, tag, titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureIndex, format};
use one_plan_model::plan::{NumberCell, Table};
use one_plan_model::quantity::Count;
use one_plan_model::rules::capacity::beds::{
    BED_CHANGE, BED_CHANGE_ALL, BED_DAYS, BED_PERCENT, BED_PERCENT_ALL, BEDS_NOW, BEDS_PLAN, BEDS_SAVED,
};
use yew::prelude::*;

const OF_PROVIDERS: [FigureColumn; 2] =
    [column("Change", &BED_CHANGE, Shown::ONE_PLACE), column("Change, %", &BED_PERCENT, Shown::ONE_PLACE)];

const OF_DAYS: [FigureColumn; 2] = [
    column("Bed days a year", &BED_DAYS, Shown::ONE_PLACE),
    column("Beds for which they stand", &BEDS_SAVED, Shown::ONE_PLACE),
];

/// The answer, the picture and the tables; one line where the plan gives nothing of it.
pub(super) fn section(context: &PageContext) -> Html {
    let plan = context.session.plan();
    if plan.beds.is_empty() && plan.bed_days.is_empty() {
        return needed_for("Beds", "give the beds of each provider, now and planned.");
    }
    let all = NowAndPlan::at_all(&BEDS_NOW, &BEDS_PLAN, [&BED_CHANGE_ALL, &BED_PERCENT_ALL]);
    let sentence = all.sentence(context, "Beds", "beds");
    let sentence = sentence
        .unwrap_or_else(|| tag("p").words("The plan does not give how many beds there are now or are planned."));
    titled("beds-title", "Beds")
        .child(sentence)
        .child(tag("div").maybe(by_provider(context)))
        .child(tag("div").maybe(bed_days(context)))
        .html()
}

fn by_provider(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    if plan.beds.is_empty() {
        return None;
    }
    let (mut rows, mut of_each) = (Vec::new(), Vec::new());
    for (id, beds) in plan.beds.iter() {
        let provider = beds.provider().index();
        let name = plan.title(Table::Organisation, provider).unwrap_or_default().to_owned();
        let given = |label: &'static str, cell: Option<NumberCell<Count>>| match cell {
            Some(cell) => number_cell(label, format::count(Ok(cell.get().number()))),
            None => tag("td").class("num").attribute("data-label", label).child(not_given()).html(),
        };
        of_each.extend(outcome.value(BED_CHANGE.at([provider])).map(|value| (name.clone(), value)));
        let mut cells = vec![given("Now", beds.now()), given("Plan", beds.plan())];
        cells.extend(figure_cells(context, &OF_PROVIDERS, FigureIndex::new([provider])));
        rows.push(row(id.index(), name, cells).html());
    }
    let title = "Change of beds by provider";
    let chart = changes("workforce-beds", title, "beds", &of_each);
    let figure = chart.map(|chart| figure_of(&context.session, title, "h3", &chart));
    let head = head(headings(&["Provider"], &["Now", "Plan", OF_PROVIDERS[0].label, OF_PROVIDERS[1].label]));
    let table = data_table("workforce-beds-providers", "Beds by provider", false, vec![head, body(rows)]);
    Some(tag("div").child(tag("div").maybe(figure)).child(table).html())
}

/// The bed days that the plan says are no longer needed. They may be said of the same beds twice, so they are not added up.
fn bed_days(context: &PageContext) -> Option<Html> {
    let mut rows = Vec::new();
    for (id, days) in context.session.plan().bed_days.iter() {
        let cells = figure_cells(context, &OF_DAYS, FigureIndex::new([id.index()]));
        rows.push(row(id.index(), days.name().to_owned(), cells).html());
    }
    if rows.is_empty() {
        return None;
    }
    let head = head(headings(&["Bed days"], &OF_DAYS.map(|column| column.label)));
    let caption = "Bed days that are no longer needed, as the plan gives them; several may be about the same beds";
    Some(data_table("workforce-bed-days", caption, false, vec![head, body(rows)]))
}
