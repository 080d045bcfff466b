//! When something that stands on the page has room there: what a style sheet hides has none.

use super::turn::next_turn;
use gloo::events::EventListener;
use gloo::utils::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, ResizeObserver};

/// What is watched until it goes.
pub struct WatchedForRoom {
    is_wanted: Rc<Cell<bool>>,
    observer: Option<ResizeObserver>,
    _changed: Closure<dyn FnMut()>,
    _printed: EventListener,
}

impl Drop for WatchedForRoom {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Does something once when an element has room, in a turn of its own, or at once when the page is printed: on paper there is
/// room for another than on the screen.
pub fn when_it_has_room(element: &Element, then: impl Fn() + Clone + 'static) -> WatchedForRoom {
    let is_wanted = Rc::new(Cell::new(true));
    let once = {
        let is_wanted = Rc::clone(&is_wanted);
        move || {
            if is_wanted.replace(false) {
                then();
            }
        }
    };
    let printed = EventListener::once(&window(), "beforeprint", {
        let once = once.clone();
        move |_| once()
    });
    let changed = Closure::new({
        let element = element.clone();
        let once = once.clone();
        move || {
            if element.client_width() > 0 {
                let once = once.clone();
                spawn_local(async move {
                    next_turn().await;
                    once();
                });
            }
        }
    });
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
    match &observer {
        Some(observer) => observer.observe(element),
        // Who cannot be asked is taken to have room.
        None => once(),
    }
    WatchedForRoom { is_wanted, observer, _changed: changed, _printed: printed }
}
