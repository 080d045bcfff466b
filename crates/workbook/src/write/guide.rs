//! What stands in the tables of a plan and where what people have belongs, as data: for who shows it beside the tables.

use super::template::TASKS;
use one_plan_model::plan::{Column, ColumnKind, Range, Table};
use serde_json::{Value, json};

/// The guide in JSON: every table with its columns, and the tasks of "Where do I put …?", both from their one definition.
///
/// ```
/// let guide = one_plan_workbook::write::guide();
/// let tables = guide["tables"].as_array().unwrap();
/// let schemes = tables.iter().find(|table| table["name"] == "schemes").unwrap();
/// let gross = schemes["columns"].as_array().unwrap().iter().find(|column| column["name"] == "gross").unwrap();
/// assert!(gross["means"].as_str().unwrap().contains("a saving is positive"));
/// assert!(guide["tasks"][0]["tables"].as_array().is_some());
/// ```
pub fn guide() -> Value {
    json!({
        "tables": Table::ALL.iter().map(|table| json!({
            "name": table.name(),
            "about": table.about().trim(),
            "columns": table.columns().iter().map(column).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "tasks": TASKS.iter().map(|task| json!({
            "what": task.what,
            "how": task.how,
            "isFirst": task.is_first,
            "tables": task.tables.iter().map(|table| table.name()).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn column(column: &Column) -> Value {
    let words = match column.kind {
        ColumnKind::Choice(choices) => {
            choices.iter().map(|choice| json!({ "word": choice.word, "means": choice.meaning().trim() })).collect()
        }
        _ => Vec::new(),
    };
    json!({
        "name": column.name,
        "means": column.help().trim(),
        "holds": column.kind.expected(),
        "numbers": if column.range == Range::Any { "" } else { column.range.words() },
        "isNeeded": column.required,
        "words": words,
    })
}
