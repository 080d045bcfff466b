//! Files of every kind are read as what they are, and everything hostile is refused in words.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it fails")]

mod binary;
mod cells;
#[path = "../support/files.rs"]
mod files;
mod kinds;
mod open_document;
mod values;

use std::ops::ControlFlow;

use one_plan_workbook::read::{Reading, Refusal, read_files};
use one_plan_workbook::sheet::{Sheet, SourceFile};

/// Reads one file.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_files(&[(name, bytes)], &mut |_| ControlFlow::Continue(()))
}

/// The file that bytes are.
pub fn file(name: &str, bytes: &[u8]) -> SourceFile {
    let mut reading = read(name, bytes);
    assert_eq!(reading.refusals, Vec::<Refusal>::new(), "{name}");
    assert_eq!(reading.files.len(), 1, "{name}");
    reading.files.remove(0)
}

/// The first sheet of the file that bytes are.
pub fn sheet(name: &str, bytes: &[u8]) -> Sheet {
    file(name, bytes).sheets.remove(0)
}

/// What is said of a file that is not read.
pub fn refusal(name: &str, bytes: &[u8]) -> Refusal {
    let mut reading = read(name, bytes);
    assert!(reading.files.is_empty(), "{name} was read");
    assert_eq!(reading.refusals.len(), 1, "{name}");
    reading.refusals.remove(0)
}
