//! What depends on what.
//!
//! * CR45: a scheme that waits for something late is late too, as far round as the dependencies go; what a
//!   delay costs is the effect without it less the effect with it.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "system", "name": "New system", "list": "plan", "start": "2011-04", "delay": "3"},
//!         {"id": "saving", "name": "Saving", "list": "plan", "full_year_effect": "120", "unit": "£000", "start": "2011-04"}
//!     ],
//!     "dependencies": [{"scheme": "saving", "on_scheme": "system"}]
//! "#);
//! assert_eq!(outcome.text("scheme.saving.delay"), "3");
//! assert_eq!(outcome.text("scheme.saving.part-year.2011-12"), "90000");
//! assert_eq!(outcome.text("scheme.saving.lost-to-delay.2011-12"), "30000");
//! ```

use crate::calculation::{CellAddress, Finding, Ledger, Number, SCHEME, figures, findings, format};
use crate::plan::{FundingState, Table};
use crate::quantity::{InOrder, whole};
use crate::rules::delays::delays;
use crate::rules::rings::Link;
use std::collections::BTreeMap;

figures! {
    /// By how many months a scheme is late.
    DELAY: count("scheme.{}.delay", "{}: months late", [SCHEME])
        by("CR45", "its own delay, or that of what it waits for less the months between the two starts, whichever is longer", "NHS Surrey, One Plan, l. 1254-1259, 1444; Arden Cluster System Plan, l. 440")
}

findings! {
    /// Schemes wait for each other in a circle.
    DEPENDENCIES_IN_A_CIRCLE: error(
        "dependencies-in-a-circle",
        "Take out one of the dependencies that are named: that of a scheme which can begin without the other."
    )
    /// A scheme waits for funding that is put off or refused.
    BLOCKED_BY_FUNDING: warning("blocked-by-funding", "Find other funding, or move the start and the saving.")
    /// A scheme saves from a month before the one in which what it waits for comes.
    STARTS_BEFORE_WHAT_IT_WAITS_FOR: warning(
        "starts-before-what-it-waits-for",
        "Move the start of the saving, or bring forward what it waits for."
    )
}

/// Publishes delays, and looks for circles and for what blocks a scheme.
pub fn run(ledger: &mut Ledger<'_>) {
    let (delays, circles) = delays(ledger.plan);
    publish_delays(ledger, &delays, circles);
    if ledger.wants_findings() {
        report_blocked(ledger);
    }
}

fn publish_delays(ledger: &mut Ledger<'_>, delays: &[i32], circles: Vec<Vec<Link>>) {
    for (scheme, delay) in (0_u32..).zip(delays) {
        if *delay > 0 {
            let months = Number::constant(whole(i64::from(*delay)), "months late");
            ledger.publish(&DELAY, [scheme], months);
        }
    }
    circles.iter().for_each(|circle| report_circle(ledger, circle));
}

/// How many schemes of a circle are named in words; all of its dependencies are among the places.
const MOST_NAMED: usize = 5;

/// Schemes that wait for each other: one circle is one finding, however long it is.
fn report_circle(ledger: &mut Ledger<'_>, circle: &[Link]) {
    let plan = ledger.plan;
    let named = |(scheme, ..): &Link| {
        let row = u32::try_from(*scheme).unwrap_or(u32::MAX);
        format!("\"{}\"", plan.title(Table::Scheme, row).unwrap_or_default())
    };
    let schemes: BTreeMap<usize, String> = circle.iter().map(|link| (link.0, named(link))).collect();
    // By their names: what is said is the same in whatever order the rows stand.
    let mut names: Vec<String> = schemes.into_values().collect();
    names.order_by(Ord::cmp);
    let message = match names.as_slice() {
        [one] => format!("{one} waits for itself: it cannot start."),
        _ => format!(
            "{} wait for each other in a circle: none of them can start.",
            format::some_of(names, MOST_NAMED, ", ")
        ),
    };
    let places =
        circle.iter().map(|(.., row)| CellAddress { table: Table::Dependency, row: *row, column: "on_scheme" });
    ledger.report(|| Finding::of(&DEPENDENCIES_IN_A_CIRCLE, message).at_cells(places));
}

/// Schemes that wait for funding that is put off or refused.
fn report_blocked(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, dependency) in plan.dependencies.iter() {
        let funding = dependency.on_funding().and_then(|funding| plan.funding.get(funding));
        let blocked = [Some(FundingState::Deferred), Some(FundingState::Refused)];
        let Some(funding) = funding.filter(|funding| blocked.contains(&funding.state())) else { continue };
        let scheme = plan.title(Table::Scheme, dependency.scheme().index()).unwrap_or_default();
        ledger.report(|| {
            Finding::of(
                &BLOCKED_BY_FUNDING,
                format!(
                    "\"{scheme}\" waits for \"{}\", which is {}.",
                    funding.name(),
                    funding.state().map(FundingState::word).unwrap_or_default()
                ),
            )
            .at(Table::Dependency, row.index(), "on_funding")
        });
    }
    // Then schemes that start before what they wait for.
    for (row, dependency) in plan.dependencies.iter() {
        let start = plan.schemes.get(dependency.scheme()).and_then(|scheme| scheme.start());
        let other = dependency.on_scheme().and_then(|other| plan.schemes.get(other)).and_then(|other| other.start());
        let milestone = dependency.on_milestone().and_then(|milestone| plan.milestones.get(milestone));
        let reached = milestone.and_then(|milestone| milestone.due()).map(|due| due.last_day().month());
        let (Some(start), Some(first)) = (start, other.max(reached)) else { continue };
        if first <= start {
            continue;
        }
        let scheme = plan.title(Table::Scheme, dependency.scheme().index()).unwrap_or_default();
        ledger.report(|| {
            Finding::of(
                &STARTS_BEFORE_WHAT_IT_WAITS_FOR,
                format!("\"{scheme}\" saves from {}, but what it waits for comes in {}.", start.words(), first.words()),
            )
            .at(Table::Dependency, row.index(), "scheme")
        });
    }
}
