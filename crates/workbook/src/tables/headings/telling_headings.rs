//! Which headings tell of a table, and which say nothing of what a sheet is.
//!
//! A sheet whose own name says nothing is known by its headings alone. "Trust", "Plan" and "Forecast" are headings of a
//! table of the plan, and of nearly every report besides: such a sheet is asked about. At least one heading has to be such
//! that hardly anything else has it, such as "Point of delivery", "Likelihood" or "Full-year effect".

use super::header_row::{FoundColumn, HeaderRow};
use crate::answers::Answers;
use crate::headings::TableNames;
use crate::sheet::Sheet;
use one_plan_model::plan::Table;

/// A heading that more than one table of so many knows is of no one of them: names, years, organisations, programmes.
const ONE_TABLE_OF: usize = 10;

/// Headings that few tables know and that any report has: what was planned and what came of it, how much of what, when, and
/// how it stands and whose it is. In how many tables they stand says nothing of that: what they mean only the name of a table says.
const OF_ANY_REPORT: [&str; 4] = [
    "plan planned budget target actual forecast outturn baseline base now before after used available expected requirement \
     needed required gap change changes increase growth",
    "gross value cost price rate share count activity volume high low above below surplus turnover income expenditure saving \
     savings resource",
    "month months date due duedate start end from to days",
    "status state position description details detail note text reason version category area part action owner \
     trust workstream type",
];

/// Whether a heading tells that a sheet is a table.
fn tells(table: Table, column: &FoundColumn, names: &TableNames, answers: &Answers) -> bool {
    // What a person has said of a heading was said of this table.
    if answers.column(table, &column.heading.key).is_some() {
        return true;
    }
    let key = &column.heading.key;
    let is_of_any_report = || OF_ANY_REPORT.iter().any(|words| words.split(' ').any(|word| word == key));
    names.known_by(key) * ONE_TABLE_OF <= Table::ALL.len() && !is_of_any_report()
}

/// Whether what is known of a sheet tells which table it is: its name, with a year beside it, or one of its headings.
pub fn is_told(sheet: &Sheet, table: Table, header: &HeaderRow, names: &TableNames, answers: &Answers) -> bool {
    names.table_beside_year(&sheet.name) == Some(table)
        || header.columns.iter().any(|column| tells(table, column, names, answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Heading;

    fn is_telling(table: Table, words: &str) -> bool {
        let names = TableNames::default();
        let heading = Heading::of(words);
        let table_column = names.column(table, &heading.key).unwrap_or(usize::MAX);
        assert_ne!(table_column, usize::MAX, "{words}");
        tells(table, &FoundColumn { sheet_column: 0, table_column, heading }, &names, &Answers::default())
    }

    #[test]
    fn what_many_tables_or_any_report_have_tells_of_none() {
        for (table, words) in [
            (Table::ProviderBeds, "Trust"),
            (Table::ProviderBeds, "Provider"),
            (Table::ProviderBeds, "Now"),
            (Table::ProviderBeds, "Plan"),
            (Table::BudgetLine, "Name"),
            (Table::BudgetLine, "Ref"),
            (Table::BudgetLine, "Year"),
            (Table::BudgetLine, "Gross (£000)"),
            (Table::Scheme, "Programme"),
            (Table::Scheme, "Source"),
        ] {
            assert!(!is_telling(table, words), "{words}");
        }
        for (table, words) in [
            (Table::ProviderBeds, "Planned beds"),
            (Table::BudgetLine, "Budget line"),
            (Table::Scheme, "FYE"),
            (Table::Risk, "Likelihood"),
            (Table::BaselineActivity, "POD"),
        ] {
            assert!(is_telling(table, words), "{words}");
        }
    }
}
