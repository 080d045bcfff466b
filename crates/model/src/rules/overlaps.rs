//! The same activity claimed twice.
//!
//! * CR54: two schemes that change the same kind of activity of the same patients (cohort), at the
//!   same provider, in the same setting, claim it twice. What they claim together beyond what can be
//!   taken away is the overlap, priced at the unit cost of the baseline. The person chooses what
//!   counts: *stack* (the second works on what the first leaves: combined reduction
//!   1 − (1 − a)(1 − b)), *cap* (the larger of the two), or *priority* (the first in full, the second
//!   in what is left).
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "spells", "name": "Spells"}],
//!     "baseline_activity": [{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000", "cost": "2,000", "unit": "£000"}],
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "a", "name": "A", "list": "plan"}, {"id": "b", "name": "B", "list": "plan"}],
//!     "activity_changes": [
//!         {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "over 75", "activity": "-200"},
//!         {"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "over 75", "activity": "-100"}
//!     ]
//! "#);
//! // 20 % and 10 % together take 28 %: 280, not 300.
//! assert_eq!(outcome.text("overlap.a.b.claimed-twice"), "20");
//! assert_eq!(outcome.text("overlap.a.b.cost"), "40000");
//! ```

use super::activity::BASELINE;
use super::prices::UNIT_COST;
use crate::calculation::{CellAddress, Finding, Ledger, Number, SCHEME, Severity, figures};
use crate::plan::{ActivityChange, Id, OverlapTreatment, Table};
use crate::quantity::{put_in_order, whole};

const SOURCE: &str = "NHS Surrey, One Plan, l. 1499; NHP modelling methodology: double counting";

figures! {
    /// How many cases two schemes claim twice.
    CLAIMED_TWICE: count("overlap.{}.{}.claimed-twice", "{} and {}: cases claimed twice", [SCHEME, SCHEME])
        by("CR54", "what both claim − what they take away together", SOURCE)
    /// What the overlap would cost.
    COST: money("overlap.{}.{}.cost", "{} and {}: cost of the cases claimed twice", [SCHEME, SCHEME])
        by("CR54", "cases claimed twice × unit cost of the baseline", SOURCE)
    /// What all overlaps would cost.
    TOTAL: money("overlaps.cost", "All schemes: cost of cases claimed twice", [])
        by("CR54", "the sum of the pairs", SOURCE)
        { sum of COST [] }
}

/// Finds and prices overlaps.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    // What takes activity away from a named group of patients, by what it takes.
    let taking = |row: &ActivityChange| row.activity.is_some_and(|activity| activity.fixed().is_negative());
    let mut claims: Vec<(Id<ActivityChange>, &ActivityChange)> =
        plan.activity_changes.iter().filter(|(_, row)| row.cohort.is_some() && taking(row)).collect();
    let key = |row: &ActivityChange| {
        (row.setting.index(), row.point_of_delivery.index(), row.provider.map_or(u32::MAX, Id::index))
    };
    put_in_order(&mut claims, &|(_, left), (_, right)| {
        key(left)
            .cmp(&key(right))
            .then_with(|| left.cohort.cmp(&right.cohort))
            .then(left.scheme.index().cmp(&right.scheme.index()))
    });
    let mut found: Vec<([u32; 2], Number, Option<Number>, [u32; 2])> = Vec::new();
    let mut start = 0;
    while let Some((_, first)) = claims.get(start) {
        let same = |other: &ActivityChange| key(other) == key(first) && other.cohort == first.cohort;
        let group: Vec<_> = claims.iter().skip(start).take_while(|(_, row)| same(row)).copied().collect();
        start += group.len();
        for (at, earlier) in group.iter().enumerate() {
            for later in group.iter().skip(at + 1).filter(|later| later.1.scheme != earlier.1.scheme) {
                found.extend(overlap(ledger, *earlier, *later));
            }
        }
    }
    put_in_order(&mut found, &|(left, ..), (right, ..)| left.cmp(right));
    for (schemes, twice, cost, rows) in found {
        // A pair that overlaps in several kinds of activity is added up under one figure each time it
        // is found; the first stands for the pair.
        if ledger.figure(&CLAIMED_TWICE, schemes).is_some() {
            continue;
        }
        let twice = ledger.publish(&CLAIMED_TWICE, schemes, twice);
        if let Some(cost) = cost {
            ledger.publish(&COST, schemes, cost);
        }
        report(ledger, schemes, &twice, rows);
    }
    crate::calculation::run_formulas(ledger, FORMULAS);
}

type Claim<'a> = (Id<ActivityChange>, &'a ActivityChange);

fn overlap(
    ledger: &Ledger<'_>,
    first: Claim<'_>,
    second: Claim<'_>,
) -> Option<([u32; 2], Number, Option<Number>, [u32; 2])> {
    let claim = |(row, change): Claim<'_>| {
        Some(ledger.cell(Table::ActivityChange, row, "activity", &change.activity?).negated())
    };
    let (first_claim, second_claim) = (claim(first)?, claim(second)?);
    let schemes = [first.1.scheme.index(), second.1.scheme.index()];
    let chosen = ledger.plan.overlap_choices.iter().find_map(|(_, choice)| {
        let pair = [choice.first.index(), choice.second.index()];
        (pair == schemes || [pair[1], pair[0]] == schemes).then_some(choice.treatment)
    });
    let both = first_claim.plus(&second_claim);
    let place = [first.1.setting.index(), first.1.point_of_delivery.index()];
    let baseline = ledger.figure(&BASELINE, place);
    let together = match (chosen, baseline) {
        (Some(OverlapTreatment::Cap), _) | (None, None) => first_claim.maximum(&second_claim),
        // Without a baseline it is not known what the first leaves.
        (Some(OverlapTreatment::Priority), Some(pool)) => both.minimum(&pool),
        (Some(OverlapTreatment::Stack) | None, Some(pool)) => {
            let one = Number::constant(whole(1), "the whole");
            let left = |claim: &Number| one.minus(&claim.over(&pool));
            pool.times(&one.minus(&left(&first_claim).times(&left(&second_claim))))
        }
        (Some(_), None) => both,
    };
    let twice = both.minus(&together);
    let cost = ledger.figure(&UNIT_COST, place).map(|unit| twice.times(&unit));
    Some((schemes, twice, cost, [first.0.index(), second.0.index()]))
}

fn report(ledger: &mut Ledger<'_>, schemes: [u32; 2], twice: &Number, rows: [u32; 2]) {
    if twice.fixed().is_zero() || twice.fixed().is_fault() {
        return;
    }
    let title = |scheme| ledger.plan.title(Table::Scheme, scheme).unwrap_or_default();
    let [first, second] = schemes.map(title);
    let message = format!(
        "\"{first}\" and \"{second}\" claim the same activity: {} cases are claimed twice.",
        crate::outcome::words::count(twice.rounded(0).value())
    );
    ledger.report(|| Finding {
        severity: Severity::Warning,
        code: "claimed-twice",
        places: rows
            .into_iter()
            .map(|row| CellAddress { table: Table::ActivityChange, row, column: "activity" })
            .collect(),
        figures: vec![CLAIMED_TWICE.about(schemes)],
        message,
        advice: "Choose in the table overlap_choices which counts: stack, cap or priority; or take one of the claims out.",
    });
}
