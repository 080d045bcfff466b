use crate::app::state::{Action, State};
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// While a file is read, Escape stops that, wherever the focus is: after a file was dropped it is nowhere.
#[hook]
pub fn use_stop_by_key(is_reading: bool, dispatcher: UseReducerDispatcher<State>) {
    use_effect_with(is_reading, move |is_reading| {
        let listener = is_reading.then(|| {
            EventListener::new(&window(), "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    dispatcher.dispatch(Action::StopReading);
                }
            })
        });
        move || drop(listener)
    });
}
