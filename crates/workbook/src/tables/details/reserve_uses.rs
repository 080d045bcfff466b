//! What is used of each reserve, in columns behind its opening balance. The closing balance says whether an amount is used or added.

use crate::cells::{number_in, number_of};
use crate::headings::{NAME, TableNames};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::headings::{Detail, DetailColumn, FoundColumn, HeaderRow};
use crate::tables::table_rows::TableRows;
use crate::tables::years::ToldElsewhere;
use one_plan_model::plan::{Reserve, ReserveUse, RowType, Table};
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeSet, HashMap};

/// What is known of the balance of a reserve, by the row of the sheet.
struct Balances {
    opening: HashMap<u32, Decimal>,
    closing: HashMap<u32, Decimal>,
    /// Whether another column changes the balance too.
    are_more: bool,
}

impl TableRows {
    /// The uses of the reserves of this list, one list for each column of uses.
    pub(super) fn reserve_uses(&mut self, sheet: &Sheet, names: &TableNames, elsewhere: &ToldElsewhere) -> Vec<Self> {
        let Some(name) = self.header.sheet_column(NAME).or_else(|| self.header.sheet_column(0)) else {
            return Vec::new();
        };
        let columns: Vec<DetailColumn> = self.header.details_of(|of| of == Detail::Use).into_iter().cloned().collect();
        let additions = self.header.details_of(|of| of == Detail::Addition).len();
        let is_comparable = self.are_in_one_unit();
        let balances = self.balances(sheet, !is_comparable || columns.len() + additions > 1);
        self.check_closing(sheet, &columns, is_comparable);
        columns.iter().map(|column| self.uses_in(sheet, column, name, &balances, (names, elsewhere))).collect()
    }

    fn uses_in(
        &mut self,
        sheet: &Sheet,
        column: &DetailColumn,
        name: u32,
        balances: &Balances,
        (names, elsewhere): (&TableNames, &ToldElsewhere),
    ) -> Self {
        let [reserve, amount] = [ReserveUse::reserve, ReserveUse::amount].map(|of| usize::from(of.position()));
        let mut heading = column.heading.clone();
        heading.unit = heading.unit.or(self.header.unit_of_others());
        let header = HeaderRow {
            columns: vec![
                FoundColumn { sheet_column: name, table_column: reserve, heading: Default::default() },
                FoundColumn { sheet_column: column.sheet_column, table_column: amount, heading },
            ],
            others: Vec::new(),
            repeated: Vec::new(),
            details: Vec::new(),
            of_whole: self.header.headed_columns(),
            ..self.header.clone()
        };
        let mut uses = Self::read(sheet, self.place, Table::ReserveUse, header, names, elsewhere);
        // What is to be said of whole rows is said of the reserves.
        uses.issues.retain(|issue| issue.place.column == Some(column.sheet_column));
        let of_reserves: BTreeSet<u32> = self.positions.iter().copied().collect();
        let positions = uses.positions.clone();
        let at = |row: u32| positions.get(row as usize).copied().unwrap_or_default();
        let is_filled: Vec<bool> = uses.given.rows().map(|row| uses.given.cell(row, amount).is_some()).collect();
        let is_unread: BTreeSet<u32> = uses.unread_cells.iter().map(|(row, _)| *row).collect();
        let is_use = |row: u32| {
            of_reserves.contains(&at(row))
                && (is_filled.get(row as usize).copied().unwrap_or_default() || is_unread.contains(&row))
        };
        uses.retain(&is_use);
        uses.say_what_is_missing(sheet, column, &of_reserves);
        uses.take_signs(sheet, column, amount, balances);
        uses
    }

    /// Reports amounts that stand behind a reserve and are not among the uses that were read.
    fn say_what_is_missing(&mut self, sheet: &Sheet, column: &DetailColumn, of_reserves: &BTreeSet<u32>) {
        let missing = of_reserves.iter().filter(|row| !self.positions.contains(row));
        let missing: Vec<u32> =
            missing.copied().filter(|row| number_of(sheet.cell(*row, column.sheet_column)).is_some()).collect();
        for row in missing {
            let what = "this amount is not read as a use of its reserve: its row was taken for a total";
            self.say_at(
                sheet,
                (row, column.sheet_column),
                Severity::Error,
                what.to_owned(),
                "a sheet \"reserve uses\" with it",
            );
        }
    }

    /// What is used is positive in a plan, whichever sign it has in the sheet; what is added to a reserve is no use of it.
    fn take_signs(&mut self, sheet: &Sheet, column: &DetailColumn, amount: usize, balances: &Balances) {
        let numbers: Vec<(u32, u32, Decimal)> = self
            .given
            .rows()
            .zip(self.positions.clone())
            .filter_map(|(row, at)| Some((row, at, number_in(self.given.cell(row, amount)?)?)))
            .collect();
        let has = |is_negative: bool| {
            numbers.iter().any(|(.., number)| !number.is_zero() && number.is_sign_negative() == is_negative)
        };
        let are_mixed = has(true) && has(false);
        let mut rejected = BTreeSet::new();
        for (row, at, number) in numbers {
            let size = number.abs();
            let adds = balances.adds(at, size);
            let what = match adds {
                Some(true) => "this amount is added to its reserve, by its closing balance, and is no use of it",
                None if are_mixed && !number.is_zero() => {
                    "amounts of both signs stand in this column, and no closing balance says which of them are used"
                }
                _ => {
                    self.given.set(row, amount, Some(size.to_string().into()));
                    continue;
                }
            };
            rejected.insert(row);
            let expected = "what is used of a reserve, with one sign; what is added to it in its opening balance";
            self.say_at(sheet, (at, column.sheet_column), Severity::Error, what.to_owned(), expected);
        }
        self.reject(&|row| rejected.contains(&row));
        self.retain(&|row| !rejected.contains(&row));
    }

    /// Whether the opening balance, the uses and the closing balance are all in one unit.
    fn are_in_one_unit(&self) -> bool {
        let amount = usize::from(Reserve::amount.position());
        let opening = self.header.columns.iter().filter(|of| of.table_column == amount).map(|of| of.heading.unit);
        let others = self.header.unit_of_others();
        let mut units = opening.chain(self.header.details.iter().map(|of| of.heading.unit)).map(|unit| unit.or(others));
        let first = units.next().flatten();
        first.is_some() && units.all(|unit| unit == first)
    }

    fn balances(&self, sheet: &Sheet, are_more: bool) -> Balances {
        let amount = usize::from(Reserve::amount.position());
        let opening = self.header.sheet_column(amount);
        let closing = self.header.details_of(|of| of == Detail::Closing).first().map(|of| of.sheet_column);
        let of = |column: Option<u32>| -> HashMap<u32, Decimal> {
            let cell = |row: &u32| Some((*row, number_of(sheet.cell(*row, column?))?));
            self.positions.iter().filter_map(cell).collect()
        };
        Balances { opening: of(opening), closing: of(closing), are_more }
    }

    /// Holds the closing balance of each reserve against what it begins with, what is added and what is used.
    fn check_closing(&mut self, sheet: &Sheet, uses: &[DetailColumn], is_comparable: bool) {
        let Some(closing) = self.header.details_of(|of| of == Detail::Closing).first().map(|of| of.sheet_column) else {
            return;
        };
        let additions: Vec<u32> =
            self.header.details_of(|of| of == Detail::Addition).iter().map(|of| of.sheet_column).collect();
        let used: Vec<u32> = uses.iter().map(|of| of.sheet_column).collect();
        let opening = self.header.sheet_column(usize::from(Reserve::amount.position()));
        for row in self.positions.clone().into_iter().filter(|_| is_comparable) {
            let size = |column: u32| number_of(sheet.cell(row, column)).unwrap_or_default().abs();
            let sum =
                |columns: &[u32]| columns.iter().try_fold(Decimal::ZERO, |sum, column| sum.checked_add(size(*column)));
            let (used, added) = (sum(&used), sum(&additions));
            let begins = opening.and_then(|column| number_of(sheet.cell(row, column)));
            let ends = number_of(sheet.cell(row, closing));
            let (Some(begins), Some(ends), Some(used), Some(added)) = (begins, ends, used, added) else { continue };
            let left = begins.checked_add(added).and_then(|sum| sum.checked_sub(used));
            let is_added = additions.is_empty() && uses.len() == 1 && begins.checked_add(used) == Some(ends);
            let Some(left) = left.filter(|left| *left != ends && !is_added) else { continue };
            let what = format!(
                "the closing balance is {}, and what the reserve begins with less what is used is {}",
                ends.normalize(),
                left.normalize()
            );
            let expected = "a closing balance that follows; the plan uses the opening balance and the uses";
            self.say_at(sheet, (row, closing), Severity::Warning, what, expected);
        }
        for column in additions {
            let what = "the plan has no column for what is added to a reserve in the year: these amounts are left out";
            let row = self.header.row;
            self.say_at(
                sheet,
                (row, column),
                Severity::Error,
                what.to_owned(),
                "what is added in the amount of the reserve",
            );
        }
    }

    fn say_at(&mut self, sheet: &Sheet, (row, column): (u32, u32), severity: Severity, what: String, expected: &str) {
        self.issues.push(Issue {
            severity,
            place: self.place.cell(row, column),
            column: Some((self.table, None)),
            value: sheet.cell(row, column).shown(),
            what,
            expected: expected.to_owned(),
            effect: match severity {
                Severity::Error => Effect::CellLeftOut,
                _ => Effect::Used,
            },
        });
    }
}

impl Balances {
    /// Whether the balances of a row say that an amount is added to the reserve; nothing where they say neither.
    fn adds(&self, row: u32, size: Decimal) -> Option<bool> {
        let (opening, closing) = (self.opening.get(&row)?, self.closing.get(&row)?);
        if self.are_more || size.is_zero() {
            return None;
        }
        let is = |closed: Option<Decimal>| closed == Some(*closing);
        match (is(opening.checked_sub(size)), is(opening.checked_add(size))) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    }
}
