//! What a heading of a sheet says of rows of another table: what is used of a reserve, what an indicator of CQUIN is paid in a
//! quarter.

use crate::cells::Heading;
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::Table;

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
pub(super) const fn has_details(table: Table) -> bool {
    matches!(table, Table::Reserve | Table::CquinIndicator)
}

/// What a heading says of another table; nothing where it says nothing of it.
pub(super) fn detail_of(table: Table, heading: &Heading) -> Option<Detail> {
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
