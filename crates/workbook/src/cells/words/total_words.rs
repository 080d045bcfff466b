//! Whether the words of a row are those of a total.

use super::heading::key_of;
use crate::sheet::Cell;

/// Whether a row is a total: "Total", "Grand total", "Sub-total"; and where the row says less than the table needs, also
/// "Total acute care" and "Acute care total". A scheme for "Total hip replacement" has its list, its programme or its reference, and is none.
pub fn is_total(cells: &[&Cell], says_enough: bool) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty());
    let Some(Cell::Text(words)) = first else { return false };
    let key = key_of(words);
    match key.strip_prefix("grand").or_else(|| key.strip_prefix("sub")).unwrap_or(&key) {
        "total" | "totals" => true,
        _ => is_called_like_total(cells) && !says_enough,
    }
}

/// Whether the words of a row begin or end like those of a total: "Total healthcare", "Sub-total acute", "Acute total". A
/// scheme for "Total hip replacement" does as well: where a row says as much as others do, its numbers have to say the rest.
pub fn is_called_like_total(cells: &[&Cell]) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty());
    let begins = first.is_some_and(|cell| matches!(cell, Cell::Text(words) if begins_with_total(words)));
    begins || ends_with_total(cells)
}

/// Whether the words of a row begin with "All", as in "All contracts": its numbers have to say whether it is a sum.
pub fn begins_with_all(cells: &[&Cell]) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty());
    matches!(first, Some(Cell::Text(words)) if words.split_whitespace().next().is_some_and(|word| key_of(word) == "all"))
}

fn begins_with_total(words: &str) -> bool {
    let mut parts = words.trim().split([' ', ':']).map(key_of).filter(|part| !part.is_empty());
    match parts.next().unwrap_or_default().as_str() {
        "total" | "subtotal" | "grandtotal" => true,
        "sub" | "grand" => parts.next().is_some_and(|second| second == "total"),
        _ => false,
    }
}

/// Whether the words of a row end with "total", as pivot tables write it: "Planned care Total".
pub fn ends_with_total(cells: &[&Cell]) -> bool {
    // What comes behind the name is a description.
    let words = cells.iter().filter_map(|cell| match cell {
        Cell::Text(words) if !cell.is_empty() => Some(words),
        _ => None,
    });
    words.take(2).any(|words| {
        let last = words.split_whitespace().rev().map(key_of).find(|part| !part.is_empty());
        matches!(last.as_deref(), Some("total" | "totals" | "subtotal" | "subtotals"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_known_by_their_first_words() {
        let total = |words: &str| is_total(&[&Cell::Empty, &Cell::Text(words.into())], false);
        for words in [
            "Total",
            "TOTAL:",
            "Sub-total acute",
            "Grand total",
            "Total planned care",
            "subtotal",
            "Acute total",
            "Urgent sub-total",
        ] {
            assert!(total(words), "{words}");
        }
        for words in ["Totally new pathway", "Total-body scans", "1"] {
            assert!(!total(words), "{words}");
        }
        assert!(!is_total(&[&Cell::Text("Total hip replacement".into())], true));
        assert!(is_total(&[&Cell::Text("Total:".into())], true));
    }
}
