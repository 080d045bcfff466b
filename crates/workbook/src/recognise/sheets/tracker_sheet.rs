//! Whether a sheet is a tracker, and whether it is more that than a table.

use crate::answers::{Answers, Mapping};
use crate::cells::key_of;
use crate::headings::{HeadingNames, TableNames, plain_headings};
use crate::issues::{Issue, Place};
use crate::sheet::{Cell, Sheet, SourceFile, is_for_people};
use crate::tables::HeaderRow;
use crate::tracker::{Snapshot, TrackerHeader, left_out};
use crate::vocabulary::says_any;
use one_plan_model::plan::Table;

/// The headings of a tracker in a sheet, by the mapping that knows most of them; by none, where none knows more.
pub fn tracker_in(sheet: &Sheet, headings: &HeadingNames, answers: &Answers) -> Option<(TrackerHeader, Mapping)> {
    let mut best: Option<(TrackerHeader, Mapping)> = None;
    let is_called_so = |mapping: &Mapping| key_of(&mapping.name) == key_of(&sheet.name);
    for mapping in answers.trackers().iter().cloned().chain([Mapping::default()]) {
        let header = TrackerHeader::find(sheet, headings, &mapping);
        let header = header.or_else(|| TrackerHeader::find_unnamed_lines(sheet, headings, &mapping)).or_else(|| {
            // A person said that it is one; what its columns are is said next.
            let row = plain_headings(sheet).filter(|_| is_called_so(&mapping))?;
            Some(TrackerHeader::of_row(sheet, row, headings, &mapping))
        });
        let Some(header) = header.filter(|header| said_of(header).0 > 0 || !is_of_quality(sheet, header)) else {
            continue;
        };
        let is_better = best.as_ref().is_none_or(|(earlier, of_earlier)| {
            let (new, old) = (said_of(&header), said_of(earlier));
            // Two sheets may have the same headings, each with a mapping of its own.
            new > old || (new == old && new.0 > 0 && is_called_so(&mapping) && !is_called_so(of_earlier))
        });
        if is_better {
            best = Some((header, mapping));
        }
    }
    best
}

/// The sheets that state a tracker at the end of a month, where a later statement of it is there.
pub fn earlier_statements(files: &[SourceFile], headings: &HeadingNames, answers: &Answers) -> Vec<Issue> {
    let mut statements = Vec::new();
    for (file, source) in files.iter().enumerate() {
        for (sheet, cells) in source.sheets.iter().enumerate() {
            let place = Place { sheet: Some(sheet), ..Place::file(file) };
            if answers.sheet(&cells.name).is_some() || is_for_people(&cells.name) {
                continue;
            }
            if let Some((header, mapping)) = tracker_in(cells, headings, answers) {
                statements.extend(Snapshot::of(cells, place, &source.name, &header, &mapping));
            }
        }
    }
    left_out(statements)
}

/// Whether a sheet is called after the incentive for quality, and after nothing that saves: its schemes earn income.
fn is_of_quality(sheet: &Sheet, header: &TrackerHeader) -> bool {
    let above = sheet.rows().take_while(|(row, _)| *row < header.row).flat_map(|(_, cells)| cells.iter());
    let above = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
    let words: Vec<String> = above.chain([sheet.name.clone()]).collect();
    let says = |of: &[&str]| words.iter().any(|text| says_any(text, of));
    says(&["cquin"]) && !says(&["saving", "qipp", "cip", "efficienc"])
}

/// Whether more columns of a sheet are known as those of a tracker than as those of any table.
pub fn is_more_than(
    sheet: &Sheet,
    tracker: &TrackerHeader,
    tables: &[Table],
    names: &TableNames,
    answers: &Answers,
) -> bool {
    tables.iter().all(|table| {
        // A table without what it needs, which only its name says that it is, is no more than a tracker of as many columns.
        HeaderRow::find(sheet, *table, names, answers).is_none_or(|header| {
            let known = header.known() + usize::from(header.has_all_needed(*table));
            known <= tracker.known()
        })
    })
}

/// How many columns are known, those first of which a person said what they are.
fn said_of(header: &TrackerHeader) -> (usize, usize) {
    (header.columns.iter().filter(|column| column.is_said).count(), header.known())
}
