//! For which years a plan is, where no table says it: those that its rows say, or else what stands beside them.

use crate::sheet::SourceFile;
use crate::tables::{TableRows, ToldElsewhere, YearsBeside};
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::{FinancialYear, Month};

/// The years of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearsOfPlan {
    /// The first of them.
    pub first: FinancialYear,
    /// The last of them.
    pub last: FinancialYear,
    /// Where they were found, in words.
    pub from: &'static str,
}

impl YearsOfPlan {
    /// The year before the first of them; nothing where there is none.
    pub fn base(&self) -> Option<FinancialYear> {
        FinancialYear::starting(self.first.start().checked_sub(1)?)
    }

    /// The years that occur in the rows of tables.
    pub fn of_rows(lists: &[TableRows]) -> Option<Self> {
        range(lists.iter().flat_map(years_of)).map(|(first, last)| Self { first, last, from: "the rows" })
    }

    /// The years of the plan where these were found beside tables: activity by month is that of the year before the plan.
    fn of_plan(self, lists: &[TableRows]) -> Self {
        const OF_THE_BASE: [Table; 2] = [Table::MonthlyActivity, Table::BaselineActivity];
        const OF_NO_YEAR: [Table; 3] = [Table::Organisation, Table::Setting, Table::PointOfDelivery];
        let tables = || lists.iter().map(|rows| rows.table).filter(|table| !OF_NO_YEAR.contains(table));
        let next = FinancialYear::starting(self.last.start().saturating_add(1));
        match next {
            Some(year)
                if self.first == self.last
                    && tables().next().is_some()
                    && tables().all(|table| OF_THE_BASE.contains(&table)) =>
            {
                Self { first: year, last: year, from: "the activity of the year before" }
            }
            _ => self,
        }
    }

    /// The years that occur in the rows of tables. Where none does, the one year that titles above the tables and names of their
    /// sheets say, or the months of the rows, or a cover or the names of the files. An error in words where two of these say
    /// another year each, or none says any: then nobody can say what the plan is for.
    pub fn of(files: &[SourceFile], lists: &[TableRows], told: &[ToldElsewhere]) -> Result<Self, String> {
        if let Some(years) = Self::of_rows(lists) {
            return Ok(years);
        }
        let (mut above, mut of_names) = (Vec::new(), Vec::new());
        for rows in lists {
            let sheets = files.get(rows.place.file).map(|file| &file.sheets);
            if let Some(sheet) = sheets.zip(rows.place.sheet).and_then(|(sheets, at)| sheets.get(at)) {
                let beside = YearsBeside::of(sheet, rows.header.row);
                above.extend(beside.above);
                of_names.extend(beside.of_name);
            }
        }
        let title = range(above.iter().chain(&of_names).copied());
        let from = if above.is_empty() { "the name of the sheet" } else { "what stands above the table" };
        let months = range(lists.iter().flat_map(years_of_months));
        match (title, months) {
            (Some((first, last)), _) if first != last => Err(format!(
                "no row says a year from which the years of the plan could be taken, and titles and names of sheets say \
                 {first} and {last}"
            )),
            (Some((year, _)), Some((first, last))) if !(first..=last).contains(&year) => Err(format!(
                "{from} says {year}, and months in the rows are those of {}",
                if first == last { first.to_string() } else { format!("{first} to {last}") }
            )),
            (Some((year, _)), _) => Ok(Self { first: year, last: year, from }.of_plan(lists)),
            (None, Some((first, last))) => Ok(Self { first, last, from: "the months in the rows" }.of_plan(lists)),
            (None, None) => {
                let mut found: Vec<(FinancialYear, &str)> = told.iter().filter_map(ToldElsewhere::of_a_sheet).collect();
                found.dedup_by_key(|(year, _)| *year);
                match found.as_slice() {
                    [(year, from)] => Ok(Self { first: *year, last: *year, from }),
                    _ => Err(
                        "no row says a year from which the years of the plan could be taken, nor does a title, the \
                              name of a sheet or a cover"
                            .to_owned(),
                    ),
                }
            }
        }
    }
}

/// The first and the last of some years.
fn range(years: impl Iterator<Item = FinancialYear>) -> Option<(FinancialYear, FinancialYear)> {
    years.fold(None, |range: Option<(FinancialYear, FinancialYear)>, year| {
        Some(range.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
    })
}

fn years_of(rows: &TableRows) -> impl Iterator<Item = FinancialYear> + '_ {
    // A baseline and a growth may begin before the plan: only the years of what is planned say when it is.
    let is_of_plan = |name: &str| !name.contains("base") && !name.contains("from");
    let columns = columns(rows, move |kind, name| matches!(kind, ColumnKind::Year) && is_of_plan(name));
    columns.flat_map(|column| texts(rows, column)).filter_map(|text| FinancialYear::read(text).ok())
}

fn years_of_months(rows: &TableRows) -> impl Iterator<Item = FinancialYear> + '_ {
    let columns = columns(rows, |kind, name| matches!(kind, ColumnKind::Month) && name == "month");
    let months = columns.flat_map(|column| texts(rows, column)).filter_map(|text| Month::read(text).ok());
    months.filter_map(Month::financial_year)
}

fn columns(rows: &TableRows, is_wanted: impl Fn(ColumnKind, &str) -> bool) -> impl Iterator<Item = usize> {
    let of_table = |column: &usize| rows.table.columns().get(*column);
    let wanted = move |column: &usize| of_table(column).is_some_and(|of| is_wanted(of.kind, of.name));
    rows.given.columns().iter().copied().filter(wanted)
}

fn texts(rows: &TableRows, column: usize) -> impl Iterator<Item = &str> {
    rows.given.rows().filter_map(move |row| rows.given.cell(row, column))
}
