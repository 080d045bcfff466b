//! A plan as a workbook: a cover, what follows from the plan with formulas that calculate, and a sheet for each table that
//! has rows.

mod cells;
mod check;
mod counts;
mod cover;
mod figures;
mod formula;
mod not_formulas;
mod parameters;
mod parts;
mod pounds;
mod results;
mod sources;
mod splits;
mod statement;
mod steps;
mod working;

use super::WriteProblem;
use super::names::sheet_name;
use super::paper::Paper;
use super::styles::Styles;
use super::table_sheet::write_rows;
use crate::sheet::own_sheets::{CHECK, COVER, FRAMEWORK, PARAMETERS, POUNDS, RESULTS, SOURCES, SPLITS, WORKING};
use one_plan_model::outcome::ResultSheet;
use one_plan_model::plan::{Plan, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

/// A plan as a workbook of Excel. With its results it has sheets whose formulas calculate the figures from the sheets of
/// the tables; the value that is saved with each formula is that of the engine. The same plan gives the same bytes.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_workbook::write::plan_as_workbook;
/// let example = example::outcome(r#"
///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"}]
/// "#);
/// let results = example.outcome.result_sheet(&example.plan);
/// let bytes = plan_as_workbook(&example.plan, Some(&results)).unwrap();
/// assert!(bytes.starts_with(b"PK"));
/// assert_eq!(plan_as_workbook(&example.plan, Some(&results)).unwrap(), bytes);
/// ```
///
/// # Errors
///
/// When a table has more rows, or a text more characters, than a workbook holds.
pub fn plan_as_workbook(plan: &Plan, results: Option<&ResultSheet>) -> Result<Vec<u8>, WriteProblem> {
    let mut workbook = new_workbook()?;
    let mut styles = Styles::new();
    let tables: Vec<Table> = Table::ALL.iter().copied().filter(|table| plan.row_count(*table) > 0).collect();
    let figures = results.map(|results| figures::Figures::of(plan, results));
    cover::write(add(&mut workbook, COVER)?, &mut styles, plan, results, figures.as_ref(), &tables)?;
    if let Some((results, figures)) = results.zip(figures) {
        if !results.statements.is_empty() {
            statement::write(add(&mut workbook, FRAMEWORK)?, &mut styles, plan, results, &figures)?;
        }
        results::write(add(&mut workbook, RESULTS)?, &mut styles, results, &figures)?;
        check::write(add(&mut workbook, CHECK)?, &mut styles, plan, results)?;
        if !results.parameters.is_empty() {
            parameters::write(add(&mut workbook, PARAMETERS)?, &mut styles, results)?;
        }
        if !figures.working.is_empty() {
            working::write(add(&mut workbook, WORKING)?, &mut styles, &figures)?;
        }
        if !figures.splits.is_empty() {
            figures.splits.write(add(&mut workbook, SPLITS)?, &mut styles)?;
        }
        if !figures.pounds.is_empty() {
            figures.pounds.write(add(&mut workbook, POUNDS)?, &mut styles, plan)?;
        }
        sources::write(add(&mut workbook, SOURCES)?, &mut styles, plan, results, &figures)?;
    }
    for table in tables {
        let sheet = add(&mut workbook, &sheet_name(table))?;
        let mut paper = Paper::new(sheet, &mut styles, &sheet_name(table), table.about())?;
        write_rows(&mut paper, plan, table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// An empty workbook. Its times are fixed: the same plan gives the same bytes.
pub(super) fn new_workbook() -> Result<Workbook, WriteProblem> {
    let mut workbook = Workbook::new();
    let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title("One Plan").set_creation_datetime(&time);
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// A further sheet.
pub(super) fn add<'a>(workbook: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, WriteProblem> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    Ok(sheet)
}
