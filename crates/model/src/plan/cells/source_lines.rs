use super::line_numbers::are_lines;
use super::sheet_source::SheetSource;
use std::borrow::Cow;

/// Where a row is printed in the document of the plan, or stands in a sheet: the type of a column, and the form of its text.
///
/// `868-871` holds for the whole row; `activity 868; cost 853` says it for each column. What was read of a sheet has a
/// [`SheetSource`] in its place.
///
/// ```
/// use one_plan_model::plan::SourceLines;
/// assert_eq!(SourceLines::lines_of("activity 868; cost 853", "cost").as_deref(), Some("853"));
/// assert_eq!(SourceLines::lines_of("922", "amount").as_deref(), Some("922"));
/// assert_eq!(SourceLines::lines_of("Tracker M7!6; gross K", "gross").as_deref(), Some("Tracker M7!K6"));
/// assert!(!SourceLines::accepts("page three"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SourceLines;

impl SourceLines {
    /// Whether a text is line numbers for the row or for each of its columns, or a place in a sheet.
    pub fn accepts(text: &str) -> bool {
        let text = text.trim();
        if SheetSource::read(text).is_some() {
            return true;
        }
        are_lines(text)
    }

    /// The lines for a column in the text of a cell, or its cell in a sheet: its own, or those of the row.
    pub fn lines_of<'a>(text: &'a str, column: &str) -> Option<Cow<'a, str>> {
        if let Some(source) = SheetSource::read(text) {
            return Some(Cow::Owned(source.place_of(column)));
        }
        let mut of_row = None;
        for entry in text.split(';').map(str::trim) {
            match entry.split_once(' ') {
                Some((name, lines)) if name == column => return Some(Cow::Borrowed(lines)),
                Some((name, _)) if name.bytes().any(|byte| byte.is_ascii_lowercase()) => {}
                _ => of_row = Some(entry),
            }
        }
        of_row.map(Cow::Borrowed)
    }
}
