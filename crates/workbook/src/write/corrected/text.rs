//! A file of comma-separated values with two further columns: what is wrong in a row, and what is expected.

use super::problems::Problems;
use crate::issues::{Issue, Severity};
use crate::read::{Layout, Letters, layout};
use crate::sheet::COLUMNS_OF_COPY;
use one_plan_model::exchange::protected;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The copy of a text, whose headings stand in a row; every byte that was there is kept, but for the two columns of an
/// earlier copy.
pub fn corrected(bytes: &[u8], headings: Option<u32>, problems: &Problems<'_>) -> Vec<u8> {
    let layout = layout(bytes);
    let headings = headings.or_else(|| layout.rows.first().map(|row| row.position)).unwrap_or_default();
    let all = layout.rows.iter().map(|row| row.values).max().unwrap_or_default();
    let width = if has_old_columns(&layout, headings) { all.saturating_sub(COLUMNS_OF_COPY.len()) } else { all };
    let mut rows: BTreeMap<u32, [String; 2]> = BTreeMap::from([(headings, COLUMNS_OF_COPY.map(str::to_owned))]);
    // What is about all rows is said beside the headings; what is about several files the report says.
    let of_file = problems.listed.iter().filter(|problem| problem.row.is_none() && problem.sheet.is_some());
    for problem in of_file.filter(|problem| problem.severity != Severity::Information) {
        add(&mut rows, headings, &format!("{}: {}", problem.severity.word(), problem.what), &problem.expected);
    }
    for ((row, _), said) in problems.cells.values().flatten() {
        for said in said {
            let row = said.issue.place.row.unwrap_or(*row);
            add(&mut rows, row, &words(said.issue), &said.issue.expected);
        }
    }
    let mut text: Vec<u8> = Vec::with_capacity(layout.text.len() + rows.len() * 100);
    let mut done = 0;
    let separator = char::from(layout.separator);
    for row in &layout.rows {
        let end = if row.values > width { layout.end_of(*row, width) } else { row.end };
        text.extend_from_slice(layout.text.get(done..end).unwrap_or_default());
        done = row.end;
        let Some(said) = rows.remove(&row.position) else { continue };
        let mut added = separator.to_string().repeat(width.saturating_sub(row.values));
        for words in &said {
            added.push(separator);
            added.push_str(&value(words, separator));
        }
        text.extend(encoded(&added, layout.letters));
    }
    text.extend_from_slice(layout.text.get(done..).unwrap_or_default());
    let text = match layout.letters {
        Letters::Utf8 | Letters::Windows => text,
        Letters::Utf16(low_first) => {
            let text = String::from_utf8_lossy(&text);
            text.encode_utf16()
                .flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect()
        }
    };
    [layout.mark, &text].concat()
}

/// Whether the headings are those of an earlier copy.
fn has_old_columns(layout: &Layout<'_>, headings: u32) -> bool {
    let row = layout.rows.iter().find(|row| row.position == headings);
    let Some((row, own)) = row.and_then(|row| Some((row, row.values.checked_sub(COLUMNS_OF_COPY.len())?))) else {
        return false;
    };
    let separator = char::from(layout.separator);
    let last = layout.text.get(layout.end_of(*row, own)..row.end).map(String::from_utf8_lossy).unwrap_or_default();
    last.strip_prefix(separator).and_then(|last| last.split_once(separator)).is_some_and(|(problem, expected)| {
        let found = [problem, expected].map(|heading| heading.trim_matches('"'));
        found.iter().zip(COLUMNS_OF_COPY).all(|(found, heading)| found.starts_with(heading))
    })
}

fn add(rows: &mut BTreeMap<u32, [String; 2]>, row: u32, problem: &str, expected: &str) {
    let [problems, all_expected] = rows.entry(row).or_default();
    for (all, one) in [(problems, problem), (all_expected, expected)] {
        if !all.is_empty() {
            all.push_str("; ");
        }
        all.push_str(one);
    }
}

fn words(issue: &Issue) -> String {
    let mut words = issue.severity.word().to_owned();
    if let Some(column) = issue.column.and_then(|(table, column)| table.columns().get(column?)) {
        let _ = write!(words, " in {}", column.name);
    }
    let _ = write!(words, ": {} ({})", issue.what, super::problems::effect_words(issue.effect));
    words
}

/// A value as it stands between separators; never a formula.
fn value(text: &str, separator: char) -> String {
    let text = protected(text);
    if text.contains([separator, '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn encoded(text: &str, letters: Letters) -> Vec<u8> {
    match letters {
        Letters::Utf8 | Letters::Utf16(_) => text.as_bytes().to_vec(),
        Letters::Windows => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
    }
}
