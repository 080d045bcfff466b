//! Savings that stand in two columns: what of them is recurrent, and what is saved once.

use crate::cells::{holds_amounts, holds_noughts};
use crate::headings::Field;
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};

/// Whether a column is read as half of the plan.
pub(crate) fn is_half_of_plan(column: &TrackerColumn) -> bool {
    matches!(column.field, Some(Field::Recurrent | Field::RecurrentPart | Field::NonRecurrentPart))
}

impl TrackerHeader {
    /// Takes columns called "Recurrent" and "Non-recurrent" for what they hold: amounts, or words for whether a scheme is.
    pub(crate) fn take_parts(&mut self, sheet: &Sheet) {
        let first_row = self.first_row;
        let of_parts = [Field::Recurrent, Field::NonRecurrentPart];
        let open = |column: &&mut TrackerColumn| {
            !column.is_said && column.field.is_some_and(|field| of_parts.contains(&field))
        };
        let holds_amounts =
            |column: &TrackerColumn| column.words.own_unit().is_some() || holds_amounts(sheet, first_row, column.at);
        let is_any_of_amounts = self.columns.iter_mut().filter(open).any(|column| holds_amounts(column));
        for column in self.columns.iter_mut().filter(open) {
            let holds_amounts =
                holds_amounts(column) || (is_any_of_amounts && holds_noughts(sheet, first_row, column.at));
            column.field = match (column.field, holds_amounts) {
                (Some(Field::Recurrent), true) => Some(Field::RecurrentPart),
                (Some(Field::Recurrent), false) => Some(Field::Recurrent),
                (_, true) => Some(Field::NonRecurrentPart),
                (_, false) => None,
            };
        }
        if !(self.has(Field::RecurrentPart) && self.has(Field::NonRecurrentPart)) {
            // One of them alone does not say what the whole is.
            for column in self.columns.iter_mut().filter(|column| !column.is_said) {
                column.field = column.field.filter(|of| ![Field::RecurrentPart, Field::NonRecurrentPart].contains(of));
            }
            return;
        }
        self.take_total();
    }
}
