use super::FORMAT;
use crate::pace::{Pace, Stage, at_once};
use crate::plan::{Plan, Table};

/// Writes a plan as a plan file: the same bytes for the same plan, one row on a line, so that
/// two versions can be compared line by line.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::exchange::{read_json, write_json};
/// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
/// let text = write_json(&plan);
/// assert_eq!(write_json(&read_json(text.as_bytes()).unwrap().plan), text);
/// ```
pub fn write_json(plan: &Plan) -> String {
    at_once(write_json_in_slices(plan, &Pace::UNBROKEN))
}

/// After so many rows it is asked whether to give way.
const ROWS_AT_A_TIME: u32 = 256;

/// The same, giving way as the pace says.
pub async fn write_json_in_slices(plan: &Plan, pace: &Pace<'_>) -> String {
    let of = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
    let mut done = 0;
    let mut text = format!("{{\n  \"format\": \"{FORMAT}\"");
    for table in Table::ALL {
        let count = plan.row_count(*table);
        if count == 0 {
            continue;
        }
        text.push_str(&format!(",\n  \"{}\": [", table.name()));
        for row in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            if row % ROWS_AT_A_TIME == 0 {
                pace.reached(Stage::Writing { done, of }).await;
            }
            text.push_str(if row == 0 { "\n    {" } else { ",\n    {" });
            for (position, (column, cell)) in plan.written(*table, row).into_iter().enumerate() {
                if position > 0 {
                    text.push_str(", ");
                }
                text.push_str(&format!("\"{column}\": {}", json_text(&cell)));
            }
            text.push('}');
            done += 1;
        }
        text.push_str("\n  ]");
    }
    text.push_str("\n}\n");
    text
}

/// A text as it stands in JSON, in quotation marks.
pub(crate) fn json_text(text: &str) -> String {
    // Writing into memory cannot fail.
    serde_json::to_string(text).unwrap_or_default()
}
