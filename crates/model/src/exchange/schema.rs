use super::FORMAT;
use crate::plan::{Column, ColumnKind, Table};
use serde_json::{Map, Value, json};

/// The JSON Schema of a plan file, from the same definitions by which files are read.
///
/// ```
/// use one_plan_model::exchange::json_schema;
/// assert!(json_schema().contains("full_year_effect"));
/// ```
pub fn json_schema() -> String {
    let mut tables = Map::new();
    tables.insert("format".into(), json!({ "const": FORMAT, "description": "The format of the file." }));
    tables.insert("$schema".into(), json!({ "type": "string" }));
    for table in Table::ALL {
        tables.insert(table.name().into(), table_schema(*table));
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One Plan file",
        "description": "A plan as tables: one list of rows for each table, cells as text.",
        "type": "object",
        "required": ["format", Table::PlanDetails.name()],
        "additionalProperties": false,
        "properties": tables,
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn table_schema(table: Table) -> Value {
    let columns: Map<String, Value> =
        table.columns().iter().map(|column| (column.name.to_owned(), column_schema(column))).collect();
    let required: Vec<&str> =
        table.columns().iter().filter(|column| column.required).map(|column| column.name).collect();
    json!({
        "description": table_help(table),
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": required,
            "properties": columns,
        }
    })
}

/// What a row is, and of what there may be only one.
fn table_help(table: Table) -> String {
    let about = table.about().trim();
    table.key_words().map_or_else(|| about.to_owned(), |key| format!("{about} One row for each {key}."))
}

/// Digits with or without commas in groups of three, with a dash before them or brackets around them, as the reader
/// takes them.
const NUMBER: &str = r"^\s*([-−‐‑‒–—﹣－]?(\d{1,15}|\d{1,3}(,\d{3}){0,4})(\.\d{1,6})?|\(\s*(\d{1,15}|\d{1,3}(,\d{3}){0,4})(\.\d{1,6})?\s*\))\s*$";
const RATE: &str = r"^\s*([-−‐‑‒–—﹣－]?(\d{1,15}|\d{1,3}(,\d{3}){0,4})(\.\d{1,6})?\s*%|\(\s*(\d{1,15}|\d{1,3}(,\d{3}){0,4})(\.\d{1,6})?\s*(%\s*\)|\)\s*%))\s*$";

fn column_schema(column: &Column) -> Value {
    let value = match column.kind {
        ColumnKind::Identifier => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 100 }),
        ColumnKind::Text | ColumnKind::Reference(_) | ColumnKind::SourceLines => {
            json!({ "type": "string", "minLength": 1 })
        }
        ColumnKind::MoneyUnit => json!({ "enum": ["£", "£000", "£m", "£bn", "£k"] }),
        ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => {
            json!({ "anyOf": [{ "type": "string", "pattern": NUMBER }, { "type": "integer" }] })
        }
        ColumnKind::Rate => json!({ "type": "string", "pattern": RATE }),
        ColumnKind::Year => json!({ "type": "string", "pattern": r"^\s*\d{4}[/–-](\d{2}|\d{4})\s*$" }),
        ColumnKind::Month => json!({ "type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$" }),
        ColumnKind::Date => json!({ "type": "string", "format": "date" }),
        ColumnKind::DueDate => {
            json!({ "type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?|/\d{2})$" })
        }
        ColumnKind::Choice(choices) => {
            let each: Vec<Value> = choices
                .iter()
                .map(|choice| json!({ "const": choice.word, "description": choice.meaning().trim() }))
                .collect();
            json!({ "oneOf": each })
        }
        ColumnKind::Flag => json!({ "anyOf": [{ "enum": ["yes", "no"] }, { "type": "boolean" }] }),
        ColumnKind::FigureIdentifier => json!({ "type": "string", "pattern": r"^[a-z0-9-]+(\.[a-z0-9-]+)*$" }),
    };
    let mut value = match value {
        Value::Object(value) => value,
        _ => Map::new(),
    };
    let mut help = column.help().trim().to_owned();
    if let ColumnKind::Reference(table) = column.kind {
        help.push_str(&format!(" The id of a row of \"{}\".", table.name()));
    }
    if !column.range.is_any() {
        help.push_str(&format!(" Only {}.", column.range.words()));
    }
    if let Some(rests) = column.rests {
        help.push_str(&format!(" Without it {rests} is not computed."));
    }
    value.insert("description".into(), Value::String(help));
    Value::Object(value)
}
