//! What a person fills in on the screen, and what stands in its place on paper, where nobody can.

use super::view_state::OnPaper;
use yew::prelude::*;

/// Properties of [`OnScreen`].
#[derive(Clone, PartialEq, Properties)]
pub struct OnScreenProperties {
    /// What stands on the screen.
    pub screen: Html,
    /// What stands on paper.
    pub paper: Html,
}

/// A field on the screen, and its words on paper.
#[component]
pub fn OnScreen(properties: &OnScreenProperties) -> Html {
    let on_paper = use_context::<OnPaper>().is_some();
    if on_paper { properties.paper.clone() } else { properties.screen.clone() }
}
