use crate::browser::{entry, focus_first};
use crate::navigation::{Page, with_value};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

/// The name under which an address has the finding that is open.
pub const FINDING: &str = "finding";

/// The address of a finding, by its name.
///
/// ```
/// use one_plan_page::components::finding_link;
/// assert_eq!(finding_link("printed-differs:savings.total"), "#/checks?finding=printed-differs:savings.total");
/// ```
pub fn finding_link(name: &str) -> AttrValue {
    with_value(&Page::Checks.hash(), FINDING, name).into()
}

/// Shows the element with an id to a person who came by a link to it, and moves the focus to it. Who comes back is
/// where they were instead.
pub fn show_in_view(id: &str) {
    if entry().scrolled.is_some() {
        return;
    }
    let id = id.to_owned();
    Timeout::new(0, move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
            focus_first(&element, "summary, h2, th");
        }
    })
    .forget();
}
