//! The one row that says what the plan is, where the files do not say it themselves.

use super::years_of_plan::YearsOfPlan;
use crate::headings::TableNames;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::SourceFile;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;

/// What the row says that is made here.
const COLUMNS: [&str; 5] = ["title", "system", "first_year", "last_year", "base_year"];

/// A row for the table `plan`, of the name of the first file and the years of the plan, and what a person is told of it.
/// Nothing where no year lies before these.
pub fn details(files: &[SourceFile], years: &YearsOfPlan) -> Option<(GivenRows, Issue)> {
    let base = years.base()?;
    let title = title(files);
    let columns = COLUMNS.iter().filter_map(|name| Table::PlanDetails.column(name)).collect();
    let mut rows = GivenRows::new(Table::PlanDetails, columns);
    let (first, last, base) = (years.first.to_string(), years.last.to_string(), base.to_string());
    rows.push([title.as_str(), "not stated", &first, &last, &base].map(|text| Some(text.into())));
    let issue = Issue {
        severity: Severity::Warning,
        place: Place::default(),
        column: Some((Table::PlanDetails, None)),
        value: String::new(),
        what: format!(
            "the files have no table \"plan\": the title is taken from the name of the file, the years {first} to {last} from \
             {}, and the year before as the baseline",
            years.from
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
