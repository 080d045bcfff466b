//! The second module, which reads and writes workbooks in a worker of its own.

use std::fmt::{self, Display, Formatter};

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

#[wasm_bindgen]
extern "C" {
    // Stands in the scripts that start the page. A document that only loads the JavaScript API has none.
    #[wasm_bindgen(js_namespace = onePlanWorkbook, catch)]
    async fn run(call: &str, given: &Array, progress: &Function) -> Result<JsValue, JsValue>;
    // The same, begun before it is waited for.
    #[wasm_bindgen(js_namespace = onePlanWorkbook, js_name = run, catch)]
    fn begin_run(call: &str, given: &Array, progress: &Function) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = onePlanWorkbook, catch)]
    fn begin() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = onePlanWorkbook, catch)]
    fn stop() -> Result<(), JsValue>;
}

/// How far the reading of files is.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingProgress {
    /// The file.
    pub file: String,
    /// The sheet in it; empty where a file has none.
    pub sheet: String,
    /// Rows so far.
    pub rows: f64,
    /// The share of the bytes of the file that is done, from 0 to 1; nothing while it is not known.
    pub share: Option<f64>,
}

/// How far the writing of a workbook is.
#[derive(Clone, Debug, PartialEq)]
pub struct WritingProgress {
    /// The sheet that is written now; empty where all are and the file is packed.
    pub sheet: String,
    /// How many sheets are written.
    pub done: f64,
    /// How many there are.
    pub of: f64,
}

impl Display for WritingProgress {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self { sheet, done, of } = self;
        match sheet.as_str() {
            "" => write!(formatter, "All {of} sheets are written; the file is packed."),
            sheet => write!(formatter, "Sheet {} of {of}: {sheet}.", done + 1.0),
        }
    }
}

/// What came of files that were opened.
#[derive(Clone, Debug)]
pub struct OpenedFiles {
    /// The plan as a plan file; nothing where there can be none.
    pub plan: Option<Blob>,
    /// The load report as JSON.
    pub report: String,
}

/// Opens files by their names and contents, which the worker brings in itself. What the open plan remembers of headings is a
/// list of rows in JSON.
///
/// # Errors
///
/// What the worker says, or the word "stopped" where it was stopped.
pub async fn open_files(
    files: &[(String, Blob)],
    remembered: &str,
    on_progress: impl Fn(ReadingProgress) + 'static,
) -> Result<OpenedFiles, String> {
    let (names, contents) = (Array::new(), Array::new());
    for (name, content) in files {
        names.push(&JsValue::from_str(name));
        contents.push(content);
    }
    let told = Closure::<dyn Fn(String, String, f64, f64, f64)>::new(move |file, sheet, rows, bytes: f64, of: f64| {
        let share = (of > 0.0).then(|| (bytes / of).min(1.0));
        on_progress(ReadingProgress { file, sheet, rows, share });
    });
    let given = Array::of3(&names, &contents, &JsValue::from_str(remembered));
    run("openFiles", &given, told.as_ref().unchecked_ref()).await.map(OpenedFiles::of).map_err(words)
}

/// Reads the files that were opened last once more, with what a person said of them: a mapping in JSON.
///
/// # Errors
///
/// What the worker says; also where it is no mapping, or the files are not open any more.
pub async fn answer_files(mapping: &str) -> Result<OpenedFiles, String> {
    let given = Array::of1(&JsValue::from_str(mapping));
    let nothing = Closure::<dyn Fn()>::new(|| {});
    run("answer", &given, nothing.as_ref().unchecked_ref()).await.map(OpenedFiles::of).map_err(words)
}

impl OpenedFiles {
    /// What the worker answers: the plan, and the report.
    fn of(answer: JsValue) -> Self {
        let answer = Array::from(&answer);
        Self { plan: answer.get(0).dyn_into().ok(), report: answer.get(1).as_string().unwrap_or_default() }
    }
}

/// A file that the second module writes: by the name of its function, from the bytes of texts.
///
/// # Errors
///
/// What the worker says, or the word "stopped" where it was stopped.
pub async fn written_file(call: &'static str, texts: &[&[u8]]) -> Result<Vec<u8>, String> {
    let given = texts.iter().map(|text| Uint8Array::from(*text)).collect::<Array>();
    let nothing = Closure::<dyn Fn()>::new(|| {});
    let answer = run(call, &given, nothing.as_ref().unchecked_ref()).await.map_err(words)?;
    Ok(Uint8Array::new(&answer).to_vec())
}

/// A plan that the worker was given for a workbook, and reads meanwhile.
pub struct HandedPlan {
    key: Result<JsFuture, JsValue>,
    /// Nothing is told while a plan is read.
    _told: Closure<dyn Fn()>,
}

/// Gives the worker the plan file of a workbook that is to be written.
pub fn hand_plan(file: &[u8]) -> HandedPlan {
    let given = Array::of1(&Uint8Array::from(file));
    let told = Closure::<dyn Fn()>::new(|| {});
    let key = begin_run("takePlan", &given, told.as_ref().unchecked_ref()).map(JsFuture::from);
    HandedPlan { key, _told: told }
}

/// The workbook of a plan, with what follows from it.
///
/// # Errors
///
/// What the worker says, or the word "stopped" where it was stopped.
pub async fn written_workbook(
    plan: HandedPlan,
    results: &[u8],
    on_progress: impl Fn(WritingProgress) + 'static,
) -> Result<Vec<u8>, String> {
    let key = plan.key.map_err(words)?.await.map_err(words)?;
    let told = Closure::<dyn Fn(String, f64, f64)>::new(move |sheet, done, of| {
        on_progress(WritingProgress { sheet, done, of });
    });
    let given = Array::of2(&key, &Uint8Array::from(results));
    let answer = run("planAsWorkbook", &given, told.as_ref().unchecked_ref()).await.map_err(words)?;
    Ok(Uint8Array::new(&answer).to_vec())
}

/// The file that was opened last, by its position among those that were chosen together, with its problems marked, and what
/// the check found at its cells, as JSON: its name and its bytes.
///
/// # Errors
///
/// What the worker says; also where another file was opened meanwhile, or the worker was stopped.
pub async fn corrected_copy(position: usize, findings: &str) -> Result<(String, Vec<u8>), String> {
    let given = Array::of2(&JsValue::from_f64(position as f64), &JsValue::from_str(findings));
    let nothing = Closure::<dyn Fn()>::new(|| {});
    let answer = run("corrected", &given, nothing.as_ref().unchecked_ref()).await.map_err(words)?;
    let part = |name: &str| Reflect::get(&answer, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    match part("name").as_string() {
        Some(name) => Ok((name, Uint8Array::new(&part("bytes")).to_vec())),
        None => Err("the files are not open any more; open them again".to_owned()),
    }
}

/// Makes the worker while what it will be given is put together.
pub fn begin_workbook() {
    // Without the scripts of the page the call itself says that it cannot be.
    let _ = begin();
}

/// Ends what is under way.
pub fn stop_workbook() {
    // Without the scripts of the page nothing is under way.
    let _ = stop();
}

/// What an error of the worker says.
fn words(error: JsValue) -> String {
    error.as_string().unwrap_or_else(|| {
        let message = Reflect::get(&error, &JsValue::from_str("message")).ok().and_then(|message| message.as_string());
        message.unwrap_or_else(|| "the worker that reads workbooks failed".to_owned())
    })
}
