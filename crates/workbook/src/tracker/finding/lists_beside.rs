//! Lists of schemes of which little more is said than a name and a plan.
//!
//! One sheet for each division is often so: the first has the RAG of each scheme, the others have not. A sheet with two such
//! columns may as well sum up another. So beside a tracker it is a list where its headings are those of the tracker too, or where
//! it speaks of savings itself and has no others; and never where it is called a summary, has schemes of the tracker, or adds up to
//! the same. What may be a list and is not read is said with its pounds.

use super::schemes_of_sheet::SchemesOf;
use crate::answers::Mapping;
use crate::cells::{are_mostly_numbers, key_of, numbers_in};
use crate::headings::{Field, HeadingNames, LAST_ROW_OF_HEADINGS, TrackersBeside};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::TrackerHeader;
use crate::vocabulary::{Follows, SpendingSays, says_summary, spending_says};
use one_plan_model::quantity::format;

/// What it may be called: "CIP by programme".
const PERHAPS_SUMMARIES: [&str; 2] = ["by", "top"];

impl TrackerHeader {
    /// Whether these are the headings of a list of schemes, where fewer are known than a tracker has.
    pub(super) fn is_list(&self, sheet: &Sheet, names: &HeadingNames) -> bool {
        let beside = &names.beside;
        if !self.is_name_and_plan(sheet)
            || self.is_summary(sheet)
            || self.is_called(sheet, &PERHAPS_SUMMARIES)
            || self.says_once_more(sheet, beside)
        {
            return false;
        }
        let names_schemes = Follows::names_schemes(self);
        let are_all_known = self.columns.len() == 2;
        let has_their_headings = || self.columns.iter().all(|column| beside.headings.contains(&column.words.key()));
        match (beside.is_any(), names.are_two_enough) {
            (true, _) => (names_schemes && has_their_headings()) || (are_all_known && self.speaks_of_savings(sheet)),
            // It stands alone.
            (false, true) => names_schemes && self.speaks_of_savings(sheet),
            // No sheet says more: each of several is such a list as one alone would be.
            (false, false) => names_schemes && are_all_known && self.speaks_of_savings(sheet),
        }
    }

    /// Whether the name of a scheme and a plan with amounts below it are known, and nothing else.
    fn is_name_and_plan(&self, sheet: &Sheet) -> bool {
        let is_filled = |at: u32| {
            are_mostly_numbers(sheet, self.first_row, at)
                && numbers_in(sheet, self.first_row, at).any(|of| !of.is_zero())
        };
        let plan = self.column(Field::PlanOfYear).filter(|of| !of.words.key_of_own().contains("target"));
        self.known() == 2 && self.has(Field::Name) && plan.is_some_and(|of| is_filled(of.at))
    }

    /// Whether a scheme of a tracker stands in it, or its schemes add up to what a tracker saves.
    fn says_once_more(&self, sheet: &Sheet, beside: &TrackersBeside) -> bool {
        let schemes = SchemesOf::of(sheet, self);
        schemes.names.iter().any(|name| beside.names.contains(name)) || beside.has_plan(schemes.plan)
    }

    fn speaks_of_savings(&self, sheet: &Sheet) -> bool {
        self.words_above(sheet).iter().any(|words| spending_says(words) == Some(SpendingSays::Saved))
    }

    /// What stands above the headings, and the name of the sheet.
    fn words_above(&self, sheet: &Sheet) -> Vec<String> {
        let above = sheet.rows().take_while(|(row, _)| *row < self.row).flat_map(|(_, cells)| cells);
        let above = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        above.chain([sheet.name.clone()]).collect()
    }

    fn is_summary(&self, sheet: &Sheet) -> bool {
        self.words_above(sheet).iter().any(|words| says_summary(words))
    }

    fn is_called(&self, sheet: &Sheet, called: &[&str]) -> bool {
        let words = self.words_above(sheet);
        let mut parts =
            words.iter().flat_map(|words| words.split(|letter: char| !letter.is_alphanumeric())).map(key_of);
        parts.any(|part| called.contains(&part.as_str()))
    }
}

/// That a sheet beside a tracker names schemes with a plan, and is not read; nothing where it is no such sheet, or names schemes
/// that are read.
pub fn schemes_not_read(sheet: &Sheet, place: Place, names: &HeadingNames) -> Option<Issue> {
    let beside = &names.beside;
    if !beside.is_any() || !TrackerHeader::could_be_in(sheet) {
        return None;
    }
    let rows = sheet.rows().map(|(row, _)| row).take(LAST_ROW_OF_HEADINGS as usize + 1);
    let mut headers = rows.map(|row| TrackerHeader::of_row(sheet, row, names, &Mapping::default()));
    let header = headers.find(|header| {
        header.is_name_and_plan(sheet) && (Follows::names_schemes(header) || header.speaks_of_savings(sheet))
    })?;
    let schemes = SchemesOf::of(sheet, &header);
    let are_all_read = schemes.names.iter().all(|name| beside.names.contains(name));
    if header.is_summary(sheet) || are_all_read {
        return None;
    }
    let amount = if schemes.is_in_pounds { format::money(Ok(schemes.plan)) } else { schemes.plan.to_string() };
    let heading = header.column(Field::PlanOfYear).map(|column| column.words.line()).unwrap_or_default();
    let (severity, why, expected) = if beside.has_plan(schemes.plan) {
        let expected = "nothing, if it sums up the tracker; otherwise headings as the tracker has them, or a reference for each scheme";
        (Severity::Warning, "adds up to what a tracker saves", expected)
    } else {
        let expected = "headings as the tracker has them, or a title such as \"CIP\" above two columns, if these are further schemes; the \
                        word \"summary\" in the name of the sheet, if they are none";
        (Severity::Error, "stands beside a tracker and names schemes with a plan", expected)
    };
    Some(Issue {
        severity,
        place: place.row(header.row),
        column: None,
        value: sheet.name.clone(),
        what: format!(
            "the sheet \"{}\" {why}, and it is not read: {amount} under \"{heading}\" in {} rows count nowhere",
            sheet.name,
            schemes.names.len()
        ),
        expected: expected.to_owned(),
        effect: Effect::LeftAlone,
    })
}
