//! The number that a cell holds.

use super::cell_text::text_of;
use super::numbers::number_in;
use super::words::Heading;
use crate::sheet::{Cell, NumberKind};
use one_plan_model::plan::ColumnKind;
use one_plan_model::quantity::{Decimal, MoneyUnit};

/// The number that a cell holds, in whatever unit: a text file writes numbers as text. Nothing for a share in per cent.
pub fn number_of(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number(_, style) if style.kind == NumberKind::Percent => None,
        // "£000" is no nought.
        Cell::Text(text) if MoneyUnit::read(text).is_some() => None,
        Cell::Number(..) | Cell::Text(_) => {
            let (text, _) = text_of(ColumnKind::Money, cell, &Heading::default()).ok()?;
            number_in(&text?)
        }
        _ => None,
    }
}
