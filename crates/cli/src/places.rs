use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::{Plan, SheetSource};

/// Where a cell stands, in words: table, row (by its id where it has one, and counted from one), column, and the
/// lines of the plan's own document.
pub fn place_words(plan: &Plan, place: CellAddress) -> String {
    let row = u64::from(place.row) + 1;
    let row = match plan.identifier(place.table, place.row) {
        Some(id) => format!("{id}, row {row}"),
        None => format!("row {row}"),
    };
    let lines = plan.source_lines(place.table, place.row, place.column);
    let lines = lines.map(|lines| match SheetSource::words(&lines) {
        Some(place) => format!(", read of {place}"),
        None => format!(", printed at l. {lines}"),
    });
    let lines = lines.unwrap_or_default();
    format!("{}[{row}].{}{lines}", place.table.name(), place.column)
}
