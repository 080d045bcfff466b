//! The amounts of the plan in pounds: each is the cell in which it stands, times what the unit of its row is worth.
//!
//! A formula that says `*1000000` goes on multiplying when someone corrects the unit of a row. So amounts are brought to
//! pounds in one place, by the unit as it stands in the workbook, and every other formula calculates with that.

use super::cells::{PlanNumber, place, place_in_words};
use crate::sheet::own_sheets::{ABOUT_POUNDS, POUNDS};
use crate::write::WriteProblem;
use crate::write::names::fixed;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use one_plan_model::outcome::{ResultSheet, SheetCell, StatementEntry, StepHow};
use one_plan_model::plan::{ColumnKind, Content, Plan, Table};
use one_plan_model::quantity::{Decimal, MoneyUnit};
use rust_xlsxwriter::{Formula, Worksheet};
use std::collections::BTreeMap;

/// The units that a person may write into a row.
const UNITS: [&str; 5] = ["£", "£000", "£k", "£m", "£bn"];
/// The row of the first unit, counted from zero; its name stands in the first column, its worth in the second.
const FIRST_UNIT: u32 = 4;
/// The row of the first amount.
const FIRST_AMOUNT: u32 = FIRST_UNIT + 5 + 2;
/// The sheet as formulas name it.
const QUOTED_POUNDS: &str = "'In pounds'";
/// The column of what is in pounds.
const COLUMN: u16 = 1;

/// Which amounts are needed in pounds, by table, column and row: those of one column follow one another, so that a sum over
/// them is a sum over one range.
#[derive(Debug, Default)]
pub(super) struct Pounds(BTreeMap<(Table, usize, u32), u32>);

impl Pounds {
    /// The amounts that figures and statements use.
    pub(super) fn of(plan: &Plan, results: &ResultSheet) -> Self {
        let of_steps = results.steps.iter().filter_map(|step| match &step.how {
            StepHow::Cell(cell) => Some(cell),
            _ => None,
        });
        let lines = results.statements.iter().flat_map(|statement| statement.lines.iter().chain(&statement.results));
        let of_lines = lines.flat_map(|line| &line.entries).filter_map(|entry| match entry {
            Some(StatementEntry::Cell(cell)) => Some(cell),
            _ => None,
        });
        let mut amounts = BTreeMap::new();
        for cell in of_steps.chain(of_lines) {
            let (table, column, row) = key_of(cell);
            if is_money(table, column)
                && unit_cell(plan, table, row).is_some()
                && PlanNumber::of(plan, table, column, row).is_some()
            {
                amounts.insert((table, column, row), 0);
            }
        }
        for (at, place) in (0..).zip(amounts.values_mut()) {
            *place = at;
        }
        Self(amounts)
    }

    /// A number of the plan as formulas use it: money in pounds. Nothing where the workbook holds text.
    pub(super) fn number(&self, plan: &Plan, cell: &SheetCell) -> Option<PlanNumber> {
        let (table, column, row) = key_of(cell);
        if !is_money(table, column) {
            return PlanNumber::of(plan, table, column, row);
        }
        let at = self.0.get(&(table, column, row))?;
        Some(PlanNumber { sheet: QUOTED_POUNDS, row: FIRST_AMOUNT + at, column: COLUMN, is_row: false })
    }

    /// Whether no amount is needed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet, styles: &mut Styles, plan: &Plan) -> Result<(), WriteProblem> {
        let mut paper = Paper::new(sheet, styles, POUNDS, ABOUT_POUNDS)?;
        paper.widths(&[72, 22])?;
        paper.headings(FIRST_UNIT - 1, &[("Unit", false), ("Pounds", true)])?;
        let text = paper.styles.text.clone();
        let pounds = paper.styles.number("#,##0.00", Emphasis::None).clone();
        paper.columns(&[(0, &text), (COLUMN, &pounds)])?;
        for (row, unit) in (FIRST_UNIT..).zip(UNITS) {
            paper.text(row, 0, unit, &text)?;
            let format = paper.styles.number("#,##0", Emphasis::None);
            let worth = 10_u32.pow(MoneyUnit::read(unit).map_or(0, MoneyUnit::exponent));
            paper.sheet.write_number_with_format(row, COLUMN, worth, format)?;
        }
        let units = format!("{}:{}", fixed(FIRST_UNIT, 0), fixed(FIRST_AMOUNT - 3, COLUMN));
        paper.headings(FIRST_AMOUNT - 1, &[("Amount", false), ("In £", true)])?;
        for ((table, column, row), at) in &self.0 {
            let Ok(position) = u8::try_from(*column) else { continue };
            let cell = SheetCell { table: *table, row: *row, column: position };
            // Whether there is a number was asked when the amounts were collected.
            let (Some(number), Some(unit)) = (PlanNumber::at(*table, *column, *row), unit_cell(plan, *table, *row))
            else {
                continue;
            };
            match place(&cell) {
                Some(to) => paper.link(FIRST_AMOUNT + at, 0, &to, &place_in_words(plan, &cell))?,
                None => paper.text(FIRST_AMOUNT + at, 0, &place_in_words(plan, &cell), &text)?,
            }
            let formula = format!("{}*VLOOKUP({},{units},2,FALSE)", number.address(), unit.address());
            let mut formula = Formula::new(formula);
            if let Some(pounds) = pounds_in(plan, &cell) {
                formula = formula.set_result(pounds.to_string());
            }
            paper.sheet.write_formula(FIRST_AMOUNT + at, COLUMN, formula)?;
        }
        paper.sheet.set_freeze_panes(FIRST_AMOUNT, 0)?;
        paper.sheet.set_repeat_rows(FIRST_AMOUNT - 1, FIRST_AMOUNT - 1)?;
        Ok(())
    }
}

/// An amount of the plan in pounds.
pub(super) fn pounds_in(plan: &Plan, cell: &SheetCell) -> Option<Decimal> {
    match plan.content_at(cell.table, cell.row, usize::from(cell.column)) {
        Content::Amount(amount) => Some(amount.pounds().normalize()),
        _ => None,
    }
}

fn key_of(cell: &SheetCell) -> (Table, usize, u32) {
    (cell.table, usize::from(cell.column), cell.row)
}

fn is_money(table: Table, column: usize) -> bool {
    table.columns().get(column).is_some_and(|column| matches!(column.kind, ColumnKind::Money))
}

/// Where the unit of a row stands, if the row says it.
fn unit_cell(plan: &Plan, table: Table, row: u32) -> Option<PlanNumber> {
    let column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit))?;
    let is_given = !plan.store(table).column(column).is_empty_at(row);
    is_given.then(|| PlanNumber::at(table, column, row))?
}
