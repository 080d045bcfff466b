//! Sheets whose name says that their schemes do not count beside those of others, or not yet.
//!
//! A name alone leaves nothing out: a workbook with one tracker that is called "Template" has that tracker. So another sheet has
//! to be there that counts; an old version needs the sheet of which it is one.

use super::why_aside::WhyAside;
use crate::answers::Answers;
use crate::headings::HeadingNames;
use crate::issues::{Place, Severity};
use crate::recognise::recognised::Recognised;
use crate::recognise::same_schemes::plan_of;
use crate::recognise::sheets::tracker_in;
use crate::sheet::{Cell, Sheet, SourceFile, is_for_people};
use crate::tables::rows_left_out;
use crate::tracker::Period;
use crate::vocabulary::{Follows, NameSays, Rank, is_any_name, plain_name, said_by_name, says_not_in_plan};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::BTreeMap;

/// A sheet with a tracker.
struct Named<'a> {
    place: Place,
    name: &'a str,
    says: Option<NameSays>,
    year: Option<FinancialYear>,
}

impl Named<'_> {
    fn is_plain(&self) -> bool {
        matches!(&self.says, None | Some(NameSays::Version(_))) && !self.is_old()
    }

    fn is_old(&self) -> bool {
        matches!(&self.says, Some(NameSays::Version(version)) if version.rank.is_none())
    }

    /// Whether both are of one year, as far as they say it, and of one file.
    fn is_beside(&self, other: &Self) -> bool {
        let are_of_one_year = self.year.zip(other.year).is_none_or(|(one, other)| one == other);
        are_of_one_year && self.place.file == other.place.file && self.place != other.place
    }
}

/// The sheets that do not count, or may not, by file and sheet. `left` are those that are left out for another reason.
pub fn sheets_set_aside(
    files: &[SourceFile],
    headings: &HeadingNames,
    answers: &Answers,
    left: &[Place],
) -> BTreeMap<(usize, usize), WhyAside> {
    let is_asked = |name: &str| answers.sheet(name).is_none() && !is_for_people(name);
    let mut sheets = files.iter().flat_map(|file| &file.sheets);
    if !sheets.any(|sheet| is_asked(&sheet.name) && said_by_name(&sheet.name).is_some()) {
        return BTreeMap::new();
    }
    let mut named = Vec::new();
    for (file, source) in files.iter().enumerate() {
        for (at, sheet) in source.sheets.iter().enumerate().filter(|(_, sheet)| is_asked(&sheet.name)) {
            let place = Place { sheet: Some(at), ..Place::file(file) };
            if let Some((header, mapping)) = tracker_in(sheet, headings, answers).filter(|_| !left.contains(&place)) {
                let year = Period::of(sheet, &source.name, &header, &mapping).year;
                named.push(Named { place, name: &sheet.name, says: said_by_name(&sheet.name), year });
            }
        }
    }
    let mut found = BTreeMap::new();
    for sheet in &named {
        if let (Some(aside), Some(at)) = (aside_of(sheet, &named), sheet.place.sheet) {
            found.insert((sheet.place.file, at), aside);
        }
    }
    found
}

fn aside_of(sheet: &Named<'_>, all: &[Named<'_>]) -> Option<WhyAside> {
    let is_any_plain = || all.iter().any(Named::is_plain);
    match &sheet.says {
        Some(NameSays::Example) => is_any_plain().then_some(WhyAside::Example),
        Some(says @ (NameSays::NotInPlan | NameSays::Closed)) => {
            let counts = |other: &Named<'_>| other.is_plain() || other.says == Some(NameSays::Pipeline);
            let aside = if *says == NameSays::Closed { WhyAside::Closed } else { WhyAside::NotInPlan };
            all.iter().any(counts).then_some(aside)
        }
        Some(NameSays::Pipeline) => is_any_plain().then_some(WhyAside::Pipeline),
        Some(NameSays::Version(version)) if version.rank.is_none() => {
            let plain = || all.iter().filter(|other| other.is_plain());
            let beside = || plain().filter(|other| other.is_beside(sheet));
            let same = beside().find(|other| version_of(other) == version.of);
            let other = same.or_else(|| beside().next().filter(|_| is_any_name(&version.of)));
            // What is of another year is no version of this one.
            let is_any = plain().any(|other| other.place.file != sheet.place.file || other.is_beside(sheet));
            other.map(|other| WhyAside::EarlierThan(other.name.to_owned())).or_else(|| is_any.then_some(WhyAside::Old))
        }
        None | Some(NameSays::Version(_)) => {
            let of = version_of(sheet);
            let versions = || all.iter().filter(|other| other.is_plain() && version_of(other) == of);
            let is_first_there = versions().filter_map(said_rank).any(Rank::is_first);
            let rank = |of: &Named<'_>| said_rank(of).unwrap_or_else(|| Rank::of_plain(is_first_there));
            let later = versions().filter(|other| other.is_beside(sheet)).max_by_key(|other| rank(other))?;
            let is_one_said = said_rank(later).is_some() || said_rank(sheet).is_some();
            (is_one_said && rank(later) > rank(sheet)).then(|| WhyAside::EarlierThan(later.name.to_owned()))
        }
    }
}

fn said_rank(sheet: &Named<'_>) -> Option<Rank> {
    match &sheet.says {
        Some(NameSays::Version(version)) => version.rank,
        _ => None,
    }
}

/// What a sheet is a version of.
fn version_of(sheet: &Named<'_>) -> String {
    match &sheet.says {
        Some(NameSays::Version(version)) => version.of.clone(),
        _ => plain_name(sheet.name),
    }
}

/// The cell of the heading over a part of a sheet, which says that what stands below it is not in the plan.
fn heading_of(part: &Sheet) -> Option<(u32, u32)> {
    part.rows().find_map(|(row, cells)| {
        let says = |cell: &Cell| matches!(cell, Cell::Text(words) if says_not_in_plan(words));
        let at = cells.iter().position(says)?;
        Some((row, part.first_column().checked_add(u32::try_from(at).ok()?)?))
    })
}

/// How much was found before a part of a sheet was read.
#[derive(Clone, Copy, Debug)]
pub struct FoundBefore {
    pub(super) tables: usize,
    issues: usize,
    questions: usize,
    pub(super) readings: usize,
}

impl Recognised {
    /// How much is found so far.
    pub(crate) const fn so_far(&self) -> FoundBefore {
        FoundBefore {
            tables: self.tables.len(),
            issues: self.issues.len(),
            questions: self.questions.len(),
            readings: self.readings.len(),
        }
    }

    /// Leaves out what was found since, or says that it counts. Gives whether it is left out.
    pub(crate) fn set_aside(&mut self, aside: &WhyAside, part: &Sheet, place: Place, before: FoundBefore) -> bool {
        if self.tables.len() == before.tables && self.readings.len() == before.readings {
            return false;
        }
        if matches!(aside, WhyAside::Spending(_)) && !self.are_schemes(aside, before) {
            return false;
        }
        let of_part = self.tables.get(before.tables..).unwrap_or_default();
        let of_schemes = of_part.iter().filter(|rows| rows.table == Table::Scheme).map(|rows| &rows.given);
        let plans: Vec<Decimal> =
            of_schemes.flat_map(|given| given.rows().map(|row| plan_of(given, row).unwrap_or_default())).collect();
        let pounds = plans.iter().try_fold(Decimal::ZERO, |sum, plan| sum.checked_add(*plan)).unwrap_or(Decimal::MAX);
        let has_schemes = !plans.is_empty();
        // A template that nobody has filled has a list of no schemes.
        let is_empty = of_part.iter().all(|rows| rows.table == Table::SchemeList || rows.given.is_empty());
        let aside = &aside.of_closed(self, before);
        let heading = match aside {
            WhyAside::NotInPlanByHeading => heading_of(part),
            WhyAside::Spending(title) => *title,
            _ => None,
        };
        let (place, value) = heading.map_or_else(
            || (place, part.name.clone()),
            |(row, column)| (place.cell(row, column), part.cell(row, column).shown()),
        );
        let mut issue = aside.issue(place, value, has_schemes.then_some((plans.len(), pounds)));
        if is_empty && *aside != WhyAside::ClosedAndNotRead {
            issue.severity = Severity::Information;
        }
        if !aside.counts() {
            self.issues.truncate(before.issues);
            self.questions.truncate(before.questions);
            self.readings.truncate(before.readings);
            let tables = self.tables.split_off(before.tables);
            let tables = tables.into_iter().filter(|rows| !is_empty && (!has_schemes || rows.table == Table::Scheme));
            self.tables.extend(tables.map(rows_left_out));
        }
        self.issues.push(issue);
        !aside.counts()
    }

    /// Whether what was found since are schemes: lines of expenditure are read as that. A title speaks of a table of schemes as of
    /// a tracker; the name of a file does not, for a plan with all its tables may be called after what is spent.
    fn are_schemes(&self, aside: &WhyAside, before: FoundBefore) -> bool {
        let mut readings = self.readings.get(before.readings..).unwrap_or_default().iter();
        let mut tables = self.tables.get(before.tables..).unwrap_or_default().iter();
        readings.any(|reading| reading.follows == Some(Follows::Schemes))
            || (matches!(aside, WhyAside::Spending(Some(_))) && tables.any(|rows| rows.table == Table::Scheme))
    }
}
