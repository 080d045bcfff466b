//! Beds that go while the stays that need them grow.
//!
//! * CR36, CR37: with as many days in hospital, more stays need more beds. Where a provider has fewer beds by the plan and
//!   more stays by its growth and schemes, and nothing in the plan makes stays shorter, one of the two cannot be meant.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}], "settings": [{"id": "s", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "p", "name": "Stays", "takes_a_bed": "yes"}],
//!     "baseline_activity": [{"setting": "s", "point_of_delivery": "p", "provider": "t", "activity": "10,000"}],
//!     "activity_growth": [{"setting": "s", "point_of_delivery": "p", "provider": "t", "rate": "3%"}],
//!     "beds": [{"provider": "t", "now": "200", "plan": "150"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "fewer-beds-for-more-stays"));
//! ```

use super::beds::BED_CHANGE;
use super::demand::PROVIDER_DEMAND_AFTER;
use super::stays::counts_days;
use crate::calculation::{CellAddress, FigureKey, Finding, Ledger, findings, format};
use crate::parameters::STAYS_FOR_EACH_BED;
use crate::plan::{FinancialYear, Id, Plan, Table};
use crate::quantity::Fixed;
use crate::rules::activity::{PROVIDER_BASELINE, PROVIDER_PLAN};
use crate::rules::folder::without_figures;
use std::collections::BTreeMap;

without_figures! {}

findings! {
    /// A provider is to have fewer beds and more stays that need one, and nothing in the plan makes stays shorter.
    FEWER_BEDS_FOR_MORE_STAYS: warning(
        "fewer-beds-for-more-stays",
        "Say what makes the stays shorter: a length of stay beside the growth that is below that of the kind of activity, or \
         bed days that are no longer needed. Otherwise correct the beds or the growth."
    )
}

/// The stays of a provider now and in the last year of the plan, with the figures that say so.
struct Stays {
    now: Fixed,
    then: Fixed,
    figures: Vec<FigureKey>,
}

impl Stays {
    const fn none() -> Self {
        Self { now: Fixed::ZERO, then: Fixed::ZERO, figures: Vec::new() }
    }
}

/// Holds the beds of each provider against its stays.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(last) = plan.details().map(|details| details.last_year()).filter(|_| ledger.wants_findings()) else {
        return;
    };
    if plan.beds.is_empty() {
        return;
    }
    let Some(within) = ledger.parameter(&STAYS_FOR_EACH_BED, None).map(|within| within.shown()) else { return };
    let stays = stays_of_providers(ledger, last);
    for (row, beds) in plan.beds.iter() {
        let provider = beds.provider().index();
        let (Some(now), Some(then), Some(stays)) = (beds.now(), beds.plan(), stays.get(&provider)) else { continue };
        let (now, then) = (now.fixed(), then.fixed());
        if !then.is_below(now) || !stays.now.is_below(stays.then) || has_shorter_stays(plan, provider) {
            continue;
        }
        // So many stays for each bed now, and so many then: then × now beds against now × planned beds.
        let (now_each, then_each) = (stays.now.times(then), stays.then.times(now));
        if now_each.is_fault() || then_each.is_fault() || then_each.is_below(now_each.plus(now_each.times(within))) {
            continue;
        }
        let message = format!(
            "{}: its beds fall from {} to {}, and its cases that take a bed grow from {} to {} by {last}.",
            plan.title(Table::Organisation, provider).unwrap_or_default(),
            format::count(now.value()),
            format::count(then.value()),
            format::count(stays.now.rounded(0).value()),
            format::count(stays.then.rounded(0).value())
        );
        let place = CellAddress { table: Table::ProviderBeds, row: row.index(), column: "plan" };
        let figures = [BED_CHANGE.at([provider])].into_iter().chain(stays.figures.iter().copied());
        ledger.report(|| Finding::of(&FEWER_BEDS_FOR_MORE_STAYS, message).at_cells([place]).figures(figures));
    }
}

/// The stays of each provider that has a baseline of them. What grows is reckoned with its growth and the schemes in the last
/// year; the rest with the schemes.
fn stays_of_providers(ledger: &Ledger<'_>, last: FinancialYear) -> BTreeMap<u32, Stays> {
    let plan = ledger.plan;
    let mut all: BTreeMap<u32, Stays> = BTreeMap::new();
    for (key, now) in ledger.all(&PROVIDER_BASELINE) {
        let [provider, setting, point] = [0, 1, 2].map(|at| key.index.get(at));
        let Some(kind) = plan.points_of_delivery.get(Id::at(point)) else { continue };
        // What is part of a whole that has a baseline too is counted in it.
        let whole = kind.part_of().map(|whole| PROVIDER_BASELINE.at([provider, setting, whole.index()]));
        if kind.takes_a_bed() != Some(true) || whole.is_some_and(|whole| ledger.find(whole).is_some()) {
            continue;
        }
        let grown = PROVIDER_DEMAND_AFTER.at([provider, setting, point, u32::from(last.start())]);
        let then = [grown, PROVIDER_PLAN.at([provider, setting, point])];
        let then = then.into_iter().find_map(|figure| Some((figure, ledger.find(figure)?)));
        let (figure, then) = then.unwrap_or((key, now));
        let stays = all.entry(provider).or_insert_with(Stays::none);
        stays.now = stays.now.plus(now.shown());
        stays.then = stays.then.plus(then.shown());
        stays.figures.push(figure);
    }
    all
}

/// Whether something in the plan makes the stays of a provider shorter.
fn has_shorter_stays(plan: &Plan, provider: u32) -> bool {
    let is_of_it = |of: Option<u32>| of.is_none_or(|of| of == provider);
    let by_bed_days = plan.bed_days.iter().any(|(_, days)| is_of_it(days.provider().map(Id::index)));
    let by_length = plan.activity_growth.iter().any(|(_, growth)| {
        let kind = plan.points_of_delivery.get(growth.point_of_delivery());
        let lengths = growth.length_of_stay().zip(kind.and_then(|kind| kind.length_of_stay()));
        let is_shorter = lengths.is_some_and(|(then, now)| then.fixed().is_below(now.fixed()));
        is_shorter && is_of_it(growth.provider().map(Id::index))
    });
    let by_schemes = plan.activity_changes.iter().any(|(_, change)| {
        let is_fewer = change.activity().is_some_and(|activity| activity.fixed().is_negative());
        let kind = plan.points_of_delivery.get(change.point_of_delivery());
        is_fewer && kind.is_some_and(counts_days) && is_of_it(change.provider().map(Id::index))
    });
    by_bed_days || by_length || by_schemes
}
