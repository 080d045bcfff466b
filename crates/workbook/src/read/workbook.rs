//! What a workbook of Excel since 2007 says of its sheets, whether its parts are XML or binary.

use std::collections::HashMap;

use super::date::Epoch;
use super::format::Format;
use super::package::Relationship;
use super::refusal::Trouble;

/// The list of the sheets, and what holds for all of them.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Listed>,
    pub(super) epoch: Epoch,
    /// Whether formulas are to be calculated anew when it is opened.
    pub(super) calculates_when_opened: bool,
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) relationship: String,
}

/// What the cells of all sheets refer to.
pub(super) struct Shared {
    pub(super) strings: Vec<Box<str>>,
    pub(super) formats: Vec<Format>,
    pub(super) epoch: Epoch,
}

impl Workbook {
    /// The sheets that have cells, each with its part of the archive.
    pub(super) fn with_cells<'a>(
        &'a self,
        relationships: &'a HashMap<String, Relationship>,
    ) -> Result<Vec<(&'a Listed, &'a str)>, Trouble> {
        let mut found = Vec::new();
        for sheet in &self.sheets {
            match relationships.get(&sheet.relationship) {
                Some(part) if part.kind == "worksheet" => found.push((sheet, part.target.as_str())),
                // A sheet that is a chart, or a dialog of old, has no cells.
                Some(_) => {}
                None => return Err(Trouble::damaged(format_args!("the sheet \"{}\" is missing", sheet.name))),
            }
        }
        Ok(found)
    }
}

/// The part of a kind that a workbook has once.
pub(super) fn part_of<'a>(relationships: &'a HashMap<String, Relationship>, kind: &str) -> Option<&'a str> {
    relationships.values().find(|found| found.kind == kind).map(|found| found.target.as_str())
}
