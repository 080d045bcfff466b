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
mod why_not;
mod working;

use super::WriteProblem;
use super::names::sheet_name;
use super::paper::Paper;
use super::styles::Styles;
use super::table_sheet::write_rows;
use crate::sheet::own_sheets::{CHECK, COVER, FRAMEWORK, PARAMETERS, POUNDS, RESULTS, SOURCES, SPLITS, WORKING};
use one_plan_model::outcome::{ResultSheet, Seal};
use one_plan_model::plan::{Plan, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

/// What our own workbooks are called in their properties.
pub(super) const TITLE: &str = "One Plan";

/// How hard the workbook is compressed, from 1 to 9: a large one takes a quarter less time than at the usual 6, and is a
/// seventh larger.
const COMPRESSION: u8 = 2;

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
    plan_as_workbook_telling((plan, &Seal::of(plan)), results, &mut |_| ())
}

/// How far the writing of a workbook is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing<'a> {
    /// The sheet that is written now; empty where all are and the file is packed.
    pub sheet: &'a str,
    /// How many sheets are written.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// The same of a plan whose seal is known already, saying before each sheet how far it is.
///
/// ```
/// use one_plan_model::{example, outcome::Seal};
/// use one_plan_workbook::write::plan_as_workbook_telling;
/// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
/// let mut told = Vec::new();
/// plan_as_workbook_telling((&plan, &Seal::of(&plan)), None, &mut |at| told.push((at.sheet.to_owned(), at.done, at.of))).unwrap();
/// assert_eq!(told[2..], [("Programmes".to_owned(), 2, 3), (String::new(), 3, 3)]);
/// ```
///
/// # Errors
///
/// As [`plan_as_workbook`].
pub fn plan_as_workbook_telling(
    (plan, seal): (&Plan, &Seal),
    results: Option<&ResultSheet>,
    tell: &mut dyn FnMut(Writing<'_>),
) -> Result<Vec<u8>, WriteProblem> {
    let mut styles = Styles::new();
    let tables: Vec<Table> = Table::ALL.iter().copied().filter(|table| plan.row_count(*table) > 0).collect();
    let figures = results.map(|results| figures::Figures::of(plan, results));
    let mut sheets = Sheets { workbook: new_workbook(TITLE)?, tell, done: 0, of: 1 + tables.len() };
    sheets.workbook.set_zip_compression_level(COMPRESSION);
    let of_results = results.zip(figures.as_ref()).map(|(results, figures)| OfResults::of(results, figures));
    sheets.of += of_results.as_ref().map_or(0, OfResults::count);
    cover::write(sheets.next(COVER)?, &mut styles, (plan, seal), results, figures.as_ref(), &tables)?;
    if let Some(((results, figures), has)) = results.zip(figures).zip(of_results) {
        if has.statements {
            statement::write(sheets.next(FRAMEWORK)?, &mut styles, plan, results, &figures)?;
        }
        results::write(sheets.next(RESULTS)?, &mut styles, results, &figures)?;
        check::write(sheets.next(CHECK)?, &mut styles, plan, results)?;
        if has.parameters {
            parameters::write(sheets.next(PARAMETERS)?, &mut styles, results)?;
        }
        if has.working {
            working::write(sheets.next(WORKING)?, &mut styles, &figures)?;
        }
        if has.splits {
            figures.splits.write(sheets.next(SPLITS)?, &mut styles)?;
        }
        if has.pounds {
            figures.pounds.write(sheets.next(POUNDS)?, &mut styles, plan)?;
        }
        sources::write(sheets.next(SOURCES)?, &mut styles, plan, results, &figures)?;
    }
    for table in tables {
        let name = sheet_name(table);
        let mut paper = Paper::new(sheets.next(&name)?, &mut styles, &name, table.about())?;
        write_rows(&mut paper, plan, table)?;
    }
    sheets.packed()
}

/// Which sheets what follows from the plan needs beside those that are always there.
struct OfResults {
    statements: bool,
    parameters: bool,
    working: bool,
    splits: bool,
    pounds: bool,
}

impl OfResults {
    fn of(results: &ResultSheet, figures: &figures::Figures) -> Self {
        Self {
            statements: !results.statements.is_empty(),
            parameters: !results.parameters.is_empty(),
            working: !figures.working.is_empty(),
            splits: !figures.splits.is_empty(),
            pounds: !figures.pounds.is_empty(),
        }
    }

    /// How many sheets show what follows: results, checks and sources are always among them.
    fn count(&self) -> usize {
        let further = [self.statements, self.parameters, self.working, self.splits, self.pounds];
        3 + further.into_iter().filter(|is_there| *is_there).count()
    }
}

/// The sheets of a workbook as they are written one after the other.
struct Sheets<'t> {
    workbook: Workbook,
    tell: &'t mut dyn FnMut(Writing<'_>),
    done: usize,
    of: usize,
}

impl Sheets<'_> {
    /// The next sheet, by its name.
    fn next(&mut self, name: &str) -> Result<&mut Worksheet, WriteProblem> {
        (self.tell)(Writing { sheet: name, done: self.done, of: self.of });
        self.done += 1;
        add(&mut self.workbook, name)
    }

    /// The bytes of the file.
    fn packed(mut self) -> Result<Vec<u8>, WriteProblem> {
        (self.tell)(Writing { sheet: "", done: self.done, of: self.of });
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// An empty workbook. Its times are fixed: the same plan, or file, gives the same bytes.
pub(super) fn new_workbook(title: &str) -> Result<Workbook, WriteProblem> {
    let mut workbook = Workbook::new();
    let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(title).set_creation_datetime(&time);
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// A further sheet.
pub(super) fn add<'a>(workbook: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, WriteProblem> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    Ok(sheet)
}
