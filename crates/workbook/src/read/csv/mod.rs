//! Text in which values are set apart: CSV files, and what is pasted from a spreadsheet.

pub(super) mod encoding;
mod layout;
mod separator;

pub(crate) use layout::{Layout, Letters, layout};

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};
use one_plan_model::exchange::unprotected;

use super::content;
use super::progress::Work;
use super::refusal::Trouble;
use super::rows::{Rows, too_many_rows};
use crate::sheet::Sheet;

/// Reads a file of values; also says what a person should know of how it was read.
pub(super) fn read(name: &str, bytes: &[u8], work: &mut Work<'_>) -> Result<(Sheet, Vec<String>), Trouble> {
    work.tell(0)?;
    let (text, remarks) = encoding::decode(bytes);
    let (separator, text) = match announced(&text) {
        Some((separator, rest)) => (separator, rest),
        None => (separator::of(&text), &*text),
    };
    Ok((values(name, text, separator, work)?, remarks))
}

/// Reads what was pasted: columns are set apart by tabs if there is one.
pub(super) fn read_pasted(name: &str, text: &str, work: &mut Work<'_>) -> Result<Sheet, Trouble> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { Cow::Borrowed(text) };
    let separator = if text.contains('\t') { b'\t' } else { separator::of(&text) };
    values(name, &text, separator, work)
}

/// The separator that the first line announces (`sep=;`, which Excel writes and does not show), and the other lines.
fn announced(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.trim_matches('"');
    let separator = line.get(..4).filter(|begin| begin.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let [separator] = *separator.as_bytes() else { return None };
    if !separator.is_ascii() || separator == b'"' {
        return None;
    }
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    Some((separator, rest))
}

fn values(name: &str, text: &str, separator: u8, work: &mut Work<'_>) -> Result<Sheet, Trouble> {
    let bytes = text.as_bytes();
    work.expect([bytes.len() as u64]);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    let mut rows = Rows::new(name);
    let mut record = ByteRecord::new();
    let (mut begin, mut next_row, mut after_return) = (0, 0_u32, false);
    let mut last: &[u8] = &[];
    while reader.read_byte_record(&mut record).map_err(|error| Trouble::damaged(error.to_string()))? {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let raw = bytes.get(begin..end).unwrap_or_default();
        // Empty lines are rows as well, but the reader passes over them.
        let row = next_row.checked_add(empty_lines(raw, after_return)).ok_or_else(too_many_rows)?;
        rows.begin_row(row, false, end as u64, work)?;
        for (column, value) in (0..).zip(&record) {
            // What was kept from being run as a formula is as it was.
            let value = unprotected(std::str::from_utf8(value).unwrap_or_default());
            rows.put(column, content::of_text(value), work)?;
        }
        next_row = row.checked_add(1).ok_or_else(too_many_rows)?;
        (begin, after_return, last) = (end, raw.ends_with(b"\r"), raw);
    }
    if is_open(last) {
        return Err(Trouble::refused(
            "a CSV file in which every quotation mark has its pair",
            format!("In this one a value that begins with a quotation mark in row {next_row} does not end."),
            "Put a quotation mark at the end of that value, or take the one at its beginning away.",
        ));
    }
    let mut sheet = rows.finish(work)?;
    sheet.separator = Some(separator);
    Ok(sheet)
}

/// How many empty lines come before what is in a record.
fn empty_lines(raw: &[u8], after_return: bool) -> u32 {
    let mut rest = if after_return { raw.strip_prefix(b"\n").unwrap_or(raw) } else { raw };
    let mut count = 0;
    while let [b'\r' | b'\n', ..] = rest {
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
        count += 1;
    }
    count
}

/// Whether the last record goes over lines because of a quotation mark that has no pair.
fn is_open(raw: &[u8]) -> bool {
    let quotes = raw.iter().filter(|byte| **byte == b'"').count();
    quotes % 2 == 1 && raw.trim_ascii().contains(&b'\n')
}
