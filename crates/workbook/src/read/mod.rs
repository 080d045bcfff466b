//! From the bytes of files to sheets of cells, whatever the files are.
//!
//! What a file is follows from what stands in it (`detect`); each kind has a reader of its own, all of which put their
//! cells together in the same way (`content`, `rows`). All of them work within limits (`limits`), say how far they are
//! (`progress`), and never panic: what cannot be read is a [`Refusal`] that says what would be.

mod archive;
mod bundle;
mod cfb;
mod content;
mod csv;
mod date;
mod decimal;
mod detect;
mod fields;
mod format;
mod formulas;
pub mod limits;
mod names;
mod ods;
mod package;
mod parts;
mod progress;
mod reading;
mod refusal;
mod remarks;
mod rows;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub(crate) use csv::{Layout, Letters, layout};
pub(crate) use names::shown;
pub(crate) use parts::{Changeable, Parts, Target, changeable, relationships_part};
pub use progress::{OnProgress, Progress};
pub use reading::Reading;
pub use refusal::Refusal;

use crate::sheet::{FileKind, SourceFile};
use progress::Work;

/// Reads files, each by its name and its bytes. A plan file (JSON) is not read here: see [`is_json`].
///
/// ```
/// use std::ops::ControlFlow;
/// let reading = one_plan_workbook::read::read_files(
///     &[("schemes.csv", b"id,name\nA,Theatres\n"), ("notes.csv", b"%PDF-1.7")],
///     &mut |_| ControlFlow::Continue(()),
/// );
/// assert_eq!(reading.files[0].sheets[0].cell(1, 1).shown(), "Theatres");
/// assert_eq!(
///     reading.refusals[0].to_string(),
///     "The selected file must be a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), a CSV file or a plan file. This is a PDF."
/// );
/// ```
pub fn read_files(files: &[(&str, &[u8])], on_progress: OnProgress<'_>) -> Reading {
    read_all(files, Work::new(on_progress))
}

/// Reads what a plan can be made of: as [`read_files`], but of the sheets that One Plan writes anew, and that grow with the
/// plan, only the title. They would take longer than all tables.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_workbook::{read::read_inputs, write::plan_as_workbook};
/// use std::ops::ControlFlow;
/// let example = example::outcome(r#"
///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}]
/// "#);
/// let workbook = plan_as_workbook(&example.plan, Some(&example.outcome.result_sheet(&example.plan))).unwrap();
/// let reading = read_inputs(&[("plan.xlsx", &workbook)], &mut |_| ControlFlow::Continue(()));
/// let rows = |name: &str| reading.files[0].sheets.iter().find(|sheet| sheet.name == name).unwrap().rows().count();
/// assert_eq!((rows("Results"), rows("Schemes") > 2), (2, true));
/// ```
pub fn read_inputs(files: &[(&str, &[u8])], on_progress: OnProgress<'_>) -> Reading {
    let mut work = Work::new(on_progress);
    work.inputs_only = true;
    read_all(files, work)
}

fn read_all(files: &[(&str, &[u8])], mut work: Work<'_>) -> Reading {
    let mut reading = Reading::default();
    for (name, bytes) in files {
        reading.add(&names::shown(name), bytes, &mut work, &bundle::read);
        if reading.was_stopped {
            break;
        }
    }
    reading
}

/// Reads what was pasted from a spreadsheet, in which tabs set the columns apart, or from a CSV file.
///
/// ```
/// use std::ops::ControlFlow;
/// let reading = one_plan_workbook::read::read_pasted("id\tname\nA\t\"Theatres,\nall\"", &mut |_| ControlFlow::Continue(()));
/// assert_eq!(reading.files[0].sheets[0].cell(1, 1).shown(), "Theatres,\nall");
/// ```
pub fn read_pasted(text: &str, on_progress: OnProgress<'_>) -> Reading {
    const NAME: &str = "pasted";
    let mut work = Work::new(on_progress);
    let mut reading = Reading::default();
    work.begin_file(NAME);
    let result = csv::read_pasted(NAME, text, &mut work).map(|sheet| SourceFile {
        name: NAME.to_owned(),
        kind: FileKind::Csv,
        remarks: Vec::new(),
        sheets: vec![sheet],
    });
    reading.take(NAME, result);
    reading
}

/// Whether a file is JSON, as plan files are: the model reads it.
pub fn is_json(bytes: &[u8]) -> bool {
    detect::is_json(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}
