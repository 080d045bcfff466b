use super::cell::cell_place;
use crate::components::tag;
use crate::navigation::Page;
use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// The places of cells, one under the other; each leads to its row.
pub fn cell_links(plan: &Plan, places: &[CellAddress]) -> Html {
    let mut list = tag("ul").class("cell-places");
    for (position, address) in places.iter().enumerate() {
        let link = tag("a").attribute("href", Page::Row(address.table, address.row).hash());
        list = list.child(tag("li").key(position).child(link.child(cell_place(plan, *address))));
    }
    list.html()
}
