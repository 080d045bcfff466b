//! The page: opens a plan file, runs the plan model and shows what follows, all on the person's
//! own machine.
//!
//! Floors, from the lowest to the highest. A floor uses those below it and none above; within a
//! floor, no two files use each other, and the file that names the others stands above them.
//!
//! 1. [`chart`]: pictures of plans as plain scenes, each with an equal table; knows nothing of the web.
//! 2. [`browser`]: what the page asks of the browser beside drawing.
//! 3. [`navigation`]: the pages, and the addresses that lead to them.
//! 4. [`session`]: what is open, and what the person may do with it.
//! 5. [`rescue`]: the work is kept when the page breaks.
//! 6. [`page_context`]: what every page gets from the application.
//! 7. [`components`]: the parts of which pages are made.
//! 8. [`open_file`]: how a plan gets onto the page.
//! 9. [`pages`]: one for each question a person comes with.
//! 10. [`app`]: what stands around every page, which page is shown, and what a press does.
//! 11. [`api`]: the same for other programs, in JavaScript.

pub mod api;
pub mod app;
pub mod browser;
pub mod chart;
pub mod components;
pub mod navigation;
pub mod open_file;
pub mod page_context;
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
