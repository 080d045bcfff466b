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
//! assert_eq!(outcome.text("overlap.a.b.acute.spells.claimed-twice"), "20");
//! assert_eq!(outcome.text("overlap.a.b.acute.spells.cost"), "40000");
//! ```

use super::activity::BASELINE;
use super::prices::UNIT_COST;
use crate::calculation::{
    CellAddress, Dimension, FigureKey, Finding, Ledger, Number, SCHEME, Severity, Subjects, figures, run_formulas,
    summed,
};
use crate::outcome::words;
use crate::plan::{ActivityChange, Id, OverlapTreatment, Table};
use crate::quantity::{put_in_order, whole};

const SETTING: Dimension = Dimension::Row(Table::Setting);
const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
const SOURCE: &str = "NHS Surrey, One Plan, l. 1499; NHP modelling methodology: double counting";

figures! {
    /// How many cases two schemes claim twice.
    CLAIMED_TWICE: count("overlap.{}.{}.{}.{}.claimed-twice", "{} and {}: {}, {}, cases claimed twice", [SCHEME, SCHEME, SETTING, POINT])
        by("CR54", "what both claim − what they take away together", SOURCE)
    /// What the overlap would cost.
    COST: money("overlap.{}.{}.{}.{}.cost", "{} and {}: {}, {}, cost of the cases claimed twice", [SCHEME, SCHEME, SETTING, POINT])
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
    let mut found: Vec<Overlap> = Vec::new();
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
    let mut twice = Vec::with_capacity(found.len());
    let mut costs = Vec::with_capacity(found.len());
    for overlap in &found {
        twice.push((overlap.about, overlap.twice));
        costs.extend(overlap.cost.map(|cost| (overlap.about, cost)));
    }
    // Several groups of patients or providers of one pair and kind of activity are added up.
    ledger.add(summed(&CLAIMED_TWICE, twice));
    ledger.add(summed(&COST, costs));
    for overlap in found {
        report(ledger, &overlap);
    }
    run_formulas(ledger, FORMULAS);
}

type Claim<'a> = (Id<ActivityChange>, &'a ActivityChange);

/// What two schemes claim together in one place beyond what can be taken away.
struct Overlap {
    /// The two schemes, the setting and the kind of activity.
    about: Subjects,
    twice: Number,
    cost: Option<Number>,
    /// The rows of the two claims.
    rows: [u32; 2],
}

fn overlap(ledger: &Ledger<'_>, first: Claim<'_>, second: Claim<'_>) -> Option<Overlap> {
    let claim = |(row, change): Claim<'_>| {
        Some(ledger.cell(Table::ActivityChange, row, "activity", &change.activity?).negated())
    };
    let (first_claim, second_claim) = (claim(first)?, claim(second)?);
    let [one, other] = [first.1.scheme, second.1.scheme];
    let chosen = ledger.plan.overlap_choices.iter().find_map(|(_, choice)| {
        let same = choice.first == one && choice.second == other;
        let turned = choice.first == other && choice.second == one;
        (same || turned).then_some(choice.treatment)
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
    let [setting, point] = place;
    let about = Subjects::new([one.index(), other.index(), setting, point]);
    Some(Overlap { about, twice, cost, rows: [first.0.index(), second.0.index()] })
}

fn report(ledger: &mut Ledger<'_>, overlap: &Overlap) {
    let twice = overlap.twice.fixed();
    if twice.is_zero() || twice.is_fault() {
        return;
    }
    let title = |at| ledger.plan.title(Table::Scheme, overlap.about.get(at)).unwrap_or_default();
    let message = format!(
        "\"{}\" and \"{}\" claim the same activity: {} cases are claimed twice.",
        title(0),
        title(1),
        words::count(overlap.twice.rounded(0).value())
    );
    let place = |row| CellAddress { table: Table::ActivityChange, row, column: "activity" };
    ledger.report(|| Finding {
        severity: Severity::Warning,
        code: "claimed-twice",
        places: overlap.rows.into_iter().map(place).collect(),
        figures: vec![FigureKey { kind: &CLAIMED_TWICE, subjects: overlap.about }],
        message,
        advice: "Choose in the table overlap_choices which counts: stack, cap or priority; or take one of the claims out.",
    });
}
