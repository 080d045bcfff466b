use crate::write::cell::WorkbookCell;
use crate::write::names::{fixed, quoted_sheet};
use crate::write::table_sheet::row_of_sheet;
use one_plan_model::outcome::SheetCell;
use one_plan_model::plan::{Plan, Table};

/// A cell of the workbook with which formulas calculate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlanNumber {
    /// The name of the sheet, as formulas write it.
    pub sheet: &'static str,
    /// The row of the sheet, counted from zero.
    pub row: u32,
    /// The column of the sheet, counted from zero.
    pub column: u16,
    /// Whether it stands for its row, which counts as one as long as the cell is filled.
    pub is_row: bool,
}

impl PlanNumber {
    /// The number in a cell of a table, as it stands there; nothing where the workbook holds text.
    pub(super) fn of(plan: &Plan, table: Table, column: usize, row: u32) -> Option<Self> {
        let definition = table.columns().get(column)?;
        let text = plan.written_cell(table, row, definition.name)?;
        WorkbookCell::is_number(&text, definition.kind).then(|| Self::at(table, column, row))?
    }

    /// A row of a table that is counted, by a cell that is always filled.
    pub(super) fn of_row(cell: &SheetCell) -> Option<Self> {
        cell.table.columns().get(usize::from(cell.column))?;
        Some(Self { is_row: true, ..Self::at(cell.table, usize::from(cell.column), cell.row)? })
    }

    /// A cell of a table, whatever stands in it.
    pub(super) fn at(table: Table, column: usize, row: u32) -> Option<Self> {
        let column = u16::try_from(column).ok()?;
        Some(Self { sheet: quoted_sheet(table), row: row_of_sheet(row), column, is_row: false })
    }

    /// Where it stands.
    pub(super) fn address(&self) -> String {
        format!("{}!{}", self.sheet, fixed(self.row, self.column))
    }
}

/// A cell of the plan as a place in the workbook to which a link leads.
pub(super) fn place(cell: &SheetCell) -> Option<String> {
    cell.table.columns().get(usize::from(cell.column))?;
    let reference = crate::sheet::cell_reference(row_of_sheet(cell.row), u32::from(cell.column));
    Some(format!("{}!{reference}", quoted_sheet(cell.table)))
}

/// A place in words: the row by its id where it has one.
pub(super) fn place_in_words(plan: &Plan, cell: &SheetCell) -> String {
    let id = plan.identifier(cell.table, cell.row);
    let row = id.map_or_else(|| format!("row {}", u64::from(cell.row) + 1), str::to_owned);
    format!("{}, {row}: {}", crate::write::names::in_words(cell.table.name()), cell.column_name().replace('_', " "))
}
