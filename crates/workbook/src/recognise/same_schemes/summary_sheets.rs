//! Sheets that sum up the schemes of others: a row for each programme, or for each sheet. Their rows are called like schemes, and
//! would save once more what the schemes save.

use super::repeated_schemes::SchemeAt;
use super::scheme_sources::SchemeSource;
use crate::cells::key_of;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::SourceFile;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One row may have such a name and such an amount by chance.
pub const FEWEST_ROWS: usize = 2;

/// What a row may sum up: the schemes of a year with a programme of that name, or those of a sheet that is called so.
pub type GroupOfSchemes = (Option<FinancialYear>, String);

/// The rows of one sheet that are the sums of the schemes of others.
#[derive(Debug)]
pub struct SummarySheet {
    /// The sheet.
    pub source: usize,
    /// Its rows that are sums.
    pub rows: Vec<SchemeAt>,
    /// Whether it says how the year goes, and no sheet that it sums up does.
    pub is_monitored_alone: bool,
    example: Box<str>,
}

/// The sheets that sum up others, of the rows that are not known from another sheet.
pub fn summary_sheets(
    sources: &[SchemeSource],
    files: &[SourceFile],
    is_out: impl Fn(SchemeAt) -> bool,
) -> Vec<SummarySheet> {
    let groups: Vec<HashMap<GroupOfSchemes, Decimal>> = sources.iter().map(|source| groups_of(source, files)).collect();
    let mut found: Vec<SummarySheet> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let mut summed: BTreeMap<SchemeAt, BTreeSet<usize>> = BTreeMap::new();
        for (row, scheme) in source.schemes.iter().enumerate().filter(|(row, _)| !is_out((at, *row))) {
            let Some((_, key)) = scheme.name.as_ref().filter(|_| scheme.reference.is_none()) else { continue };
            let Some(plan) = scheme.plan.filter(|plan| !plan.is_zero()) else { continue };
            let group = (scheme.year, key.clone());
            let sums: BTreeSet<usize> = (0..sources.len())
                .filter(|other| *other != at && found.iter().all(|summary| summary.source != *other))
                .filter(|other| groups.get(*other).and_then(|groups| groups.get(&group)) == Some(&plan))
                .collect();
            if !sums.is_empty() {
                summed.insert((at, row), sums);
            }
        }
        if summed.len() < FEWEST_ROWS || summed.len() * 2 < source.schemes.len() {
            continue;
        }
        let is_any_monitored = summed.values().flatten().any(|of| sources.get(*of).is_some_and(|of| of.is_monitored));
        let first = summed.keys().next().and_then(|(_, row)| source.schemes.get(*row)?.name.clone());
        found.push(SummarySheet {
            source: at,
            is_monitored_alone: source.is_monitored && !is_any_monitored,
            rows: summed.into_keys().collect(),
            example: first.map(|(name, _)| name).unwrap_or_default(),
        });
    }
    found
}

/// What the schemes of a sheet save by programme, and all together by the name of the sheet, where these are several or have
/// other names.
pub fn groups_of(source: &SchemeSource, files: &[SourceFile]) -> HashMap<GroupOfSchemes, Decimal> {
    let sheet = files.get(source.place.file).and_then(|file| file.sheets.get(source.place.sheet?));
    let of_sheet = sheet.map(|sheet| key_of(&sheet.name)).unwrap_or_default();
    let mut groups: HashMap<GroupOfSchemes, Option<Decimal>> = HashMap::new();
    for scheme in &source.schemes {
        let own = scheme.name.as_ref().map(|(_, key)| key);
        let of = [scheme.programme.as_ref(), Some(&of_sheet)].into_iter().flatten();
        for key in of.filter(|key| !key.is_empty() && Some(*key) != own).collect::<BTreeSet<_>>() {
            let sum = groups.entry((scheme.year, key.clone())).or_insert(Some(Decimal::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(scheme.plan.unwrap_or_default()));
        }
    }
    groups.into_iter().filter_map(|(group, sum)| Some((group, sum?.normalize()))).collect()
}

impl SummarySheet {
    /// What is to be said of it.
    pub fn issue(&self, sources: &[SchemeSource]) -> Option<Issue> {
        let source = sources.get(self.source)?;
        let mut what = format!(
            "{} rows of this sheet, such as \"{}\", have the names of programmes or sheets, and are what their schemes save \
             together: they are not counted beside them",
            self.rows.len(),
            self.example
        );
        if self.is_monitored_alone {
            what.push_str("; what they say of how the year goes is not used");
        }
        Some(Issue {
            severity: if self.is_monitored_alone { Severity::Warning } else { Severity::Information },
            place: source.place,
            column: None,
            value: String::new(),
            what,
            expected: "nothing, if it sums up the others; otherwise a reference for each scheme".to_owned(),
            effect: Effect::RowLeftOut,
        })
    }
}
