//! Whether beds, staff and money follow when activity leaves a provider.
//!
//! * CR37: activity that is removed while no bed, no staff or no income is removed is a finding.

use super::beds::BED_CHANGE;
use super::provider_activity::{PROVIDER_CHANGE, PROVIDER_COST};
use super::staff::STAFF_OF;
use super::workforce_impact::IMPACT_OF_ORGANISATION;
use crate::calculation::{
    CellAddress, FigureKey, FigureKind, Finding, FindingKind, Ledger, Number, NumberTotal, findings, format,
};
use crate::parameters::BEDS_FOLLOW_FROM;
use crate::plan::{Id, Table};
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;

const FOLLOWERS: &[Follower] = &[
    Follower { kinds: &[&BED_CHANGE], what: "beds change by", finding: &ACTIVITY_WITHOUT_BEDS },
    Follower {
        kinds: &[&STAFF_OF, &IMPACT_OF_ORGANISATION],
        what: "its staff change by",
        finding: &ACTIVITY_WITHOUT_STAFF,
    },
    Follower { kinds: &[&PROVIDER_COST], what: "what it is paid changes by", finding: &ACTIVITY_WITHOUT_MONEY },
];

without_figures! {}

findings! {
    /// A provider loses many cases that take a bed, and by the plan its beds do not become fewer.
    ACTIVITY_WITHOUT_BEDS: warning(
        "activity-without-beds",
        "Agree with the provider which capacity closes; otherwise demand refills it."
    )
    /// A provider loses many cases that take a bed, and by the plan its staff do not become fewer.
    ACTIVITY_WITHOUT_STAFF: warning(
        "activity-without-staff",
        "Activity, money and staff must agree: say which posts go, or how they are used otherwise."
    )
    /// A provider loses many cases that take a bed, and by the plan it is not paid less.
    ACTIVITY_WITHOUT_MONEY: warning(
        "activity-without-money",
        "Activity, money and staff must agree: look at the prices of what is taken out."
    )
}

/// Holds activity against beds, staff and money.
pub fn run(ledger: &mut Ledger<'_>) {
    if ledger.wants_findings() {
        report_what_does_not_follow(ledger);
    }
}

/// Reports a provider that loses many cases that take a bed, but no bed, no staff or no income: new demand fills
/// what stays open, and activity, money and staff contradict each other.
fn report_what_does_not_follow(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(limit) = ledger.parameter(&BEDS_FOLLOW_FROM, None).map(|limit| limit.shown()) else { return };
    let takes_a_bed =
        |point: u32| plan.points_of_delivery.get(Id::at(point)).is_some_and(|point| point.takes_a_bed() == Some(true));
    // What each provider loses of them, and the figures that say so.
    let mut lost: Vec<(NumberTotal, Vec<(FigureKey, Number)>)> =
        vec![(NumberTotal::default(), Vec::new()); plan.organisations.len()];
    for (key, change) in ledger.all(&PROVIDER_CHANGE) {
        let of_provider = lost.get_mut(key.index.get(0) as usize);
        if let Some((total, parts)) = of_provider.filter(|_| takes_a_bed(key.index.get(1))) {
            let removed = change.negated();
            total.add(&removed);
            parts.push((key, removed));
        }
    }
    let mut beds: Vec<Option<u32>> = vec![None; plan.organisations.len()];
    for (row, of_provider) in plan.beds.iter() {
        if let Some(place) = beds.get_mut(of_provider.provider().position()) {
            *place = Some(row.index());
        }
    }
    for ((provider, (total, parts)), beds) in (0_u32..).zip(lost).zip(beds) {
        let removed = total.finish();
        if parts.is_empty() || removed.shown().minus(limit).is_negative() {
            continue;
        }
        let mut said: Vec<String> = parts
            .iter()
            .map(|(key, removed)| {
                let point = plan.title(Table::PointOfDelivery, key.index.get(1)).unwrap_or_default();
                format!("{point} {}", format::count(removed.shown().value()))
            })
            .collect();
        // By their words: what is said is the same in whatever order the rows stand.
        said.order_by(Ord::cmp);
        for Follower { kinds, what, finding } in FOLLOWERS {
            let kept = kinds.iter().find_map(|kind| Some((kind.at([provider]), ledger.figure(kind, [provider])?)));
            let Some((key, kept)) = kept.filter(|(_, change)| !change.shown().is_negative()) else { continue };
            let message = format!(
                "{}: {} cases that take a bed are taken out ({}), but {what} {}.",
                plan.title(Table::Organisation, provider).unwrap_or_default(),
                format::count(removed.shown().value()),
                said.join(", "),
                format::in_unit(kept.shown().value(), key.kind.unit)
            );
            let place = beds.filter(|_| std::ptr::eq(key.kind, &BED_CHANGE)).map(|row| CellAddress {
                table: Table::ProviderBeds,
                row,
                column: "plan",
            });
            ledger.report(|| {
                Finding::of(finding, message).at_cells(place).figures(parts.iter().map(|(key, _)| *key).chain([key]))
            });
        }
    }
}

/// Something that should change when activity does.
struct Follower {
    /// The figures that say how it changes at a provider; the first that there is counts.
    kinds: &'static [&'static FigureKind],
    what: &'static str,
    finding: &'static FindingKind,
}
