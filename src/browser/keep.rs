//! What is kept of the work in the browser's own database, by a script that stands outside the module.

use super::turn::next_turn;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

/// So many bytes of a plan are handed to the browser at a time.
const PART: usize = 1 << 20;

#[wasm_bindgen]
extern "C" {
    // Stands in the scripts that start the page. A document that only loads the JavaScript API has none: nothing is kept.
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn listen(told: &js_sys::Function) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn begin(opening: u32, name: &str, title: &str, base: &js_sys::Promise) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn append(opening: u32, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = fileSaved, catch)]
    fn file_saved(opening: u32, entry: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn list() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = isHere, catch)]
    fn is_here(id: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    async fn fetch(id: &str, leave_out: bool) -> Result<FetchedPlan, JsValue>;
    /// What the script fetched of a kept plan.
    type FetchedPlan;
    #[wasm_bindgen(method, getter)]
    fn plan(this: &FetchedPlan) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn name(this: &FetchedPlan) -> String;
    #[wasm_bindgen(method, getter)]
    fn base(this: &FetchedPlan) -> Array;
    #[wasm_bindgen(method, getter)]
    fn changes(this: &FetchedPlan) -> Vec<String>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = wasRead, catch)]
    fn was_read() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn adopt(opening: u32, plan: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, catch)]
    fn copy(opening: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanKeep, js_name = takeOver, catch)]
    async fn take_over(opening: u32) -> Result<JsValue, JsValue>;
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

/// A kept plan as the script fetched it, and goes on with it once it is open.
#[derive(Clone, Debug)]
pub struct Fetched(Rc<JsValue>);

impl Fetched {
    /// The script's own object of it.
    pub fn of(plan: JsValue) -> Self {
        Self(Rc::new(plan))
    }
}

impl PartialEq for Fetched {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Keeps another plan from now on, by the number of its opening: its text as a plan file, which may still be being written.
/// What is changed meanwhile is kept behind it.
pub fn begin_keeping(opening: u32, name: &str, title: &str, base: impl Future<Output = String> + 'static) {
    let base = future_to_promise(async move { Ok(parts_of(&base.await).await.into()) });
    let _ = begin(opening, name, title, &base);
}

/// Goes on keeping a plan that was fetched, now that it is open.
pub fn go_on_keeping(opening: u32, fetched: &Fetched) {
    let _ = adopt(opening, &fetched.0);
}

/// Keeps an entry of the journal of the plan of an opening; of another one than the last nothing is kept any more.
pub fn keep_entry(opening: u32, entry: &str) {
    let _ = append(opening, entry);
}

/// Notes that the file of the plan is there, with its entry in the journal.
pub fn keep_saved(opening: u32, entry: &str) {
    let _ = file_saved(opening, entry);
}

/// The plans that are kept, as JSON.
///
/// # Errors
///
/// Why the browser gives none.
pub async fn kept_plans() -> Result<String, String> {
    text(list().await)
}

/// A text for the browser, part by part: handed over at once, that of a large plan would hold the page up.
async fn parts_of(text: &str) -> Array {
    let (parts, mut rest) = (Array::new(), text);
    loop {
        let (part, others) = rest.split_at(rest.floor_char_boundary(PART));
        parts.push(&part.into());
        if others.is_empty() {
            return parts;
        }
        rest = others;
        next_turn().await;
    }
}

/// The text that came in parts.
async fn joined(parts: &Array) -> String {
    let mut text = String::new();
    for (before, part) in parts.iter().enumerate() {
        if before > 0 {
            next_turn().await;
        }
        text.push_str(&part.as_string().unwrap_or_default());
    }
    text
}

/// A kept plan.
pub struct KeptFile {
    /// The name of its file.
    pub name: String,
    /// Its text as it was read.
    pub base: String,
    /// Its journal, a text for each entry.
    pub changes: Vec<String>,
    /// What the script goes on with once it is open.
    pub fetched: Fetched,
}

/// A kept plan; without the last entry of its journal where that is left out.
///
/// # Errors
///
/// Why the browser does not give it.
pub async fn kept_plan(id: &str, leave_out: bool) -> Result<KeptFile, String> {
    let found = fetch(id, leave_out).await.map_err(|error| reason(&error))?;
    let base = joined(&found.base()).await;
    let fetched = Fetched::of(found.plan());
    Ok(KeptFile { name: found.name(), base, changes: found.changes(), fetched })
}

/// Notes that a kept plan was read: the page did not end over it.
pub fn kept_plan_was_read() {
    let _ = was_read();
}

/// Whether a kept plan is open here and kept by this tab.
pub fn is_kept_here(id: &str) -> bool {
    is_here(id).unwrap_or(false)
}

/// Keeps what is open as a plan of its own.
pub fn keep_as_copy(opening: u32) {
    let _ = copy(opening);
}

/// Goes on here with what is kept, in place of another tab.
///
/// # Errors
///
/// Why the browser does not.
pub async fn keep_here(opening: u32) -> Result<String, String> {
    text(take_over(opening).await)
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
        Err(error) => Err(reason(&error)),
    }
}

/// Why the browser refuses something.
fn reason(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &JsValue::from_str("message")).ok();
    message.and_then(|message| message.as_string()).unwrap_or_else(|| "the browser refuses".to_owned())
}
