use super::field::Field;
use super::header::{TrackerColumn, TrackerHeader};
use super::row_kinds::RowKind;
use super::sums::{AmountsOfRow, Sums, totals_above_their_rows};
use crate::recognise::{Effect, Issue, OtherRows, Place, Severity, number_in, too_many_values};
use crate::sheet::Sheet;
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

/// The rows of a tracker that hold schemes, and what the others are.
#[derive(Clone, Debug, Default)]
pub struct SchemeRows {
    /// The rows of the sheet.
    pub rows: Vec<u32>,
    /// Total rows, headings once more, and notes.
    pub other: OtherRows,
    /// What is to be said of them.
    pub issues: Vec<Issue>,
}

/// What stands in the cells of a tracker.
#[derive(Clone, Copy)]
pub struct CellsOfRows<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The file and the sheet.
    pub place: Place,
    /// Its headings.
    pub header: &'a TrackerHeader,
    /// The amount in a row and a column, as text.
    pub amount: &'a dyn Fn(u32, &TrackerColumn) -> Option<Box<str>>,
    /// Whether words of a field stand in a row.
    pub says: &'a dyn Fn(u32, Field) -> bool,
}

impl SchemeRows {
    /// Goes through the rows below the headings. A total row is held against the rows above it, amount by amount, or against
    /// those below it where it stands before them.
    pub fn of(cells: CellsOfRows<'_>) -> Self {
        let mut found = Self::default();
        let lines = found.lines(cells);
        let on_top = totals_above_their_rows(&lines);
        let mut sums = Sums::default();
        let mut above: Vec<&AmountsOfRow> = Vec::new();
        for line in &lines {
            let could_be_total = matches!(line.kind, RowKind::LikeTotal | RowKind::Nameless { .. });
            if line.kind == RowKind::Total {
                if sums.rows() == 0 {
                    // A total above its rows is held against them once they are known.
                    above.push(line);
                } else {
                    found.hold_against(cells, line, &sums, "above");
                }
            } else if on_top.contains(&line.row) {
                found.tell_sums(cells, line.row, "below");
            } else if could_be_total && sums.are(line) {
                found.tell_sums(cells, line.row, "above");
            } else {
                sums.add(&line.amounts);
                found.rows.push(line.row);
                continue;
            }
            found.other.totals += 1;
            sums.start_anew();
        }
        for line in above {
            found.hold_against(cells, line, &sums, "below");
        }
        found
    }

    /// The rows that are schemes or totals; the others are counted.
    fn lines(&mut self, cells: CellsOfRows<'_>) -> Vec<AmountsOfRow> {
        let mut lines = Vec::new();
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
                RowKind::Note => {
                    self.other.notes += 1;
                    self.tell(
                        cells,
                        row,
                        "this row holds only words in one cell, and is taken for a heading or a note",
                    );
                }
                kind => lines.push(AmountsOfRow { row, kind, amounts }),
            }
        }
        lines
    }

    /// Says which amounts of a total are not the sums of the rows above or below it.
    fn hold_against(&mut self, cells: CellsOfRows<'_>, line: &AmountsOfRow, sums: &Sums, side: &str) {
        for (field, total) in &line.amounts {
            let column = cells.header.column(*field);
            let Some((sum, column)) = sums.differs(*field, *total).zip(column) else { continue };
            self.issues.push(Issue {
                severity: Severity::Warning,
                place: cells.place.cell(line.row, column.at),
                column: Some((Table::Scheme, None)),
                value: cells.sheet.cell(line.row, column.at).shown(),
                what: format!(
                    "this total of \"{}\" is {}, and the rows {side} it add up to {}",
                    column.words.line(),
                    total.normalize(),
                    sum.normalize()
                ),
                expected: "a total that is the sum of its rows; the plan uses the rows".to_owned(),
                effect: Effect::Used,
            });
        }
    }

    fn tell_sums(&mut self, cells: CellsOfRows<'_>, row: u32, side: &str) {
        let what = format!("the amounts of this row are the sums of the rows {side}, and it is taken for a total");
        self.tell(cells, row, &what);
    }

    fn tell(&mut self, cells: CellsOfRows<'_>, row: u32, what: &str) {
        let CellsOfRows { sheet, place, header, .. } = cells;
        let at = header.columns.iter().map(|column| column.at).find(|at| !sheet.cell(row, *at).is_empty());
        let at = at.unwrap_or_default();
        self.issues.push(Issue {
            severity: Severity::Information,
            place: place.cell(row, at),
            column: Some((Table::Scheme, None)),
            value: sheet.cell(row, at).shown(),
            what: what.to_owned(),
            expected: "nothing, if it is one; otherwise that the name of the scheme is filled".to_owned(),
            effect: Effect::RowLeftOut,
        });
    }
}
