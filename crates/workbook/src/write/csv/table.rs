use one_plan_model::exchange::protected;
use one_plan_model::plan::{ColumnKind, Plan, Table};

/// By this mark at its beginning Excel knows a file as UTF-8.
pub(super) const MARK: &str = "\u{feff}";

/// The rows of a table with its headings.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::plan::Table;
/// use one_plan_workbook::write::table_as_csv;
/// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "=Acute, \"all\""}]"#);
/// let csv = table_as_csv(&plan, Table::Programme);
/// assert!(csv.starts_with("\u{feff}id,name,"));
/// assert!(csv.contains("\r\nacute,\"'=Acute, \"\"all\"\"\","));
/// ```
pub fn table_as_csv(plan: &Plan, table: Table) -> String {
    let mut text = MARK.to_owned();
    for (at, column) in table.columns().iter().enumerate() {
        push_cell(&mut text, at, column.name);
    }
    text.push_str("\r\n");
    for row in 0..u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX) {
        for (at, column) in table.columns().iter().enumerate() {
            let cell = plan.written_cell(table, row, column.name).unwrap_or_default();
            let cell = if matches!(column.kind, ColumnKind::Text) { protected(&cell) } else { cell };
            push_cell(&mut text, at, &cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, at: usize, cell: &str) {
    if at > 0 {
        text.push(',');
    }
    if cell.contains([',', '"', '\n', '\r', ';', '\t']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
