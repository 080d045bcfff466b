//! Which rows of a tracker hold schemes: those that are the sums of others, or stand beside the schemes, do not.

use super::below_total::BelowTotal;
use super::cells_of_rows::CellsOfRows;
use super::left_aside::LeftAside;
use super::rounded_total::may_be_rounded_total;
use super::row_kinds::RowKind;
use super::slips::Slips;
use super::sums_of_rows::{AmountsOfRow, Sums, totals_above_their_rows};
use super::unnamed_sums::UnnamedSums;
use crate::issues::Issue;
use crate::sums::{Evidence, Group, Side};
use crate::tables::OtherRows;
use crate::vocabulary::Aside;
use std::collections::BTreeSet;

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
        let unnamed = UnnamedSums::of(cells, &lines);
        let mut walk = Walk {
            cells,
            unnamed: &unnamed,
            on_top: totals_above_their_rows(&lines),
            may_be_rounded: may_be_rounded_total(cells, &lines).map(|line| line.row),
            found,
            last_total: None,
            of_all: None,
            whole: Sums::default(),
            sums: Sums::default(),
            slips: Slips::default(),
            above: Vec::new(),
            beside: LeftAside::default(),
        };
        for (at, line) in lines.iter().enumerate() {
            match walk.row(line, lines.get(at + 1..).unwrap_or_default()) {
                Is::Scheme => walk.add(line),
                Is::LeftAside => {}
                Is::Sum(side) => walk.count_sum(line, side),
            }
        }
        walk.finish(&lines)
    }

    fn take(&mut self, rows: Vec<u32>) {
        self.rows.extend(rows);
    }
}

/// What a row turned out to be.
enum Is {
    /// A scheme, which counts.
    Scheme,
    /// Neither a scheme nor a sum, as far as is known when it is reached.
    LeftAside,
    /// The sum of the rows on one side of it.
    Sum(Side),
}

/// The way through the rows, from the first to the last.
struct Walk<'a> {
    cells: CellsOfRows<'a>,
    unnamed: &'a UnnamedSums,
    /// The totals that stand above the rows that they add up.
    on_top: BTreeSet<u32>,
    may_be_rounded: Option<u32>,
    found: SchemeRows,
    /// The last total, and whether it is the sum of all rows above it.
    last_total: Option<(&'a AmountsOfRow, bool)>,
    /// The first total that is the sum of all rows above it.
    of_all: Option<&'a AmountsOfRow>,
    /// All schemes so far, and those since the last total.
    whole: Sums,
    sums: Sums,
    /// By what the rows that were taken for sums miss their parts.
    slips: Slips,
    /// Totals above all rows, which are held against them once they are known.
    above: Vec<&'a AmountsOfRow>,
    beside: LeftAside<'a>,
}

impl<'a> Walk<'a> {
    fn row(&mut self, line: &'a AmountsOfRow, after: &[AmountsOfRow]) -> Is {
        match line.kind {
            RowKind::Total => self.total(line),
            // What the other lines leave is told, and not added.
            _ if self.cells.is_what_is_left(line.row) => {
                self.found.rows.push(line.row);
                Is::LeftAside
            }
            _ if self.on_top.contains(&line.row) => {
                self.found.tell_sums(self.cells, line.row, "below");
                Is::Sum(Side::Below)
            }
            RowKind::Aside(Aside::Part) => {
                self.beside.leave_part(line);
                Is::LeftAside
            }
            RowKind::Scheme
                if let Some(group) = self.unnamed.group(line).filter(|group| !self.is_rounded_total(line, group)) =>
            {
                self.unnamed_sum(line, group)
            }
            _ if self.is_sum_above(line) => {
                self.beside.note_total(line);
                Is::Sum(Side::Above)
            }
            RowKind::LikeTotal | RowKind::Nameless { .. } if let Some(group) = self.unnamed.nearly(line) => {
                self.unnamed_sum(line, group)
            }
            RowKind::Aside(Aside::Target | Aside::Gap) if !self.cells.are_schemes => Is::Scheme,
            RowKind::LikeTotal | RowKind::Aside(_) => {
                self.beside.open(line, &self.sums);
                Is::LeftAside
            }
            RowKind::Unidentified if self.beside.is_gap(line, after) => {
                self.beside.leave_gap(line, &self.sums);
                Is::LeftAside
            }
            _ => Is::Scheme,
        }
    }

    fn total(&mut self, line: &'a AmountsOfRow) -> Is {
        if self.sums.rows() == 0 && !self.beside.has_open() {
            self.above.push(line);
            return Is::Sum(Side::Below);
        }
        self.found.take(self.beside.settle(line, &mut self.sums));
        self.found.hold_against(self.cells, line, (&self.sums, &self.slips), "above");
        self.beside.note_total(line);
        Is::Sum(Side::Above)
    }

    /// A row without a name for it that adds up others, or of which nobody can tell whether it does.
    fn unnamed_sum(&mut self, line: &'a AmountsOfRow, group: Group) -> Is {
        self.found.tell_unnamed(self.cells, line, &group);
        if group.evidence == Evidence::Undecided {
            self.found.undecided.push(line.row);
            return Is::LeftAside;
        }
        self.slips.note(self.cells, &group);
        if group.side != Side::Below {
            self.beside.note_total(line);
        }
        Is::Sum(group.side)
    }

    /// Whether a group is the last row, of which its own rule says whether it is the rounded total of all rows.
    fn is_rounded_total(&self, line: &AmountsOfRow, group: &Group) -> bool {
        group.is_rounded && self.may_be_rounded == Some(line.row) && self.whole.are_rounded(line)
    }

    /// Whether a row is known by its amounts for the sum of those above it; then that is said.
    fn is_sum_above(&mut self, line: &'a AmountsOfRow) -> bool {
        let may_add_up =
            matches!(line.kind, RowKind::LikeTotal | RowKind::Nameless { .. } | RowKind::Aside(Aside::Sum));
        if may_add_up && (self.sums.are(line) || self.beside.are_with_open(line)) {
            if !self.sums.are(line) {
                self.found.take(self.beside.all_count(&mut self.sums));
            }
            self.found.tell_sums(self.cells, line.row, "above");
            return true;
        }
        let may_be_rounded = self.may_be_rounded == Some(line.row) && !matches!(line.kind, RowKind::Aside(_));
        if may_be_rounded && self.whole.are_rounded(line) && !self.whole.are(line) {
            self.found.take(self.beside.settle(line, &mut self.sums));
            self.found.tell_rounded(self.cells, line);
            return true;
        }
        false
    }

    fn add(&mut self, line: &AmountsOfRow) {
        self.sums.add(&line.amounts);
        self.whole.add(&line.amounts);
        self.found.rows.push(line.row);
        self.beside.note_scheme(line);
    }

    fn count_sum(&mut self, line: &'a AmountsOfRow, side: Side) {
        if side != Side::Below {
            let is_of_all = self.whole.are(line);
            self.last_total = Some((line, is_of_all));
            self.of_all = self.of_all.or(Some(line).filter(|_| is_of_all));
        }
        self.found.other.totals += 1;
        self.sums.start_anew();
    }

    /// What is known when the last row is reached.
    fn finish(mut self, lines: &'a [AmountsOfRow]) -> SchemeRows {
        let (cells, mut found) = (self.cells, self.found);
        found.take(self.beside.settle_last(&mut self.sums));
        for line in self.above {
            found.hold_against(cells, line, (&self.sums, &self.slips), "below");
        }
        found.other.totals += self.beside.left().len();
        found.issues.extend(self.beside.issues(cells));
        found.rows.sort_unstable();
        let below = self.last_total.filter(|_| cells.are_schemes).map(|(last, is_of_all)| {
            let first = self.of_all.filter(|_| !is_of_all);
            let once_more = first.and_then(|first| BelowTotal::of_all_below(cells, lines, first, &found.rows));
            once_more.unwrap_or_else(|| BelowTotal::of(cells, lines, last, &found.rows))
        });
        found.tell_alike(cells, lines, &below.unwrap_or_default(), self.unnamed);
        found
    }
}
