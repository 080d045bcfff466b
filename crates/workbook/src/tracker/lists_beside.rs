//! Lists of schemes with a name and a plan alone, beside a tracker that says more of its schemes.
//!
//! One sheet for each division is often so: the first has the RAG of each scheme, the others have not. A sheet with two such
//! columns may as well sum up another. So it is a list only where its headings are those of the tracker too, or where it speaks of
//! savings itself, and never where it is called a summary; schemes that stand in both sheets are known as the same later.

use super::field::Field;
use super::follows::Follows;
use super::header::TrackerHeader;
use super::mapping::Mapping;
use super::names::HeadingNames;
use crate::recognise::{
    Effect, Issue, LAST_ROW_OF_HEADINGS, Place, Severity, SpendingSays, are_mostly_numbers, ends_with_total, key_of,
    number_of, numbers_in, spending_says, unit_above,
};
use crate::sheet::{Cell, Sheet};
use one_plan_model::quantity::{Decimal, MoneyUnit, format};

/// What a sheet is called that says once more what others say.
const SUMMARIES: [&str; 7] = ["summary", "summaries", "overview", "dashboard", "headline", "headlines", "top"];

impl TrackerHeader {
    /// Whether these are the headings of a list of schemes, beside a tracker or beside other such lists.
    pub(super) fn is_list_beside(&self, sheet: &Sheet, names: &HeadingNames) -> bool {
        if !self.is_name_and_plan(sheet) || self.is_summary(sheet) {
            return false;
        }
        let is_beside_tracker = !names.beside.is_empty();
        let has_its_headings =
            || is_beside_tracker && self.columns.iter().all(|column| names.beside.contains(&column.words.key()));
        let says_so = || self.words_above(sheet).iter().any(|words| spending_says(words) == Some(SpendingSays::Saved));
        // Where no sheet says more, each of several is such a list as one alone would be.
        let names_schemes = Follows::names_schemes(self);
        (names_schemes && (has_its_headings() || says_so())) || (is_beside_tracker && says_so())
    }

    /// Whether the name of a scheme and a plan with amounts below it are known, and nothing else.
    fn is_name_and_plan(&self, sheet: &Sheet) -> bool {
        let is_plan = |at: u32| {
            are_mostly_numbers(sheet, self.first_row, at)
                && numbers_in(sheet, self.first_row, at).any(|of| !of.is_zero())
        };
        self.known() == 2 && self.has(Field::Name) && self.column(Field::PlanOfYear).is_some_and(|of| is_plan(of.at))
    }

    /// What stands above the headings, and the name of the sheet.
    fn words_above(&self, sheet: &Sheet) -> Vec<String> {
        let above = sheet.rows().take_while(|(row, _)| *row < self.row).flat_map(|(_, cells)| cells);
        let above = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        above.chain([sheet.name.clone()]).collect()
    }

    fn is_summary(&self, sheet: &Sheet) -> bool {
        let words = self.words_above(sheet);
        let mut parts =
            words.iter().flat_map(|words| words.split(|letter: char| !letter.is_alphanumeric())).map(key_of);
        parts.any(|part| SUMMARIES.contains(&part.as_str()))
    }
}

/// That a sheet beside a tracker names schemes with a plan, and is not read; nothing where it is no such sheet.
pub fn schemes_not_read(sheet: &Sheet, place: Place, names: &HeadingNames) -> Option<Issue> {
    if names.beside.is_empty() || !TrackerHeader::could_be_in(sheet) {
        return None;
    }
    let rows = sheet.rows().map(|(row, _)| row).take(LAST_ROW_OF_HEADINGS as usize + 1);
    let header = rows
        .map(|row| TrackerHeader::of_row(sheet, row, names, &Mapping::default()))
        .find(|header| header.is_name_and_plan(sheet) && Follows::names_schemes(header))?;
    if header.is_summary(sheet) {
        return None;
    }
    let (name, plan) = (header.column(Field::Name)?.at, header.column(Field::PlanOfYear)?);
    let of_schemes = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
    let of_schemes = of_schemes.filter(|row| {
        let cell = sheet.cell(*row, name);
        !cell.is_empty() && !ends_with_total(&[cell])
    });
    let amounts: Vec<Decimal> = of_schemes.filter_map(|row| number_of(sheet.cell(row, plan.at))).collect();
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount))?;
    let unit = plan.unit.or_else(|| unit_above(sheet, header.row).map(|(unit, ..)| unit));
    let pounds = unit.and_then(|unit: MoneyUnit| sum.checked_mul(Decimal::from(10_i64.checked_pow(unit.exponent())?)));
    let in_words = pounds.map_or_else(|| sum.normalize().to_string(), |pounds| format::money(Ok(pounds)));
    Some(Issue {
        severity: Severity::Error,
        place: place.row(header.row),
        column: None,
        value: sheet.name.clone(),
        what: format!(
            "the sheet \"{}\" stands beside a tracker and names schemes with a plan, and it is not read: {in_words} under \"{}\" in {} \
             rows count nowhere",
            sheet.name,
            plan.words.line(),
            amounts.len()
        ),
        expected: "headings as the tracker has them, or a title such as \"CIP\" above them, if these are further schemes; the word \
                   \"summary\" in the name of the sheet, if they are none"
            .to_owned(),
        effect: Effect::LeftAlone,
    })
}
