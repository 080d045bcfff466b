use crate::components::{FigureColumn, Shown, body, column, data_table, figure_cells, head, headings, tag, titled};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureIndex;
use one_plan_model::rules::schemes::{LIST_GROSS, LIST_NET, LIST_REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE};
use yew::prelude::*;

const COLUMNS: [FigureColumn; 5] = [
    column("Gross", &LIST_GROSS, Shown::THOUSANDS),
    column("Reinvested", &LIST_REINVESTMENT, Shown::THOUSANDS),
    column("Net", &LIST_NET, Shown::THOUSANDS),
    column("Without a scheme", &UNIDENTIFIED, Shown::THOUSANDS),
    column("Share without a scheme", &UNIDENTIFIED_SHARE, Shown::ONE_PLACE),
];

/// The lists of schemes, each with its own totals and with what has no scheme yet. They are not
/// added up: a plan lists the same scheme in several places. Nothing where there are no lists.
pub fn section(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    if plan.scheme_lists.is_empty() {
        return None;
    }
    let mut rows = Vec::with_capacity(plan.scheme_lists.len());
    for (id, list) in plan.scheme_lists.iter() {
        let mut heading = tag("th").attribute("scope", "row").words(list.name().to_owned());
        if let Some(parent) = list.parent().and_then(|parent| plan.scheme_lists.get(parent)) {
            heading = heading.child(tag("small").class("part-of").words(format!("part of {}", parent.name())));
        }
        let row = tag("tr")
            .key(id.index())
            .child(heading)
            .child(tag("td").attribute("data-label", "Year").words(list.year().to_string()))
            .children(figure_cells(context, &COLUMNS, FigureIndex::new([id.index()])));
        rows.push(row.html());
    }
    let head = head(headings(&["List", "Year"], &COLUMNS.map(|column| column.label)));
    let note = "Each list is as the plan prints it. They overlap, so they are not added up.";
    let section = titled("lists-title", "Lists of schemes")
        .child(tag("p").class("prose").words(note))
        .child(data_table("lists", "Lists of schemes, in £000", true, vec![head, body(rows)]));
    Some(section.html())
}
