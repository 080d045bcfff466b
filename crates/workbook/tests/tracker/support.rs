#[path = "../support/computed.rs"]
mod computed;

pub use computed::Computed;
use one_plan_model::exchange::write_json;
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::{Area, Cell, FileKind, NumberStyle, Sheet, SourceFile};

/// A row of cells: what looks like a number is one, `d:` begins a date, all else is text.
pub fn row(cells: &str) -> Vec<Cell> {
    cells.split('|').map(|cell| cell_of(cell.trim())).collect()
}

pub fn cell_of(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else if let Some(date) = text.strip_prefix("d:") {
        Cell::Date(date.into())
    } else if text.parse::<f64>().is_ok() {
        Cell::Number(text.into(), NumberStyle::PLAIN)
    } else {
        Cell::Text(text.into())
    }
}

pub fn sheet(name: &str, rows: &[&str]) -> Sheet {
    Sheet::of_rows(name, rows.iter().map(|cells| row(cells)).collect())
}

pub fn merged(mut sheet: Sheet, row: u32, columns: &[(u32, u32)]) -> Sheet {
    let area = |(first_column, last_column): &(u32, u32)| Area {
        first_row: row,
        first_column: *first_column,
        last_row: row,
        last_column: *last_column,
    };
    sheet.merged.extend(columns.iter().map(area));
    sheet
}

pub fn file(name: &str, sheets: Vec<Sheet>) -> SourceFile {
    SourceFile { name: name.into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() }
}

pub fn loaded(name: &str, sheet: Sheet) -> Loaded {
    loaded_with(name, sheet, &Answers::default())
}

/// Loads, and holds what must always hold: what was read is what is used and what is left out.
pub fn loaded_with(name: &str, sheet: Sheet, answers: &Answers) -> Loaded {
    let loaded = load(&[file(name, vec![sheet])], answers);
    for total in &loaded.report.control {
        assert!(total.whole.adds_up(), "{}: {:?}", total.table.name(), total.whole);
    }
    loaded
}

/// Everything that is more than information, in words.
pub fn to_look_at(loaded: &Loaded) -> Vec<String> {
    let report = &loaded.report;
    let issues = report.refused.iter().chain(&report.issues).filter(|issue| issue.severity != Severity::Information);
    // That the files have no table "plan" is so in every one of these.
    let issues = issues.filter(|issue| !issue.what.contains("no table \"plan\""));
    issues.map(|issue| format!("{}: {}", report.place_words(issue.place), issue.what)).collect()
}

impl Computed<'_> {
    /// The figures of a line: plan to date, actual to date, variance, forecast.
    pub fn line(&self, id: &str) -> [String; 4] {
        ["plan-to-date", "actual-to-date", "variance", "forecast"]
            .map(|what| self.figure(&format!("monitoring.{id}.{what}")))
    }

    /// The verdicts of printed figures.
    pub fn printed(&self) -> Vec<String> {
        let comparisons = self.outcome.comparisons().iter();
        let mut printed: Vec<String> = comparisons
            .map(|comparison| {
                let figure = comparison.figure.map(|figure| figure.id(self.plan)).unwrap_or_default();
                format!("{figure}: {}", comparison.verdict.word())
            })
            .collect();
        printed.sort();
        printed
    }
}

/// A row of the plan as the plan file has it: the columns that are asked for, `-` where there is nothing.
pub fn plan_row(loaded: &Loaded, table: &str, row: usize, columns: &[&str]) -> String {
    let json: serde_json::Value = serde_json::from_str(&write_json(loaded.plan.as_ref().unwrap())).unwrap();
    let row = &json[table][row];
    let words = columns.iter().map(|column| match &row[*column] {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => "-".to_owned(),
        other => other.to_string(),
    });
    words.collect::<Vec<_>>().join(" | ")
}

/// How many rows a table has.
pub fn rows_of(loaded: &Loaded, table: Table) -> usize {
    loaded.plan.as_ref().unwrap().row_count(table)
}
