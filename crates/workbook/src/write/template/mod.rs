//! The template: a workbook to fill in, with a sheet for each table.
//!
//! On the sheet of a table the example stands above the headings, and what is read begins below them: a template that
//! nobody has filled in is a plan without rows.

mod cover;
mod example;
mod lists;
mod table;
mod tasks;

use super::WriteProblem;
use super::names::sheet_name;
use super::plan::{TITLE, add, new_workbook};
use super::styles::Styles;
use crate::sheet::own_sheets::{COVER, LISTS, WHERE};
pub use example::example as example_of;
use lists::Lists;
use one_plan_model::plan::Table;
use rust_xlsxwriter::Color;
pub use tasks::{TASKS, Task};

/// The colour of the tabs of tables with which a plan begins.
const FIRST: Color = Color::RGB(0x001F_4257);
/// The colour of the other tabs.
const OTHER: Color = Color::RGB(0x00C3_CED6);

/// A workbook to fill in: a sheet for each table, with what each column means, lists to choose from and an example.
///
/// ```
/// let bytes = one_plan_workbook::write::template().unwrap();
/// assert!(bytes.starts_with(b"PK"));
/// ```
///
/// # Errors
///
/// When a workbook cannot hold it.
pub fn template() -> Result<Vec<u8>, WriteProblem> {
    let mut workbook = new_workbook(TITLE)?;
    let mut styles = Styles::new();
    cover::write(add(&mut workbook, COVER)?, &mut styles)?;
    tasks::write(add(&mut workbook, WHERE)?, &mut styles)?;
    let lists = Lists::of_all_tables();
    for table in Table::ALL {
        let sheet = add(&mut workbook, &sheet_name(*table))?;
        let is_first = TASKS.iter().any(|task| task.is_first && task.tables.contains(table));
        sheet.set_tab_color(if is_first { FIRST } else { OTHER });
        table::write(sheet, &mut styles, *table, &lists)?;
    }
    lists.write(add(&mut workbook, LISTS)?)?;
    Ok(workbook.save_to_buffer()?)
}
