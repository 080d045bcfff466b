//! The rows of a tracker that may be schemes or totals, apart from those that are neither.

use super::cells_of_rows::CellsOfRows;
use super::row_kinds::RowKind;
use super::scheme_rows::SchemeRows;
use super::set_aside::SetAside;
use super::sums_of_rows::AmountsOfRow;
use crate::cells::number_in;
use crate::headings::Field;
use crate::issues::too_many_values;
use crate::sheet::Cell;
use crate::vocabulary::says_not_in_plan;
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

impl SchemeRows {
    /// The rows that are schemes or totals; the others are counted.
    pub(super) fn lines(&mut self, cells: CellsOfRows<'_>) -> Vec<AmountsOfRow> {
        let mut lines: Vec<AmountsOfRow> = Vec::new();
        // What stands below the total under a heading that says that it is not in the plan.
        let mut aside: Option<SetAside> = None;
        let mut has_total = false;
        let header = cells.header;
        let headed: Vec<u32> = header.columns.iter().map(|column| column.at).collect();
        for (row, _) in cells.sheet.rows().filter(|(row, _)| *row >= header.first_row) {
            if let Some(issue) = too_many_values(cells.sheet, cells.place, Table::Scheme, row, &headed) {
                self.issues.push(issue);
                continue;
            }
            let amounts = header.columns.iter().filter_map(|column| {
                let field = column.field.filter(|of| of.is_money())?;
                Some((field, number_in(&(cells.amount)(row, column)?)?))
            });
            let amounts: Vec<(Field, Decimal)> = amounts.collect();
            let says = |field: Field| (cells.says)(row, field);
            match RowKind::of(cells.sheet, row, header, &says, !amounts.is_empty()) {
                RowKind::Empty => {}
                RowKind::Repeated => self.other.repeated += 1,
                RowKind::Note if cells.are_schemes && has_total && says_not_in_plan(&first_words(cells, row)) => {
                    self.other.notes += 1;
                    self.leave_aside(cells, aside.replace(SetAside { heading: row, lines: Vec::new() }));
                }
                RowKind::Note => {
                    self.other.notes += 1;
                    self.leave_aside(cells, aside.take());
                    self.tell(
                        cells,
                        row,
                        "this row holds only words in one cell, and is taken for a heading or a note",
                    );
                }
                RowKind::Nameless { .. } if amounts.is_empty() && adds_up_unsaved(cells, row) => {
                    self.other.totals += 1;
                    self.tell_unsaved_sum(cells, row);
                }
                kind => {
                    has_total |= kind == RowKind::Total;
                    let line = AmountsOfRow { row, kind, amounts };
                    match (&mut aside, kind) {
                        (Some(_), RowKind::Total | RowKind::Nameless { .. }) => self.other.totals += 1,
                        (Some(aside), _) => aside.lines.push(line),
                        (None, _) => lines.push(line),
                    }
                }
            }
        }
        self.leave_aside(cells, aside);
        lines
    }

    fn leave_aside(&mut self, cells: CellsOfRows<'_>, aside: Option<SetAside>) {
        if let Some(aside) = aside {
            self.issues.extend(aside.issue(cells));
            self.set_aside.extend(aside.lines.iter().map(|line| line.row));
        }
    }
}

/// The first words in a row.
fn first_words(cells: CellsOfRows<'_>, row: u32) -> String {
    let all = cells.header.columns.iter().map(|column| cells.sheet.cell(row, column.at));
    all.into_iter().find(|cell| !cell.is_empty()).map(Cell::shown).unwrap_or_default()
}

/// Whether the amounts of a row are formulas that add up others, of which the file holds no value.
fn adds_up_unsaved(cells: CellsOfRows<'_>, row: u32) -> bool {
    let amounts = cells.header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
    let all = amounts.flat_map(|column| column.added.iter().map(|added| added.at).chain([column.at]));
    let mut filled = all.map(|at| cells.sheet.cell(row, at)).filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|cell| match cell {
            Cell::UncalculatedFormula(formula) => {
                let formula = formula.to_ascii_uppercase();
                ["SUM(", "SUBTOTAL(", "AGGREGATE("]
                    .iter()
                    .any(|begin| formula.trim_start_matches(['=', '+']).starts_with(begin))
            }
            _ => false,
        })
}
