//! For which year a tracker is, and up to which month: what its headings, titles and names say.

use super::month_told::{ABOVE, MonthTold, OF_HEADINGS};
use crate::answers::Mapping;
use crate::cells::{NamedMonth, months_in, only, stem, words_above, years_in};
use crate::headings::Field;
use crate::sheet::Sheet;
use crate::tables::ToldElsewhere;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use one_plan_model::quantity::FinancialYear;
use std::collections::HashSet;

/// For which year a tracker is, and up to which month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The year; nothing where the file does not say it in one way.
    pub year: Option<FinancialYear>,
    /// The first of the years that it says; that one where it says one.
    pub first_year: Option<FinancialYear>,
    /// The month up to which figures to date go, counted from one for April.
    pub month: Option<u8>,
    /// Where that month was found.
    pub month_from: &'static str,
    /// Another month that a further place says, which does not count.
    pub other_month: Option<(u8, &'static str)>,
    /// Where the year was found.
    pub year_from: &'static str,
    /// Two places that say another year each, in words.
    pub differing: Option<String>,
}

/// A year, and where it stands.
type Told = (FinancialYear, &'static str);

impl Period {
    /// Looks for the year in the headings of amounts, above them, in the name of the sheet and in that of the file, and then
    /// in what a person said. Where two of these say another year each, neither is taken; but a heading may be that of the
    /// year before, beside others that say no year.
    pub fn of(sheet: &Sheet, file: &str, header: &TrackerHeader, mapping: &Mapping) -> Self {
        let over = header.columns.iter().map(|column| column.words.over.as_str()).collect();
        let above = words_above(sheet, header.row, &over);
        let name = [sheet.name.clone()];
        let file = [stem(file).to_owned()];
        let places: [(&[String], &'static str); 3] =
            [(&above, ABOVE), (&name, "the name of the sheet"), (&file, "the name of the file")];
        let years_of = |words: &[String]| words.iter().flat_map(|words| years_in(words)).collect::<Vec<_>>();
        let year_of = |words: &[String]| only(years_of(words));
        let told: Vec<Told> = places.iter().filter_map(|(words, place)| Some((year_of(words)?, *place))).collect();
        let of_headings = of_headings(header);
        let (found, differing) = match (of_headings, told.as_slice()) {
            (Some((year, _)), told) if told.iter().all(|(other, _)| *other == year) => {
                (Some((year, OF_HEADINGS)), None)
            }
            // Those without a year are of the year that is told.
            (Some((_, false)) | None, [first, others @ ..]) => match others.iter().find(|other| other.0 != first.0) {
                None => (Some(*first), None),
                Some(other) => (None, Some((*first, *other))),
            },
            (Some((year, true)), told) => {
                let other = told.iter().find(|(other, _)| *other != year).copied();
                (None, other.map(|other| ((year, OF_HEADINGS), other)))
            }
            (Some((year, false)), []) => (Some((year, OF_HEADINGS)), None),
            (None, []) => (None, None),
        };
        let of_months = |(words, place): &(&[String], &'static str)| {
            let years = words.iter().flat_map(|words| months_in(words)).filter_map(NamedMonth::year);
            Some((only(years.collect())?, *place))
        };
        let of_months = || places.iter().find_map(of_months).filter(|_| differing.is_none());
        let said = || mapping.year.map(|year| (year, "the mapping"));
        // Months that hold nobody knows what yet say their year all the same.
        let of_columns = || {
            let years = header.columns.iter().filter_map(|column| column.month.and_then(NamedMonth::year));
            only(years.collect())
                .map(|year| (year, OF_HEADINGS))
                .filter(|_| of_headings.is_none() && differing.is_none())
        };
        let found = found.or_else(of_months).or_else(of_columns).or_else(said);
        let MonthTold { month, other } =
            MonthTold::of(sheet, header, [&above, &name, &file], found.map(|(year, _)| year), mapping);
        let in_words = |((one, here), (other, there)): (Told, Told)| {
            format!("{here} {} {one}, and {there} {other}", if here == OF_HEADINGS { "say" } else { "says" })
        };
        let year = found.map(|(year, _)| year);
        let of_several = places.iter().find_map(|(words, _)| years_of(words).into_iter().min());
        Self {
            year,
            first_year: year.or(of_several.filter(|_| differing.is_none())),
            month: month.map(|(month, _)| month),
            month_from: month.map_or("", |(_, place)| place),
            other_month: other,
            year_from: found.map_or("", |(_, place)| place),
            differing: differing.filter(|_| found.is_none()).map(in_words),
        }
    }

    /// The same, with what the workbook says of all its sheets where this one says nothing.
    pub fn or_told(mut self, elsewhere: &ToldElsewhere) -> Self {
        let says_nothing = self.year.is_none() && self.first_year.is_none() && self.differing.is_none();
        if let Some((year, place)) = elsewhere.year.filter(|_| says_nothing) {
            (self.year, self.first_year, self.year_from) = (Some(year), Some(year), place);
        }
        if self.month.is_none() && elsewhere.month.is_some() {
            (self.month, self.month_from) = (elsewhere.month, "what the workbook says of all its sheets");
        }
        self
    }
}

/// The one year that headings of amounts name, and whether none of them names none; nothing where they name several.
fn of_headings(header: &TrackerHeader) -> Option<(FinancialYear, bool)> {
    // The full-year effect is often that of another year.
    let amounts =
        || header.columns.iter().filter(|column| column.amount().is_some_and(|of| of != Field::FullYearEffect));
    let year = only(amounts().filter_map(|column| column.year).collect())?;
    // Of an amount that stands there with a year and without one, the one is of another year than the other.
    let meaning = |column: &TrackerColumn| (column.amount(), column.words.looseness());
    let dated: HashSet<_> = amounts().filter(|column| column.year.is_some()).map(meaning).collect();
    if amounts().any(|column| column.year.is_none() && dated.contains(&meaning(column))) {
        return None;
    }
    Some((year, amounts().all(|column| column.year.is_some())))
}
