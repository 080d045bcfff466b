//! Schemes that one sheet holds whole and others by parts, each under the same reference: a saving of 300 in the sheet of all, of
//! which one division saves 100 and another 200.

use super::repeated_schemes::{Repeated, Sameness, SchemeAt, is_called_alike};
use super::scheme_sources::{ListedScheme, SchemeSource};
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::BTreeMap;

/// A row with its place.
type Listed<'s> = (SchemeAt, &'s ListedScheme);

/// One row is no part.
const FEWEST_PARTS: usize = 2;

/// The rows that are parts of a scheme of another sheet, of those of which no other sheet has the same plan.
pub fn parts_of_schemes(sources: &[SchemeSource], known: &BTreeMap<SchemeAt, Repeated>) -> Vec<Repeated> {
    let mut by_reference: BTreeMap<(Option<FinancialYear>, &str), Vec<Listed<'_>>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate().filter(|(_, source)| source.tracker.is_some()) {
        for (row, scheme) in source.schemes.iter().enumerate() {
            let is_known = known.get(&(at, row)).is_some_and(|known| !known.has_other_plan);
            if let Some(reference) = scheme.reference.as_deref().filter(|_| !is_known) {
                by_reference.entry((scheme.year, reference)).or_default().push(((at, row), scheme));
            }
        }
    }
    by_reference.into_values().filter_map(|rows| parts_among(sources, &rows)).flatten().collect()
}

/// The parts among rows of one reference, where one of them is what all others are together.
fn parts_among(sources: &[SchemeSource], rows: &[Listed<'_>]) -> Option<Vec<Repeated>> {
    if rows.len() <= FEWEST_PARTS {
        return None;
    }
    let plans: Option<Vec<Decimal>> = rows.iter().map(|(_, scheme)| scheme.plan).collect();
    let plans = plans.filter(|plans| plans.iter().all(|plan| !plan.is_zero()))?;
    let sum = plans.iter().try_fold(Decimal::ZERO, |sum, plan| sum.checked_add(*plan))?;
    let is_whole = |plan: &Decimal| plan.checked_mul(Decimal::TWO) == Some(sum);
    let (of, whole) = *rows.get(plans.iter().position(is_whole)?)?;
    let is_monitored = |at: SchemeAt| sources.get(at.0).is_some_and(|source| source.is_monitored);
    let parts: Vec<&Listed<'_>> = rows.iter().filter(|(at, _)| *at != of).collect();
    let are_parts = parts.iter().all(|(at, part)| {
        // What only the parts say of how the year goes would be lost.
        at.0 != of.0 && is_called_alike(whole, part) && (is_monitored(of) || !is_monitored(*at))
    });
    let repeated =
        |(scheme, _): &&Listed<'_>| Repeated { scheme: *scheme, of, sameness: Sameness::Part, has_other_plan: false };
    are_parts.then(|| parts.iter().map(repeated).collect())
}
