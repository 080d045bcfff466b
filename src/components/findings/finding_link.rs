use crate::browser::{application_of, entry, focus_first};
use crate::navigation::{Page, with_value};
use gloo::timers::callback::Timeout;
use web_sys::Element;
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

/// Shows the element with an id, in the same application as another, to a person who came by a link to it, and moves the focus
/// to it. Who comes back is where they were instead.
pub fn show_in_view(beside: &NodeRef, id: &str) {
    if entry().scrolled.is_some() {
        return;
    }
    let Some(application) = beside.cast::<Element>().and_then(|beside| application_of(&beside)) else { return };
    let selector = format!("[id='{id}']");
    Timeout::new(0, move || {
        if let Ok(Some(element)) = application.query_selector(&selector) {
            element.scroll_into_view();
            focus_first(&element, "summary, h2, th");
        }
    })
    .forget();
}
