//! The amounts of a row: in which unit they are, and what they are in the unit of the row.

use crate::cells::{Adjustment, at_most_places, number_in, own_unit};
use crate::sheet::{Cell, shifted};
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{CellProblem, ColumnKind};
use one_plan_model::quantity::MoneyUnit;

/// The unit of the amounts of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowUnit {
    /// What the row says itself; nothing where that is no unit.
    Own(Option<MoneyUnit>),
    /// What the headings say, or what stands above them.
    OfHeadings(MoneyUnit),
    /// Nothing says it, or there is no amount.
    None,
}

impl RowUnit {
    pub(super) const fn unit(self) -> Option<MoneyUnit> {
        match self {
            Self::Own(unit) => unit,
            Self::OfHeadings(unit) => Some(unit),
            Self::None => None,
        }
    }
}

impl TableRows {
    /// The unit of the amounts of a row: what it says itself, or what the heading of its first amount says, or what
    /// stands above the table.
    pub(super) fn unit_of_row(&self, cells: &[&Cell], unit_column: Option<usize>) -> RowUnit {
        let Some(unit_column) = unit_column else { return RowUnit::None };
        let own = self.header.columns.iter().zip(cells).find(|(column, _)| column.table_column == unit_column);
        if let Some((_, Cell::Text(text))) = own
            && !text.trim().is_empty()
        {
            // What is no unit is left to the model to report.
            return RowUnit::Own(MoneyUnit::read(text));
        }
        let is_money = |column: &FoundColumn| {
            matches!(self.table.columns().get(column.table_column).map(|of| of.kind), Some(ColumnKind::Money))
        };
        let said_in_cells = || {
            let amounts = self.header.columns.iter().zip(cells).filter(|(column, _)| is_money(column));
            amounts.filter_map(|(_, cell)| own_unit(cell)).map(|(_, unit)| unit).next()
        };
        let has_amount = self.header.columns.iter().zip(cells).any(|(column, cell)| {
            let kind = self.table.columns().get(column.table_column).map(|column| column.kind);
            matches!(kind, Some(ColumnKind::Money)) && !cell.is_empty()
        });
        let of_first = self.header.columns.iter().find_map(|column| column.heading.unit);
        match of_first.or(self.header.unit_above.map(|(unit, ..)| unit)).or_else(said_in_cells).filter(|_| has_amount) {
            Some(unit) => RowUnit::OfHeadings(unit),
            None => RowUnit::None,
        }
    }

    /// An amount in the unit of its row, from the unit of its own heading. A heading without a unit has that of what
    /// stands above the table, or the one that all other headings have.
    pub(super) fn amount(
        &mut self,
        text: Box<str>,
        cell: &Cell,
        column: &FoundColumn,
        unit: RowUnit,
    ) -> Result<Box<str>, CellProblem> {
        if let (Some((digits, own)), Some(unit)) = (own_unit(cell), unit.unit()) {
            *self.adjustments.entry((column.table_column, Adjustment::of_own_unit(cell))).or_default() += 1;
            return Ok(if own == unit { digits.into() } else { self.in_unit(&digits, own, unit, column.table_column) });
        }
        let own = match unit {
            RowUnit::Own(_) => column.heading.unit,
            RowUnit::OfHeadings(_) => match column.heading.unit.or(self.header.unit_of_others()) {
                Some(unit) => Some(unit),
                None => {
                    return Err(CellProblem {
                        what: "the heading of this amount gives no unit, and the other headings give different ones"
                            .to_owned(),
                        expected: "a unit in the heading, such as (£000)".to_owned(),
                    });
                }
            },
            RowUnit::None => None,
        };
        let text = match cell {
            Cell::Number(_, style)
                if style.thousands > 0 && own.or(unit.unit()).is_some_and(|unit| unit != MoneyUnit::Pounds) =>
            {
                *self.adjustments.entry((column.table_column, Adjustment::ShownInUnitOfHeading)).or_default() += 1;
                self.with_point_moved(&text, -3 * i32::from(style.thousands), column.table_column)
            }
            _ => text,
        };
        match (own, unit.unit()) {
            (Some(own), Some(unit)) if own != unit => Ok(self.in_unit(&text, own, unit, column.table_column)),
            _ => Ok(text),
        }
    }

    /// An amount under a heading of one unit, in a row of another.
    fn in_unit(&mut self, text: &str, from: MoneyUnit, to: MoneyUnit, column: usize) -> Box<str> {
        let places =
            i32::try_from(from.exponent()).unwrap_or_default() - i32::try_from(to.exponent()).unwrap_or_default();
        self.with_point_moved(text, places, column)
    }

    fn with_point_moved(&mut self, text: &str, places: i32, column: usize) -> Box<str> {
        let Some(number) = number_in(text) else { return text.into() };
        let (digits, is_rounded) = at_most_places(&shifted(&number.to_string(), places), 6);
        if is_rounded {
            *self.adjustments.entry((column, Adjustment::RoundedToSixPlaces)).or_default() += 1;
        }
        digits.into()
    }
}
