//! Up to which month a tracker goes by its headings, its titles and its names, and where two of these say another each.

use crate::answers::Mapping;
use crate::cells::{NamedMonth, has_any, month_named, months_told, only, without_years};
use crate::headings::Field;
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use one_plan_model::quantity::FinancialYear;

pub(super) const OF_HEADINGS: &str = "its headings";
pub(super) const ABOVE: &str = "what stands above its headings";
/// What stands in a heading of figures to date.
pub(super) const TO_DATE: [&str; 3] = ["ytd", "todate", "cumul"];

/// The month, counted from one for April, and where it stands.
type Told = (u8, &'static str);

/// The month up to which figures to date go.
pub(super) struct MonthTold {
    /// The one that counts.
    pub(super) month: Option<Told>,
    /// Another one that a further place says.
    pub(super) other: Option<Told>,
}

impl MonthTold {
    /// What headings say, else what stands above them, in the name of the sheet or of the file, else what a person said.
    pub(super) fn of(
        sheet: &Sheet,
        header: &TrackerHeader,
        [above, name, file]: [&[String]; 3],
        year: Option<FinancialYear>,
        mapping: &Mapping,
    ) -> Self {
        let to_date = [Field::PlanToDate, Field::ActualToDate, Field::VarianceToDate];
        let of_columns =
            || header.columns.iter().filter(|column| column.field.is_some_and(|field| to_date.contains(&field)));
        // A sheet "May" with figures to date is that of the end of May; with others, it may be that of the month alone.
        let of_name = || {
            let is_to_date = of_columns().any(|column| has_any(&column.words.line(), &TO_DATE));
            month_named(sheet.name.trim()).filter(|_| is_to_date).map(NamedMonth::nth)
        };
        let places = [
            (only(of_columns().flat_map(|column| column.words.months_told()).collect()), OF_HEADINGS),
            (only(months_told(above, year)), ABOVE),
            (only(months_told(name, year)).or_else(of_name), "the name of the sheet"),
            (only(months_told(file, year)), "the name of the file"),
        ];
        let told: Vec<Told> = places.into_iter().filter_map(|(month, place)| Some((month?, place))).collect();
        let month = told.first().copied();
        // What stands over some columns may be of a month of its own.
        let is_over = |words: &&String| !header.columns.iter().any(|of| without_years(&of.words.over) == **words);
        let of_title: Vec<String> = above.iter().filter(is_over).cloned().collect();
        let is_of_all = |of: &&Told| of.1 != ABOVE || months_told(&of_title, year).contains(&of.0);
        let other = told.iter().filter(is_of_all).find(|of| month.is_some_and(|month| month.0 != of.0)).copied();
        let month = month
            .or_else(|| Some((mapping.month?, "the mapping")))
            .or_else(|| Some((header.month_in_date()?, OF_HEADINGS)));
        Self { month, other }
    }
}
