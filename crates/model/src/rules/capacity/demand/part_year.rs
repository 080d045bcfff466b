//! Activity that a scheme changes in the part of a year in which it starts, where the activity of a whole year is needed.

use crate::calculation::{CellAddress, Finding, Ledger, Unit, findings_of_part, format};
use crate::plan::{ActivityChange, Id, Plan, Row, Scheme, Table};
use crate::quantity::InOrder;
use crate::rules::activity::SCHEME_COST;
use crate::rules::part_year::{FULL_YEAR, InForce};
use crate::rules::schemes::GROSS;
use std::collections::BTreeSet;

findings_of_part! {
    /// The activity that a scheme changes costs less by what it saves in the year in which it starts, and not by what it saves
    /// in a whole year: in the demand of that year its months are counted again, and in later years half of it is missing.
    ACTIVITY_OF_A_PART_OF_A_YEAR: warning(
        "activity-of-a-part-of-a-year",
        "Give the activity and the cost of a whole year: what comes of them in the year in which the scheme starts follows \
         from its months."
    )
}

/// Reports them, of schemes that start or end within the year of their list and change activity of which the demand is
/// worked out.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() {
        return;
    }
    for of_scheme in changes_that_grow(plan).chunk_by(|left, right| left.0 == right.0) {
        let Some((scheme, _)) = of_scheme.first().copied() else { continue };
        if !is_for_part_of_its_year(plan, Id::at(scheme)) {
            continue;
        }
        let of = |kind| ledger.figure(kind, [scheme]).map(|number| number.shown());
        let (Some(cost), Some(gross), Some(full)) = (of(&SCHEME_COST), of(&GROSS), of(&FULL_YEAR)) else { continue };
        if cost.is_fault() || cost.negated() != gross || gross == full {
            continue;
        }
        let message = format!(
            "The activity that \"{}\" changes costs {} less, which it saves in the year in which it starts; in a whole year \
             it saves {}.",
            plan.title(Table::Scheme, scheme).unwrap_or_default(),
            format::money(gross.value()),
            format::money(full.value())
        );
        let cell = |row| CellAddress { table: Table::ActivityChange, row, column: "activity" };
        let places = of_scheme.iter().map(|(_, row)| cell(*row));
        ledger.report(|| {
            let finding = Finding::of(&ACTIVITY_OF_A_PART_OF_A_YEAR, message).at_cells(places);
            finding.between(gross.value(), full.value(), Unit::Money).both_right()
        });
    }
}

/// The changes of activity of which the demand is worked out, each with its scheme before it, in order.
fn changes_that_grow(plan: &Plan) -> Vec<(u32, u32)> {
    let places: BTreeSet<[u32; 2]> = plan
        .activity_growth
        .iter()
        .map(|(_, growth)| [growth.setting().index(), growth.point_of_delivery().index()])
        .collect();
    let of_change = |(row, change): (Id<ActivityChange>, Row<'_, ActivityChange>)| {
        let place = [change.setting().index(), change.point_of_delivery().index()];
        let counts = change.activity().is_some() && places.contains(&place);
        counts.then(|| (change.scheme().index(), row.index()))
    };
    let mut changes: Vec<(u32, u32)> = plan.activity_changes.iter().filter_map(of_change).collect();
    changes.order_by(Ord::cmp);
    changes
}

fn is_for_part_of_its_year(plan: &Plan, scheme: Id<Scheme>) -> bool {
    let Some(scheme) = plan.schemes.get(scheme) else { return false };
    let year = plan.scheme_lists.get(scheme.list()).map(|list| list.year());
    let months = year.and_then(|year| InForce::of(scheme, 0, Some(year)).months(year));
    months.is_some_and(|months| (1..12).contains(&months))
}
