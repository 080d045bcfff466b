//! What is said of each sheet of contract monitoring: as what it was read, and what of it was not.

use super::about_market_forces;
use super::column::{Column, Measure};
use super::months::Months;
use super::sheet_read::SheetRead;
use super::stated::AllStated;
use super::telling::{Remark, Telling, counted};
use crate::issues::{Effect, Severity};
use crate::sheet::Sheet;
use one_plan_model::quantity::{FinancialYear, format};
use std::collections::{BTreeMap, BTreeSet};

/// So many headings of columns that are left alone are named.
const HEADINGS_NAMED: usize = 40;

/// Says of a sheet as what it was read.
pub fn tell(sheet: &Sheet, read: &SheetRead, all: &AllStated, telling: &mut Telling) {
    let headings = read.place.row(read.layout.row);
    telling.note(headings, None, as_what(read, all), "nothing, if that is meant");
    if sheet.is_hidden {
        let what = "this sheet is hidden, often because it is old, and its rows count like those of any other";
        telling
            .tell(read.place, warning(what.to_owned(), "nothing, if that is meant; otherwise the workbook without it"));
    }
    if !read.layout.others.is_empty() {
        let words: Vec<&str> = read.layout.others.iter().map(|(_, words)| words.as_str()).collect();
        let what = format!(
            "{} left alone, for no table of a plan has a place for them: {}",
            counted(words.len(), "column is", "columns are"),
            format::some_of(&words, HEADINGS_NAMED, ", ")
        );
        telling.tell(
            headings,
            Remark {
                severity: Severity::Information,
                effect: Effect::LeftAlone,
                table: None,
                value: String::new(),
                what,
                expected: "nothing, if the plan does not need them; their cells stay as they are",
            },
        );
    }
    for (column, words) in &read.layout.repeated {
        let remark = Remark {
            severity: Severity::Error,
            effect: Effect::LeftAlone,
            table: None,
            value: words.clone(),
            what: "an earlier column of the sheet has the same heading, and is the one that is read".to_owned(),
            expected: "one column of that meaning; give this one another heading, or take it out",
        };
        telling.tell(read.place.cell(read.layout.row, *column), remark);
    }
    telling.issues.extend(about_market_forces::issue(read));
    tell_cells(read, telling);
    telling.issues.extend(read.issues.iter().cloned());
}

/// What is said of cells that say less than others.
fn tell_cells(read: &SheetRead, telling: &mut Telling) {
    let headings = read.place.row(read.layout.row);
    if read.dashes > 0 {
        let what = format!(
            "{} with a dash or \"n/a\" in place of a number: nothing is read of them",
            counted(read.dashes, "cell", "cells")
        );
        telling.note(headings, None, what, "nothing, if that is meant");
    }
    let point = read.layout.place(Column::PointOfDelivery);
    if point.is_none()
        && let Some(local) = read.layout.place(Column::LocalPointOfDelivery)
    {
        let what = "no column gives the national code of the point of delivery: the code of the provider is taken";
        let place = read.place.cell(read.layout.row, local);
        telling.note(
            place,
            None,
            what.to_owned(),
            "nothing, if that is meant; otherwise a column POINT OF DELIVERY CODE",
        );
    }
    if read.without_point > 0 {
        let what = format!(
            "{} no code of a point of delivery: they count as activity without one",
            counted(read.without_point, "row has", "rows have")
        );
        telling.tell(headings, warning(what, "the code of the point of delivery in each row"));
    }
    if read.layout.is_of_calendar {
        let what = "months such as 202504 are read as those of the calendar, here April 2025";
        telling.note(headings, None, what.to_owned(), "nothing, if that is meant");
    }
}

/// A warning of something that is used.
pub fn warning(what: String, expected: &str) -> Remark<'_> {
    Remark { severity: Severity::Warning, effect: Effect::Used, table: None, value: String::new(), what, expected }
}

/// As what a sheet was read, in words.
fn as_what(read: &SheetRead, all: &AllStated) -> String {
    let at = (read.place.file, read.place.sheet.unwrap_or_default());
    let is_of_sheet = |statement: usize| all.statements.get(statement).is_some_and(|statement| statement.sheet == at);
    let (mut providers, mut commissioners) = (BTreeSet::new(), BTreeSet::new());
    let mut months: BTreeMap<FinancialYear, Months> = BTreeMap::new();
    for stated in all.stated.iter().filter(|stated| is_of_sheet(stated.statement)) {
        providers.insert(stated.group.provider);
        commissioners.insert(stated.group.commissioner);
        let of_year = months.entry(stated.group.year).or_default();
        *of_year = of_year.with(stated.group.month);
    }
    let kind = if read.layout.has_measure(Measure::Actual) {
        "contract monitoring"
    } else {
        "an indicative activity plan, without what was done"
    };
    let months: Vec<String> = months.iter().map(|(year, months)| months.words(*year)).collect();
    format!(
        "this is read as {kind}: {} of {} and {}, {}. They are added up by provider, commissioner, point of delivery and month; \
         prices are taken in pounds",
        counted(read.rows, "row", "rows"),
        counted(providers.len(), "provider", "providers"),
        counted(commissioners.len(), "commissioner", "commissioners"),
        if months.is_empty() { "no month that can be read".to_owned() } else { months.join(", ") },
    )
}
