use crate::components::{FigureColumn, Shown, body, column, data_table, figure_cells, head, headings, tag};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureIndex, FigureKind};
use one_plan_model::plan::{Id, Row, SchemeList};
use one_plan_model::rules::schemes::{LIST_GROSS, LIST_NET, LIST_REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE};
use yew::prelude::*;

const COLUMNS: [FigureColumn; 5] = [
    column("Gross", &LIST_GROSS, Shown::THOUSANDS),
    column("Reinvested", &LIST_REINVESTMENT, Shown::THOUSANDS),
    column("Net", &LIST_NET, Shown::THOUSANDS),
    column("Without a scheme", &UNIDENTIFIED, Shown::THOUSANDS),
    column("Share without a scheme", &UNIDENTIFIED_SHARE, Shown::ONE_PLACE),
];

/// A table of the lists of schemes, each with its own totals and with what has no scheme yet. They are not
/// added up: a plan lists the same scheme in several places. Nothing where there are no lists.
pub fn table(context: &PageContext) -> Option<Html> {
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
    let note = match plan.scheme_lists.len() {
        1 => "The list is as the plan prints it.",
        _ => "Each list is as the plan prints it. They may overlap, so they are not added up.",
    };
    let table = data_table("lists", "Lists of schemes, £000", true, vec![head, body(rows)]);
    Some(tag("div").child(tag("p").class("prose").words(note)).child(table).html())
}

/// The list that saves most, and what it is.
pub fn largest(session: &Session) -> Option<(u32, Row<'_, SchemeList>)> {
    let list = most(session, &LIST_GROSS)?;
    Some((list, session.plan().scheme_lists.get(Id::at(list))?))
}

/// The list with the most savings that nobody has a scheme for.
pub fn most_without_a_scheme(session: &Session) -> Option<u32> {
    most(session, &UNIDENTIFIED)
}

/// The list of which a figure is the largest, and not nothing; of several that are equal the first.
fn most(session: &Session, kind: &'static FigureKind) -> Option<u32> {
    let amounts = session.outcome().figures_of(kind).filter_map(|(key, value)| Some((key.index.get(0), value.ok()?)));
    let amounts = amounts.filter(|(_, amount)| !amount.is_zero());
    let largest = amounts.reduce(|largest, one| if one.1 > largest.1 { one } else { largest });
    largest.map(|(list, _)| list)
}
