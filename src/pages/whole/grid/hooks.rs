//! What a grid asks of the browser: to keep the active cell in sight, and to be told of copy and paste.

use crate::browser::has_focus;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Puts the focus into the field that is written in; else keeps the active cell in sight while the grid has the focus.
#[hook]
pub fn use_active_cell(at: (u32, usize), first: u32, is_writing: bool, grid: &NodeRef, field: &NodeRef) {
    use_effect_with((at, first, is_writing), {
        let (grid, field) = (grid.clone(), field.clone());
        move |(.., is_writing)| {
            let Some(grid) = grid.cast::<Element>() else { return };
            if *is_writing {
                focus(&field);
            } else if let Some(cell) = grid.query_selector("[aria-selected='true'][data-active]").ok().flatten()
                && has_focus(&grid)
            {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                nearest.set_inline(ScrollLogicalPosition::Nearest);
                cell.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        }
    });
}

/// Hears of copy and paste while the grid has the focus.
///
/// On the document: with the focus on what is no field, Firefox sends these to the body. It listens once, for as long as the
/// grid stands, and does what the last drawing gave it to do: there is no moment in which nobody listens.
#[hook]
pub fn use_clipboard(grid: &NodeRef, oncopy: Callback<Event>, onpaste: Callback<Event>) {
    let latest = use_mut_ref(|| [Callback::noop(), Callback::noop()]);
    *latest.borrow_mut() = [oncopy, onpaste];
    use_effect_with((), {
        let (grid, document) = (grid.clone(), gloo::utils::document());
        move |()| {
            let listening = |name: &'static str, which: usize| {
                let (grid, latest) = (grid.clone(), Rc::clone(&latest));
                let preventing = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, name, preventing, move |event| {
                    if grid.cast::<Element>().is_some_and(|grid| has_focus(&grid)) {
                        let callback = latest.borrow().get(which).cloned();
                        callback.into_iter().for_each(|callback| callback.emit(event.clone()));
                    }
                })
            };
            let listeners = [listening("copy", 0), listening("paste", 1)];
            move || drop(listeners)
        }
    });
}

/// Moves the focus to what stands at a place.
pub fn focus(place: &NodeRef) {
    if let Some(element) = place.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}
