//! Total rows of a sheet: held against the rows that they add up, and never added to them.

use super::heading::key_of;
use crate::sheet::Cell;
use one_plan_model::quantity::Decimal;

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

/// The sums of a column while its rows are gone through: since the last total, and of all rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunningSum {
    since_total: Decimal,
    all: Decimal,
    is_lost: bool,
}

impl RunningSum {
    /// Adds the number of a row.
    pub fn add(&mut self, number: Decimal) {
        match (self.since_total.checked_add(number), self.all.checked_add(number)) {
            (Some(since), Some(all)) => (self.since_total, self.all) = (since, all),
            _ => self.is_lost = true,
        }
    }

    /// Holds a total against the rows above: those since the last total, or all. Gives the sum that differs, the
    /// nearer of the two. The numbers of the rows may be printed rounded: a difference of half a unit of the last place
    /// for each row is none.
    pub fn differs(&self, total: Decimal, rows: usize) -> Option<Decimal> {
        if self.is_lost {
            return None;
        }
        let room = room_of(total, rows);
        let (since, all) = (apart(self.since_total, total), apart(self.all, total));
        let is_whole = self.since_total.scale().max(self.all.scale()) <= total.scale();
        // Where every number has as few places as the total, nothing needs to be rounded.
        let room = if is_whole { Decimal::ZERO } else { room };
        (since > room && all > room).then_some(if since <= all { self.since_total } else { self.all })
    }

    /// Whether a total is the sum of all rows where each of these was rounded to as many places as the total has, before or
    /// after it was added up.
    pub fn is_rounded(&self, total: Decimal, rows: usize) -> bool {
        !self.is_lost && apart(self.all, total) <= room_of(total, rows)
    }

    /// The sum of all rows, where it is known.
    pub fn of_all(&self) -> Option<Decimal> {
        (!self.is_lost).then_some(self.all)
    }

    /// Begins anew below a total.
    pub fn start_anew(&mut self) {
        self.since_total = Decimal::ZERO;
    }
}

/// Half a unit of the last place of a total for each of its rows.
fn room_of(total: Decimal, rows: usize) -> Decimal {
    let unit = Decimal::new(1, total.scale());
    unit.checked_mul(Decimal::from(rows.max(1))).unwrap_or(Decimal::MAX) / Decimal::TWO
}

fn apart(sum: Decimal, total: Decimal) -> Decimal {
    sum.checked_sub(total).map_or(Decimal::MAX, |apart| apart.abs())
}

/// The number in a text as the model reads it, for sums that are only compared: commas, brackets, and a minus sign.
pub fn number_in(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (text, is_negative) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => match text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}']) {
            Some(rest) => (rest, true),
            None => (text, false),
        },
    };
    let text = text.trim();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    // A comma that sets no thousands apart sets decimals apart: "1,2" is not twelve.
    if decimals.contains(',') || !whole.split(',').skip(1).all(|group| group.len() == 3) {
        return None;
    }
    let digits: String = text.chars().filter(|letter| *letter != ',').collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let number: Decimal = digits.parse().ok()?;
    Some(if is_negative { -number } else { number })
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

    #[test]
    fn a_comma_that_sets_no_thousands_apart_makes_no_number() {
        for (typed, number) in [("1,234.5", "1234.5"), ("(1,234,567)", "-1234567"), ("12", "12")] {
            assert_eq!(number_in(typed).map(|of| of.to_string()).as_deref(), Some(number), "{typed}");
        }
        for unclear in ["1,2", "12,50", "1.234,5", "1,23,456", ","] {
            assert_eq!(number_in(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn a_total_may_be_that_of_its_part_or_of_all() {
        let number = |text: &str| number_in(text).unwrap_or_default();
        let mut sum = RunningSum::default();
        ["1.2", "(0.2)"].into_iter().for_each(|text| sum.add(number(text)));
        assert_eq!(sum.differs(number("1.0"), 2), None);
        assert_eq!(sum.differs(number("1.1"), 2), Some(number("1.0")));
        sum.start_anew();
        sum.add(number("2"));
        assert_eq!(sum.differs(number("2"), 1), None);
        assert_eq!(sum.differs(number("3"), 3), None);
        // Rows that are printed more exactly than their total.
        let mut sum = RunningSum::default();
        ["0.4", "0.4", "0.4"].into_iter().for_each(|text| sum.add(number(text)));
        assert_eq!(sum.differs(number("1"), 3), None);
        assert_eq!(sum.differs(number("3"), 3), Some(number("1.2")));
    }
}
