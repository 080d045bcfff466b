//! The columns of the months that are added up.

use super::contract_months::{MonthRow, is_cumulative};
use crate::calculation::{FigureKind, Ledger, Number};
use crate::plan::{CellAddress, ContractMonth, Id, NumberCell, NumberType, Row, Table};
use crate::quantity::Fixed;
use crate::rules::contracts::{
    ACTIVITY_BILLED, ACTIVITY_TO, BILLED, BILLED_TO, CHALLENGED, ON_ACCOUNT, RELEASED, UPHELD, UPHELD_TO, WITHHELD,
};
use crate::rules::months_given::Given;

/// A column of the months, and the kinds of figure in which it is added up: for a contract, and for each of its
/// commissioners.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) of_contract: &'static FigureKind,
    pub(super) of_commissioner: Option<&'static FigureKind>,
}

pub(super) const BILLED_COLUMN: &str = "billed";
pub(super) const PAID_COLUMN: &str = "paid";
pub(super) const ACTIVITY_COLUMN: &str = "activity";

pub(super) const COLUMNS: &[Column] = &[
    Column { name: BILLED_COLUMN, of_contract: &BILLED, of_commissioner: Some(&BILLED_TO) },
    Column { name: "challenged", of_contract: &CHALLENGED, of_commissioner: None },
    Column { name: "upheld", of_contract: &UPHELD, of_commissioner: Some(&UPHELD_TO) },
    Column { name: "withheld", of_contract: &WITHHELD, of_commissioner: None },
    Column { name: "released", of_contract: &RELEASED, of_commissioner: None },
    Column { name: PAID_COLUMN, of_contract: &ON_ACCOUNT, of_commissioner: None },
    Column { name: ACTIVITY_COLUMN, of_contract: &ACTIVITY_BILLED, of_commissioner: Some(&ACTIVITY_TO) },
];

/// A month whose cell is empty is one that the sums of its column lack, unless an empty cell says something.
pub(super) fn lacks(ledger: &mut Ledger<'_>, rows: &[MonthRow<'_>], name: &'static str) {
    let Some((at, row)) = rows.first().filter(|_| Table::ContractMonth.empty_says(name).is_none()) else { return };
    let cell = CellAddress { table: Table::ContractMonth, row: at.index(), column: name };
    let Some(column) = COLUMNS.iter().find(|column| column.name == name) else { return };
    let contract = row.contract().index();
    ledger.lacks(column.of_contract.at([contract]), cell);
    if let Some((kind, organisation)) = column.of_commissioner.zip(row.organisation()) {
        ledger.lacks(kind.at([contract, organisation.index()]), cell);
    }
}

/// The most final number of a month in a column, and the first that was given, where it was given more than once.
pub(super) fn most_final(rows: &[MonthRow<'_>], name: &'static str) -> Option<(Given, Option<Number>)> {
    let mut of_states = rows.iter().filter_map(|(row, month)| cell(*row, *month, name));
    let first = of_states.next()?;
    Some((first, of_states.next_back().map(|other| other.number)))
}

fn cell(at: Id<ContractMonth>, of: Row<'_, ContractMonth>, column: &'static str) -> Option<Given> {
    fn number<T: NumberType>(cell: NumberCell<T>) -> (Number, Fixed) {
        (Number::cell(cell), cell.half_unit())
    }
    let amount = match column {
        BILLED_COLUMN => of.billed().map(number),
        "challenged" => of.challenged().map(number),
        "upheld" => of.upheld().map(number),
        "withheld" => of.withheld().map(number),
        "released" => of.released().map(number),
        PAID_COLUMN => of.paid().map(number),
        _ => of.activity().map(number),
    };
    amount.map(|(number, half_unit)| Given {
        month: of.month(),
        cumulative: is_cumulative(of),
        number,
        half_unit,
        place: CellAddress { table: Table::ContractMonth, row: at.index(), column },
    })
}
