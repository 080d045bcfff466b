use crate::app::host_mode::HostMode;
use crate::app::state::State;
use crate::navigation::Page;
use gloo::utils::document;
use yew::prelude::*;

/// The title of the document: the page, the plan, the product.
#[hook]
pub fn use_document_title(mode: HostMode, state: &State) {
    let mut title = String::new();
    if state.refusal().is_some() {
        title.push_str("Problem: ");
    }
    if let Some(session) = state.session() {
        title.push_str(&format!("{} – {} – ", state.page().name(), session.title()));
    } else if state.page() != Page::Start {
        title.push_str(&format!("{} – ", state.page().name()));
    }
    title.push_str("One Plan");
    use_effect_with((mode, title), |(mode, title)| {
        if *mode == HostMode::Document {
            document().set_title(title);
        }
    });
}
