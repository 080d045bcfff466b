use crate::chart::in_unit;
use crate::components::{choice_words, tag};
use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::{ColumnKind, Plan, SheetSource, Table};
use yew::prelude::*;

/// What a row without a name is called by: at most so many of its cells.
const CELLS_THAT_NAME: usize = 3;

/// Where a cell of the plan stands, what is written in it, and where the document prints it.
///
/// For example: table "schemes", row 27 (Ambulatory care), column "gross": £6,192k; line 824 of
/// the document.
pub fn cell_place(plan: &Plan, address: CellAddress) -> Html {
    let row = row_words(plan, address.table, address.row).map(|row| format!(" ({row})")).unwrap_or_default();
    let text = written(plan, address).map(|text| format!(": {text}")).unwrap_or_default();
    place(plan, address, &row, &text)
}

/// The same for where the row and what is written in the cell are said already.
pub fn cell_place_only(plan: &Plan, address: CellAddress) -> Html {
    place(plan, address, "", "")
}

fn place(plan: &Plan, address: CellAddress, row_words: &str, text: &str) -> Html {
    let CellAddress { table, row, column } = address;
    let number = u64::from(row) + 1;
    let lines = plan.source_lines(table, row, column);
    let lines = lines.map(|lines| format!("; {}", printed_at(&lines))).unwrap_or_default();
    let words = format!(
        "Table “{}”, row {number}{row_words}, column “{}”{text}{lines}",
        choice_words(table.name()),
        choice_words(column)
    );
    tag("span")
        .class("cell-place")
        .attribute("data-table", table.name())
        .attribute("data-row", number.to_string())
        .attribute("data-column", column)
        .words(words)
        .html()
}

/// What a cell is called: its row and its column; the name of a row is the row itself.
pub fn cell_words(plan: &Plan, address: CellAddress) -> Option<String> {
    let row = row_words(plan, address.table, address.row)?;
    if address.column == "name" {
        return Some(row);
    }
    Some(format!("{row}: {}", choice_words(address.column)))
}

/// What a row is called: its title, or else what it refers to, its year and its kind.
fn row_words(plan: &Plan, table: Table, row: u32) -> Option<String> {
    if let Some(title) = plan.title(table, row) {
        return Some(title.to_owned());
    }
    let cells = plan.written(table, row);
    let named = cells.into_iter().filter_map(|(name, text)| {
        let column = table.columns().iter().find(|column| column.name == name)?;
        match column.kind {
            ColumnKind::Reference(other) => {
                let title = plan.find(other, &text).and_then(|row| plan.title(other, row).map(str::to_owned));
                Some(title.unwrap_or(text))
            }
            ColumnKind::Year => Some(text),
            ColumnKind::Choice(_) => Some(text.replace('-', " ")),
            _ => None,
        }
    });
    let words: Vec<String> = named.take(CELLS_THAT_NAME).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// What is written in a cell, as printed, with the unit of money.
fn written(plan: &Plan, address: CellAddress) -> Option<String> {
    let cells = plan.written(address.table, address.row);
    let text = |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, text)| text.clone());
    let column = address.table.columns().iter().find(|column| column.name == address.column)?;
    let printed = text(address.column)?;
    Some(match (column.kind, text("unit")) {
        (ColumnKind::Money, Some(unit)) => in_unit(&printed, &unit),
        _ => printed,
    })
}

/// Where something is printed in the document of the plan, or stands in the sheet of which it was read, in words.
///
/// ```
/// use one_plan_page::components::printed_at;
/// assert_eq!(printed_at("824"), "line 824 of the document");
/// assert_eq!(printed_at("Tracker M7!AG6"), "sheet \"Tracker M7\", cell AG6");
/// ```
pub fn printed_at(lines: &str) -> String {
    SheetSource::words(lines).unwrap_or_else(|| format!("{} of the document", lines_words(lines)))
}

/// Lines of the document in words, or a place in a sheet.
///
/// ```
/// use one_plan_page::components::lines_words;
/// assert_eq!(lines_words("824"), "line 824");
/// assert_eq!(lines_words("868-871"), "lines 868 to 871");
/// assert_eq!(lines_words("703,1072"), "lines 703, 1072");
/// ```
pub fn lines_words(lines: &str) -> String {
    if let Some(place) = SheetSource::words(lines) {
        return place;
    }
    let mut words = String::from(if lines.contains([',', '-']) { "lines " } else { "line " });
    for (position, part) in lines.split(',').enumerate() {
        if position > 0 {
            words.push_str(", ");
        }
        words.push_str(&part.trim().replace('-', " to "));
    }
    words
}

/// Where a row is printed, in words: its own lines, then those of each cell that stands elsewhere.
///
/// ```
/// use one_plan_page::components::source_words;
/// assert_eq!(source_words("922"), "line 922");
/// assert_eq!(source_words("317; functions 314,316"), "line 317; functions: lines 314, 316");
/// assert_eq!(source_words("delegated_from 762"), "delegated from: line 762");
/// assert_eq!(source_words("Tracker M7!6; gross K"), "sheet \"Tracker M7\", row 6");
/// ```
pub fn source_words(source: &str) -> String {
    if let Some(place) = SheetSource::words(source) {
        return place;
    }
    let mut words = String::new();
    for entry in source.split(';').map(str::trim) {
        if !words.is_empty() {
            words.push_str("; ");
        }
        let lines = entry.trim_start_matches(|letter: char| letter.is_ascii_lowercase() || letter == '_');
        let column = entry.strip_suffix(lines).unwrap_or_default();
        if !column.is_empty() {
            words.push_str(&choice_words(column));
            words.push_str(": ");
        }
        words.push_str(&lines_words(lines.trim()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::exchange::read_json;

    #[test]
    fn a_row_without_a_name_is_called_by_what_it_refers_to() {
        let file = r#"{"format": "one-plan/1",
            "plan": [{"title": "P", "system": "S", "first_year": "2011/12", "last_year": "2011/12", "base_year": "2010/11"}],
            "programmes": [{"id": "acute", "name": "Acute Care"}],
            "programme_savings": [{"programme": "acute", "year": "2011/12", "part": "commissioner", "amount": "13.10", "unit": "£m"}]
        }"#;
        let plan = read_json(file.as_bytes()).map(|file| file.plan).unwrap_or_default();
        let address = CellAddress { table: Table::ProgrammeSaving, row: 0, column: "amount" };
        assert_eq!(cell_words(&plan, address).as_deref(), Some("Acute Care, 2011/12, commissioner: amount"));
        assert_eq!(written(&plan, address).as_deref(), Some("£13.10m"));
    }
}
