use super::line_numbers::are_lines;

/// Where a row stands in a sheet that it was read of, as the text of its cell `source`.
///
/// `Tracker M7!AG6` is one cell, in which all stands that the row has of the sheet. `Tracker M7!6; gross K; start J` is a row of
/// the sheet, with the letters of the columns: the sheet is named once. Where several files made the plan, the file stands
/// before its sheet as spreadsheets write it: `[tracker.xlsx]Tracker M7!AG6`. What the sheet itself gives as the source of the row
/// stands behind: `Contracts!6; value E; lines 12-14`.
///
/// ```
/// use one_plan_model::plan::SheetSource;
/// let source = SheetSource::read("Tracker M7!6; gross K").unwrap();
/// assert_eq!((source.place_of("gross"), source.place_of("risk")), ("Tracker M7!K6".to_owned(), "Tracker M7!6".to_owned()));
/// assert_eq!(SheetSource::words("[m7.xlsx]Tracker!AG6").unwrap(), "m7.xlsx, sheet \"Tracker\", cell AG6");
/// assert!(SheetSource::read("824").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetSource<'a> {
    /// The file, where several made the plan.
    pub file: Option<&'a str>,
    /// The sheet.
    pub sheet: &'a str,
    /// The letters of the one column in which all of the row stands.
    column: Option<&'a str>,
    /// The row as it is written.
    row: &'a str,
    /// The columns of the table with the letters of those of the sheet, as they are written.
    columns: &'a str,
    /// What the sheet itself gives as the source of the row: lines of a document.
    pub lines: Option<&'a str>,
}

/// What stands before the lines of a document that the sheet gives.
const LINES: &str = "; lines ";

/// No sheet has more columns or rows than so many letters and digits name.
const LONGEST_COLUMN: usize = 3;
const LONGEST_ROW: usize = 7;

impl<'a> SheetSource<'a> {
    /// Understands the text of a source; nothing where it is no place in a sheet.
    pub fn read(text: &'a str) -> Option<Self> {
        let (sheet, at) = text.trim().rsplit_once('!')?;
        let (file, sheet) = match sheet.strip_prefix('[').and_then(|rest| rest.rsplit_once(']')) {
            Some((file, sheet)) => (Some(file), sheet),
            None => (None, sheet),
        };
        let (at, lines) = at.split_once(LINES).map_or((at, None), |(at, lines)| (at, Some(lines)));
        let (cell, columns) = at.split_once(';').unwrap_or((at, ""));
        let row = cell.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        let column = cell.strip_suffix(row)?;
        let is_row = (1..=LONGEST_ROW).contains(&row.len())
            && !row.starts_with('0')
            && row.bytes().all(|byte| byte.is_ascii_digit());
        let source =
            Self { file, sheet, column: Some(column).filter(|letters| !letters.is_empty()), row, columns, lines };
        let has_columns = columns.is_empty() || source.pairs().all(|pair| pair.is_some());
        let has_lines = lines.is_none_or(are_lines);
        (!sheet.is_empty() && is_row && column.len() <= LONGEST_COLUMN && has_columns && has_lines).then_some(source)
    }

    /// The text of a place with what the sheet itself gives as the source of the row; that alone where it is a place already.
    ///
    /// ```
    /// use one_plan_model::plan::SheetSource;
    /// assert_eq!(SheetSource::with_lines("Contracts!6; value E", "12-14").as_deref(), Some("Contracts!6; value E; lines 12-14"));
    /// assert_eq!(SheetSource::with_lines("Contracts!6", "Paper four"), None);
    /// ```
    pub fn with_lines(place: &str, lines: &str) -> Option<String> {
        are_lines(lines).then(|| format!("{place}{LINES}{}", lines.trim()))
    }

    /// The one cell that it is, as spreadsheets name it; nothing for a row.
    pub fn cell(self) -> Option<String> {
        self.column.map(|column| format!("{column}{}", self.row))
    }

    /// The letters of the column of the sheet in which a column of the table stands.
    pub fn letters_of(self, column: &str) -> Option<&'a str> {
        let own = self.pairs().flatten().find(|(name, _)| *name == column).map(|(_, letters)| letters);
        own.or(self.column)
    }

    /// The place of a column of the table: a cell, or the row where the column stands nowhere in the sheet.
    pub fn place_of(self, column: &str) -> String {
        let file = self.file.map(|file| format!("[{file}]")).unwrap_or_default();
        format!("{file}{}!{}{}", self.sheet, self.letters_of(column).unwrap_or_default(), self.row)
    }

    /// A place in a sheet in words; nothing for what is none, such as the lines of a document.
    pub fn words(text: &str) -> Option<String> {
        let source = SheetSource::read(text)?;
        let file = source.file.map(|file| format!("{file}, ")).unwrap_or_default();
        let place = match source.column {
            Some(column) => format!("cell {column}{}", source.row),
            None => format!("row {}", source.row),
        };
        let lines = source.lines.map(|lines| format!(" (lines {lines} of the document)")).unwrap_or_default();
        Some(format!("{file}sheet \"{}\", {place}{lines}", source.sheet))
    }

    fn pairs(self) -> impl Iterator<Item = Option<(&'a str, &'a str)>> {
        self.columns.split(';').map(|pair| {
            let (name, letters) = pair.trim().split_once(' ')?;
            let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            let are_letters =
                (1..=LONGEST_COLUMN).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
            (is_name && are_letters).then_some((name, letters))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_may_be_called_as_it_likes() {
        for (text, sheet, place) in [
            ("Plan; 2026!A1", "Plan; 2026", "Plan; 2026!A1"),
            ("What! now!12; plan AB", "What! now", "What! now!AB12"),
            ("[a].xlsx]Sheet1!7", "Sheet1", "[a].xlsx]Sheet1!7"),
        ] {
            let source = SheetSource::read(text);
            assert_eq!(source.map(|source| source.sheet), Some(sheet), "{text}");
            assert_eq!(source.map(|source| source.place_of("plan")).as_deref(), Some(place), "{text}");
        }
        let source = SheetSource::read("Contracts!6; value E; lines value 12; base 13-14");
        let read = source.map(|source| (source.place_of("value"), source.lines));
        assert_eq!(read, Some(("Contracts!E6".to_owned(), Some("value 12; base 13-14"))));
        assert_eq!(SheetSource::read("Contracts!6; lines soon"), None);
        for text in ["!A1", "Sheet!", "Sheet!A0", "Sheet!a1", "Sheet!A1; plan", "Sheet!A1; plan 3", "12-14", "plan 3"] {
            assert_eq!(SheetSource::read(text), None, "{text}");
        }
    }
}
