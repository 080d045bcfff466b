//! What stands further down on a page. Whoever comes to a page sees its beginning first: what stands below it is drawn in
//! turns of its own, so that the browser can show what there is, and answer, in between.

use super::view_state::OnPaper;
use crate::browser::{address, entry, one_by_one};
use crate::components::use_is_drawn;
use yew::prelude::*;

/// Properties of [`FurtherDown`].
#[derive(Clone, PartialEq, Properties)]
pub struct FurtherDownProperties {
    /// What stands there.
    pub children: Html,
}

/// A part of a page that is not what is seen first.
#[component]
pub fn FurtherDown(properties: &FurtherDownProperties) -> Html {
    let on_paper = use_context::<OnPaper>().is_some();
    let is_shown = use_state_eq(|| on_paper || is_looked_for());
    let is_drawn = use_is_drawn();
    // Its turn ends once it is drawn, or is not wanted any more: then the next part has one.
    use_effect_with(is_drawn && !*is_shown, {
        let is_shown = is_shown.setter();
        move |waits| {
            let place = waits.then(|| one_by_one(move || is_shown.set(true)));
            move || drop(place)
        }
    });
    if *is_shown {
        properties.children.clone()
    } else {
        html! { <div class="further-down" data-undrawn=""></div> }
    }
}

/// Whether a person is led to something on the page, or back to where they were on it: then all of it must be there.
fn is_looked_for() -> bool {
    entry().scrolled.is_some() || address().contains('?')
}

/// A part of a page that is not what is seen first.
pub fn further_down(part: impl Into<Html>) -> Html {
    html! { <FurtherDown>{ part.into() }</FurtherDown> }
}
