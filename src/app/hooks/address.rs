use crate::app::host_mode::HostMode;
use crate::app::state::{Action, State};
use crate::navigation::Page;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The page that the address names when the application starts.
pub fn page_of_address(mode: HostMode) -> Page {
    match mode {
        HostMode::Embedded => Page::Start,
        HostMode::Document => window().location().hash().map_or(Page::Start, |hash| Page::of_hash(&hash)),
    }
}

/// Follows the address and its links. In another document the links are followed without it.
#[hook]
pub fn use_address(mode: HostMode, root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with(mode, {
        let (root, dispatcher) = (root.clone(), state.dispatcher());
        move |mode| {
            let listener = match mode {
                HostMode::Document => Some(EventListener::new(&window(), "hashchange", move |_| {
                    dispatcher.dispatch(Action::Go(page_of_address(HostMode::Document)));
                })),
                HostMode::Embedded => root.cast::<Element>().map(|root| {
                    let preventing = EventListenerOptions::enable_prevent_default();
                    EventListener::new_with_options(&root, "click", preventing, move |event| {
                        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                        let link = pressed.and_then(|element| element.closest("a[href^='#/']").ok().flatten());
                        if let Some(hash) = link.and_then(|link| link.get_attribute("href")) {
                            event.prevent_default();
                            dispatcher.dispatch(Action::Go(Page::of_hash(&hash)));
                        }
                    })
                }),
            };
            move || drop(listener)
        }
    });
    // The other way: a page that was changed without a link gets its address.
    let page = (mode == HostMode::Document && state.session().is_some()).then(|| state.page());
    use_effect_with(page, |page| {
        if let Some(page) = page
            && page_of_address(HostMode::Document) != *page
        {
            let _ = window().location().set_hash(&page.hash());
        }
    });
}
