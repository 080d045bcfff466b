use gloo::utils::window;
use js_sys::{Date, Promise};
use one_plan_model::pace::{InSlices, Pace, Stage};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// For so many milliseconds at a time the page does nothing else: less than one picture of the screen.
const SLICE: f64 = 12.0;
/// How far the work is is told again after so many milliseconds.
const TOLD_AFTER: f64 = 100.0;

/// Lets the browser do what waits: draw, and answer what a person does. A message is sent to oneself because it comes in
/// the next turn; timers are held back, more so where the page is in the background.
pub async fn next_turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let come = Promise::new(&mut |come, _| {
        channel.port1().set_onmessage(Some(&come));
        // Nothing is sent along, so that nothing can be wrong with it.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(come).await;
    channel.port1().close();
}

/// The time in milliseconds, from some point on.
pub fn clock() -> f64 {
    window().performance().map_or_else(Date::now, |clock| clock.now())
}

/// Runs work so that the page goes on meanwhile; nothing where it is not wanted any more.
pub async fn in_slices<T>(
    work: impl AsyncFnOnce(&Pace<'_>) -> T,
    tell: impl Fn(Stage),
    is_wanted: impl Fn() -> bool,
) -> Option<T> {
    let (end, stage) = (Cell::new(clock() + SLICE), Cell::new(None));
    let gives_way = |at: Stage| {
        stage.set(Some(at));
        clock() >= end.get()
    };
    let pace = Pace::new(&gives_way);
    let mut slices = InSlices::new(work(&pace));
    let mut told = 0.0;
    let mut gave_way = false;
    loop {
        if let Some(result) = slices.next() {
            if gave_way {
                // What is done with the result has a turn of its own: the last slice took one.
                next_turn().await;
            }
            return Some(result);
        }
        gave_way = true;
        if let Some(stage) = stage.get().filter(|_| clock() >= told + TOLD_AFTER) {
            tell(stage);
            told = clock();
        }
        next_turn().await;
        if !is_wanted() {
            return None;
        }
        end.set(clock() + SLICE);
    }
}
