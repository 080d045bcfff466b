//! What a person said as JSON, to be kept and used again.

use super::mapping::Mapping;
use super::said::Answers;
use one_plan_model::plan::{Table, no_column, no_table};
use serde_json::{Value, json};

/// What the first line of the file says.
const FORMAT: &str = "one-plan-mapping/1";
/// With what that of every version begins.
const NAME: &str = "one-plan-mapping/";
/// A mapping has no more bytes.
const LARGEST: usize = 4 * 1024 * 1024;

impl Answers {
    /// What was said as JSON: names of sheets, headings of tables, and mappings of trackers.
    ///
    /// ```
    /// use one_plan_model::plan::Table;
    /// use one_plan_workbook::answers::Answers;
    /// let mut answers = Answers::default();
    /// answers.say_sheet("Our savings", Some(Table::Scheme));
    /// answers.say_column(Table::Scheme, "What we call it", Some(1));
    /// assert_eq!(Answers::of_json(&answers.json().to_string()), Ok(answers));
    /// ```
    pub fn json(&self) -> Value {
        json!({
            "format": FORMAT,
            "sheets": self.sheets().map(|(sheet, table)| json!({
                "sheet": sheet,
                "table": table.map(Table::name),
            })).collect::<Vec<_>>(),
            "columns": self.columns().map(|(table, heading, column)| json!({
                "table": table.name(),
                "heading": heading,
                "column": column.and_then(|at| table.columns().get(at)).map(|column| column.name),
            })).collect::<Vec<_>>(),
            "rows": self.rows_of_sheets().map(|(table, column, sheet, value)| json!({
                "sheet": sheet, "table": table.name(), "column": column, "value": value,
            })).collect::<Vec<_>>(),
            "trackers": self.trackers().iter().map(Mapping::json).collect::<Vec<_>>(),
        })
    }

    /// Whether a text is a mapping, or was meant to be one.
    pub fn is_mapping(text: &str) -> bool {
        // A plan file may be large, and is read by others.
        text.len() <= LARGEST
            && text.contains(NAME)
            && serde_json::from_str::<Value>(text)
                .is_ok_and(|value| value.get("format").and_then(Value::as_str).is_some_and(|of| of.starts_with(NAME)))
    }

    /// Reads what was said.
    ///
    /// # Errors
    ///
    /// In words, what the file holds that nobody can have said.
    pub fn of_json(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(format!("it must begin with \"format\": \"{FORMAT}\""));
        }
        let mut answers = Self::default();
        for sheet in list(&value, "sheets")? {
            answers.say_sheet(needed(sheet, "sheet")?, table(sheet)?);
        }
        for column in list(&value, "columns")? {
            let table = table(column)?.ok_or("each of \"columns\" must name a table")?;
            let name = word(column, "column")?;
            let at = name.map(|name| table.column(name).ok_or_else(|| no_column(table, name)));
            answers.say_column(table, needed(column, "heading")?, at.transpose()?);
        }
        for rows in list(&value, "rows")? {
            let table = table(rows)?.ok_or("each of \"rows\" must name a table")?;
            let name = needed(rows, "column")?;
            let at = table.column(name).ok_or_else(|| no_column(table, name))?;
            answers.say_rows_of(table, at, needed(rows, "sheet")?, needed(rows, "value")?);
        }
        for tracker in list(&value, "trackers")? {
            answers.say_tracker(Mapping::of_json(tracker)?);
        }
        Ok(answers)
    }
}

fn list<'v>(value: &'v Value, name: &str) -> Result<&'v [Value], String> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(values)) => Ok(values),
        Some(_) => Err(format!("\"{name}\" must be a list")),
    }
}

fn word<'v>(value: &'v Value, name: &str) -> Result<Option<&'v str>, String> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("\"{name}\" must be text")),
    }
}

fn needed<'v>(value: &'v Value, name: &str) -> Result<&'v str, String> {
    word(value, name)?.ok_or_else(|| format!("\"{name}\" is missing"))
}

fn table(value: &Value) -> Result<Option<Table>, String> {
    word(value, "table")?.map(|name| Table::named(name).ok_or_else(|| no_table(name))).transpose()
}
