//! What a row of a tracker can be, by the words that stand in it.

use crate::cells::{ends_with_total, is_total, key_of};
use crate::headings::Field;
use crate::sheet::{Cell, EXAMPLE_MARK, Sheet};
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::{Aside, is_unidentified};

/// What a row of a tracker can be, by the words that stand in it. Whether a row that could be a total is one, its amounts
/// decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing stands in it.
    Empty,
    /// The headings once more, or an example of the template.
    Repeated,
    /// It is called a total.
    Total,
    /// Words in one cell alone: a heading over some rows, or a note.
    Note,
    /// It has all that a scheme has, and its name ends like that of a total.
    LikeTotal,
    /// It has neither a name nor a reference.
    Nameless {
        /// Whether it says what people also put beside a total, such as a colour for all of it.
        says_more: bool,
    },
    /// It is called like what stands beside schemes, and says no more than such a row does.
    Aside(Aside),
    /// Nobody has found by what it is saved, and it has no reference: a scheme, or the gap to the target.
    Unidentified,
    /// A scheme.
    Scheme,
}

/// What people write beside a scheme, and also beside a total.
const ALSO_OF_TOTALS: [Field; 3] = [Field::Status, Field::Risk, Field::Owner];
/// What no total has.
const OF_SCHEMES_ONLY: [Field; 5] = [Field::Start, Field::End, Field::Recurrent, Field::CashReleasing, Field::Kind];

impl RowKind {
    /// What a row is. `says` tells whether words of a field stand in it, `has_amount` whether one of its amounts
    /// can be read.
    pub fn of(sheet: &Sheet, row: u32, header: &TrackerHeader, says: &dyn Fn(Field) -> bool, has_amount: bool) -> Self {
        let cells: Vec<&Cell> = header.columns.iter().map(|column| sheet.cell(row, column.at)).collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled == 0 {
            return Self::Empty;
        }
        if is_repeated(sheet, row, header, &cells) {
            return Self::Repeated;
        }
        let is_filled = |field: Field| header.column(field).is_some_and(|of| !sheet.cell(row, of.at).is_empty());
        // A scheme that is called "Total …" has what only a scheme has.
        let of_schemes: &[Field] = if header.has(Field::Reference) {
            &[Field::Reference]
        } else {
            &[Field::Programme, Field::Status, Field::Risk, Field::Start]
        };
        let says_enough =
            is_filled(Field::Name) && of_schemes.iter().copied().any(is_filled) && !begins_with_a_total(header, &cells);
        let name = name_of(sheet, row, header, &cells).filter(|_| has_amount);
        if name.as_deref().and_then(Aside::named) == Some(Aside::Part) {
            return Self::Aside(Aside::Part);
        }
        let name = name.filter(|_| !OF_SCHEMES_ONLY.into_iter().any(says));
        if let Some(aside) = name.as_deref().and_then(Aside::named).filter(|_| !header.has(Field::Line)) {
            return Self::Aside(aside);
        }
        if is_total(&cells, says_enough) {
            return Self::Total;
        }
        let is_text = |cell: &&Cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty());
        if filled == 1 && !has_amount && cells.iter().any(is_text) {
            return Self::Note;
        }
        let is_named =
            header.columns.iter().filter_map(|column| column.field).any(|field| field.is_of_naming() && says(field));
        if !is_named && !OF_SCHEMES_ONLY.into_iter().any(says) {
            return Self::Nameless { says_more: ALSO_OF_TOTALS.into_iter().any(says) };
        }
        if says_enough && !is_filled(Field::Reference) && ends_with_total(&cells) {
            Self::LikeTotal
        } else if name.is_some_and(|name| is_unidentified(&name)) {
            Self::Unidentified
        } else {
            Self::Scheme
        }
    }
}

/// What a row is called that has a name or a reference, and not both: that, or the first words in it where it has neither.
fn name_of(sheet: &Sheet, row: u32, header: &TrackerHeader, cells: &[&Cell]) -> Option<String> {
    let in_field = |field: Field| {
        let cell = sheet.cell(row, header.column(field)?.at);
        if cell.is_empty() { None } else { Some(cell.shown()) }
    };
    let name = in_field(Field::Name).or_else(|| in_field(Field::Description));
    match (in_field(Field::Reference), name) {
        (Some(_), Some(_)) => None,
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => {
            cells.iter().find(|cell| matches!(cell, Cell::Text(_)) && !cell.is_empty()).map(|cell| cell.shown())
        }
    }
}

/// Whether "Total" stands where the reference or the programme does, which no scheme is called.
fn begins_with_a_total(header: &TrackerHeader, cells: &[&Cell]) -> bool {
    let first = header.columns.iter().zip(cells).find(|(_, cell)| !cell.is_empty());
    first.is_some_and(|(column, _)| column.field != Some(Field::Name))
}

fn is_repeated(sheet: &Sheet, row: u32, header: &TrackerHeader, cells: &[&Cell]) -> bool {
    let is_example = |cell: &Cell| matches!(cell, Cell::Text(text) if key_of(text) == key_of(EXAMPLE_MARK));
    let is_own_heading = |column: &TrackerColumn, cell: &Cell| {
        let Cell::Text(text) = cell else { return false };
        key_of(text) == key_of(&column.words.own) || key_of(text) == key_of(&column.words.over)
    };
    let mut filled = header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    is_example(sheet.cell(row, sheet.first_column())) || filled.all(|(column, cell)| is_own_heading(column, cell))
}
