//! What schemes claim of a group of patients.

use crate::calculation::{Finding, Ledger, Number, NumberTotal, findings_of_part};
use crate::plan::{ActivityChange, CellAddress, Id, Row, Table};
use crate::quantity::InOrder;
use std::cmp::Ordering;

findings_of_part! {
    /// Of the claims for one group of patients some name a provider and some do not.
    CLAIMS_WITH_AND_WITHOUT_PROVIDER: information(
        "claims-with-and-without-provider",
        "Name the provider in all of them, or in none."
    )
    /// More than 50 schemes claim the same activity of one group of patients.
    CLAIMED_BY_TOO_MANY: warning("claimed-by-too-many", "Name smaller groups of patients, at most 50 schemes for each.")
}

/// The most schemes that are held against each other for one group of patients.
pub(super) const MOST_IN_A_GROUP: usize = 50;

/// A row that says what a scheme claims.
pub(super) type ClaimRow<'a> = (Id<ActivityChange>, Row<'a, ActivityChange>);

/// The order of the patients of two claims by what they are called, whatever the capitals, blanks and hyphens: they are the
/// same patients where it is equal.
pub(super) fn by_patients(left: &Row<'_, ActivityChange>, right: &Row<'_, ActivityChange>) -> Ordering {
    fn letters(words: &str) -> impl Iterator<Item = char> {
        words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    match (left.cohort(), right.cohort()) {
        (Some(left), Some(right)) => letters(left).cmp(letters(right)),
        (left, right) => left.is_some().cmp(&right.is_some()),
    }
}

/// A cell of each of some rows.
pub(super) fn cells(rows: &[ClaimRow<'_>], column: &'static str) -> impl Iterator<Item = CellAddress> {
    rows.iter().map(move |(row, _)| CellAddress { table: Table::ActivityChange, row: row.index(), column })
}

/// What one scheme claims of a group of patients in one place.
pub(super) struct Claim<'a> {
    pub(super) rows: &'a [ClaimRow<'a>],
    pub(super) change: Row<'a, ActivityChange>,
    pub(super) cases: Number,
}

/// The claims of a group, each scheme once: its rows, which follow one another, are added up.
pub(super) fn by_scheme<'a>(group: &'a [ClaimRow<'a>]) -> Vec<Claim<'a>> {
    let same = |left: &Row<'_, ActivityChange>, right: &Row<'_, ActivityChange>| left.scheme() == right.scheme();
    let mut claims: Vec<Claim<'a>> = Vec::new();
    for rows in group.chunk_by(|(_, left), (_, right)| same(left, right)) {
        let cases = |(_, change): &ClaimRow<'_>| change.activity().map(|activity| Number::cell(activity).negated());
        let (Some((_, change)), Some(first)) = (rows.first(), rows.first().and_then(cases)) else { continue };
        let mut all = first;
        if rows.len() > 1 {
            let mut total = NumberTotal::default();
            total.add(&first);
            rows.iter().skip(1).filter_map(cases).for_each(|cases| total.add(&cases));
            all = total.finish();
        }
        claims.push(Claim { rows, change: *change, cases: all });
    }
    claims
}

/// Reports claims for the same patients of which some name a provider and some do not. Whether they are about the
/// same activity cannot be told, so they are not held against each other.
pub(super) fn report_mixed_places(ledger: &mut Ledger<'_>, claims: &[ClaimRow<'_>]) {
    let plan = ledger.plan;
    let place = |row: Row<'_, ActivityChange>| (row.setting().index(), row.point_of_delivery().index());
    let mut rows = claims.to_vec();
    let in_order = |left: &Row<'_, ActivityChange>, right: &Row<'_, ActivityChange>| {
        place(*left).cmp(&place(*right)).then_with(|| by_patients(left, right))
    };
    rows.order_by(|(_, left), (_, right)| in_order(left, right));
    for rows in rows.chunk_by(|(_, left), (_, right)| in_order(left, right).is_eq()) {
        let (with, without): (Vec<ClaimRow<'_>>, Vec<ClaimRow<'_>>) =
            rows.iter().partition(|(_, row)| row.provider().is_some());
        let ([(_, one), ..], [(_, other), ..]) = (with.as_slice(), without.as_slice()) else { continue };
        if one.scheme() == other.scheme() && rows.iter().all(|(_, row)| row.scheme() == one.scheme()) {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &CLAIMS_WITH_AND_WITHOUT_PROVIDER,
                format!(
                    "Of the claims for \"{}\" some name a provider and some do not: they are \
                     not held against each other.",
                    one.cohort().unwrap_or_default()
                ),
            )
            .at_each(plan, cells(&without, "provider"))
            .at_each(plan, cells(&with, "provider"))
        });
    }
}

pub(super) fn report_too_many(ledger: &mut Ledger<'_>, group: &[ClaimRow<'_>], schemes: usize) {
    let plan = ledger.plan;
    ledger.report(|| {
        Finding::of(
            &CLAIMED_BY_TOO_MANY,
            format!(
                "{schemes} schemes claim the same activity of \"{}\": so many are not held against each other.",
                group.first().and_then(|(_, change)| change.cohort()).unwrap_or_default()
            ),
        )
        .at_each(plan, cells(group, "cohort"))
    });
}
