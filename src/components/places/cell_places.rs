use super::cell::cell_place;
use crate::components::tag;
use crate::navigation::Page;
use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// So many places are shown at once; the others on demand.
const SHOWN: usize = 12;

/// The places of cells, one under the other; each leads to its row.
pub fn cell_links(plan: &Plan, places: &[CellAddress]) -> Html {
    let (shown, others) = places.split_at(places.len().min(SHOWN));
    if others.is_empty() {
        return list_of(plan, shown);
    }
    let summary = tag("summary").words(format!("{} more", others.len()));
    let details = tag("details").class("disclosure").child(summary).child(list_of(plan, others));
    tag("div").child(list_of(plan, shown)).child(details).html()
}

fn list_of(plan: &Plan, places: &[CellAddress]) -> Html {
    let mut list = tag("ul").class("cell-places");
    for (position, address) in places.iter().enumerate() {
        let link = tag("a").attribute("href", Page::Row(address.table, address.row).hash());
        list = list.child(tag("li").key(position).child(link.child(cell_place(plan, *address))));
    }
    list.html()
}
