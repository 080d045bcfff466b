//! Which rows of a tracker hold schemes: those that are the sums of others, or stand beside the schemes, do not.

use super::below_total::BelowTotal;
use super::cells_of_rows::CellsOfRows;
use super::left_aside::LeftAside;
use super::rounded_total::may_be_rounded_total;
use super::row_kinds::RowKind;
use super::sums_of_rows::{AmountsOfRow, Sums, totals_above_their_rows};
use super::unnamed_sums::UnnamedSums;
use crate::issues::Issue;
use crate::sums::{Evidence, Side};
use crate::tables::OtherRows;
use crate::vocabulary::Aside;

/// The rows of a tracker that hold schemes, and what the others are.
#[derive(Clone, Debug, Default)]
pub struct SchemeRows {
    /// The rows of the sheet.
    pub rows: Vec<u32>,
    /// Rows of which nothing says whether they are schemes or the sums of others: a person has to say it.
    pub undecided: Vec<u32>,
    /// Rows below the total whose heading says that they are not in the plan.
    pub set_aside: Vec<u32>,
    /// Total rows, headings once more, and notes.
    pub other: OtherRows,
    /// What is to be said of them.
    pub issues: Vec<Issue>,
}

impl SchemeRows {
    /// Goes through the rows below the headings. A total row is held against the rows above it, amount by amount, or against
    /// those below it where it stands before them.
    pub fn of(cells: CellsOfRows<'_>) -> Self {
        let mut found = Self::default();
        let lines = found.lines(cells);
        let on_top = totals_above_their_rows(&lines);
        let unnamed = UnnamedSums::of(cells, &lines);
        let may_be_rounded = may_be_rounded_total(cells, &lines).map(|line| line.row);
        // The last total, and the first that is the sum of all rows above it, where those have another below them.
        let (mut last_total, mut of_all) = (None, None);
        let mut whole = Sums::default();
        let mut sums = Sums::default();
        let mut above: Vec<&AmountsOfRow> = Vec::new();
        let mut beside = LeftAside::default();
        for (at, line) in lines.iter().enumerate() {
            let is_gap =
                line.kind == RowKind::Unidentified && beside.is_gap(line, lines.get(at + 1..).unwrap_or_default());
            // Whether it stands above the rows that it adds up.
            let mut is_above = false;
            match line.kind {
                RowKind::Total if sums.rows() == 0 && !beside.has_open() => {
                    // A total above its rows is held against them once they are known.
                    above.push(line);
                    is_above = true;
                }
                RowKind::Total => {
                    found.take(beside.settle(line, &mut sums));
                    found.hold_against(cells, line, &sums, "above");
                    beside.note_total(line);
                }
                _ if on_top.contains(&line.row) => {
                    found.tell_sums(cells, line.row, "below");
                    is_above = true;
                }
                RowKind::Aside(Aside::Part) => {
                    beside.leave_part(line);
                    continue;
                }
                RowKind::Scheme if let Some(group) = unnamed.group(line) => {
                    found.tell_unnamed(cells, line, group);
                    if group.evidence == Evidence::Undecided {
                        found.undecided.push(line.row);
                        continue;
                    }
                    is_above = group.side == Side::Below;
                    if !is_above {
                        beside.note_total(line);
                    }
                }
                RowKind::LikeTotal | RowKind::Nameless { .. } | RowKind::Aside(Aside::Sum) if sums.are(line) => {
                    found.tell_sums(cells, line.row, "above");
                    beside.note_total(line);
                }
                RowKind::LikeTotal | RowKind::Nameless { .. } | RowKind::Aside(Aside::Sum)
                    if beside.are_with_open(line) =>
                {
                    found.take(beside.all_count(&mut sums));
                    found.tell_sums(cells, line.row, "above");
                    beside.note_total(line);
                }
                RowKind::Scheme | RowKind::Unidentified | RowKind::LikeTotal | RowKind::Nameless { .. }
                    if may_be_rounded == Some(line.row) && whole.are_rounded(line) && !whole.are(line) =>
                {
                    found.take(beside.settle(line, &mut sums));
                    found.tell_rounded(cells, line);
                    beside.note_total(line);
                }
                RowKind::Aside(Aside::Target | Aside::Gap) if !cells.are_schemes => {
                    found.add(line, &mut sums);
                    whole.add(&line.amounts);
                    beside.note_scheme(line);
                    continue;
                }
                RowKind::LikeTotal | RowKind::Aside(_) => {
                    beside.open(line, &sums);
                    continue;
                }
                _ if is_gap => {
                    beside.leave_gap(line, &sums);
                    continue;
                }
                _ => {
                    found.add(line, &mut sums);
                    whole.add(&line.amounts);
                    beside.note_scheme(line);
                    continue;
                }
            }
            if !is_above {
                last_total = Some((line, whole.are(line)));
                of_all = of_all.or(Some(line).filter(|line| whole.are(line)));
            }
            found.other.totals += 1;
            sums.start_anew();
        }
        found.take(beside.settle_last(&mut sums));
        for line in above {
            found.hold_against(cells, line, &sums, "below");
        }
        found.other.totals += beside.left().len();
        found.issues.extend(beside.issues(cells));
        found.rows.sort_unstable();
        let below = last_total.filter(|_| cells.are_schemes).map(|(last, is_of_all)| {
            let first = of_all.filter(|_| !is_of_all);
            let once_more = first.and_then(|first| BelowTotal::of_all_below(cells, &lines, first, &found.rows));
            once_more.unwrap_or_else(|| BelowTotal::of(cells, &lines, last, &found.rows))
        });
        let below = below.unwrap_or_default();
        found.tell_alike(cells, &lines, &below, &unnamed);
        found
    }

    fn add(&mut self, line: &AmountsOfRow, sums: &mut Sums) {
        sums.add(&line.amounts);
        self.rows.push(line.row);
    }

    fn take(&mut self, rows: Vec<u32>) {
        self.rows.extend(rows);
    }
}
