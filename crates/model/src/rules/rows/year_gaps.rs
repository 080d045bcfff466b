//! A year of which nothing is given between years of which something is: a resource limit of 2011/12 and one of 2013/14. What
//! the year lacks is held against nothing, and a sum over the years is without it.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "resource_limits": [
//!         {"year": "2011/12", "limit": "500", "unit": "£m"},
//!         {"year": "2013/14", "limit": "520", "unit": "£m"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "year-missing"));
//! ```

use crate::calculation::{CellAddress, Finding, Ledger};
use crate::plan::{Content, FinancialYear, Plan, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::YEAR_MISSING;
use crate::rules::folder::without_figures;
use std::ops::RangeInclusive;

without_figures! {}

/// Amounts that are given year by year.
struct ByYear {
    table: Table,
    /// The columns of the amounts.
    columns: &'static [&'static str],
    /// What besides the year says what they are about.
    about: &'static [&'static str],
    /// A column of which a rule of its own says that a year is missing: where it gives the two years, that is said already.
    told_of: Option<&'static str>,
}

const SERIES: &[ByYear] = &[
    ByYear { table: Table::ResourceLimit, columns: &["limit"], about: &["organisation"], told_of: None },
    ByYear {
        table: Table::MediumTermYear,
        columns: &["resource", "expenditure", "tariff_efficiency"],
        about: &["organisation"],
        told_of: Some("commissioner_qipp"),
    },
    ByYear {
        table: Table::ProviderFinance,
        columns: &["turnover", "surplus"],
        about: &["organisation"],
        told_of: None,
    },
    ByYear { table: Table::Challenge, columns: &["amount"], about: &["organisation", "kind"], told_of: None },
];

/// Reports them.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(details) = plan.details().filter(|_| ledger.wants_findings()) else { return };
    // Of a year outside these it is said that it is outside.
    let years = details.base_year().min(details.first_year())..=details.last_year().next();
    SERIES.iter().for_each(|series| report_series(ledger, series, &years));
}

/// A year with its row.
type Year = (FinancialYear, u32);

fn report_series(ledger: &mut Ledger<'_>, series: &ByYear, of_the_plan: &RangeInclusive<FinancialYear>) {
    let plan = ledger.plan;
    let mut rows = rows_by_subject(plan, series);
    rows.retain(|(_, (year, _))| of_the_plan.contains(year));
    rows.order_by(|left, right| (&left.0, left.1).cmp(&(&right.0, right.1)));
    for of_one in rows.chunk_by(|left, right| left.0 == right.0) {
        let years: Vec<Year> = of_one.iter().map(|(_, year)| *year).collect();
        // The gaps of each column; those between the same years are said together.
        let mut gaps: Vec<([Year; 2], Vec<&'static str>)> = Vec::new();
        let told = |column: &&&str| **column == "resource" && is_resource_of_trends(plan, series.table, &years);
        for column in series.columns.iter().filter(|column| !told(column)) {
            for gap in gaps_of(plan, series.table, column, &years) {
                match gaps.iter_mut().find(|(of, _)| *of == gap) {
                    Some((_, columns)) => columns.push(column),
                    None => gaps.push((gap, vec![column])),
                }
            }
        }
        let told = series.told_of.map(|column| gaps_of(plan, series.table, column, &years)).unwrap_or_default();
        gaps.retain(|(gap, _)| !told.contains(gap));
        for (gap, columns) in gaps {
            report_gap(ledger, series, (gap, &columns), &years);
        }
    }
}

/// Whether the resource of the whole plan is held against what spending trends come to: there it is said which years lack it.
fn is_resource_of_trends(plan: &Plan, table: Table, years: &[Year]) -> bool {
    let is_of_the_plan = |(_, row): &Year| plan.written_cell(table, *row, "organisation").is_none();
    table == Table::MediumTermYear && !plan.spend_trends.is_empty() && years.iter().all(is_of_the_plan)
}

/// What each row is about, with its year.
fn rows_by_subject(plan: &Plan, series: &ByYear) -> Vec<(Vec<String>, Year)> {
    let ByYear { table, about, .. } = *series;
    let store = plan.store(table);
    let Some(year) = table.column("year") else { return Vec::new() };
    let of_row = |row: u32| {
        let Content::Year(year) = store.content(row, year) else { return None };
        let about = about.iter().map(|name| plan.written_cell(table, row, name).unwrap_or_default()).collect();
        Some((about, (year, row)))
    };
    (0..store.rows()).filter(|row| store.counts(*row)).filter_map(of_row).collect()
}

/// Two years that follow each other among those that give a column, with years between them.
fn gaps_of(plan: &Plan, table: Table, column: &str, years: &[Year]) -> Vec<[Year; 2]> {
    let Some(at) = table.column(column) else { return Vec::new() };
    let given: Vec<Year> =
        years.iter().filter(|(_, row)| !plan.store(table).column(at).is_empty_at(*row)).copied().collect();
    let gap = |two: &[Year]| match two {
        [before, after] if before.0.next() < after.0 => Some([*before, *after]),
        _ => None,
    };
    given.windows(2).filter_map(gap).collect()
}

fn report_gap(
    ledger: &mut Ledger<'_>,
    series: &ByYear,
    ([before, after], columns): ([Year; 2], &[&'static str]),
    years: &[Year],
) {
    let plan = ledger.plan;
    let table = series.table;
    let titles = series.about.iter().filter_map(|name| match plan.content_at(table, before.1, table.column(name)?) {
        Content::Row(row) => plan.title(Table::Organisation, row).map(str::to_owned),
        _ => plan.written_cell(table, before.1, name),
    });
    let whose = titles.map(|title| format!("{title}, ")).collect::<String>();
    let names: Vec<String> = columns.iter().map(|name| name.replace('_', " ")).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{whose}{}: {} {verb} given for {} and {}, and for no year between.",
        table.words(),
        names.join(" and "),
        before.0,
        after.0
    );
    // The empty cells of the years between, where they have rows; or else the years beside them.
    let between = years.iter().filter(|(year, _)| before.0 < *year && *year < after.0);
    let empty = between.flat_map(|(_, row)| columns.iter().map(|column| (*row, *column)));
    let beside = [(after.1, "year"), (before.1, "year")];
    let places = empty.chain(beside).map(|(row, column)| CellAddress { table, row, column });
    ledger.report(|| Finding::of(&YEAR_MISSING, message).at_cells(places));
}
