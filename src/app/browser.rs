//! What the application does beside drawing itself: the address, the title, the focus, files that
//! are dropped, and the warning before work is lost.

use super::state::title;
use super::{Action, Page, Setting, State};
use crate::components::focus_element;
use crate::open_file::{DropAnywhere, Source};
use crate::rescue;
use crate::session::Session;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use one_plan_model::exchange::write_json;
use one_plan_model::outcome::progress_report;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    BeforeUnloadEvent, Document, Element, EventTarget, HtmlAnchorElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Url,
};
use yew::prelude::*;

/// How long a download may take to begin, in milliseconds.
const TIME_TO_SAVE: u32 = 60_000;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The page that the address names when the application starts.
pub fn page_of_address(setting: Setting) -> Page {
    match setting {
        Setting::Embedded => Page::Start,
        Setting::Document => web_sys::window()
            .and_then(|window| window.location().hash().ok())
            .map_or(Page::Start, |hash| Page::of_hash(&hash)),
    }
}

/// Follows the address and its links. In another document the links are followed without it.
#[hook]
pub fn use_address(setting: Setting, root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with(setting, {
        let (root, state) = (root.clone(), state.dispatcher());
        move |setting| {
            match setting {
                Setting::Document => web_sys::window().map(|window| {
                    EventListener::new(&window, "hashchange", move |_| {
                        state.dispatch(Action::Go(page_of_address(Setting::Document)))
                    })
                }),
                Setting::Embedded => root.cast::<Element>().map(|root| {
                    let preventing = EventListenerOptions::enable_prevent_default();
                    EventListener::new_with_options(&root, "click", preventing, move |event| {
                        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                        let link = pressed.and_then(|element| element.closest("a[href^='#/']").ok().flatten());
                        if let Some(hash) = link.and_then(|link| link.get_attribute("href")) {
                            event.prevent_default();
                            state.dispatch(Action::Go(Page::of_hash(&hash)));
                        }
                    })
                }),
            }
            .map_or_else(|| Box::new(|| ()) as Box<dyn FnOnce()>, |listener| Box::new(move || drop(listener)))
        }
    });
    // The other way: a page that was changed without a link gets its address.
    let has_plan = state.session().is_some();
    use_effect_with((state.page(), has_plan, setting), |(page, has_plan, setting)| {
        if *setting == Setting::Document
            && *has_plan
            && page_of_address(*setting) != *page
            && let Some(window) = web_sys::window()
        {
            let _ = window.location().set_hash(&page.hash());
        }
    });
}

/// The title of the document: the page, the plan, the product.
#[hook]
pub fn use_title(setting: Setting, state: &UseReducerHandle<State>) {
    let plan = state.session().map(title);
    let problem = state.refusal().is_some();
    use_effect_with((setting, state.page(), plan, problem), |(setting, page, plan, problem)| {
        let Some(document) = document().filter(|_| *setting == Setting::Document) else { return };
        let words = match plan {
            Some(plan) => format!("{} – {plan} – One Plan", page.name()),
            None => "One Plan".to_owned(),
        };
        document.set_title(&if *problem { format!("Problem: {words}") } else { words });
    });
}

/// Moves the focus: to the heading of a page on arrival, to an explanation when it opens, and back
/// to the number when it closes.
#[hook]
pub fn use_focus(setting: Setting, root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with(state.arrivals(), {
        let root = root.clone();
        move |arrivals| {
            if *arrivals > 0 && (setting == Setting::Document || has_focus(&root)) {
                if let Some(window) = web_sys::window().filter(|_| setting == Setting::Document) {
                    window.scroll_to_with_x_and_y(0.0, 0.0);
                }
                focus(&root, "main h1");
            }
        }
    });
    let pressed = use_mut_ref(|| None::<HtmlElement>);
    use_effect_with(state.trail(), {
        let root = root.clone();
        move |trail| {
            if trail.is_empty() {
                return_focus(&root, &pressed);
                return;
            }
            let active = document().and_then(|document| document.active_element());
            let number = active.filter(|element| element.has_attribute("data-figure"));
            if let Some(number) = number.and_then(|element| element.dyn_into().ok()) {
                pressed.replace(Some(number));
            }
            focus(&root, ".panel h2");
            if let Some(number) = pressed.borrow().as_ref() {
                // The page is narrower beside an explanation, so everything on it has moved.
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                nearest.set_inline(ScrollLogicalPosition::Nearest);
                number.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        }
    });
}

fn return_focus(root: &NodeRef, pressed: &Rc<RefCell<Option<HtmlElement>>>) {
    let Some(number) = pressed.take() else { return };
    if number.is_connected() {
        let _ = number.focus();
    } else if has_focus(root) {
        focus(root, "main h1");
    }
}

fn has_focus(root: &NodeRef) -> bool {
    let active = document().and_then(|document| document.active_element());
    root.cast::<Element>().zip(active).is_some_and(|(root, active)| root.contains(Some(&active)))
}

/// Moves the focus to the first element that a selector finds.
pub fn focus(root: &NodeRef, selector: &str) {
    let found = root.cast::<Element>().and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_element(&element);
    }
}

/// Takes files that are dropped: anywhere on a document of its own, else on the application.
#[hook]
pub fn use_files(setting: Setting, root: &NodeRef, open: Callback<Source>, over: UseStateSetter<bool>) {
    use_effect_with(setting, {
        let root = root.clone();
        move |setting| {
            let target: Option<EventTarget> = match setting {
                Setting::Document => document().map(Into::into),
                Setting::Embedded => root.cast::<Element>().map(Into::into),
            };
            let over = Callback::from(move |is_over| over.set(is_over));
            let listener = target.map(|target| DropAnywhere::new(&target, open, over));
            move || drop(listener)
        }
    });
}

/// Keeps the plan at hand in case the page breaks, and warns before changes are lost.
#[hook]
pub fn use_rescue(state: &UseReducerHandle<State>) {
    use_effect_with(state.session().cloned(), |session| {
        rescue::keep(session.clone());
        || rescue::keep(None)
    });
    use_effect_with(state.is_unsaved(), |unsaved| {
        let window = web_sys::window().filter(|_| *unsaved);
        let listener = window.map(|window| {
            let preventing = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", preventing, |event| {
                event.prevent_default();
                // Browsers before 2023 ask only if there is a text, which they do not show.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("Changes are not saved.");
                }
            })
        });
        move || drop(listener)
    });
}

/// Moves the focus to a notice when it comes, so that nobody misses it.
#[hook]
pub fn use_notices(root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with(state.refusal().cloned(), {
        let root = root.clone();
        move |refusal| {
            if refusal.is_some() {
                focus(&root, ".error-summary");
            }
        }
    });
    use_effect_with(state.waiting().is_some(), {
        let root = root.clone();
        move |waits| {
            if *waits {
                focus(&root, "[role='alertdialog']");
            }
        }
    });
}

/// Saves the plan file when it is pressed, and says when that is done.
pub fn saving(session: Session, saved: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        if save(session.file_name(), &write_json(session.plan())).is_ok() {
            saved.emit(());
        }
    })
}

/// Saves the progress report of a plan when it is asked for.
pub fn reporting(session: Session) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        let report = progress_report(session.plan(), session.outcome());
        // A browser that refuses says so itself; nothing of the plan is lost.
        let _ = save("progress-report.md", &report);
    })
}

/// Hands a file to the browser to save.
fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let address = rescue::object_url(text)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Not at once: the browser reads the file only after this task.
    Timeout::new(TIME_TO_SAVE, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
