//! The same scheme where several lists print it: what it saves must be the same.

use super::GROSS;
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{CellAddress, Id, NumberCell, Row, Scheme, Table};
use crate::quantity::{Amount, Decimal, Fixed, distance};
use std::collections::BTreeMap;

findings_of_part! {
    /// A scheme is the same as another, which is the same as a third.
    SAME_AS_IN_A_CHAIN: information("same-as-in-a-chain", "Name the scheme that counts in each of the others.")
    /// A scheme stands in two lists with savings or reinvestments that rounding cannot bring together.
    SAME_SCHEME_DIFFERENT_SAVING: warning(
        "same-scheme-different-saving",
        "Say which of the two is the plan, or settle the finding with a note why they measure different things."
    )
    /// A scheme stands in two lists of one year and changes the same activity by different numbers.
    SAME_SCHEME_DIFFERENT_ACTIVITY: warning(
        "same-scheme-different-activity",
        "Say which of the two is the plan: the activity of the scheme that counts is taken."
    )
}

/// Compares each scheme with the one that it is the same as (S-20, S-22), and reports chains.
pub(super) fn compare(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::same_as) {
        return;
    }
    let activity = activity_of_schemes(ledger);
    let in_circle = ledger.rows_in_circles(Table::Scheme, Scheme::same_as as u8);
    for (row, scheme) in plan.schemes.iter() {
        let Some(other_row) = scheme.same_as() else { continue };
        let Some(other) = plan.schemes.get(other_row) else { continue };
        // What leads back to itself is reported as such.
        let leads_back = in_circle.get(row.position()).copied().unwrap_or_default();
        if let Some(first) = other.same_as().filter(|_| !leads_back) {
            let first = plan.schemes.get(first).map(|first| first.name()).unwrap_or_default();
            ledger.report(|| {
                Finding::of(
                    &SAME_AS_IN_A_CHAIN,
                    format!(
                        "\"{}\" is the same as \"{}\", which is the same as \"{first}\".",
                        scheme.name(),
                        other.name()
                    ),
                )
                .at(Table::Scheme, row.index(), "same_as")
            });
        }
        compare_savings(ledger, (row, scheme), (other_row, other));
        compare_activity(ledger, &activity, (row, scheme), (other_row, other));
    }
}

type SchemeRow<'a> = (Id<Scheme>, Row<'a, Scheme>);

/// The saving of a year is only the same where both lists are for that year; that of a whole year always is.
fn compare_savings(ledger: &mut Ledger<'_>, one: SchemeRow<'_>, other: SchemeRow<'_>) {
    let plan = ledger.plan;
    let year = |(_, scheme): SchemeRow<'_>| plan.scheme_lists.get(scheme.list()).map(|list| list.year());
    let same_year = year(one) == year(other);
    if same_year
        && let Some((low, high)) = range(one.1)
        && let Some((other_low, other_high)) = range(other.1)
        && !overlap((low, high), (other_low, other_high))
    {
        ledger.report(|| {
            Finding::of(
                &SAME_SCHEME_DIFFERENT_SAVING,
                format!(
                    "The same scheme saves {} as \"{}\" and {} as \"{}\".",
                    from_to(low, high),
                    one.1.name(),
                    from_to(other_low, other_high),
                    other.1.name()
                ),
            )
            .at(Table::Scheme, one.0.index(), column(one.1))
            .at(Table::Scheme, other.0.index(), column(other.1))
            .figures([GROSS.at([one.0.index()]), GROSS.at([other.0.index()])])
            .apart(between((low, high), (other_low, other_high)), GROSS.unit)
        });
    }
    let amounts = [
        ("reinvestment", "reinvests", one.1.reinvestment().zip(other.1.reinvestment()).filter(|_| same_year)),
        ("full_year_effect", "saves in a whole year", one.1.full_year_effect().zip(other.1.full_year_effect())),
    ];
    for (column, does, amounts) in amounts {
        let Some((ours, theirs)) = amounts.map(|(ours, theirs)| (ours.get(), theirs.get())) else { continue };
        if theirs.may_lie_between(ours, ours) {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &SAME_SCHEME_DIFFERENT_SAVING,
                format!(
                    "The same scheme {does} {} as \"{}\" and {} as \"{}\".",
                    format::pounds(ours),
                    one.1.name(),
                    format::pounds(theirs),
                    other.1.name()
                ),
            )
            .at(Table::Scheme, one.0.index(), column)
            .at(Table::Scheme, other.0.index(), column)
            .apart(distance(ours.pounds(), theirs.pounds()), GROSS.unit)
        });
    }
}

/// The scheme, setting, kind of activity and provider of a change.
type Place = (u32, [u32; 3]);

/// What schemes change of each activity, with the cells that say so.
fn activity_of_schemes(ledger: &Ledger<'_>) -> BTreeMap<Place, (Fixed, Vec<CellAddress>)> {
    let mut found: BTreeMap<Place, (Fixed, Vec<CellAddress>)> = BTreeMap::new();
    for (_, change) in ledger.plan.activity_changes.iter() {
        let Some(activity) = change.activity() else { continue };
        let provider = change.provider().map_or(u32::MAX, |provider| provider.index());
        let place = [change.setting().index(), change.point_of_delivery().index(), provider];
        let of_place = found.entry((change.scheme().index(), place)).or_insert((Fixed::ZERO, Vec::new()));
        of_place.0 = of_place.0.plus(activity.fixed());
        of_place.1.push(activity.address());
    }
    found
}

/// The activity of a year is only the same where both lists are for that year.
fn compare_activity(
    ledger: &mut Ledger<'_>,
    activity: &BTreeMap<Place, (Fixed, Vec<CellAddress>)>,
    one: SchemeRow<'_>,
    other: SchemeRow<'_>,
) {
    let plan = ledger.plan;
    let year = |(_, scheme): SchemeRow<'_>| plan.scheme_lists.get(scheme.list()).map(|list| list.year());
    if year(one) != year(other) {
        return;
    }
    let of_one = activity.range((one.0.index(), [0; 3])..=(one.0.index(), [u32::MAX; 3]));
    for ((_, place), (ours, cells)) in of_one {
        let Some((theirs, of_other)) = activity.get(&(other.0.index(), *place)) else { continue };
        if ours == theirs {
            continue;
        }
        ledger.report(|| {
            let shown = |number: &Fixed| format::count(number.value());
            let message = format!(
                "The same scheme changes an activity by {} as \"{}\" and by {} as \"{}\".",
                shown(ours),
                one.1.name(),
                shown(theirs),
                other.1.name()
            );
            Finding::of(&SAME_SCHEME_DIFFERENT_ACTIVITY, message).at_each(plan, cells.iter().chain(of_other).copied())
        });
    }
}

/// From where to where a scheme says that its saving lies.
fn range(scheme: Row<'_, Scheme>) -> Option<(Amount, Amount)> {
    let end = |end: Option<NumberCell<Amount>>| end.or(scheme.gross()).map(NumberCell::get);
    end(scheme.low()).zip(end(scheme.high()))
}

/// How many pounds lie between two ranges that have nothing in common.
fn between((low, high): (Amount, Amount), (other_low, other_high): (Amount, Amount)) -> Decimal {
    let (left, right) = if high.pounds() < other_low.pounds() { (high, other_low) } else { (low, other_high) };
    distance(left.pounds(), right.pounds())
}

/// Whether two ranges have something in common, within what they are rounded to.
fn overlap(one: (Amount, Amount), other: (Amount, Amount)) -> bool {
    [other.0, other.1].iter().any(|end| end.may_lie_between(one.0, one.1))
        || [one.0, one.1].iter().any(|end| end.may_lie_between(other.0, other.1))
}

fn from_to(low: Amount, high: Amount) -> String {
    if low == high { format::pounds(low) } else { format!("{} to {}", format::pounds(low), format::pounds(high)) }
}

fn column(scheme: Row<'_, Scheme>) -> &'static str {
    if scheme.gross().is_some() { "gross" } else { "low" }
}
