//! What the schemes of each sheet save together, by programme, by sheet and in all: what a summary beside them may say once more.

use super::repeated_schemes::SchemeAt;
use super::scheme_sources::SchemeSource;
use crate::issues::Place;
use crate::sheet::{Cell, SourceFile};
use crate::tables::TableRows;
use crate::vocabulary::{name_of_part, says_summary};
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeSet, HashMap};

/// What a row may sum up: the schemes of a year with a programme of that name, or those of a sheet that is called so.
pub type GroupOfSchemes = (Option<FinancialYear>, String);

/// What schemes save together, in pounds, and how many they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct SumOfSchemes {
    /// What they save.
    pub pounds: Decimal,
    /// How many they are.
    pub schemes: usize,
}

/// What the schemes of one sheet save.
#[derive(Debug)]
pub struct SumsOfSheet {
    /// Whether it says how the year goes.
    pub is_monitored: bool,
    /// Whether its name, or a title of it alone, says that it sums up others.
    pub is_summary: bool,
    /// By programme, and by the sheet itself.
    pub groups: HashMap<GroupOfSchemes, Decimal>,
    /// In each year, all that the sheet holds.
    pub whole: HashMap<Option<FinancialYear>, SumOfSchemes>,
    /// In each year, what no earlier sheet has as well.
    pub of_its_own: HashMap<Option<FinancialYear>, SumOfSchemes>,
}

/// What the schemes of all sheets save. `is_out` says of which schemes another sheet says it.
pub fn sums_of_sheets(
    sources: &[SchemeSource],
    tables: &[TableRows],
    files: &[SourceFile],
    is_out: impl Fn(SchemeAt) -> bool,
) -> Vec<SumsOfSheet> {
    let sums = |(at, source): (usize, &SchemeSource)| SumsOfSheet {
        is_monitored: source.is_monitored,
        is_summary: is_summary(source.place, tables, files),
        groups: groups_of(source, files),
        whole: by_year(source, |_| true),
        of_its_own: by_year(source, |row| !is_out((at, row))),
    };
    sources.iter().enumerate().map(sums).collect()
}

/// Whether the name of a sheet says that it sums up others, or a title above its headings. Where the sheet of each division has
/// such a title, it says nothing.
pub fn is_summary(place: Place, tables: &[TableRows], files: &[SourceFile]) -> bool {
    let Some(sheets) = files.get(place.file).map(|file| &file.sheets) else { return false };
    let of_sheet = |place: Place| place.sheet.and_then(|sheet| sheets.get(sheet));
    let is_named = |place: Place| of_sheet(place).is_some_and(|sheet| says_summary(&sheet.name));
    let is_titled = |place: Place| {
        let first = tables.iter().find(|rows| (rows.place.file, rows.place.sheet) == (place.file, place.sheet));
        let (Some(sheet), Some(rows)) = (of_sheet(place), first) else { return false };
        let above = sheet.rows().take_while(|(row, _)| *row < rows.header.row).flat_map(|(_, cells)| cells);
        above.into_iter().any(|cell| matches!(cell, Cell::Text(words) if says_summary(words)))
    };
    let of_file = tables.iter().filter(|rows| rows.tracker.is_some() && rows.place.file == place.file);
    let trackers: BTreeSet<Option<usize>> = of_file.map(|rows| rows.place.sheet).collect();
    let says_so = |is_said: &dyn Fn(Place) -> bool| {
        trackers.iter().filter(|sheet| is_said(Place { sheet: **sheet, ..place })).count()
    };
    (is_named(place) && says_so(&is_named) < trackers.len()) || (is_titled(place) && says_so(&is_titled) == 1)
}

/// What the schemes of a sheet save by programme, and all together by the name of the sheet, where these are several or have
/// other names.
fn groups_of(source: &SchemeSource, files: &[SourceFile]) -> HashMap<GroupOfSchemes, Decimal> {
    let sheet = files.get(source.place.file).and_then(|file| file.sheets.get(source.place.sheet?));
    let of_sheet = sheet.and_then(|sheet| name_of_part(&sheet.name));
    let mut groups: HashMap<GroupOfSchemes, Option<Decimal>> = HashMap::new();
    for scheme in &source.schemes {
        let own = scheme.name.as_ref().and_then(|(name, _)| name_of_part(name));
        let of = [scheme.part.as_ref(), of_sheet.as_ref()].into_iter().flatten();
        for key in of.filter(|key| Some(*key) != own.as_ref()).collect::<BTreeSet<_>>() {
            let sum = groups.entry((scheme.year, key.clone())).or_insert(Some(Decimal::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(scheme.plan.unwrap_or_default()));
        }
    }
    groups.into_iter().filter_map(|(group, sum)| Some((group, sum?.normalize()))).collect()
}

fn by_year(source: &SchemeSource, counts: impl Fn(usize) -> bool) -> HashMap<Option<FinancialYear>, SumOfSchemes> {
    let mut sums: HashMap<Option<FinancialYear>, SumOfSchemes> = HashMap::new();
    for (_, scheme) in source.schemes.iter().enumerate().filter(|(row, _)| counts(*row)) {
        let sum = sums.entry(scheme.year).or_default();
        sum.schemes += 1;
        sum.pounds = sum.pounds.checked_add(scheme.plan.unwrap_or_default()).unwrap_or(Decimal::MAX).normalize();
    }
    sums
}
