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
mod ods;
mod package;
mod progress;
mod refusal;
mod remarks;
mod rows;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use progress::{OnProgress, Progress};
pub use refusal::Refusal;

use crate::sheet::{FileKind, SourceFile};
use detect::Detected;
use progress::Work;
use refusal::{Reason, Trouble};

/// What came of reading files.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The files that were read, in their order; those within an archive in the order that they have in it.
    pub files: Vec<SourceFile>,
    /// The files that were not, each with what it should have been.
    pub refusals: Vec<Refusal>,
    /// Whether the person did not want to wait for the rest.
    pub was_stopped: bool,
}

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
    let mut work = Work::new(on_progress);
    let mut reading = Reading::default();
    for (name, bytes) in files {
        reading.add(&shown_name(name), bytes, &mut work, &bundle::read);
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

/// What is done with an archive of other files.
type OnBundle = dyn Fn(&mut Reading, &str, archive::Archive<'_>, &mut Work<'_>) -> Result<(), Trouble>;

impl Reading {
    /// Reads a file and keeps what came of it.
    fn add(&mut self, name: &str, bytes: &[u8], work: &mut Work<'_>, on_bundle: &OnBundle) {
        work.begin_file(name);
        let result = self.read(name, bytes, work, on_bundle);
        match result {
            Ok(Some(file)) => self.files.push(file),
            Ok(None) => {}
            Err(trouble) => self.take(name, Err(trouble)),
        }
    }

    fn take(&mut self, name: &str, result: Result<SourceFile, Trouble>) {
        match result {
            Ok(file) => self.files.push(file),
            Err(Trouble::Stopped) => self.was_stopped = true,
            Err(Trouble::Refused(Reason { expected, found, advice })) => {
                self.refusals.push(Refusal { file: name.to_owned(), expected, found, advice });
            }
        }
    }

    /// Reads a file; an archive of files yields more of them by itself.
    fn read(
        &mut self,
        name: &str,
        bytes: &[u8],
        work: &mut Work<'_>,
        on_bundle: &OnBundle,
    ) -> Result<Option<SourceFile>, Trouble> {
        if bytes.len() as u64 > limits::LARGEST_FILE {
            return Err(archive::too_large(Some(bytes.len() as u64)));
        }
        let (kind, sheets, mut remarks) = match detect::detect(bytes, work.expanded)? {
            Detected::Xlsx(mut archive, main) => {
                let sheets = xlsx::read(&mut archive, &main, work);
                work.expanded = archive.expanded;
                (FileKind::Xlsx, sheets?, Vec::new())
            }
            Detected::Xlsb(mut archive, main) => {
                let sheets = xlsb::read(&mut archive, &main, work);
                work.expanded = archive.expanded;
                (FileKind::Xlsb, sheets?, Vec::new())
            }
            Detected::Xls(stream) => (FileKind::Xls, xls::read(&stream, work)?, Vec::new()),
            Detected::Ods(mut archive) => {
                let sheets = ods::read(&mut archive, work);
                work.expanded = archive.expanded;
                (FileKind::Ods, sheets?, Vec::new())
            }
            Detected::Text => {
                let (sheet, remarks) = csv::read(stem(name), bytes, work)?;
                (FileKind::Csv, vec![sheet], remarks)
            }
            Detected::Bundle(archive) => return on_bundle(self, name, archive, work).map(|()| None),
        };
        remarks.extend(remarks::of(&sheets));
        Ok(Some(SourceFile { name: name.to_owned(), kind, sheets, remarks }))
    }
}

/// The name of a file without its folders and its ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

/// A name as it can be shown: it is never a path to anything.
fn shown_name(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(500).collect()
}
