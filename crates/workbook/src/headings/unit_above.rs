//! The unit that words above the headings name for all amounts below them.

use crate::cells::with_units_in_one_word;
use crate::sheet::{Cell, Sheet};
use one_plan_model::quantity::MoneyUnit;

/// The one unit that is named above the headings, as in "All figures in £000".
pub fn unit_above(sheet: &Sheet, row: u32) -> Option<(MoneyUnit, u32, u32)> {
    let mut found: Option<(MoneyUnit, u32, u32)> = None;
    for (above, cells) in sheet.rows().take_while(|(above, _)| *above < row) {
        for (column, cell) in (sheet.first_column()..).zip(cells) {
            let Cell::Text(text) = cell else { continue };
            for unit in units_in(text) {
                match found {
                    // Two units: neither can be taken for all amounts.
                    Some((earlier, ..)) if earlier != unit => return None,
                    Some(_) => {}
                    None => found = Some((unit, above, column)),
                }
            }
        }
    }
    found
}

/// The one unit that some words name.
pub fn unit_in_words(words: &str) -> Option<MoneyUnit> {
    let units = units_in(words);
    let first = *units.first()?;
    units.iter().all(|unit| *unit == first).then_some(first)
}

/// The units that some words name with the sign of pounds, in their order.
fn units_in(words: &str) -> Vec<MoneyUnit> {
    let words = with_units_in_one_word(words);
    let words = words.split(|letter: char| letter.is_whitespace() || "()[]:;,.".contains(letter));
    words.filter(|word| word.starts_with('£')).filter_map(MoneyUnit::read).collect()
}
