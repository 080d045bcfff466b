//! Shifts of activity as double entry: what leaves one place arrives in another, or is stated as
//! avoided; anything else is a finding.
//!
//! * CR14, CR15, CR20: leaves = arrives, counted in the same unit; where a movement changes the unit the plan may say
//!   how many of the one stand for one of the other (`counting_ratios`), and otherwise the two are not held against
//!   each other, nor added. Community activity bought in place of acute activity
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
mod sides;
mod signs;

use super::activity::changes::CountedChanges;
use super::activity::units::Units;
use super::titles::Titles;
use crate::calculation::{CellAddress, Finding, Ledger, SCHEME, Series, figures, findings, format};
use crate::plan::{ActivityChange, ActivityEffect, Id, Plan, Table};
use crate::quantity::{Amount, Fault, Fixed, distance};
use movements::Movement;
pub(crate) use movements::Movements;
use sides::{Changes, Side};
use std::collections::BTreeSet;

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

findings! {
    /// What leaves one place in a movement is not what arrives in others.
    ACTIVITY_LOST_IN_A_SHIFT: warning(
        "activity-lost-in-a-shift",
        "Say where the rest goes, or state it as avoided in a row of its own."
    )
    /// Activity that moves costs more where it arrives than where it left.
    DEARER_WHERE_IT_ARRIVES: warning(
        "dearer-where-it-arrives",
        "Check the local price, or settle the finding with a note why the move is worth it."
    )
    /// Activity is taken away or added without a change in cost, in a plan that gives costs.
    ACTIVITY_WITHOUT_COST: warning("activity-without-cost", "Give the change in cost, or say where it is counted.")
    ..signs
    ..sides
}

/// Adds up what each scheme moves, and checks every movement.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.activity_changes.is_empty() {
        return;
    }
    let counted = CountedChanges::of(plan);
    let units = Units::of(plan);
    publish(ledger, &Changes::of(plan, &counted, &units));
    if ledger.wants_findings() {
        let names = Titles::of(plan, Table::Scheme);
        let open = without_a_number(plan);
        for movement in Movements::of(plan, &counted, &units).iter() {
            // What a row moves that does not say how much may be all that is lacking.
            if !open.contains(&(movement.scheme.index(), movement.name)) {
                check_balance(ledger, &names, &movement);
            }
            check_price(ledger, &names, &movement);
        }
        check_rows(ledger, &names, &counted);
    }
}

fn publish(ledger: &mut Ledger<'_>, changes: &Changes<'_>) {
    let count = ledger.plan.schemes.len();
    let mut leaves = Series::with_capacity(&LEAVES, count);
    let mut arrives = Series::with_capacity(&ARRIVES, count);
    let mut avoided = Series::with_capacity(&AVOIDED, count);
    let mut unaccounted = Series::with_capacity(&UNACCOUNTED, count);
    let mut apart = Vec::new();
    changes.for_each_scheme(|scheme, sides| {
        if sides.is_in_several_units() {
            apart.push(scheme);
        }
        if let Side::Sum(_) = sides.avoided {
            let total = sides.avoided.finish();
            total.map(|total| avoided.push([scheme], total.negated()));
        }
        let moves = [&sides.leaves, &sides.arrives].iter().any(|side| !matches!(side, Side::Nothing));
        if !moves {
            return;
        }
        let away = sides.leaves.finish().map(|total| leaves.push([scheme], total.negated()));
        // What arrives is counted as what left, where the plan says how.
        let as_left = sides.arrives_as_left.finish();
        let here = as_left.or_else(|| sides.arrives.finish()).map(|total| arrives.push([scheme], total));
        if let Some((away, here)) = away.zip(here).filter(|_| as_left.is_some()) {
            unaccounted.push([scheme], away.minus(&here));
        }
    });
    ledger.add(leaves);
    ledger.add(arrives);
    ledger.add(avoided);
    ledger.add(unaccounted);
    if ledger.wants_findings() {
        sides::report_several_units(ledger, apart);
    }
}

fn place(row: u32, column: &'static str) -> CellAddress {
    CellAddress { table: Table::ActivityChange, row, column }
}

/// The movements of which a row does not say how much it moves: the scheme and what the movement is called.
fn without_a_number(plan: &Plan) -> BTreeSet<(u32, Option<&str>)> {
    let rows = plan.activity_changes.iter().map(|(_, row)| row);
    let open = rows.filter(|row| row.effect() == Some(ActivityEffect::Moves) && row.activity().is_none());
    open.map(|row| (row.scheme().index(), row.movement())).collect()
}

/// Both sides of a movement must be equal (S-07, S-09).
fn check_balance(ledger: &mut Ledger<'_>, names: &Titles<'_>, movement: &Movement<'_>) {
    let (left, arrived) = (movement.leaves, movement.arrives);
    if left == arrived {
        return;
    }
    let scheme = names.get(movement.scheme.index());
    let what = movement.name.map(|name| format!(" ({})", name.replace('-', " "))).unwrap_or_default();
    let (Ok(leave), Ok(arrive)) = (left.value(), arrived.value()) else { return };
    let apart = format::count(Ok(distance(leave, arrive)));
    let unit = movement.counted_as.and_then(|point| ledger.plan.title(Table::PointOfDelivery, point.index()));
    let unit = unit.map(|point| format!(", counted as {point}")).unwrap_or_default();
    let outcome = if leave > arrive { "leave and do not arrive" } else { "arrive without having left" };
    ledger.report(|| {
        Finding::of(
            &ACTIVITY_LOST_IN_A_SHIFT,
            format!(
                "{scheme}{what}: {} leave, {} arrive{unit}; {apart} {outcome}.",
                format::count(Ok(leave)),
                format::count(Ok(arrive))
            ),
        )
        .at_cells(movement.rows.iter().map(|row| place(row.index(), "activity")))
        .figure(UNACCOUNTED.at([movement.scheme.index()]))
    });
}

/// Care that costs more per unit where it arrives than where it left (S-41).
fn check_price(ledger: &mut Ledger<'_>, names: &Titles<'_>, movement: &Movement<'_>) {
    let price = |cost: Option<Fixed>, activity| cost.map_or(Fixed::fault(Fault::NotGiven), |cost| cost.over(activity));
    let left = price(movement.leaving_cost, movement.leaves);
    let arrived = price(movement.arriving_cost, movement.arrives);
    let scheme = || {
        let name = movement.name.map(|name| format!(" ({})", name.replace('-', " "))).unwrap_or_default();
        format!("{}{name}", names.get(movement.scheme.index()))
    };
    let costs = || Some((movement.leaving_cost?, movement.arriving_cost?));
    let message = match (left.value_if_fault(), arrived.value_if_fault()) {
        (Ok(()), Ok(())) if left.is_below(arrived) => format!(
            "{}: each costs {} where it arrives, but only {} are saved where it leaves.",
            scheme(),
            format::pounds_each(arrived.value().unwrap_or_default()),
            format::pounds_each(left.value().unwrap_or_default())
        ),
        // Counted in different units there is no price to compare, but all of it may cost more than before.
        (_, Err(Fault::NotGiven)) => match costs() {
            Some((left, arrived)) if left.is_below(arrived) => format!(
                "{}: it costs {} where it arrives, but only {} are saved where it leaves.",
                scheme(),
                format::money(arrived.value()),
                format::money(left.value())
            ),
            _ => return,
        },
        _ => return,
    };
    ledger.report(|| {
        Finding::of(&DEARER_WHERE_IT_ARRIVES, message)
            .at_cells(movement.rows.iter().map(|row| place(row.index(), "cost")))
    });
}

/// Activity that changes without money (S-03, S-08), and signs that do not fit.
fn check_rows(ledger: &mut Ledger<'_>, names: &Titles<'_>, counted: &CountedChanges) {
    let changes = &ledger.plan.activity_changes;
    let costs = changes.numbers::<Amount>(ActivityChange::cost);
    let rows = signs::to_look_at(changes);
    // A plan that prints no costs at all is not asked for each of them.
    for row in rows.iter().filter(|row| !costs.is_empty() && counted.has_activity(**row)) {
        // The total of rows with a cost needs none, and neither do rows whose total has one.
        if !counted.is_total(*row) && costs.get(*row).is_none_or(|cost| cost.fixed().is_zero()) {
            report_without_cost(ledger, names, *row);
        }
    }
    rows.iter().for_each(|row| signs::check(ledger, names, *row));
}

fn report_without_cost(ledger: &mut Ledger<'_>, names: &Titles<'_>, row: u32) {
    let plan = ledger.plan;
    let Some(change) = plan.activity_changes.get(Id::at(row)) else { return };
    let Some(count) = change.activity().map(|activity| activity.get().number()) else { return };
    let scheme = names.get(change.scheme().index());
    let point = plan.title(Table::PointOfDelivery, change.point_of_delivery().index()).unwrap_or("activity");
    let (activity, verb) = (format::count(Ok(count.abs())), if count.is_sign_negative() { "removed" } else { "added" });
    let (cost, column) =
        if change.cost().is_some() { ("at a cost of nothing", "cost") } else { ("without a cost", "activity") };
    ledger.report(|| {
        Finding::of(&ACTIVITY_WITHOUT_COST, format!("{scheme}: {activity} {point} are {verb} {cost}.")).at(
            Table::ActivityChange,
            row,
            column,
        )
    });
}
