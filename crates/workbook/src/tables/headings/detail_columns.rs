//! Columns of a sheet that are rows of another table: behind the opening balance of a reserve stands what is used of it, and behind
//! an indicator of CQUIN its value and what each quarter is paid.

use super::details::{Detail, DetailColumn, detail_of, has_details};
use super::header_row::{FoundColumn, HeaderRow};
use crate::cells::Heading;
use one_plan_model::plan::{Reserve, RowType, Table};

/// With what the heading of an opening balance begins, behind which its date may stand.
const OPENING: [&str; 3] = ["openingbalance", "balanceat1april", "balanceasat1april"];

impl HeaderRow {
    /// Takes the columns that hold something of another table out of those that are not known.
    pub(super) fn take_details(&mut self, table: Table) {
        if !has_details(table) {
            return;
        }
        if table == Table::Reserve {
            self.take_opening_balance();
        }
        let mut others = Vec::new();
        for (sheet_column, words) in std::mem::take(&mut self.others) {
            let heading = Heading::of(&words);
            match detail_of(table, &heading) {
                Some(detail) => self.details.push(DetailColumn { sheet_column, detail, words, heading }),
                None => others.push((sheet_column, words)),
            }
        }
        self.others = others;
        self.return_what_is_not_complete(table);
    }

    /// The columns that hold something of another table.
    pub(crate) fn details_of(&self, is_wanted: impl Fn(Detail) -> bool) -> Vec<&DetailColumn> {
        self.details.iter().filter(|of| is_wanted(of.detail)).collect()
    }

    /// Gives back columns that say nothing without others: what is left of a reserve without what is used of it, amounts without
    /// a unit, and quarters of which not each is there once.
    fn return_what_is_not_complete(&mut self, table: Table) {
        let unit = self.unit_of_others();
        let has_unit = |of: &DetailColumn| of.heading.unit.or(unit).is_some() && !of.heading.is_percent;
        let is_of_reserve = table == Table::Reserve;
        let has_use = self.details.iter().any(|of| of.detail == Detail::Use && has_unit(of));
        let values = self.details.iter().filter(|of| of.detail == Detail::Value && has_unit(of)).count();
        let quarters = |nth: u8| self.details.iter().filter(|of| of.detail == Detail::Quarter(nth)).count();
        let are_complete = (1..=4).all(|nth| quarters(nth) == 1);
        let is_kept = |of: &DetailColumn| match of.detail {
            Detail::Use | Detail::Addition | Detail::Closing => is_of_reserve && has_use && has_unit(of),
            Detail::Value => values == 1 && has_unit(of),
            Detail::Quarter(_) => are_complete,
        };
        let (kept, returned): (Vec<DetailColumn>, Vec<DetailColumn>) =
            self.details.drain(..).collect::<Vec<_>>().into_iter().partition(is_kept);
        self.details = kept;
        self.others.extend(returned.into_iter().map(|of| (of.sheet_column, of.words)));
        self.others.sort_by_key(|(column, _)| *column);
    }

    /// "Opening balance 1 April 2026": the heading of what is set aside may say its date.
    fn take_opening_balance(&mut self) {
        let amount = usize::from(Reserve::amount.position());
        if self.has(amount) {
            return;
        }
        let is_opening = |(_, words): &(u32, String)| {
            let key = Heading::of(words).key;
            OPENING.iter().any(|begin| key.starts_with(begin))
        };
        if let Some(at) = self.others.iter().position(is_opening) {
            let (sheet_column, words) = self.others.remove(at);
            self.columns.push(FoundColumn { sheet_column, table_column: amount, heading: Heading::of(&words) });
            self.columns.sort_by_key(|of| of.sheet_column);
        }
    }
}
