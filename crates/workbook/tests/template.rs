//! The template as a person gets it: it is empty when it is read, and its examples are a plan.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;
use one_plan_workbook::read::read_files;
use one_plan_workbook::sheet::{Cell, SourceFile, is_for_people};
use one_plan_workbook::write::{TASKS, example_of, template};
use std::ops::ControlFlow;

fn template_file() -> SourceFile {
    let reading = read_files(&[("template.xlsx", &template().unwrap())], &mut |_| ControlFlow::Continue(()));
    assert!(reading.refusals.is_empty(), "{:?}", reading.refusals);
    reading.files.into_iter().next().unwrap()
}

#[test]
fn the_template_has_every_table_and_every_column() {
    let file = template_file();
    for table in Table::ALL {
        let key = |name: &str| one_plan_workbook::cells::key_of(name);
        let sheet = file.sheets.iter().find(|sheet| key(&sheet.name) == key(table.name()));
        let headings: Vec<String> =
            sheet.unwrap().rows().find(|(row, _)| *row == 4).unwrap().1.iter().map(Cell::shown).collect();
        for (column, heading) in table.columns().iter().zip(headings) {
            assert_eq!(key(&heading), key(column.name), "{}", table.name());
        }
    }
    let others = file.sheets.iter().filter(|sheet| is_for_people(&sheet.name)).count();
    assert_eq!(file.sheets.len(), Table::ALL.len() + others);
}

#[test]
fn a_template_that_nobody_has_filled_in_is_no_plan_and_the_examples_are_not_read() {
    let loaded = load(&[template_file()], &Answers::default());
    assert!(loaded.plan.is_none());
    assert!(!loaded.report.refused.is_empty());
    let rows: usize = loaded.report.control.iter().map(|total| total.whole.rows_read).sum();
    assert_eq!(rows, 0);
}

#[test]
fn the_examples_of_all_tables_together_are_a_plan() {
    let mut text = String::from("{\"format\": \"one-plan/1\"");
    for table in Table::ALL {
        let cells = table.columns().iter().filter_map(|column| Some((column.name, example_of(*table, column)?)));
        let cells: Vec<String> = cells.map(|(name, cell)| format!("\"{name}\": \"{cell}\"")).collect();
        text.push_str(&format!(", \"{}\": [{{{}}}]", table.name(), cells.join(", ")));
    }
    text.push('}');
    match read_json(text.as_bytes()) {
        Ok(file) => assert!(write_json(&file.plan).contains("2026/27")),
        Err(problems) => {
            let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("the examples cannot be read:\n{}", list.join("\n"));
        }
    }
}

#[test]
fn each_task_leads_to_a_table_and_none_is_said_twice() {
    let mut seen: Vec<Table> = TASKS.iter().flat_map(|task| task.tables.iter().copied()).collect();
    let count = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), count);
    assert!(TASKS.iter().all(|task| !task.tables.is_empty() && !task.what.is_empty() && !task.how.is_empty()));
}
