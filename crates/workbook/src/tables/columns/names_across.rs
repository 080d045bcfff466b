//! Names as columns: providers, points of delivery or programmes across the top of a table. The tables of a plan have a row for each
//! of them, and no heading of such a sheet says what the amounts below are. It is refused at once, with what would be read.

use crate::cells::{Heading, is_called_like_total, key_of, month_named, numbers_in, years_in};
use crate::headings::LAST_ROW_OF_HEADINGS;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::Table;
use one_plan_model::quantity::format;

/// Over what the rows of such a table are.
const OF_ROWS: [&str; 30] = [
    "pointofdelivery",
    "pointsofdelivery",
    "pod",
    "pods",
    "provider",
    "providers",
    "providername",
    "trust",
    "trusts",
    "organisation",
    "organisations",
    "commissioner",
    "commissioners",
    "icb",
    "place",
    "site",
    "scheme",
    "schemes",
    "schemename",
    "programme",
    "programmes",
    "workstream",
    "specialty",
    "speciality",
    "treatmentfunction",
    "setting",
    "service",
    "contract",
    "directorate",
    "division",
];
/// What stands in a heading that says what is below it, and names nothing.
const MEASURES: [&str; 46] = [
    "plan",
    "actual",
    "budget",
    "forecast",
    "outturn",
    "variance",
    "cost",
    "value",
    "activity",
    "price",
    "tariff",
    "amount",
    "saving",
    "target",
    "number",
    "count",
    "rate",
    "score",
    "wte",
    "baseline",
    "growth",
    "year",
    "ytd",
    "month",
    "quarter",
    "spend",
    "income",
    "expenditure",
    "recurrent",
    "gross",
    "net",
    "risk",
    "likelihood",
    "impact",
    "weight",
    "date",
    "payment",
    "change",
    "share",
    "pay",
    "fye",
    "pye",
    "effect",
    "ref",
    "code",
    "status",
];
/// One column may be anything.
const FEWEST: usize = 2;
/// So many of them are named.
const MOST_NAMED: usize = 3;

/// Columns of a sheet that are headed by names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesAcross {
    row: u32,
    first: u32,
    of_rows: String,
    names: Vec<String>,
}

impl NamesAcross {
    /// The first row of a sheet in which names stand beside one another over numbers, behind what the rows are, or over the same
    /// headings once for each of them.
    pub fn of(sheet: &Sheet) -> Option<Self> {
        Self::over_numbers(sheet).or_else(|| Self::over_headings(sheet))
    }

    /// "Plan" and "Forecast" once for each of several trusts.
    fn over_headings(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS);
        rows.into_iter().find_map(|(row, cells)| {
            let key_at = |cell: &Cell| Heading::of(&cell.shown()).key;
            let of_rows = cells.iter().find(|cell| OF_ROWS.contains(&key_of(&cell.shown()).as_str()))?.shown();
            let upper = row.checked_sub(1)?;
            let named = (sheet.first_column()..).zip(sheet.cells_of(upper)).filter(|(_, cell)| !cell.is_empty());
            let mut names = Vec::new();
            let mut keys: Vec<String> = Vec::new();
            let mut first = None;
            for (at, cell) in named.filter(|(_, cell)| !is_called_like_total(&[cell])) {
                if !is_name(cell) || numbers_in(sheet, row.saturating_add(1), at).next().is_none() {
                    return None;
                }
                first = first.or(Some(at));
                names.push(cell.shown().trim().to_owned());
                keys.push(key_at(sheet.cell(row, at)));
            }
            // Each begins with the same heading.
            let is_repeated =
                keys.first().is_some_and(|first| !first.is_empty() && keys.iter().all(|key| key == first));
            let first = first.filter(|_| names.len() >= FEWEST && is_repeated)?;
            Some(Self { row: upper, first, of_rows: of_rows.trim().to_owned(), names })
        })
    }

    fn over_numbers(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS);
        rows.into_iter().find_map(|(row, cells)| {
            let mut filled = (sheet.first_column()..).zip(cells).filter(|(_, cell)| !cell.is_empty());
            let of_rows = filled.next().map(|(_, cell)| cell.shown())?;
            if !OF_ROWS.contains(&key_of(&of_rows).as_str()) {
                return None;
            }
            let mut names = Vec::new();
            let mut first = None;
            for (at, cell) in filled {
                if is_called_like_total(&[cell]) {
                    continue;
                }
                if !is_name(cell) || numbers_in(sheet, row.saturating_add(1), at).next().is_none() {
                    return None;
                }
                first = first.or(Some(at));
                names.push(cell.shown().trim().to_owned());
            }
            let first = first.filter(|_| names.len() >= FEWEST)?;
            Some(Self { row, first, of_rows: of_rows.trim().to_owned(), names })
        })
    }

    /// Says that it is not read, and in which form it would be. Of a sheet that is called like a `table`, or of schemes, nothing
    /// is left out in passing.
    pub fn issue(&self, sheet: &Sheet, place: Place, table: Option<Table>) -> Issue {
        let named = format::some_of(self.names.iter().map(|name| format!("\"{name}\"")), MOST_NAMED, ", ");
        Issue {
            severity: if table.is_some() || key_of(&self.of_rows).starts_with("scheme") {
                Severity::Error
            } else {
                Severity::Warning
            },
            place: place.cell(self.row, self.first),
            column: table.map(|table| (table, None)),
            value: sheet.cell(self.row, self.first).shown(),
            what: format!(
                "the sheet \"{}\" is not read: {named} stand across its top as names, and no heading says what the amounts below \
                 them are",
                sheet.name
            ),
            expected: format!(
                "a row for each \"{}\" and each of these: one column with the former, one with the latter, and one that says what \
                 its amounts are, such as \"Plan £000\", \"Activity\" or \"Value £000\"",
                self.of_rows
            ),
            effect: Effect::LeftAlone,
        }
    }
}

/// Whether a heading says no more than a name does: no unit, no time, and nothing of what amounts are.
fn is_name(cell: &Cell) -> bool {
    let Cell::Text(words) = cell else { return false };
    let heading = Heading::of(words);
    let parts = || words.split(|letter: char| !letter.is_alphanumeric()).map(key_of);
    let is_measure = |part: String| {
        MEASURES.iter().any(|word| part == *word || part.strip_suffix('s').is_some_and(|one| one == *word))
    };
    let is_time = month_named(words).is_some() || !years_in(words).is_empty();
    !heading.key.is_empty() && heading.unit.is_none() && !heading.is_percent && !is_time && !parts().any(is_measure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_nothing_of_what_amounts_are() {
        let is_name = |words: &str| is_name(&Cell::Text(words.into()));
        for words in ["St Marys", "Non-elective", "A&E", "North Trust", "Planned care"] {
            assert!(is_name(words), "{words}");
        }
        for words in ["Baseline", "Actuals", "Plan £000", "2026/27", "Apr", "Growth %", "(£)", "Net cost", "Q1 target"]
        {
            assert!(!is_name(words), "{words}");
        }
        assert!(!super::is_name(&Cell::Flag(true)));
    }
}
