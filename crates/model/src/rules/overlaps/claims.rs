//! What schemes claim of a group of patients.

use crate::calculation::{Finding, Ledger, Number, NumberTotal, findings_of_part};
use crate::plan::{ActivityChange, Id, Row, Table};
use crate::quantity::InOrder;

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

/// What one scheme claims of a group of patients in one place.
pub(super) struct Claim<'a> {
    pub(super) row: u32,
    pub(super) change: Row<'a, ActivityChange>,
    pub(super) cases: Number,
}

/// The claims of a group, each scheme once: its rows, which follow one another, are added up.
pub(super) fn by_scheme<'a>(group: &[(Id<ActivityChange>, Row<'a, ActivityChange>)]) -> Vec<Claim<'a>> {
    let same = |left: &Row<'_, ActivityChange>, right: &Row<'_, ActivityChange>| left.scheme() == right.scheme();
    let mut claims: Vec<Claim<'a>> = Vec::new();
    for rows in group.chunk_by(|(_, left), (_, right)| same(left, right)) {
        let cases = |(_, change): &(Id<ActivityChange>, Row<'_, ActivityChange>)| {
            change.activity().map(|activity| Number::cell(activity).negated())
        };
        let (Some((row, change)), Some(first)) = (rows.first(), rows.first().and_then(cases)) else { continue };
        let mut all = first;
        if rows.len() > 1 {
            let mut total = NumberTotal::default();
            total.add(&first);
            rows.iter().skip(1).filter_map(cases).for_each(|cases| total.add(&cases));
            all = total.finish();
        }
        claims.push(Claim { row: row.index(), change: *change, cases: all });
    }
    claims
}

/// Reports claims for the same patients of which some name a provider and some do not. Whether they are about the
/// same activity cannot be told, so they are not held against each other.
pub(super) fn report_mixed_places(ledger: &mut Ledger<'_>, claims: &[(Id<ActivityChange>, Row<'_, ActivityChange>)]) {
    let place = |row: Row<'_, ActivityChange>| (row.setting().index(), row.point_of_delivery().index());
    let mut rows = claims.to_vec();
    rows.order_by_key(|(_, row)| (place(*row), row.cohort()));
    for rows in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right) && left.cohort() == right.cohort())
    {
        let find = |with: bool| rows.iter().find(|(_, row)| row.provider().is_some() == with);
        let (Some((with, one)), Some((without, other))) = (find(true), find(false)) else { continue };
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
            .at(Table::ActivityChange, without.index(), "provider")
            .at(Table::ActivityChange, with.index(), "provider")
        });
    }
}

pub(super) fn report_too_many(ledger: &mut Ledger<'_>, (row, first): (u32, Row<'_, ActivityChange>), schemes: usize) {
    ledger.report(|| {
        Finding::of(
            &CLAIMED_BY_TOO_MANY,
            format!(
                "{schemes} schemes claim the same activity of \"{}\": so many are not held against each other.",
                first.cohort().unwrap_or_default()
            ),
        )
        .at(Table::ActivityChange, row, "cohort")
    });
}
