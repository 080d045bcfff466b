//! What is said of rows of a tracker that are no schemes, or that count although they might be none.

use super::below_total::{BelowTotal, is_nought};
use super::cells_of_rows::CellsOfRows;
use super::issue_of_row::{issue, words_of};
use super::scheme_rows::SchemeRows;
use super::slips::Slips;
use super::sums_of_rows::{AmountsOfRow, Sums};
use super::unnamed_sums::UnnamedSums;
use crate::issues::{Effect, Issue, Severity};
use crate::sums::{Evidence, Group, Miss};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

impl SchemeRows {
    /// Says which amounts of a total are not the sums of the rows above or below it. What a row misses that was taken for a sum is
    /// said there, and no slip of a total that adds it up.
    pub(super) fn hold_against(
        &mut self,
        cells: CellsOfRows<'_>,
        line: &AmountsOfRow,
        (sums, slips): (&Sums, &Slips),
        side: &str,
    ) {
        for (field, total) in &line.amounts {
            let column = cells.header.column(*field);
            let Some((sum, column)) = sums.differs(*field, *total).zip(column) else { continue };
            if slips.without(*field, *total).is_some_and(|total| sums.differs(*field, total).is_none()) {
                continue;
            }
            // What is there twice is no slip of one row.
            let is_twice = is_about_twice(sum, *total);
            self.issues.push(Issue {
                severity: if is_twice { Severity::Error } else { Severity::Warning },
                place: cells.place.cell(line.row, column.at),
                column: Some((Table::Scheme, None)),
                value: cells.sheet.cell(line.row, column.at).shown(),
                what: format!(
                    "this total of \"{}\" is {}, and the rows {side} it add up to {}",
                    column.words.line(),
                    total.normalize(),
                    sum.normalize()
                ),
                expected: if is_twice {
                    "each amount once: rows that add up others called a total, or left out; the plan uses all rows"
                        .to_owned()
                } else {
                    "a total that is the sum of its rows; the plan uses the rows".to_owned()
                },
                effect: Effect::Used,
            });
        }
    }

    pub(super) fn tell_sums(&mut self, cells: CellsOfRows<'_>, row: u32, side: &str) {
        let what = format!("the amounts of this row are the sums of the rows {side}, and it is taken for a total");
        self.tell(cells, row, &what);
    }

    pub(super) fn tell(&mut self, cells: CellsOfRows<'_>, row: u32, what: &str) {
        let expected = "nothing, if it is one; otherwise that the name of the scheme is filled";
        self.issues.push(issue(cells, row, Severity::Information, what.to_owned(), expected, Effect::RowLeftOut));
    }

    /// Says that a row is a total as far as amounts are rounded.
    pub(super) fn tell_rounded(&mut self, cells: CellsOfRows<'_>, line: &AmountsOfRow) {
        let amounts = words_of(cells, line);
        let what = format!(
            "the last row has no more than a total has, and its amounts are the sums of the rows above it, as far as each of them \
             is rounded: it is taken for a total, and {amounts} is not added"
        );
        let expected = "the word \"total\" in its name, if it is one; a reference of its own, if it is a scheme";
        self.issues.push(issue(cells, line.row, Severity::Warning, what, expected, Effect::RowLeftOut));
    }

    /// Says that a row without a name adds up others by formulas of which the file holds no value.
    pub(super) fn tell_unsaved_sum(&mut self, cells: CellsOfRows<'_>, row: u32) {
        let what = "this row has no name, and formulas that add up others: it is taken for a total, which is held against nothing, \
                    for the file holds no values of it";
        let expected = "nothing, if it is one; a workbook that was calculated and saved, or a name, if it is a scheme";
        self.issues.push(issue(cells, row, Severity::Information, what.to_owned(), expected, Effect::RowLeftOut));
    }

    /// Says that a row is a sum though no word says so.
    pub(super) fn tell_unnamed(&mut self, cells: CellsOfRows<'_>, line: &AmountsOfRow, group: &Group) {
        let side = group.side.word();
        let (severity, why) = match group.evidence {
            Evidence::Total if !group.misses.is_empty() => (Severity::Information, "and the total does not count both"),
            Evidence::Total => (Severity::Information, "and the total adds up without it"),
            Evidence::Cells | Evidence::Words => (Severity::Information, "and it lacks what they have"),
            Evidence::Numbers => (Severity::Information, "as their references say"),
            Evidence::TotalAlone => (Severity::Warning, "and the total adds up without it"),
            Evidence::Amounts | Evidence::Chance => (Severity::Warning, "all of them, which is hardly chance"),
            Evidence::Undecided => (Severity::Error, "and nothing says whether it is their total or a scheme"),
        };
        // What is wrong in a row that is no scheme may be wrong in the rows that are.
        let severity = if group.has_slip() && severity == Severity::Information { Severity::Warning } else { severity };
        let amounts = words_of(cells, line);
        let (becomes, expected) = if group.evidence == Evidence::Undecided {
            (
                "",
                "the word \"total\" in its name, if it is one; a reference of its own, or a total that counts it, if it is a scheme",
            )
        } else {
            ("it is taken for a total, and ", "nothing, if it is one; a reference of its own, if it is a scheme")
        };
        let sums = if group.evidence == Evidence::TotalAlone {
            "this row has the reference of a group, its amounts are not the sums of the rows of that group".to_owned()
        } else {
            format!("the amounts of this row are {} the rows {side} it{}", group.sums_in_words(), missed(cells, group))
        };
        let what = format!("{sums}, {why}: {becomes}{amounts} is not added");
        self.issues.push(issue(cells, line.row, severity, what, expected, Effect::RowLeftOut));
    }

    /// Leaves out the rows below the last total that show the same once more, and names those that count although they may.
    pub(super) fn tell_alike(
        &mut self,
        cells: CellsOfRows<'_>,
        lines: &[AmountsOfRow],
        below: &BelowTotal,
        unnamed: &UnnamedSums,
    ) {
        self.rows.retain(|row| !below.left.contains_key(row) && !below.others.contains_key(row));
        self.other.totals += below.left.len() + below.others.len();
        for line in lines {
            let is_counted = self.rows.binary_search(&line.row).is_ok();
            let amounts = || words_of(cells, line);
            let (severity, what, effect) = if let Some(fits) = below.left.get(&line.row) {
                let severity = if *fits { Severity::Information } else { Severity::Warning };
                let what = if is_nought(line) {
                    "this row below the last total has no amounts, and is taken for a heading or a note".to_owned()
                } else {
                    format!(
                        "this row stands below the last total and shows the saving of the rows above once more: {} is not added",
                        amounts()
                    )
                };
                (severity, what, Effect::RowLeftOut)
            } else if let Some(is) = below.others.get(&line.row) {
                let what = format!(
                    "this row stands below the last total, which does not count it, and {is}: it is no scheme, and {} is not added",
                    amounts()
                );
                (Severity::Warning, what, Effect::RowLeftOut)
            } else if is_counted && below.counting.contains(&line.row) {
                let what = format!(
                    "this row stands below the last total, which does not count it, and counts as a scheme with {}",
                    amounts()
                );
                (Severity::Warning, what, Effect::Used)
            } else if is_counted && unnamed.is_unlike_its_parts(line) {
                let what = format!(
                    "this row has the reference of a group, and its amounts are not the sums of the rows of that group: it counts as \
                     a scheme beside them with {}",
                    amounts()
                );
                (Severity::Warning, what, Effect::Used)
            } else if let Some(group) = unnamed.by_chance(line).filter(|_| is_counted) {
                let side = group.side.word();
                let what = format!(
                    "the amounts of this row are {} the rows {side}{}, and nothing says whether it is a total: it counts as a scheme with {}",
                    group.sums_in_words(),
                    missed(cells, &group),
                    amounts()
                );
                (Severity::Warning, what, Effect::Used)
            } else {
                continue;
            };
            let expected = if effect == Effect::Used {
                "the word \"total\" in its name, if it is one; a reference of its own, if it is a scheme"
            } else {
                "nothing, if that is meant; a reference of its own, if it is a scheme"
            };
            self.issues.push(issue(cells, line.row, severity, what, expected, effect));
        }
    }
}

/// Which amount of a group misses the sum of its parts, and by what.
fn missed(cells: CellsOfRows<'_>, group: &Group) -> String {
    let column = |miss: &Miss| cells.header.columns.get(miss.column);
    let mut misses = group.misses.iter().filter_map(|miss| Some((miss, column(miss)?)));
    let Some((miss, column)) = misses.next() else { return String::new() };
    let (printed, sum) = (miss.printed.normalize(), miss.sum.normalize());
    format!(" (\"{}\" is {printed}, and they add up to {sum})", column.words.line())
}

/// Whether a sum is a total twice over, but for a twentieth of it.
fn is_about_twice(sum: Decimal, total: Decimal) -> bool {
    let twice = total.checked_mul(Decimal::TWO);
    let apart = twice.and_then(|twice| twice.checked_sub(sum)).map(|apart| apart.abs());
    let room = total.abs().checked_div(Decimal::from(20));
    !total.is_zero() && apart.zip(room).is_some_and(|(apart, room)| apart <= room)
}
