//! The last row of a tracker that is called after nothing that saves, or not at all, such as "Trust", and is the sum of the rows
//! above it but for rounding.
//!
//! Amounts alone do not say that: small ones are near to the sum of others by chance. So the row has nothing but a name, where
//! the rows above have more, or it is called after the whole; and it is more than any row above it.

use super::below_total::telling;
use super::cells_of_rows::CellsOfRows;
use super::row_kinds::RowKind;
use super::sums_of_rows::AmountsOfRow;
use super::unnamed_sums::could_be_sum;
use crate::cells::key_of;
use crate::headings::Field;
use one_plan_model::quantity::Decimal;

/// What is called after the whole.
const WHOLE: [&str; 14] = [
    "trust",
    "wholetrust",
    "trustwide",
    "organisation",
    "icb",
    "icbtotal",
    "ics",
    "system",
    "wholesystem",
    "all",
    "overall",
    "everything",
    "together",
    "combined",
];

/// The row of which the amounts may say, as far as they are rounded, that it is the total.
pub fn may_be_rounded_total<'l>(cells: CellsOfRows<'_>, lines: &'l [AmountsOfRow]) -> Option<&'l AmountsOfRow> {
    let is_row = |line: &&AmountsOfRow| {
        matches!(line.kind, RowKind::Scheme | RowKind::Unidentified | RowKind::LikeTotal | RowKind::Nameless { .. })
    };
    let mut rows = lines.iter().filter(is_row);
    let last = rows.next_back().filter(|_| cells.are_schemes)?;
    let above: Vec<&AmountsOfRow> = rows.collect();
    let (field, amount) = last.amounts.iter().find(|(_, amount)| !amount.is_zero())?;
    let is_more = |line: &&AmountsOfRow| line.amounts.iter().all(|(of, part)| of != field || part.abs() < amount.abs());
    // Ten times as much as rounding may take away: small amounts are near to any sum.
    let rows = i64::try_from(above.len()).unwrap_or(i64::MAX);
    let is_large =
        Decimal::new(5, amount.scale()).checked_mul(Decimal::from(rows)).is_some_and(|room| amount.abs() >= room);
    let has_only_a_name = || {
        let mut telling = telling(cells, &above);
        telling.retain(|field| *field != Field::Name);
        let lacks_all = telling.iter().all(|field| !(cells.says)(last.row, *field));
        lacks_all && ((!telling.is_empty() && is_large) || is_of_the_whole(cells, last))
    };
    let may_be = match last.kind {
        RowKind::Nameless { says_more } => !says_more,
        RowKind::LikeTotal => true,
        _ => could_be_sum(cells, last) && has_only_a_name(),
    };
    (may_be && above.iter().all(is_more)).then_some(last)
}

fn is_of_the_whole(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> bool {
    let named = [Field::Name, Field::Description].into_iter().filter_map(|field| cells.header.column(field));
    let words =
        named.map(|column| cells.sheet.cell(line.row, column.at).shown()).find(|words| !words.trim().is_empty());
    words.is_some_and(|words| {
        let begins = words.split_whitespace().next().map(key_of);
        begins.as_deref() == Some("all") || WHOLE.contains(&key_of(&words).as_str())
    })
}
