//! The page: opens a plan file, runs the plan model and shows what follows, all on the person's
//! own machine.
//!
//! * [`app`]: the application: what is shown, which page, and what a press does.
//! * [`session`]: what is open, and what the person may do with it.
//! * [`open_file`] and [`examples`]: how a plan gets onto the page.
//! * [`pages`]: one for each question a person comes with.
//! * [`components`]: the parts of which pages are made.
//! * [`chart`]: pictures of plans, each with an equal table.
//! * [`api`]: the same for other programs, in JavaScript.
//! * [`rescue`]: the work is kept when the page breaks.

pub mod api;
pub mod app;
pub mod chart;
pub mod components;
pub mod examples;
pub mod open_file;
pub mod pages;
pub mod rescue;
pub mod session;

/// Starts the page when the module is started, if the document is the page of One Plan.
///
/// Another document that loads the module for its JavaScript API has no place for the page and
/// calls `mount` itself; in a worker there is no document at all.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    rescue::install();
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| {
        // `app` alone is a common id: the second one says that the document is ours.
        document.get_element_by_id("one-plan-failure")?;
        document.get_element_by_id("app")
    });
    if let Some(place) = place {
        place.set_text_content(None);
        rescue::protect(&place);
        yew::Renderer::<app::Application>::with_root(place).render();
    }
}
