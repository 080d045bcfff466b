//! Columns of a sheet that are rows of another table: behind the opening balance of a reserve stands what is used of it, and behind
//! an indicator of CQUIN its value and what each quarter is paid.

use super::header_row::{FoundColumn, HeaderRow};
use crate::cells::Heading;
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{Reserve, RowType, Table};

/// What a column holds of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What is used of a reserve in the year.
    Use,
    /// What is put into a reserve in the year.
    Addition,
    /// What is left of a reserve at the end of the year.
    Closing,
    /// What an indicator of CQUIN is worth.
    Value,
    /// What of an indicator of CQUIN is paid in a quarter, counted from one.
    Quarter(u8),
}

/// A column that holds something of another table.
#[derive(Clone, Debug)]
pub struct DetailColumn {
    /// The column of the sheet, counted from zero.
    pub sheet_column: u32,
    /// What it holds.
    pub detail: Detail,
    /// Its heading as it is written.
    pub words: String,
    /// What its heading says.
    pub heading: Heading,
}

const USES: &str = "use used useinyear inyearuse planneduse useofreserve utilisation utilised drawdown drawndown drawndowninyear \
                    commitments committed applied released release expenditure spend spent movement movementinyear inyearmovement";
const ADDITIONS: &str =
    "additions addition contributions contribution transfersin transferin increase increases topup newmoney";
const CLOSING: &str = "closingbalance closing closingreserve balancecarriedforward carriedforward cf balance balanceremaining remaining \
                       uncommitted unused available yearendbalance forecastclosingbalance";
const VALUES: &str = "value indicatorvalue expectedvalue cquinvalue financialvalue totalvalue maximumvalue annualvalue availablevalue \
                      potentialvalue weightedvalue valueofindicator expectedfinancialvalue expectedfinancialvalueofindicator \
                      fullyearvalue amount";
/// What may stand behind the quarter.
const OF_QUARTER: [&str; 10] =
    ["", "payment", "value", "weight", "weighting", "share", "available", "amount", "profile", "milestone"];
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

/// How many cells of a row are headings of what belongs to another table.
pub fn details_named(sheet: &Sheet, row: u32, table: Table) -> usize {
    if !has_details(table) {
        return 0;
    }
    let is_detail = |cell: &&Cell| match cell {
        Cell::Text(words) => detail_of(table, &Heading::of(words)).is_some(),
        _ => false,
    };
    sheet.cells_of(row).iter().filter(is_detail).count()
}

/// Whether rows of another table may stand in the columns of a sheet of this one.
const fn has_details(table: Table) -> bool {
    matches!(table, Table::Reserve | Table::CquinIndicator)
}

fn detail_of(table: Table, heading: &Heading) -> Option<Detail> {
    let is_one_of = |words: &str| words.split_whitespace().any(|word| word == heading.key);
    match table {
        Table::Reserve if is_one_of(USES) => Some(Detail::Use),
        Table::Reserve if is_one_of(ADDITIONS) => Some(Detail::Addition),
        Table::Reserve if is_one_of(CLOSING) => Some(Detail::Closing),
        Table::CquinIndicator if is_one_of(VALUES) => Some(Detail::Value),
        Table::CquinIndicator => quarter_of(&heading.key).map(Detail::Quarter),
        _ => None,
    }
}

/// The quarter that the key of a heading names, with what is paid or weighed in it.
fn quarter_of(key: &str) -> Option<u8> {
    let rest = ["quarter", "qtr", "q"].iter().find_map(|word| key.strip_prefix(word))?;
    let (number, rest) = rest.split_at_checked(1)?;
    let number = number.parse::<u8>().ok().filter(|number| (1..=4).contains(number))?;
    OF_QUARTER.contains(&rest).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_a_detail_of_its_own_table_alone() {
        let of = |table, words: &str| detail_of(table, &Heading::of(words));
        assert_eq!(of(Table::Reserve, "Use in year (£000)"), Some(Detail::Use));
        assert_eq!(of(Table::Reserve, "Closing balance"), Some(Detail::Closing));
        assert_eq!(of(Table::CquinIndicator, "Q3 payment £"), Some(Detail::Quarter(3)));
        assert_eq!(of(Table::CquinIndicator, "Quarter 4"), Some(Detail::Quarter(4)));
        assert_eq!(of(Table::CquinIndicator, "Value (£)"), Some(Detail::Value));
        for (table, words) in
            [(Table::Contract, "Value"), (Table::CquinIndicator, "Q5"), (Table::CquinIndicator, "Q1 actual")]
        {
            assert_eq!(of(table, words), None, "{words}");
        }
    }
}
