//! A cell that is a financial year, or a unit of money, and nothing else.

use super::time::year_of;
use crate::sheet::Cell;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

/// The financial year that a cell is.
pub fn year_in(cell: &Cell) -> Option<FinancialYear> {
    match cell {
        Cell::Text(_) | Cell::Number(..) => year_of(&cell.shown()).and_then(|year| FinancialYear::read(&year).ok()),
        _ => None,
    }
}

/// The unit of money that a cell is.
pub fn unit_in(cell: &Cell) -> Option<MoneyUnit> {
    match cell {
        Cell::Text(words) => MoneyUnit::read(words.trim()),
        _ => None,
    }
}
