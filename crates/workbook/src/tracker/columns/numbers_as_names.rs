//! A column of numbers under a heading that could name schemes: "Efficiency" beside the baseline of a contract heads what is
//! taken off it, and "Scheme" over 101, 102 and 103 heads what schemes are referred to by. No scheme is called by an amount.

use crate::cells::{ends_with_total, number_of, own_unit};
use crate::headings::Field;
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use crate::vocabulary::says_nothing;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeSet;

/// What heads amounts, or how many schemes there are, as well as names of schemes: numbers below it refer to none.
const OF_AMOUNTS: [&str; 4] = ["efficiency", "efficiencies", "schemes", "projects"];
/// What schemes are called by.
const NAMES: [Field; 2] = [Field::Name, Field::Description];

impl TrackerHeader {
    /// Takes no column of numbers for names: it holds references where they can be such, and else it is left alone.
    pub(crate) fn take_no_numbers_for_names(&mut self, sheet: &Sheet) {
        let mut has_reference = self.has(Field::Reference);
        let first_row = self.first_row;
        // "Efficiency £m" beside "Scheme" is an amount: see `by_neighbours`.
        let is_name = |column: &&TrackerColumn| column.field == Some(Field::Name);
        let has_names = self.columns.iter().filter(is_name).any(|column| column.unit.is_none());
        let of_names = self
            .columns
            .iter_mut()
            .filter(|column| column.field.is_some_and(|of| NAMES.contains(&of)) && !column.is_said);
        for column in of_names {
            if column.field == Some(Field::Name) && has_names && column.words.own_unit().is_some() {
                continue;
            }
            let Some(numbers) = only_numbers(sheet, first_row, column.at) else { continue };
            let refers = column.field == Some(Field::Name)
                && !has_reference
                && !OF_AMOUNTS.contains(&column.words.key_of_own().as_str())
                && column.unit.is_none()
                && are_references(&numbers);
            if refers {
                column.field = Some(Field::Reference);
                has_reference = true;
            } else {
                (column.field, column.left) = (None, Some(LeftAlone::NumbersForNames));
            }
        }
    }
}

/// The numbers of a column in which no words stand but those for nothing and for a total; nothing where there is none.
fn only_numbers(sheet: &Sheet, first_row: u32, at: u32) -> Option<Vec<Decimal>> {
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= first_row);
    let mut numbers = Vec::new();
    for cell in rows.map(|row| sheet.cell(row, at)).filter(|cell| !cell.is_empty()) {
        match number_of(cell).or_else(|| own_unit(cell).map(|_| Decimal::ZERO)) {
            Some(number) => numbers.push(number),
            None => match cell {
                Cell::Text(words) if !says_nothing(words, Field::Programme) && !ends_with_total(&[cell]) => {
                    return None;
                }
                _ => {}
            },
        }
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// Whether numbers are such as things are counted by: whole, above nought, and each another.
fn are_references(numbers: &[Decimal]) -> bool {
    let is_one = |number: &Decimal| number.fract().is_zero() && *number > Decimal::ZERO;
    numbers.iter().all(is_one) && numbers.iter().collect::<BTreeSet<_>>().len() == numbers.len()
}
