use super::field::Field;
use super::header::{TrackerColumn, TrackerHeader};
use crate::recognise::{
    EXAMPLE_MARK, Effect, Issue, OtherRows, Place, RunningSum, Severity, ends_with_total, has_only_numbers, is_total,
    key_of, number_in,
};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

/// The rows of a tracker that hold schemes, and what the others are.
#[derive(Clone, Debug, Default)]
pub struct SchemeRows {
    /// The rows of the sheet.
    pub rows: Vec<u32>,
    /// Total rows, headings once more, and notes.
    pub other: OtherRows,
    /// What is to be said of them.
    pub issues: Vec<Issue>,
}

impl SchemeRows {
    /// Goes through the rows below the headings. A total row is held against the rows above it, amount by amount.
    pub fn of(
        sheet: &Sheet,
        place: Place,
        header: &TrackerHeader,
        amount: &dyn Fn(u32, &TrackerColumn) -> Option<Box<str>>,
    ) -> Self {
        let mut found = Self::default();
        let mut sums: BTreeMap<Field, RunningSum> = BTreeMap::new();
        let mut above: Vec<(u32, &TrackerColumn, Field, Decimal)> = Vec::new();
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= header.first_row) {
            let cells: Vec<&Cell> = header.columns.iter().map(|column| sheet.cell(row, column.at)).collect();
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            if filled == 0 {
                continue;
            }
            if is_repeated(sheet, row, header, &cells) {
                found.other.repeated += 1;
                continue;
            }
            let is_filled = |field: Field| header.column(field).is_some_and(|of| !sheet.cell(row, of.at).is_empty());
            // A scheme that is called "Total …" has what only a scheme has.
            let of_schemes: &[Field] = if header.has(Field::Reference) {
                &[Field::Reference]
            } else {
                &[Field::Programme, Field::Status, Field::Risk, Field::Start]
            };
            let says_enough = is_filled(Field::Name)
                && of_schemes.iter().copied().any(is_filled)
                && !begins_with_a_total(header, &cells);
            let amounts =
                header.columns.iter().filter_map(|column| Some((column, column.field.filter(|of| of.is_money())?)));
            if is_total(&cells, says_enough) {
                found.other.totals += 1;
                for (column, field) in amounts {
                    let Some(total) = amount(row, column).as_deref().and_then(number_in) else { continue };
                    if found.rows.is_empty() {
                        // A total above its rows is held against them once they are known.
                        above.push((row, column, field, total));
                    } else if let Some(sum) = sums.entry(field).or_default().differs(total, found.rows.len()) {
                        found.tell_total((sheet, place), row, column, (total, sum), "above");
                    }
                }
                sums.values_mut().for_each(RunningSum::start_anew);
                continue;
            }
            if filled == 1 && cells.iter().any(|cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty())) {
                found.other.notes += 1;
                let what = "this row holds only words in one cell, and is taken for a heading or a note";
                found.tell(sheet, place, row, header, what);
                continue;
            }
            let may_be_total = if says_enough {
                !is_filled(Field::Reference) && ends_with_total(&cells)
            } else {
                has_only_numbers(&cells)
            };
            if may_be_total && is_sum_of(amounts.clone(), &|column| amount(row, column), &sums, found.rows.len()) {
                found.other.totals += 1;
                let what = "the amounts of this row are the sums of the rows above, and it is taken for a total";
                found.tell(sheet, place, row, header, what);
                sums.values_mut().for_each(RunningSum::start_anew);
                continue;
            }
            for (column, field) in amounts {
                if let Some(number) = amount(row, column).as_deref().and_then(number_in) {
                    sums.entry(field).or_default().add(number);
                }
            }
            found.rows.push(row);
        }
        for (row, column, field, total) in above {
            if let Some(sum) = sums.get(&field).and_then(|sum| sum.differs(total, found.rows.len())) {
                found.tell_total((sheet, place), row, column, (total, sum), "below");
            }
        }
        found
    }

    /// Says that a total is not the sum of the rows above or below it.
    fn tell_total(
        &mut self,
        (sheet, place): (&Sheet, Place),
        row: u32,
        column: &TrackerColumn,
        (total, sum): (Decimal, Decimal),
        side: &str,
    ) {
        self.issues.push(Issue {
            severity: Severity::Warning,
            place: place.cell(row, column.at),
            column: Some((Table::Scheme, None)),
            value: sheet.cell(row, column.at).shown(),
            what: format!(
                "this total of \"{}\" is {}, and the rows {side} it add up to {}",
                column.words.line(),
                total.normalize(),
                sum.normalize()
            ),
            expected: "a total that is the sum of its rows; the plan uses the rows".to_owned(),
            effect: Effect::Used,
        });
    }

    fn tell(&mut self, sheet: &Sheet, place: Place, row: u32, header: &TrackerHeader, what: &str) {
        let at = header.columns.iter().map(|column| column.at).find(|at| !sheet.cell(row, *at).is_empty());
        let at = at.unwrap_or_default();
        self.issues.push(Issue {
            severity: Severity::Information,
            place: place.cell(row, at),
            column: Some((Table::Scheme, None)),
            value: sheet.cell(row, at).shown(),
            what: what.to_owned(),
            expected: "nothing, if it is one; otherwise that the name of the scheme is filled".to_owned(),
            effect: Effect::RowLeftOut,
        });
    }
}

/// Whether every amount of a row is the sum of those above it. A row of noughts says nothing.
fn is_sum_of<'c>(
    columns: impl Iterator<Item = (&'c TrackerColumn, Field)>,
    amount: &dyn Fn(&TrackerColumn) -> Option<Box<str>>,
    sums: &BTreeMap<Field, RunningSum>,
    rows: usize,
) -> bool {
    let mut is_any = false;
    for (column, field) in columns {
        let Some(total) = amount(column).as_deref().and_then(number_in) else { continue };
        if sums.get(&field).is_some_and(|sum| sum.differs(total, rows).is_some()) {
            return false;
        }
        is_any |= !total.is_zero() && sums.contains_key(&field);
    }
    is_any
}

/// Whether "Total" stands where the reference or the programme does, which no scheme is called.
fn begins_with_a_total(header: &TrackerHeader, cells: &[&Cell]) -> bool {
    let first = header.columns.iter().zip(cells).find(|(_, cell)| !cell.is_empty());
    first.is_some_and(|(column, _)| column.field != Some(Field::Name))
}

/// Whether a row is the headings once more, or an example of the template.
fn is_repeated(sheet: &Sheet, row: u32, header: &TrackerHeader, cells: &[&Cell]) -> bool {
    let is_example = |cell: &Cell| matches!(cell, Cell::Text(text) if key_of(text) == key_of(EXAMPLE_MARK));
    let is_own_heading = |column: &TrackerColumn, cell: &Cell| {
        let Cell::Text(text) = cell else { return false };
        key_of(text) == key_of(&column.words.own) || key_of(text) == key_of(&column.words.over)
    };
    let mut filled = header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    is_example(sheet.cell(row, sheet.first_column())) || filled.all(|(column, cell)| is_own_heading(column, cell))
}
