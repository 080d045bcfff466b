use super::field::Field;
use super::header::TrackerHeader;
use super::mapping::Mapping;
use super::time::{NamedMonth, months_in, years_in};
use crate::sheet::{Cell, Sheet};
use one_plan_model::quantity::FinancialYear;

/// For which year a tracker is, and up to which month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The year; nothing where the file does not say it in one way.
    pub year: Option<FinancialYear>,
    /// The month up to which figures to date go, counted from one for April.
    pub month: Option<u8>,
    /// Where the year was found.
    pub year_from: &'static str,
}

impl Period {
    /// Looks for the year in the headings, above them, in the name of the sheet, in that of the file, and in what a person
    /// said; the first that says one year is taken, and what says two says none.
    pub fn of(sheet: &Sheet, file: &str, header: &TrackerHeader, mapping: &Mapping) -> Self {
        // The full-year effect is often that of another year.
        let own = || header.columns.iter().filter(|column| column.amount() != Some(Field::FullYearEffect));
        let mut of_headings: Vec<FinancialYear> = own()
            .filter(|column| matches!(column.field, Some(Field::Month(..))))
            .filter_map(|column| column.month.and_then(NamedMonth::year))
            .collect();
        if of_headings.is_empty() {
            of_headings = own().flat_map(|column| years_in(&column.words.line())).collect();
        }
        let above = words_above(sheet, header.row);
        let of_words = |words: &[String]| -> Vec<FinancialYear> {
            let years: Vec<FinancialYear> = words.iter().flat_map(|words| years_in(words)).collect();
            if !years.is_empty() {
                return years;
            }
            words.iter().flat_map(|words| months_in(words)).filter_map(NamedMonth::year).collect()
        };
        let name = [sheet.name.clone()];
        let file = [stem(file).to_owned()];
        let places = [
            (of_headings, "its headings"),
            (of_words(&above), "what stands above its headings"),
            (of_words(&name), "the name of the sheet"),
            (of_words(&file), "the name of the file"),
            (mapping.year.into_iter().collect(), "the mapping"),
        ];
        let found = places.into_iter().find_map(|(years, place)| only(years).map(|year| (year, place)));
        let months =
            |words: &[String]| only(words.iter().flat_map(|words| months_in(words)).map(NamedMonth::nth).collect());
        let to_date = [Field::PlanToDate, Field::ActualToDate, Field::VarianceToDate];
        let of_columns =
            header.columns.iter().filter(|column| column.field.is_some_and(|field| to_date.contains(&field)));
        let month = only(of_columns.flat_map(|column| months_in(&column.words.line())).map(NamedMonth::nth).collect())
            .or_else(|| months(&above))
            .or_else(|| months(&name))
            .or_else(|| months(&file))
            .or(mapping.month);
        Self { year: found.map(|(year, _)| year), month, year_from: found.map_or("", |(_, place)| place) }
    }
}

/// The texts and dates above the headings.
fn words_above(sheet: &Sheet, row: u32) -> Vec<String> {
    let rows = sheet.rows().take_while(|(above, _)| *above < row);
    let cells = rows.flat_map(|(_, cells)| cells.iter());
    cells.filter(|cell| matches!(cell, Cell::Text(_) | Cell::Date(_))).map(Cell::shown).collect()
}

fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The one value that all have.
fn only<T: PartialEq + Copy>(values: Vec<T>) -> Option<T> {
    let first = *values.first()?;
    values.iter().all(|value| *value == first).then_some(first)
}
