//! The one row that says what the plan is, where the files do not say it themselves.

use crate::recognise::{Effect, Issue, Place, Severity, TableNames, TableRows};
use crate::sheet::SourceFile;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::FinancialYear;

/// What the row says that is made here.
const COLUMNS: [&str; 5] = ["title", "system", "first_year", "last_year", "base_year"];

/// A row for the table `plan`, of the name of the first file and the years that occur in its rows, and what a person
/// is told of it. Nothing where no year occurs: then nobody can say what the plan is for.
pub fn details(files: &[SourceFile], lists: &[TableRows]) -> Option<(GivenRows, Issue)> {
    let years = lists.iter().flat_map(years_of);
    let (first, last) = years.fold(None, |range: Option<(FinancialYear, FinancialYear)>, year| {
        Some(range.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
    })?;
    let base = FinancialYear::starting(first.start().checked_sub(1)?)?;
    let title = title(files);
    let columns = COLUMNS.iter().filter_map(|name| Table::PlanDetails.column(name)).collect();
    let mut rows = GivenRows::new(Table::PlanDetails, columns);
    let (first, last, base) = (first.to_string(), last.to_string(), base.to_string());
    rows.push([title.as_str(), "not stated", &first, &last, &base].map(|text| Some(text.into())));
    let issue = Issue {
        severity: Severity::Warning,
        place: Place::default(),
        column: Some((Table::PlanDetails, None)),
        value: String::new(),
        what: format!(
            "the files have no table \"plan\": the title is taken from the name of the file, the years {first} to {last} from \
             the rows, and the year before as the baseline"
        ),
        expected: "a sheet \"plan\" with one row: title, system, first_year, last_year, base_year".to_owned(),
        effect: Effect::Used,
    };
    Some((rows, issue))
}

/// The name of the archive or of the first file, without its ending; a file that is called after a table says nothing of
/// the plan.
fn title(files: &[SourceFile]) -> String {
    let name = files.first().map(|file| file.name.as_str()).unwrap_or_default();
    let name = name.split(['/', '\\']).next().unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if stem.is_empty() || TableNames::default().table(stem).is_some() { "Plan".to_owned() } else { stem.to_owned() }
}

fn years_of(rows: &TableRows) -> impl Iterator<Item = FinancialYear> + '_ {
    let given = &rows.given;
    let is_year = move |column: &&usize| {
        rows.table.columns().get(**column).is_some_and(|column| matches!(column.kind, ColumnKind::Year))
    };
    // A baseline and a growth may begin before the plan: only the years of what is planned say when it is.
    let is_of_plan = move |column: &&usize| {
        rows.table
            .columns()
            .get(**column)
            .is_some_and(|column| !column.name.contains("base") && !column.name.contains("from"))
    };
    given.columns().iter().filter(is_year).filter(is_of_plan).flat_map(move |column| {
        (0..u32::try_from(given.len()).unwrap_or(u32::MAX))
            .filter_map(move |row| given.cell(row, *column).and_then(|text| FinancialYear::read(text).ok()))
    })
}
