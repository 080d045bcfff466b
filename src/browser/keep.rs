//! What is kept of the work in the browser's own database, by a script that stands outside the module.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    // Stands in the scripts that start the page. A document that only loads the JavaScript API has none: nothing is kept.
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn listen(told: &js_sys::Function) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn begin(name: &str, title: &str, base: &js_sys::Promise) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn append(text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = fileSaved, catch)]
    fn file_saved(entry: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn list() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn restore(id: &str, leave_out: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn opened() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn copy() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = takeOver, catch)]
    async fn take_over() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn forget(id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn promise(ask: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn erase() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = canChooseFile, catch)]
    fn can_choose_file() -> Result<bool, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = saveToFile, catch)]
    async fn save_to_file(name: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// Tells a function, as JSON, of everything that becomes of the work. It does so for as long as the page stands.
pub fn listen_to_keeping(told: impl Fn(String) + 'static) {
    let told = Closure::<dyn Fn(String)>::new(told);
    if listen(told.as_ref().unchecked_ref()).is_ok() {
        told.forget();
    }
}

/// Keeps another plan from now on: its text as a plan file, which may still be being written. What is changed meanwhile is
/// kept behind it.
pub fn begin_keeping(name: &str, title: &str, base: impl Future<Output = String> + 'static) {
    let base = future_to_promise(async move { Ok(JsValue::from(base.await)) });
    let _ = begin(name, title, &base);
}

/// Keeps an entry of the journal of the plan that is open.
pub fn keep_entry(entry: &str) {
    let _ = append(entry);
}

/// Notes that the file of the plan is there, with its entry in the journal.
pub fn keep_saved(entry: &str) {
    let _ = file_saved(entry);
}

/// The plans that are kept, as JSON.
///
/// # Errors
///
/// Why the browser gives none.
pub async fn kept_plans() -> Result<String, String> {
    text(list().await)
}

/// A kept plan as JSON: its name, its text as it was read, and its journal; without the last entry where that is left out.
///
/// # Errors
///
/// Why the browser does not give it.
pub async fn kept_plan(id: &str, leave_out: bool) -> Result<String, String> {
    text(restore(id, leave_out).await)
}

/// Notes that a kept plan is open: the page did not end over it.
pub fn kept_plan_is_open() {
    let _ = opened();
}

/// Keeps what is open as a plan of its own.
pub fn keep_as_copy() {
    let _ = copy();
}

/// Goes on here with what is kept, in place of another tab.
///
/// # Errors
///
/// Why the browser does not.
pub async fn keep_here() -> Result<String, String> {
    text(take_over().await)
}

/// Forgets a kept plan.
///
/// # Errors
///
/// Why the browser does not.
pub async fn forget_plan(id: &str) -> Result<String, String> {
    text(forget(id).await)
}

/// What the browser promises about what is kept, as JSON; it may be asked to promise more.
///
/// # Errors
///
/// Why the browser does not say.
pub async fn promise_of_browser(ask: bool) -> Result<String, String> {
    text(promise(ask).await)
}

/// Erases everything that this page keeps in this browser.
///
/// # Errors
///
/// Why the browser does not.
pub async fn erase_everything() -> Result<String, String> {
    text(erase().await)
}

/// Whether the browser lets a person choose the file that is written.
pub fn writes_chosen_files() -> bool {
    can_choose_file().unwrap_or(false)
}

/// Writes a text to a file that the person chooses, reads it back and compares; the name of the file, or nothing where the
/// person did not want to.
///
/// # Errors
///
/// Why it is not written.
pub async fn save_to_chosen_file(name: &str, content: &str) -> Result<String, String> {
    text(save_to_file(name, content).await)
}

fn text(answer: Result<JsValue, JsValue>) -> Result<String, String> {
    match answer {
        Ok(value) => Ok(value.as_string().unwrap_or_default()),
        Err(error) => {
            let message = js_sys::Reflect::get(&error, &JsValue::from_str("message")).ok();
            Err(message.and_then(|message| message.as_string()).unwrap_or_else(|| "the browser refuses".to_owned()))
        }
    }
}
