//! Where the rows of a text stand in its bytes: for what adds to them and leaves them as they are.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::WINDOWS_1252;

use super::{announced, empty_lines, encoding, separator};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// UTF-8, and whatever its bytes may be.
    Utf8,
    /// Windows-1252.
    Windows,
    /// UTF-16, the lower byte first or last.
    Utf16(bool),
}

/// A text of which the rows are known.
pub(crate) struct Layout<'a> {
    /// How it is written.
    pub(crate) letters: Letters,
    /// What sets its values apart.
    pub(crate) separator: u8,
    /// What stands before it and is no text.
    pub(crate) mark: &'static [u8],
    /// The text: as it is in the file, but for UTF-16, which is UTF-8 here.
    pub(crate) text: Cow<'a, [u8]>,
    /// The rows that are not empty.
    pub(crate) rows: Vec<LaidRow>,
}

/// A row of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LaidRow {
    /// Its position in the sheet.
    pub(crate) position: u32,
    /// How many values it has.
    pub(crate) values: usize,
    /// Where its first value begins in the text.
    pub(crate) begin: usize,
    /// Where its last value ends in the text.
    pub(crate) end: usize,
}

/// Finds the rows of a text.
pub(crate) fn layout(bytes: &[u8]) -> Layout<'_> {
    let (letters, mark): (Letters, &'static [u8]) = match bytes {
        [0xFF, 0xFE, ..] => (Letters::Utf16(true), b"\xFF\xFE"),
        [0xFE, 0xFF, ..] => (Letters::Utf16(false), b"\xFE\xFF"),
        [0xEF, 0xBB, 0xBF, ..] => (Letters::Utf8, b"\xEF\xBB\xBF"),
        _ => match encoding::utf_16(bytes) {
            Some(found) => (Letters::Utf16(found == encoding_rs::UTF_16LE), b""),
            None => (Letters::Utf8, b""),
        },
    };
    let (decoded, _) = encoding::decode(bytes);
    let body = bytes.get(mark.len()..).unwrap_or_default();
    let is_windows = letters == Letters::Utf8
        && std::str::from_utf8(body).is_err()
        && WINDOWS_1252.decode_without_bom_handling(body).0.replace('\0', "") == *decoded;
    let letters = if is_windows { Letters::Windows } else { letters };
    let (separator, begin) = match announced(&decoded) {
        Some((separator, rest)) => (separator, decoded.len() - rest.len()),
        None => (separator::of(&decoded), 0),
    };
    let text = match letters {
        Letters::Utf16(_) => Cow::Owned(decoded.into_owned().into_bytes()),
        // Bytes that are no letters stay as they are.
        Letters::Utf8 | Letters::Windows => Cow::Borrowed(body),
    };
    let rows = rows(&text, begin, separator);
    Layout { letters, separator, mark, text, rows }
}

impl Layout<'_> {
    /// Where so many values of a row end.
    pub(crate) fn end_of(&self, row: LaidRow, values: usize) -> usize {
        let bytes = self.text.get(row.begin..row.end).unwrap_or_default();
        let (mut is_quoted, mut count) = (false, 0);
        for (at, byte) in bytes.iter().enumerate() {
            is_quoted ^= *byte == b'"';
            count += usize::from(*byte == self.separator && !is_quoted);
            if count == values {
                return row.begin + at;
            }
        }
        row.end
    }
}

fn rows(text: &[u8], offset: usize, separator: u8) -> Vec<LaidRow> {
    let bytes = text.get(offset..).unwrap_or_default();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut rows = Vec::new();
    let (mut begin, mut next_row, mut after_return) = (0, 0_u32, false);
    // Text that a reader could not read was refused before.
    while reader.read_byte_record(&mut record).unwrap_or_default() {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let raw = bytes.get(begin..end).unwrap_or_default();
        let position = next_row.saturating_add(empty_lines(raw, after_return));
        let last = raw.strip_suffix(b"\n").unwrap_or(raw);
        let last = last.strip_suffix(b"\r").unwrap_or(last);
        let empty = last.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (first, end_of_row) = (offset + begin + empty, offset + begin + last.len());
        rows.push(LaidRow { position, values: record.len(), begin: first, end: end_of_row });
        next_row = position.saturating_add(1);
        (begin, after_return) = (end, raw.ends_with(b"\r"));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_where_they_stand() {
        let found = layout(b"\xEF\xBB\xBFsep=;\r\na;b\r\n\r\n\"c\r\nd\";e\r\nf");
        assert_eq!((found.separator, found.letters, found.mark), (b';', Letters::Utf8, &b"\xEF\xBB\xBF"[..]));
        let ends: Vec<(u32, usize, &[u8])> = found
            .rows
            .iter()
            .map(|row| (row.position, row.values, found.text.get(..row.end).unwrap_or_default()))
            .map(|(position, values, before)| (position, values, before.get(before.len() - 1..).unwrap_or_default()))
            .collect();
        assert_eq!(ends, [(0, 2, &b"b"[..]), (2, 2, b"e"), (3, 1, b"f")]);
        let second = found.rows.get(1).copied().map(|row| (row.begin, found.end_of(row, 1), found.end_of(row, 2)));
        assert_eq!(second.map(|(begin, ..)| found.text.get(begin)), Some(Some(&b'"')));
        assert_eq!(second.and_then(|(_, first, _)| found.text.get(first)), Some(&b';'));
        assert_eq!(second.map(|(.., all)| all), found.rows.get(1).map(|row| row.end));
        assert_eq!(layout(b"a,\xA3\nb,c\n").letters, Letters::Windows);
        assert_eq!(layout(b"a\0,\0b\0\n\0").letters, Letters::Utf16(true));
    }
}
