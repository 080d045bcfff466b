//! How a sheet was read as a tracker, for a person to confirm.

use crate::answers::Mapping;
use crate::headings::Field;
use crate::issues::Place;
use crate::sheet::{Sheet, column_letters};
use crate::tracker::columns::OF_ROWS;
use crate::vocabulary::Follows;
use one_plan_model::quantity::FinancialYear;
use serde_json::{Value, json};
use std::fmt::Write;

/// How a sheet was read as a tracker, for a person to confirm.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The sheet.
    pub place: Place,
    /// What each column was read as; kept and used again, it reads the next tracker of this kind in the same way.
    pub mapping: Mapping,
    /// The columns of the sheet, for each heading of the mapping.
    pub columns: Vec<u32>,
    /// What stands in the first rows of each of them.
    pub examples: Vec<Vec<String>>,
    /// The month that the heading of each of them names, counted from one for April.
    pub months: Vec<Option<u8>>,
    /// Whether a person said what each of them is.
    pub is_confirmed: bool,
    /// What its rows are, as far as that is known.
    pub follows: Option<Follows>,
    /// Whether every amount has a unit, be it that of its own heading.
    pub has_units: bool,
    /// Where the year was found; empty where it was not.
    pub year_from: &'static str,
    /// The years for which it is read: more than one where it has columns for several.
    pub years: Vec<FinancialYear>,
}

/// How many cells of a column are shown as examples.
const EXAMPLES: usize = 3;

impl Reading {
    /// The reading as JSON, with the mapping as it is kept.
    pub fn json(&self, place: &str) -> Value {
        json!({
            "place": place,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "yearFrom": self.year_from,
            "mapping": self.mapping.json(),
            "isConfirmed": self.is_confirmed,
            "columns": self.mapping.headings.iter().enumerate().map(|(at, mapped)| json!({
                "column": self.columns.get(at).map(|column| column_letters(*column)),
                "heading": mapped.heading,
                "field": mapped.field.map(|field| field.to_string()),
                "words": mapped.field.map(Field::about),
                "month": self.months.get(at),
                "examples": self.examples.get(at),
            })).collect::<Vec<_>>(),
        })
    }

    /// What a column can be read as, each with its word in a mapping and what it is to a person.
    pub fn fields_json() -> Value {
        Field::all().map(|field| json!({ "field": field.to_string(), "words": field.about() })).collect()
    }

    /// The years in words, as in `2026/27, 2027/28 and 2028/29`.
    fn years_in_words(&self) -> String {
        let years: Vec<String> = self.years.iter().map(FinancialYear::to_string).collect();
        match years.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
            _ => years.concat(),
        }
    }

    /// What stands in the first rows of a column below its heading, each once.
    pub(crate) fn examples_in(sheet: &Sheet, first_row: u32, column: u32) -> Vec<String> {
        let mut examples: Vec<String> = Vec::new();
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            let shown = sheet.cell(row, column).shown().trim().to_owned();
            if !shown.is_empty() && !examples.contains(&shown) {
                examples.push(shown);
            }
            if examples.len() == EXAMPLES {
                break;
            }
        }
        examples
    }

    /// The reading as text, a line for each column.
    pub fn text(&self, place: &str) -> String {
        let mapping = &self.mapping;
        let what = match self.follows {
            None | Some(Follows::Schemes) => "a tracker of savings",
            Some(Follows::Income) => "monitored lines of income",
            Some(Follows::Expenditure) => "monitored lines of expenditure",
            Some(Follows::Savings) => "monitored lines of savings",
            Some(Follows::Other) => "monitored lines",
        };
        let mut text = format!("{place} is read as {what} \"{}\"", mapping.name);
        match mapping.year {
            _ if self.years.len() > 1 => {
                let from = if self.year_from == OF_ROWS { OF_ROWS } else { "its headings" };
                let _ = write!(text, ", for {} (from {from})", self.years_in_words());
            }
            Some(year) => drop(write!(text, ", for {year} (from {})", self.year_from)),
            None => text.push_str(", for a year that is not said"),
        }
        if let Some(month) = mapping.month {
            let _ = write!(text, ", up to month {month}");
        }
        match mapping.unit {
            Some(unit) => drop(writeln!(text, ", amounts in {}:", unit.symbol())),
            None if self.has_units => text.push_str(", amounts in the units of their headings:\n"),
            None => text.push_str(", amounts in a unit that is not said:\n"),
        }
        for (mapped, column) in mapping.headings.iter().zip(&self.columns) {
            let about = mapped.field.map_or_else(|| "left alone".to_owned(), Field::about);
            let _ = writeln!(text, "    {} \"{}\": {about}", column_letters(*column), mapped.heading);
        }
        text
    }
}
