//! Places in a source: lines and columns, and how many bytes stand before them.

use proc_macro2::LineColumn;

use super::changes::Place;

/// Where something stands, counted as the list of changes counts.
pub fn place(position: LineColumn) -> Place {
    (position.line, position.column + 1)
}

/// How many bytes stand before each line.
pub fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// How many bytes stand before a place; nothing where there is none in the source.
pub fn offset(source: &str, lines: &[usize], (line, column): Place) -> Option<usize> {
    let start = *lines.get(line.checked_sub(1)?)?;
    let rest = source.get(start..)?;
    let characters: usize = rest.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
    Some(start + characters)
}
