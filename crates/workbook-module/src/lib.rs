//! The second module of the page: plans in and out of the files that people have. It runs in a worker, is loaded when it
//! is first needed, and knows nothing of the rules: what follows from a plan comes to it as data.
//!
//! Plans go in and out as plan files, and what follows from one as bytes that both modules know, so that the two share no
//! memory. Text goes as bytes too: JavaScript would keep it in twice the room, and write and read it letter by letter.

use js_sys::{Array, Function, Uint8Array};
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{ResultSheet, Seal};
use one_plan_model::plan::Plan;
use one_plan_workbook::answers::{Answers, HeadingRow};
use one_plan_workbook::load::{self, Opened};
use one_plan_workbook::read::Progress;
use one_plan_workbook::write::{self, WriteProblem, Writing};
use std::ops::ControlFlow;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// Keeps what a panic says where the worker finds it: the trap that follows says only "unreachable".
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let words = JsValue::from_str(&panic.to_string());
        // Nobody is left to be told that this failed.
        let _ = js_sys::Reflect::set(&js_sys::global(), &JsValue::from_str("onePlanPanic"), &words);
    }));
}

/// Files that were opened: the plan, the report, and the sheets for a corrected copy.
#[wasm_bindgen]
#[derive(Debug)]
pub struct OpenedFiles {
    opened: Opened,
    chosen: Vec<(String, Vec<u8>)>,
}

/// A file that was written.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct WrittenFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

#[wasm_bindgen]
impl OpenedFiles {
    /// Reads the same files once more, with what a person said of them meanwhile: a mapping in JSON.
    ///
    /// # Errors
    ///
    /// When it is no mapping, in words.
    pub fn answer(&mut self, mapping: &str) -> Result<(), JsError> {
        self.opened
            .answer(&Answers::of_json(mapping).map_err(|why| JsError::new(&format!("it is no mapping: {why}")))?);
        Ok(())
    }

    /// The plan as the bytes of a plan file; nothing where there can be none.
    #[wasm_bindgen(getter)]
    pub fn plan(&self) -> Option<Vec<u8>> {
        self.opened.loaded.plan.as_ref().map(|plan| write_json(plan).into_bytes())
    }

    /// The load report as JSON.
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> String {
        self.opened.loaded.report.json().to_string()
    }

    /// A copy of one of the files, by its position among those that were chosen, in which everything that has to be looked
    /// at is marked.
    ///
    /// # Errors
    ///
    /// When there can be no copy, in words.
    pub fn corrected(&self, position: usize) -> Result<WrittenFile, JsError> {
        let chosen: Vec<(&str, &[u8])> =
            self.chosen.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let (name, bytes) = write::corrected_copy(&chosen, position, &self.opened.files, &self.opened.loaded.report)
            .map_err(problem)?;
        Ok(WrittenFile { name, bytes })
    }
}

/// Opens files by their names and contents, with what the open plan remembers of headings as rows of its table
/// `headings`. The function is told how far the reading is, as the name of the file, that of the sheet, rows so far,
/// bytes so far, and bytes in all.
///
/// # Errors
///
/// When what the plan remembers is no such rows.
#[wasm_bindgen(js_name = openFiles)]
pub fn open_files(
    names: Vec<String>,
    contents: Array,
    remembered: &str,
    progress: &Function,
) -> Result<OpenedFiles, JsError> {
    let contents = contents.iter().map(|content| Uint8Array::new(&content).to_vec());
    let chosen: Vec<(String, Vec<u8>)> = names.into_iter().zip(contents).collect();
    let files: Vec<(&str, &[u8])> = chosen.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let mut tell = |at: &Progress<'_>| {
        // Counts beyond 2^53 do not occur: files are far smaller.
        let counts = [at.rows, at.bytes, at.of_bytes].map(|count| JsValue::from_f64(count as f64));
        let told = Array::of5(&at.file.into(), &at.sheet.into(), &counts[0], &counts[1], &counts[2]);
        // Whoever waits may have gone: the reading goes on all the same. To stop it, the worker is ended.
        let _ = progress.apply(&JsValue::NULL, &told);
        ControlFlow::Continue(())
    };
    let rows: Vec<HeadingRow> = serde_json::from_str(remembered).map_err(|error| JsError::new(&error.to_string()))?;
    let opened = load::open(&files, &Answers::of_rows(&rows), &mut tell);
    Ok(OpenedFiles { opened, chosen })
}

/// What a plan remembers of headings, the rows of its table `headings`, as a mapping in JSON.
///
/// # Errors
///
/// When they are no such rows.
#[wasm_bindgen(js_name = mappingOf)]
pub fn mapping_of(remembered: &[u8]) -> Result<Vec<u8>, JsError> {
    let rows: Vec<HeadingRow> = serde_json::from_slice(remembered).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(format!("{:#}\n", Answers::of_rows(&rows).json()).into_bytes())
}

/// The blank workbook.
///
/// # Errors
///
/// When it cannot be written.
#[wasm_bindgen]
pub fn template() -> Result<Vec<u8>, JsError> {
    write::template().map_err(problem)
}

/// What stands in the tables of a plan, and where what people have belongs, as JSON. The first module does without these
/// words, which only who fills something in needs.
#[wasm_bindgen]
pub fn guide() -> Vec<u8> {
    write::guide().to_string().into_bytes()
}

/// A plan that a workbook is written of. It is read while the first module still puts together what follows from it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TakenPlan {
    plan: Plan,
    seal: Seal,
}

#[wasm_bindgen]
impl TakenPlan {
    /// A plan, from the plan file that the first module writes of it.
    ///
    /// # Errors
    ///
    /// When it is none.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8]) -> Result<Self, JsError> {
        Ok(Self { plan: plan_of(file)?, seal: Seal::of_file(file) })
    }

    /// The plan as a workbook whose formulas calculate, with what follows from it as the first module hands it out. The
    /// function is told how far the writing is, as the name of the sheet, which is empty when all are written, how many
    /// are, and how many there are.
    ///
    /// # Errors
    ///
    /// When a workbook cannot hold it.
    #[wasm_bindgen(js_name = asWorkbook)]
    pub fn as_workbook(&self, results: &[u8], progress: &Function) -> Result<Vec<u8>, JsError> {
        let results = ResultSheet::of_bytes(results).map_err(|error| JsError::new(&error.to_string()))?;
        let mut tell = |at: Writing<'_>| {
            let [done, of] = [at.done, at.of].map(|count| JsValue::from_f64(count as f64));
            // Whoever waits may have gone: the writing goes on all the same. To stop it, the worker is ended.
            let _ = progress.apply(&JsValue::NULL, &Array::of3(&at.sheet.into(), &done, &of));
        };
        write::plan_as_workbook_telling((&self.plan, &self.seal), Some(&results), &mut tell).map_err(problem)
    }
}

/// A plan as comma-separated values, a file for each table, in one archive.
///
/// # Errors
///
/// When it cannot be written.
#[wasm_bindgen(js_name = planAsCsv)]
pub fn plan_as_csv(plan: &[u8]) -> Result<Vec<u8>, JsError> {
    write::plan_as_csv_zip(&plan_of(plan)?).map_err(problem)
}

/// Figures and their dictionary, as the first module writes them, in one archive.
///
/// # Errors
///
/// When it cannot be written.
#[wasm_bindgen(js_name = figuresAsCsv)]
pub fn figures_as_csv(figures: &[u8], dictionary: &[u8]) -> Result<Vec<u8>, JsError> {
    write::results_as_csv_zip(std::str::from_utf8(figures)?, std::str::from_utf8(dictionary)?).map_err(problem)
}

fn plan_of(text: &[u8]) -> Result<Plan, JsError> {
    read_json(text).map(|file| file.plan).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        JsError::new(&format!("the plan that is open cannot be read again: {first}"))
    })
}

fn problem(problem: WriteProblem) -> JsError {
    JsError::new(&problem.to_string())
}
