use gloo::utils::window;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

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
