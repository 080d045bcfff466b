use crate::write::cell::WorkbookCell;
use crate::write::names::{fixed, quoted, sheet_name};
use crate::write::table_sheet::row_of_sheet;
use one_plan_model::outcome::SheetCell;
use one_plan_model::plan::{ColumnKind, Content, Plan, Table};

/// A number in a cell of the plan, as formulas use it: where it stands in the workbook, and by what it is multiplied to be
/// in pounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlanNumber {
    /// The name of the sheet, as formulas write it.
    pub sheet: String,
    /// The row of the sheet, counted from zero.
    pub row: u32,
    /// The column of the sheet, counted from zero.
    pub column: u16,
    /// By what it is multiplied: one with so many zeros.
    pub zeros: u32,
}

impl PlanNumber {
    /// The number in a cell; nothing where the workbook holds text there.
    pub(super) fn of(plan: &Plan, cell: &SheetCell) -> Option<Self> {
        let table = Table::named(&cell.table)?;
        let at = table.column(&cell.column)?;
        let kind = table.columns().get(at)?.kind;
        let text = plan.written_cell(table, cell.row, &cell.column)?;
        if !matches!(WorkbookCell::of(&text, kind), WorkbookCell::Number(..)) {
            return None;
        }
        let zeros = if matches!(kind, ColumnKind::Money) { zeros_of_unit(plan, table, cell.row)? } else { 0 };
        let (sheet, column) = (quoted(&sheet_name(table)), u16::try_from(at).ok()?);
        Some(Self { sheet, row: row_of_sheet(cell.row), column, zeros })
    }

    /// By what it is multiplied, where that is not one.
    pub(super) fn multiplier(zeros: u32) -> Option<String> {
        (zeros > 0).then(|| format!("1{}", "0".repeat(zeros as usize)))
    }

    /// Where it stands.
    pub(super) fn address(&self) -> String {
        format!("{}!{}", self.sheet, fixed(self.row, self.column))
    }
}

/// A cell of the plan as a place in the workbook to which a link leads.
pub(super) fn place(cell: &SheetCell) -> Option<String> {
    let table = Table::named(&cell.table)?;
    let column = u32::try_from(table.column(&cell.column)?).ok()?;
    let reference = crate::sheet::cell_reference(row_of_sheet(cell.row), column);
    Some(format!("{}!{reference}", quoted(&sheet_name(table))))
}

fn zeros_of_unit(plan: &Plan, table: Table, row: u32) -> Option<u32> {
    let at = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit))?;
    match plan.content_at(table, row, at) {
        Content::Unit(unit) => Some(unit.exponent()),
        _ => None,
    }
}
