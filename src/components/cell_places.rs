use super::cell::cell_place;
use super::tag::tag;
use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// The places of cells, one under the other.
pub fn cell_places(plan: &Plan, places: &[CellAddress]) -> Html {
    let mut list = tag("ul").class("cell-places");
    for (position, address) in places.iter().enumerate() {
        list = list.child(tag("li").key(position).child(cell_place(plan, *address)));
    }
    list.html()
}
