//! A row of each table, to be looked at: of a published plan, of a case, or else made up by the kinds of its columns.

use one_plan_model::plan::{Column, ColumnKind, Table};
use serde_json::{Map, Value};

/// How long a row may be to be read at one look.
const LONGEST: usize = 320;

/// The row of a table that fills most of its columns, of those that are short; of a published plan before one of a case.
pub fn row(table: Table, plans: &[Map<String, Value>]) -> String {
    let rows =
        |plan: &Map<String, Value>| plan.get(table.name()).and_then(Value::as_array).cloned().unwrap_or_default();
    for plan in plans {
        let short: Vec<(usize, String)> =
            rows(plan).iter().filter_map(|row| written(table, row)).filter(|(_, text)| text.len() <= LONGEST).collect();
        let most = short.iter().map(|(filled, _)| *filled).max();
        if let Some((_, text)) = short.into_iter().find(|(filled, _)| Some(*filled) == most) {
            return text;
        }
    }
    made_up(table)
}

/// How many columns a row fills, and the row with its cells in the order of the columns.
fn written(table: Table, row: &Value) -> Option<(usize, String)> {
    let row = row.as_object()?;
    let cells: Vec<(&str, Value)> =
        table.columns().iter().filter_map(|column| Some((column.name, row.get(column.name)?.clone()))).collect();
    Some((cells.len(), text(cells)))
}

fn text(cells: Vec<(&str, Value)>) -> String {
    let each: Vec<String> = cells.into_iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", each.join(", "))
}

fn made_up(table: Table) -> String {
    let columns = table.columns().iter().filter(|column| !matches!(column.kind, ColumnKind::SourceLines));
    text(columns.map(|column| (column.name, Value::String(made_up_cell(table, column)))).collect())
}

fn made_up_cell(table: Table, column: &Column) -> String {
    let identifier = |table: Table| format!("{}-1", table.name().replace('_', "-"));
    match column.kind {
        ColumnKind::Identifier => identifier(table),
        ColumnKind::Text => column.name.replace('_', " "),
        ColumnKind::Reference(other) => identifier(other),
        ColumnKind::MoneyUnit => "£000".into(),
        ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => "1".into(),
        ColumnKind::Rate => "1.5%".into(),
        ColumnKind::Year | ColumnKind::DueDate => "2011/12".into(),
        ColumnKind::Month => "2011-04".into(),
        ColumnKind::Date => "2011-04-26".into(),
        ColumnKind::Choice(choices) => choices.first().map_or("", |choice| choice.word).into(),
        ColumnKind::Flag => "yes".into(),
        ColumnKind::SourceLines => "1".into(),
        ColumnKind::FigureIdentifier => "savings.total.2011-12".into(),
    }
}
