use crate::calculation::Number;
use crate::plan::{CellAddress, Id, MonitoredMonth, NumberCell, Row, Table};
use crate::quantity::Amount;
use crate::rules::months_given::Given;

/// A row of a month, and where it stands.
pub(super) type MonthRow<'a> = (Id<MonitoredMonth>, Row<'a, MonitoredMonth>);

/// What stands in a column of a month.
pub(super) fn given(
    at: Id<MonitoredMonth>,
    of: Row<'_, MonitoredMonth>,
    cell: NumberCell<Amount>,
    column: &'static str,
) -> Given {
    Given {
        month: of.month(),
        cumulative: of.cumulative() == Some(true),
        number: Number::cell(cell),
        half_unit: cell.half_unit(),
        place: CellAddress { table: Table::MonitoredMonth, row: at.index(), column },
    }
}
