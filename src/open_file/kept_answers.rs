//! What a person answered about files is kept while the page is open, also when they left the files alone to mend them first: the
//! mended file has the same headings. A plan that is opened remembers it itself.

use std::cell::RefCell;

/// A row of the table `headings`: its last text is the answer, the others say to what.
type Row = [String; 5];

thread_local! {
    static KEPT: RefCell<Vec<Row>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the answers of which a plan was made, as rows in JSON.
pub fn keep(rows: &str) {
    KEPT.with_borrow_mut(|kept| *kept = joined(std::mem::take(kept), rows_of(rows)));
}

/// What the open plan remembers, with what was answered since: that was said last, and holds.
pub fn with_kept(remembered: &str) -> String {
    let all = KEPT.with_borrow(|kept| joined(rows_of(remembered), kept.clone()));
    serde_json::to_string(&all).unwrap_or_else(|_| remembered.to_owned())
}

fn rows_of(rows: &str) -> Vec<Row> {
    serde_json::from_str(rows).unwrap_or_default()
}

/// Rows with others that take the place of those about the same.
fn joined(mut rows: Vec<Row>, others: Vec<Row>) -> Vec<Row> {
    rows.retain(|row| !others.iter().any(|other| other[..4] == row[..4]));
    rows.extend(others);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_kept_for_the_next_file_and_the_last_one_holds() {
        let row = |words: &str, means: &str| format!(r#"["column", "contracts", "{words}", "", "{means}"]"#);
        let open = format!("[{}, {}]", row("Lead", "position"), row("Colour", ""));
        keep(&format!("[{}]", row("Lead", "")));
        keep(&format!("[{}]", row("Sum", "value")));
        let all = rows_of(&with_kept(&open));
        let said: Vec<(&str, &str)> = all.iter().map(|row| (row[2].as_str(), row[4].as_str())).collect();
        assert_eq!(said, [("Colour", ""), ("Lead", ""), ("Sum", "value")]);
    }
}
