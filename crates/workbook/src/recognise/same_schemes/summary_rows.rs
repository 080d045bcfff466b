//! Which rows of a sheet are the sums of the schemes of other sheets: by the names of programmes and sheets, by amounts that are
//! all of them such sums, or by what the sheet is called and what its rows are together. Their money would count once more.

use super::sums_of_sheets::{SumOfSchemes, SumsOfSheet};
use crate::issues::Place;
use crate::vocabulary::name_of_part;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, BTreeSet};

/// One row may have such a name and such an amount by chance.
const FEWEST_ROWS: usize = 2;
/// So many hundredths of what schemes save a sum of them may miss: it is rounded, or was made a little before or after.
const HUNDREDTHS: i64 = 5;

/// A row that may be the sum of schemes.
#[derive(Clone, Debug)]
pub struct RowOfSheet {
    /// What it is called.
    pub name: Box<str>,
    /// Its year.
    pub year: Option<FinancialYear>,
    /// Its plan in pounds.
    pub plan: Option<Decimal>,
    /// Whether it has a reference, as a scheme has.
    pub has_reference: bool,
    /// Where it stands.
    pub place: Place,
}

/// By what it is told that a sheet sums up others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// By the names of its rows.
    Names,
    /// By the amounts of its rows: each is what another sheet saves.
    Amounts,
    /// By what it is called and what its rows are together: here, and in the other sheets.
    Together(Decimal, Decimal),
    /// It is called a summary, and nothing else says that it is one: its rows count.
    NameAlone,
}

/// The rows of a sheet that are sums.
#[derive(Debug)]
pub struct SumsOfOthers {
    /// These rows.
    pub rows: SummedRows,
    /// How that is told.
    pub told: Told,
    /// The rows of a summary that count although other sheets may say the same: how many, and their plan.
    pub counting: Option<(usize, Decimal)>,
}

/// By row: the sheets whose schemes it sums up, and what these save, where that is known of the row.
pub type SummedRows = BTreeMap<usize, (BTreeSet<usize>, Option<Decimal>)>;

/// What the rows of a sheet sum up of others. `count` is how many rows it has, with those of which another sheet says it;
/// `others` are the sheets that it may sum up.
pub fn sums_of_others(
    rows: &[RowOfSheet],
    count: usize,
    others: &[(usize, &SumsOfSheet)],
    is_summary: bool,
) -> Option<SumsOfOthers> {
    let named = by_names(rows, others, is_summary);
    let sum_of = |at: &usize| named.get(at).and_then(|(_, sum)| *sum);
    let plan_of = |at: &usize| rows.get(*at).and_then(|row| row.plan);
    let exact = named.keys().filter(|at| plan_of(at).is_some() && plan_of(at) == sum_of(at)).count();
    let is_near = |at: &usize| plan_of(at).zip(sum_of(at)).is_some_and(|(here, there)| is_nearly(here, there));
    let is_enough = |some: usize| some >= FEWEST_ROWS && some * 2 >= count;
    if is_enough(exact) || (is_enough(named.len()) && (is_summary || named.keys().all(is_near))) {
        let (rows, counting) = if is_summary { with_the_others(rows, named, others) } else { (named, None) };
        return Some(SumsOfOthers { rows, told: Told::Names, counting });
    }
    if rows.len() == count
        && let Some(rows) = by_amounts(rows, others)
    {
        return Some(SumsOfOthers { rows, told: Told::Amounts, counting: None });
    }
    let of_schemes: Vec<(usize, &SumsOfSheet)> = others.iter().filter(|(_, of)| !of.is_summary).copied().collect();
    if !is_summary || of_schemes.is_empty() || rows.iter().all(|row| row.plan.is_none()) {
        return None;
    }
    together(rows, &of_schemes)
}

/// The rows that have the name of a programme or a sheet. Where only the amounts say that the sheet sums up others, a row
/// with a reference is a scheme.
fn by_names(rows: &[RowOfSheet], others: &[(usize, &SumsOfSheet)], is_summary: bool) -> SummedRows {
    let mut named = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_summary || !row.has_reference) {
        if row.plan.is_none_or(|plan| plan.is_zero()) && !is_summary {
            continue;
        }
        let Some(key) = name_of_part(&row.name) else { continue };
        let group = (row.year, key);
        let sums: Vec<(usize, Decimal)> =
            others.iter().filter_map(|(other, of)| Some((*other, *of.groups.get(&group)?))).collect();
        // Of several that are called so the one with the same amount is meant, and else all of them may be.
        let same: Vec<(usize, Decimal)> = sums.iter().filter(|(_, sum)| Some(*sum) == row.plan).copied().collect();
        let meant = if same.is_empty() { sums } else { same };
        if let Some((_, sum)) = meant.first().copied() {
            named.insert(at, (meant.into_iter().map(|(other, _)| other).collect(), Some(sum)));
        }
    }
    named
}

/// What is called like others in a summary, and the rows beside it where they are nearly what the sheets save that nothing in it is
/// called after; else that these rows count.
fn with_the_others(
    rows: &[RowOfSheet],
    mut named: SummedRows,
    others: &[(usize, &SumsOfSheet)],
) -> (SummedRows, Option<(usize, Decimal)>) {
    let is_summed = |other: &usize| named.values().any(|(of, _)| of.contains(other));
    let left: Vec<(usize, &SumsOfSheet)> =
        others.iter().filter(|(other, of)| !of.is_summary && !is_summed(other)).copied().collect();
    let (at, beside): (Vec<usize>, Vec<RowOfSheet>) =
        rows.iter().enumerate().filter(|(at, _)| !named.contains_key(at)).map(|(at, row)| (at, row.clone())).unzip();
    let Some((here, there)) = both(&beside, &left) else { return (named, None) };
    if !is_nearly(here, there) {
        return (named, Some((beside.len(), here)).filter(|_| !here.is_zero() && !there.is_zero()));
    }
    let all: BTreeSet<usize> = left.iter().map(|(other, _)| *other).collect();
    let sum = Some(there).filter(|_| at.len() == 1);
    named.extend(at.into_iter().map(|at| (at, (all.clone(), sum))));
    (named, None)
}

/// What rows save, and what the schemes of sheets save in the years of these, that no earlier sheet has.
fn both(rows: &[RowOfSheet], others: &[(usize, &SumsOfSheet)]) -> Option<(Decimal, Decimal)> {
    let years: BTreeSet<Option<FinancialYear>> = rows.iter().map(|row| row.year).collect();
    let here = rows.iter().filter_map(|row| row.plan).try_fold(Decimal::ZERO, |sum, plan| sum.checked_add(plan))?;
    let sums = others.iter().flat_map(|(_, of)| years.iter().filter_map(|year| of.of_its_own.get(year)));
    let there = sums.map(|of| of.pounds).try_fold(Decimal::ZERO, |sum, of| sum.checked_add(of))?;
    Some((here, there))
}

/// All rows, where each is what another sheet saves, each another one, and several of these hold several schemes.
fn by_amounts(rows: &[RowOfSheet], others: &[(usize, &SumsOfSheet)]) -> Option<SummedRows> {
    let mut taken = BTreeSet::new();
    let mut found = BTreeMap::new();
    let mut of_several = 0_usize;
    for (at, row) in rows.iter().enumerate() {
        let plan = row.plan.filter(|plan| !plan.is_zero() && !row.has_reference)?;
        let whole = |of: &SumsOfSheet| of.whole.get(&row.year).copied().filter(|of| of.pounds == plan);
        let mut sums = others.iter().filter(|(other, _)| !taken.contains(other));
        let (other, sum) = sums.find_map(|(other, of)| Some((*other, whole(of)?)))?;
        taken.insert(other);
        of_several += usize::from(sum.schemes > 1);
        found.insert(at, (BTreeSet::from([other]), Some(sum.pounds)));
    }
    (of_several >= FEWEST_ROWS).then_some(found)
}

/// All rows of a sheet that is called a summary, where they are nearly what all others save together; else that they count.
fn together(rows: &[RowOfSheet], others: &[(usize, &SumsOfSheet)]) -> Option<SumsOfOthers> {
    let (here, there) = both(rows, others).filter(|(here, there)| !here.is_zero() && !there.is_zero())?;
    let years: BTreeSet<Option<FinancialYear>> = rows.iter().map(|row| row.year).collect();
    let is_near_in = |year: &Option<FinancialYear>| {
        let of_year: Vec<RowOfSheet> = rows.iter().filter(|row| row.year == *year).cloned().collect();
        let schemes = others.iter().filter_map(|(_, of)| of.of_its_own.get(year)).map(|of: &SumOfSchemes| of.schemes);
        schemes.sum::<usize>() >= of_year.len()
            && both(&of_year, others).is_some_and(|(here, there)| is_nearly(here, there))
    };
    if rows.len() < FEWEST_ROWS || !years.iter().all(is_near_in) {
        let counting = Some((rows.len(), here));
        return Some(SumsOfOthers { rows: BTreeMap::new(), told: Told::NameAlone, counting });
    }
    let all: BTreeSet<usize> = others.iter().map(|(other, _)| *other).collect();
    let rows = (0..rows.len()).map(|at| (at, (all.clone(), None))).collect();
    Some(SumsOfOthers { rows, told: Told::Together(here, there), counting: None })
}

/// Whether an amount is nearly what schemes save together.
pub fn is_nearly(here: Decimal, there: Decimal) -> bool {
    let room = there.abs().checked_mul(Decimal::new(HUNDREDTHS, 2));
    let apart = here.checked_sub(there).map(|apart| apart.abs());
    !there.is_zero() && apart.zip(room).is_some_and(|(apart, room)| apart <= room)
}
