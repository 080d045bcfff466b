use crate::app::host_mode::HostMode;
use crate::app::state::State;
use crate::browser::{focus_first, focused_beside, has_focus, next_turn, scroll_back, scroll_to};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// To what an address leads beside its page, such as a field that is to be filled.
const ARRIVAL: &str = "main [data-arrival]";

/// The number that was pressed last for its explanation.
type Pressed = Rc<RefCell<Option<HtmlElement>>>;

/// Moves the focus: to the heading of a page on arrival, or to what the address leads to on it, to an explanation when it opens, and back
/// to the number when it closes.
#[hook]
pub fn use_focus(mode: HostMode, root: &NodeRef, state: &State) {
    use_effect_with((mode, state.arrivals()), {
        let root = root.clone();
        move |(mode, arrivals)| {
            let Some(root) = root.cast::<Element>().filter(|_| *arrivals > 0) else { return };
            let mode = *mode;
            // To focus and to scroll, the browser has to lay the new page out: in a turn of its own, because drawing the
            // page took one already.
            spawn_local(async move {
                next_turn().await;
                arrive(mode, &root);
            });
        }
    });
    let pressed = use_mut_ref(|| None::<HtmlElement>);
    // What led to the explanation, for an explanation that was opened by its address.
    let led = use_mut_ref(String::new);
    use_effect_with((state.trail(), state.explained_id()), {
        let root = root.clone();
        move |(trail, id)| {
            let Some(root) = root.cast::<Element>() else { return };
            if trail.is_empty() {
                return_focus(&root, &pressed, &led.take());
                return;
            }
            if trail.len() == 1 {
                led.replace(id.clone());
            }
            focus_explanation(&root, &pressed);
        }
    });
}

fn arrive(mode: HostMode, root: &Element) {
    let is_led = root.query_selector(ARRIVAL).is_ok_and(|found| found.is_some());
    if mode == HostMode::Document || has_focus(root) {
        focus_first(root, if is_led { ARRIVAL } else { "main h1" });
    }
    // Who comes back is where they were; who arrives, at the beginning or where they are led.
    if mode == HostMode::Document && !scroll_back() && !is_led {
        scroll_to(0);
    }
}

fn focus_explanation(root: &Element, pressed: &Pressed) {
    let number = focused_beside(root).filter(|element| element.has_attribute("data-figure"));
    if let Some(number) = number.and_then(|element| element.dyn_into().ok()) {
        pressed.replace(Some(number));
    }
    focus_first(root, ".panel h2");
    if let Some(number) = pressed.borrow().as_ref() {
        // The page is narrower beside an explanation, so everything on it has moved.
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        nearest.set_inline(ScrollLogicalPosition::Nearest);
        number.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

fn return_focus(root: &Element, pressed: &Pressed, led: &str) {
    match pressed.take() {
        Some(number) if number.is_connected() => {
            let _ = number.focus();
        }
        None if led.is_empty() => {}
        _ => {
            let number = format!("main [data-figure='{led}']");
            let is_there = root.query_selector(&number).is_ok_and(|found| found.is_some());
            focus_first(root, if is_there { &number } else { "main h1" });
        }
    }
}

/// Moves the focus to a notice when it comes, so that nobody misses it.
#[hook]
pub fn use_focus_on_notices(root: &NodeRef, state: &State) {
    let focusing = |selector: &'static str| {
        let root = root.clone();
        move |comes: bool| {
            if let Some(root) = root.cast::<Element>().filter(|_| comes) {
                focus_first(&root, selector);
            }
        }
    };
    let (on_refusal, on_question) = (focusing(".error-summary"), focusing("[role='alertdialog']"));
    use_effect_with(state.refusal().cloned(), move |refusal| on_refusal(refusal.is_some()));
    use_effect_with(state.waiting().is_some(), move |waits| on_question(*waits));
}
