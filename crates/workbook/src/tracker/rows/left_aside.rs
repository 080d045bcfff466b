//! Rows beside the schemes of a tracker, while its rows are gone through: which of them count, and what is said of the others.

use super::cells_of_rows::CellsOfRows;
use super::issue_of_row::issue;
use super::row_kinds::RowKind;
use super::rows_beside::{Gap, RowBeside, amount};
use super::sums_of_rows::{AmountsOfRow, Sums};
use crate::issues::{Effect, Issue, Severity};
use crate::sums::is_nearly;
use crate::vocabulary::Aside;
use std::collections::BTreeSet;

/// The rows beside the schemes.
#[derive(Debug, Default)]
pub struct LeftAside<'l> {
    /// Those of which the next total may say whether it counts them.
    open: Vec<RowBeside<'l>>,
    /// Those that do not count.
    left: Vec<RowBeside<'l>>,
    /// Those that count although nothing says that they are schemes.
    unlike: Vec<&'l AmountsOfRow>,
    /// The sums with all that are open, where any is.
    with_open: Sums,
    last_total: Option<&'l AmountsOfRow>,
    /// The target that the next gap is the gap to, and whether one stood already: then it is not that of the next total.
    last_target: Option<&'l AmountsOfRow>,
    has_gap: bool,
    /// How many gaps stand before the first row that is open.
    gaps_before: usize,
    /// Gaps with what they may be the gap to: the target and the total above them, and the sums of all schemes above.
    gaps: Vec<Gap<'l>>,
}

impl<'l> LeftAside<'l> {
    /// Whether there are rows of which it is not known yet whether they count.
    pub const fn has_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// The rows that do not count.
    pub fn left(&self) -> Vec<u32> {
        self.left.iter().map(|row| row.line.row).collect()
    }

    /// Whether a row is the sum of the rows above with all that are open.
    pub fn are_with_open(&self, line: &AmountsOfRow) -> bool {
        self.has_open() && self.with_open.are(line)
    }

    /// Notes a scheme.
    pub fn note_scheme(&mut self, line: &AmountsOfRow) {
        if self.has_open() {
            self.with_open.add(&line.amounts);
        }
    }

    /// Notes a total.
    pub fn note_total(&mut self, line: &'l AmountsOfRow) {
        self.last_total = Some(line);
        self.with_open.start_anew();
        if std::mem::take(&mut self.has_gap) {
            self.last_target = None;
        }
    }

    /// Notes a row, whether it counts being open.
    pub fn open(&mut self, line: &'l AmountsOfRow, sums: &Sums) {
        let aside = match line.kind {
            RowKind::Aside(aside) => Some(aside),
            _ => None,
        };
        match aside {
            Some(Aside::Target) => {
                self.last_target = Some(line);
                // The gap may stand before the target.
                let total = self.last_total.map(|total| total.row);
                let mut before = self.gaps.iter_mut().rev();
                while let Some(gap) = before.next().filter(|gap| gap.target.is_none() && gap.total_row() == total) {
                    gap.target = Some(line);
                    self.has_gap = true;
                }
            }
            Some(Aside::Gap) => self.note_gap(line, sums),
            _ => {}
        }
        if self.open.is_empty() {
            self.with_open = sums.clone();
            self.gaps_before = self.gaps.len() - usize::from(aside == Some(Aside::Gap));
        }
        self.with_open.add(&line.amounts);
        self.open.push(RowBeside { line, aside, is_told: self.last_total.is_some() });
    }

    fn note_gap(&mut self, line: &'l AmountsOfRow, sums: &Sums) {
        self.has_gap = self.last_target.is_some();
        self.gaps.push(Gap { line, target: self.last_target, total: self.last_total, of_all: sums.clone() });
    }

    /// Whether what nobody has found is the gap between the total above it and the target beside it. `below` are the rows below.
    pub fn is_gap(&self, line: &AmountsOfRow, below: &'l [AmountsOfRow]) -> bool {
        let is_beside = |line: &&AmountsOfRow| matches!(line.kind, RowKind::Aside(Aside::Target | Aside::Gap));
        let mut beside = below.iter().take_while(is_beside);
        let target = beside.find(|line| line.kind == RowKind::Aside(Aside::Target));
        let target = target.or_else(|| self.open.last().and(self.last_target));
        let (Some(total), Some(target)) = (self.last_total, target) else { return false };
        let mut gaps = line.amounts.iter().filter_map(|(field, gap)| {
            let left = amount(target, *field)?.checked_sub(amount(total, *field)?)?;
            Some((left, *gap))
        });
        gaps.clone().any(|(_, gap)| !gap.is_zero()) && gaps.all(|(left, gap)| is_nearly(left, gap))
    }

    /// Leaves out what nobody has found and is the gap to the target.
    pub fn leave_gap(&mut self, line: &'l AmountsOfRow, sums: &Sums) {
        self.note_gap(line, sums);
        self.left.push(RowBeside { line, aside: Some(Aside::Gap), is_told: true });
    }

    /// Leaves out a row that says what part of the amounts above it is.
    pub fn leave_part(&mut self, line: &'l AmountsOfRow) {
        self.left.push(RowBeside { line, aside: Some(Aside::Part), is_told: true });
    }

    /// All that are open count: gives their rows.
    pub fn all_count(&mut self, sums: &mut Sums) -> Vec<u32> {
        if self.open.is_empty() {
            return Vec::new();
        }
        *sums = self.with_open.clone();
        let rows: BTreeSet<u32> = self.open.drain(..).map(|row| row.line.row).collect();
        let gaps = self.gaps.split_off(self.gaps_before.min(self.gaps.len()));
        self.gaps.extend(gaps.into_iter().filter(|gap| !rows.contains(&gap.line.row)));
        rows.into_iter().collect()
    }

    /// Whether those that are open count, by a total that comes after them: gives the rows of those that do.
    pub fn settle(&mut self, total: &AmountsOfRow, sums: &mut Sums) -> Vec<u32> {
        if self.open.is_empty() {
            return Vec::new();
        }
        match (sums.are(total), self.with_open.are(total)) {
            (false, true) => self.all_count(sums),
            (true, false) => {
                let open = self.open.drain(..).map(|row| RowBeside { is_told: true, ..row });
                self.left.extend(open);
                Vec::new()
            }
            _ => self.settle_last(sums),
        }
    }

    /// The same where no total says it: a target is no scheme, what is only called like a sum may be one.
    pub fn settle_last(&mut self, sums: &mut Sums) -> Vec<u32> {
        let mut rows = Vec::new();
        for row in self.open.drain(..) {
            if matches!(row.aside, Some(Aside::Target | Aside::Gap)) {
                self.left.push(row);
                continue;
            }
            sums.add(&row.line.amounts);
            rows.push(row.line.row);
            if row.aside.is_some() {
                self.unlike.push(row.line);
            }
        }
        rows
    }

    /// What is to be said of all of them.
    pub fn issues(&self, cells: CellsOfRows<'_>) -> Vec<Issue> {
        let mut issues: Vec<Issue> = self.left.iter().map(|row| row.issue(cells)).collect();
        issues.extend(self.unlike.iter().map(|line| {
            let what = "this row is called like a sum, but its amounts are not the sums of the rows above: it counts as a scheme";
            let expected = "amounts that are the sums of the rows, or a reference, if it is a scheme";
            issue(cells, line.row, Severity::Warning, what.to_owned(), expected, Effect::Used)
        }));
        issues.extend(self.gaps.iter().flat_map(|gap| gap.issues(cells)));
        issues
    }
}
