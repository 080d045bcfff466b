//! Shifts of activity as double entry: what leaves one place arrives in another, or is stated as
//! avoided; anything else is a finding.
//!
//! * CR14, CR15, CR20: leaves = arrives; community activity bought in place of acute activity
//!   need not be equal, but then the plan must say what becomes of the rest.
//! * D: activity that is removed without its cost, or added without a cost, is reported, and so
//!   is care that costs more per unit where it arrives than where it left.
//!
//! Source: Surrey l. 823-831 and 850-877.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "spells", "name": "Spells"}, {"id": "local", "name": "Locally priced"}],
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "ambulatory", "name": "Ambulatory care", "list": "plan"}],
//!     "activity_changes": [
//!         {"scheme": "ambulatory", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-20,267"},
//!         {"scheme": "ambulatory", "setting": "acute", "point_of_delivery": "local", "effect": "moves", "activity": "19,354"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("activity.scheme.ambulatory.unaccounted"), "913");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "activity-lost-in-a-shift"));
//! ```

mod movements;

use crate::calculation::{CellAddress, Finding, Ledger, Number, NumberTotal, SCHEME, Series, figures, format};
use crate::plan::{ActivityEffect, Id, Scheme, Table};
use crate::quantity::{Decimal, Fault, distance, divide};
pub use movements::{Movement, movements};

const SOURCE: &str = "NHS Surrey, One Plan, l. 823-831 and 850-877";

figures! {
    /// What a scheme moves away.
    LEAVES: count("activity.scheme.{}.leaves", "{}: activity that leaves", [SCHEME])
        by("CR14, CR15, CR20", "the sum of what moves away", SOURCE)
    /// What arrives elsewhere.
    ARRIVES: count("activity.scheme.{}.arrives", "{}: activity that arrives", [SCHEME])
        by("CR14, CR15, CR20", "the sum of what arrives elsewhere", SOURCE)
    /// What is no longer needed or bought.
    AVOIDED: count("activity.scheme.{}.avoided", "{}: activity avoided", [SCHEME])
        by("CR14, CR15, CR20", "the sum of what is no longer needed or bought", SOURCE)
    /// What leaves and does not arrive; negative where more arrives than left.
    UNACCOUNTED: count("activity.scheme.{}.unaccounted", "{}: activity unaccounted for", [SCHEME])
        by("CR14, CR15, CR20", "what leaves − what arrives", SOURCE)
}

/// The running sums of one scheme.
#[derive(Clone)]
struct Sides {
    leaves: Option<NumberTotal>,
    arrives: Option<NumberTotal>,
    avoided: Option<NumberTotal>,
}

/// Adds up what each scheme moves, and checks every movement.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.activity_changes.is_empty() {
        return;
    }
    let mut schemes: Vec<Sides> = vec![Sides { leaves: None, arrives: None, avoided: None }; plan.schemes.len()];
    for (_, change) in plan.activity_changes.iter() {
        let Some(count) = change.activity() else { continue };
        let Some(sides) = schemes.get_mut(change.scheme().position()) else { continue };
        let activity = Number::cell(count);
        let side = match change.effect() {
            ActivityEffect::Moves if activity.is_negative() => &mut sides.leaves,
            ActivityEffect::Moves => &mut sides.arrives,
            ActivityEffect::Avoided => &mut sides.avoided,
            ActivityEffect::New | ActivityEffect::PriceOnly => continue,
        };
        side.get_or_insert_default().add(&activity);
    }
    publish(ledger, schemes);
    if ledger.wants_findings() {
        for movement in movements(plan) {
            check_balance(ledger, &movement);
            check_price(ledger, &movement);
        }
        check_costs(ledger);
    }
}

fn publish(ledger: &mut Ledger<'_>, schemes: Vec<Sides>) {
    let count = schemes.len();
    let mut leaves = Series::with_capacity(&LEAVES, count);
    let mut arrives = Series::with_capacity(&ARRIVES, count);
    let mut avoided = Series::with_capacity(&AVOIDED, count);
    let mut unaccounted = Series::with_capacity(&UNACCOUNTED, count);
    for (scheme, sides) in (0..).zip(schemes) {
        if let Some(total) = sides.avoided {
            avoided.push([scheme], total.finish().negated());
        }
        if sides.leaves.is_none() && sides.arrives.is_none() {
            continue;
        }
        let away = leaves.push([scheme], sides.leaves.unwrap_or_default().finish().negated());
        let here = arrives.push([scheme], sides.arrives.unwrap_or_default().finish());
        unaccounted.push([scheme], away.minus(&here));
    }
    ledger.add(leaves);
    ledger.add(arrives);
    ledger.add(avoided);
    ledger.add(unaccounted);
}

fn place(row: u32, column: &'static str) -> CellAddress {
    CellAddress { table: Table::ActivityChange, row, column }
}

/// Both sides of a movement must be equal (S-07, S-09).
fn check_balance(ledger: &mut Ledger<'_>, movement: &Movement<'_>) {
    let (Ok(left), Ok(arrived)) = (movement.leaves, movement.arrives) else { return };
    if left == arrived {
        return;
    }
    let scheme = scheme_name(ledger, movement.scheme);
    let what = movement.name.map(|name| format!(" ({})", name.replace('-', " "))).unwrap_or_default();
    let apart = format::count(Ok(distance(left, arrived)));
    let outcome = if left > arrived { "leave and do not arrive" } else { "arrive without having left" };
    ledger.report(|| {
        Finding::warning(
            "activity-lost-in-a-shift",
            format!(
                "{scheme}{what}: {} leave, {} arrive; {apart} {outcome}.",
                format::count(Ok(left)),
                format::count(Ok(arrived))
            ),
        )
        .at_cells(movement.rows.iter().map(|row| place(row.index(), "activity")))
        .figure(UNACCOUNTED.at([movement.scheme.index()]))
        .advise("Say where the rest goes, or state it as avoided in a row of its own.")
    });
}

/// Care that costs more per unit where it arrives than where it left (S-41).
fn check_price(ledger: &mut Ledger<'_>, movement: &Movement<'_>) {
    let price = |cost: Option<Decimal>, activity| divide(cost.ok_or(Fault::NotGiven)?, activity?);
    let left = price(movement.leaving_cost, movement.leaves);
    let arrived = price(movement.arriving_cost, movement.arrives);
    let (Ok(left), Ok(arrived)) = (left, arrived) else { return };
    if arrived <= left {
        return;
    }
    let scheme = scheme_name(ledger, movement.scheme);
    let what = movement.name.map(|name| format!(" ({})", name.replace('-', " "))).unwrap_or_default();
    ledger.report(|| {
        Finding::warning(
            "dearer-where-it-arrives",
            format!(
                "{scheme}{what}: each costs {} where it arrives, but only {} are saved where it leaves.",
                format::pounds_each(arrived),
                format::pounds_each(left)
            ),
        )
        .at_cells(movement.rows.iter().map(|row| place(row.index(), "cost")))
        .advise("Check the local price, or say why the move is worth it.")
    });
}

/// Activity that changes without money (S-03, S-08).
fn check_costs(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    // A plan that prints no costs at all is not asked for each of them.
    if plan.activity_changes.iter().all(|(_, change)| change.cost().is_none()) {
        return;
    }
    for (row, change) in plan.activity_changes.iter() {
        let Some(count) = change.activity().filter(|count| !count.fixed().is_zero()) else { continue };
        if change.cost().is_some_and(|cost| !cost.fixed().is_zero()) {
            continue;
        }
        let count = count.get().number();
        let scheme = scheme_name(ledger, change.scheme());
        let point = plan.title(Table::PointOfDelivery, change.point_of_delivery().index()).unwrap_or("activity");
        let (activity, verb) =
            (format::count(Ok(count.abs())), if count.is_sign_negative() { "removed" } else { "added" });
        let cost = if change.cost().is_some() { "at a cost of nothing" } else { "without a cost" };
        ledger.report(|| {
            Finding::warning("activity-without-cost", format!("{scheme}: {activity} {point} are {verb} {cost}."))
                .at(Table::ActivityChange, row.index(), if change.cost().is_some() { "cost" } else { "activity" })
                .advise("Give the change in cost, or say where it is counted.")
        });
    }
}

fn scheme_name(ledger: &Ledger<'_>, scheme: Id<Scheme>) -> String {
    ledger.plan.title(Table::Scheme, scheme.index()).unwrap_or("A scheme").to_owned()
}
