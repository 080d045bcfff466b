//! Whether a sheet says of which time its amounts are.

use super::month_told::TO_DATE;
use crate::cells::{has_any, month_named};
use crate::headings::Field;
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;

/// What stands in the heading of a plan of the whole year.
const OF_THE_YEAR: [&str; 5] = ["annual", "year", "fy", "total", "pye"];

/// So many months beside one another are those of a year, whatever the sheet is called after.
const MONTHS_BESIDE: usize = 3;

/// Whether a sheet is called after a month, and neither a plan of the year nor a forecast nor figures to date stand there by their
/// headings, nor what a person said.
pub fn is_of_untold_time(sheet: &Sheet, header: &TrackerHeader) -> bool {
    let tells = |field: Field, words: &str| match field {
        Field::PlanOfYear => has_any(words, &OF_THE_YEAR),
        Field::PlanToDate | Field::ActualToDate | Field::VarianceToDate => has_any(words, &TO_DATE),
        Field::Forecast | Field::ForecastVariance | Field::FullYearEffect => true,
        _ => false,
    };
    let months = header.columns.iter().filter(|column| matches!(column.field, Some(Field::Month(..)))).count();
    month_named(sheet.name.trim()).is_some()
        && months < MONTHS_BESIDE
        && !header.columns.iter().any(|column| {
            let is_told = column.amount().is_some_and(|field| tells(field, &column.words.line()));
            is_told || (column.is_said && column.amount().is_some())
        })
}
