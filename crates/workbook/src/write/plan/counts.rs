//! Rows that are counted by what stands in their cells.

use crate::write::names::{fixed, quoted, sheet_name};
use crate::write::table_sheet::row_of_sheet;
use one_plan_model::outcome::{SheetCount, SheetTest};
use one_plan_model::plan::{Plan, Table};

/// Of a table with more rows each count would take a spreadsheet long.
const MOST_ROWS: usize = 2_000;

/// The formula that counts the rows of a table by their cells: `COUNTIFS(Milestones!$F$5:$F$15,"achieved")`. Nothing where a
/// spreadsheet would take a word for something else, such as a date or a pattern.
pub(super) fn formula_of_count(plan: &Plan, count: &SheetCount) -> Option<String> {
    let table = Table::named(&count.table)?;
    let rows = Some(plan.row_count(table)).filter(|rows| *rows > 0 && *rows <= MOST_ROWS)?;
    let last = u32::try_from(rows).ok()?.checked_sub(1)?;
    let arguments: Option<Vec<String>> = count
        .tests
        .iter()
        .map(|test| {
            let (column, is) = match test {
                SheetTest::Is(column, word) => (column, word_as_test(word)?.to_owned()),
                SheetTest::IsNot(column, word) => (column, format!("<>{}", word_as_test(word)?)),
                SheetTest::IsFilled(column) => (column, "<>".to_owned()),
            };
            let column = u16::try_from(table.column(column)?).ok()?;
            let (first, last) = (fixed(row_of_sheet(0), column), fixed(row_of_sheet(last), column));
            Some(format!("{}!{first}:{last},\"{is}\"", quoted(&sheet_name(table))))
        })
        .collect();
    Some(format!("COUNTIFS({})", arguments?.join(",")))
}

/// A word that means itself in a test: letters and hyphens only, so that no program takes it for a number, a date, a
/// comparison or a pattern.
fn word_as_test(word: &str) -> Option<&str> {
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let is_flag = ["true", "false"].contains(&word);
    (is_plain && !is_flag && word.starts_with(|first: char| first.is_ascii_lowercase())).then_some(word)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn rows_are_counted_by_their_words() {
        let example = example::outcome(
            r#""milestones": [
                {"id": "a", "name": "A", "status": "achieved"},
                {"id": "b", "name": "B", "status": "slipping"},
                {"id": "c", "name": "C", "status": "achieved"}]"#,
        );
        let results = example.outcome.result_sheet(&example.plan);
        let count = |id: &str| {
            let figure = results.figures.iter().find(|figure| figure.id == id).unwrap();
            formula_of_count(&example.plan, figure.counts.as_ref()?)
        };
        let column = crate::sheet::column_letters(Table::Milestone.column("status").unwrap().try_into().unwrap());
        let of = |word: &str| format!("COUNTIFS(Milestones!${column}$5:${column}$7,\"{word}\")");
        assert_eq!(count("milestones.status.achieved"), Some(of("achieved")));
        assert_eq!(count("milestones.number"), None, "nothing is asked of its rows");
        assert_eq!(word_as_test("2011/12"), None);
        assert_eq!(word_as_test("dec-11"), None);
        assert_eq!(word_as_test("a*"), None);
        assert_eq!(word_as_test("in-progress"), Some("in-progress"));
    }
}
