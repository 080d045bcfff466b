//! Staff, beds and room: what there is now, what is planned, and what changes.

mod beds;
mod change;
mod growth;
mod room;
mod staff;

use crate::components::tag;
use crate::page_context::PageContext;
use yew::prelude::*;

/// The answers, each with its picture and its table; one line where the plan gives nothing for it.
pub(super) fn section(context: &PageContext) -> Html {
    tag("div")
        .child(tag("div").key("staff").child(staff::section(context)))
        .child(tag("div").key("growth").maybe(growth::section(context)))
        .child(tag("div").key("beds").child(beds::section(context)))
        .child(tag("div").key("room").child(room::section(context)))
        .html()
}
