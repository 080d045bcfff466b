use crate::output::Lines;
use one_plan_model::outcome::NotUsed;
use one_plan_model::plan::Plan;

/// How many rows of one column are named; the rest are counted.
const MOST_ROWS: usize = 5;

/// Writes the numbers on which nothing stands: those of one column, for one reason, on one line.
pub fn write_not_used(text: &mut Lines, plan: &Plan, found: &[NotUsed]) {
    let count: usize = found.iter().map(|one| one.rows.len()).sum();
    if count == 0 {
        return;
    }
    text.line(format_args!("Not used: {count} {}.", if count == 1 { "number" } else { "numbers" }));
    for NotUsed { table, column, rows, why } in found {
        let names: Vec<String> = rows.iter().take(MOST_ROWS).map(|row| plan.row_words(*table, *row)).collect();
        let more = match rows.len().saturating_sub(MOST_ROWS) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        text.line(format_args!("    {}.{column} of {}{more}: {why}", table.name(), names.join("; ")));
    }
}
