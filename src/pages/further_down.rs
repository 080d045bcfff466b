//! What stands further down on a page. Whoever comes to a page sees its beginning first: what stands below it is drawn in
//! turns of its own, so that the browser can show what there is, and answer, in between.

use super::view_state::OnPaper;
use crate::browser::{address, entry, next_turn};
use crate::components::use_is_drawn;
use wasm_bindgen_futures::spawn_local;
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
    use_effect_with(is_drawn, {
        let is_shown = is_shown.setter();
        move |is_drawn| {
            if *is_drawn {
                spawn_local(async move {
                    next_turn().await;
                    is_shown.set(true);
                });
            }
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
