use super::mapping::Mapping;
use crate::recognise::Place;
use crate::sheet::column_letters;
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
    /// Where the year was found; empty where it was not.
    pub year_from: &'static str,
}

impl Reading {
    /// The reading as JSON, with the mapping as it is kept.
    pub fn json(&self, place: &str) -> Value {
        json!({
            "place": place,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "yearFrom": self.year_from,
            "mapping": self.mapping.json(),
            "columns": self.mapping.headings.iter().zip(&self.columns).map(|(mapped, column)| json!({
                "column": column_letters(*column),
                "heading": mapped.heading,
                "field": mapped.field.map(|field| field.to_string()),
                "words": mapped.field.map(super::Field::about),
            })).collect::<Vec<_>>(),
        })
    }

    /// The reading as text, a line for each column.
    pub fn text(&self, place: &str) -> String {
        let mapping = &self.mapping;
        let mut text = format!("{place} is read as a tracker of savings \"{}\"", mapping.name);
        match mapping.year {
            Some(year) => drop(write!(text, ", for {year} (from {})", self.year_from)),
            None => text.push_str(", for a year that is not said"),
        }
        if let Some(month) = mapping.month {
            let _ = write!(text, ", up to month {month}");
        }
        match mapping.unit {
            Some(unit) => drop(writeln!(text, ", amounts in {}:", unit.symbol())),
            None => text.push_str(", amounts in a unit that is not said:\n"),
        }
        for (mapped, column) in mapping.headings.iter().zip(&self.columns) {
            let about = mapped.field.map_or_else(|| "left alone".to_owned(), super::Field::about);
            let _ = writeln!(text, "    {} \"{}\": {about}", column_letters(*column), mapped.heading);
        }
        text
    }
}
