//! A plan as comma-separated values: one file for each table that has rows, with all columns of the table. UTF-8 with the
//! mark at its beginning by which Excel knows it, commas, lines that end as RFC 4180 says.

mod archive;
mod table;

use super::WriteProblem;
use archive::archive;
use one_plan_model::plan::{Plan, Table};
use table::MARK;
pub use table::table_as_csv;

/// The files of a plan, each with its name: those of the tables that have rows.
pub fn plan_as_csv_files(plan: &Plan) -> Vec<(String, String)> {
    let filled = Table::ALL.iter().copied().filter(|table| plan.row_count(*table) > 0);
    filled.map(|table| (format!("{}.csv", table.name()), table_as_csv(plan, table))).collect()
}

/// The same in one archive.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_workbook::write::plan_as_csv_zip;
/// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute, all"}]"#);
/// let zip = plan_as_csv_zip(&plan).unwrap();
/// assert!(zip.starts_with(b"PK"));
/// assert_eq!(plan_as_csv_zip(&plan).unwrap(), zip);
/// ```
///
/// # Errors
///
/// When there are more rows than an archive can hold.
pub fn plan_as_csv_zip(plan: &Plan) -> Result<Vec<u8>, WriteProblem> {
    archive(plan_as_csv_files(plan))
}

/// Results in one archive: every figure on a line, and the dictionary that says what its columns and its kinds of figures
/// are. The texts are those of [`figures_as_csv`](one_plan_model::outcome::figures_as_csv) and
/// [`dictionary_as_csv`](one_plan_model::outcome::dictionary_as_csv).
///
/// # Errors
///
/// When there are more figures than an archive can hold.
pub fn results_as_csv_zip(figures: &str, dictionary: &str) -> Result<Vec<u8>, WriteProblem> {
    let file = |name: &str, text: &str| (name.to_owned(), format!("{MARK}{}", text.replace('\n', "\r\n")));
    archive(vec![file("results.csv", figures), file("results-dictionary.csv", dictionary)])
}
