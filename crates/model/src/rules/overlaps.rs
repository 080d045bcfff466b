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

mod claims;

use super::activity::BASELINE;
use super::activity::changes::CountedChanges;
use super::activity::providers::{activity_of_providers, of_provider};
use super::prices::unit_costs::UNIT_COST;
use super::schemes::Repeats;
use super::titles::Titles;
use crate::calculation::{
    FigureIndex, FigureKey, Finding, Ledger, Number, NumberTotal, POINT, SCHEME, SETTING, figures, findings, format,
    summed,
};
use crate::plan::{ActivityChange, Id, OverlapTreatment, Plan, Row, Table};
use crate::quantity::InOrder;
use claims::{Claim, ClaimRow, MOST_IN_A_GROUP, by_patients, by_scheme, cells, report_mixed_places, report_too_many};

const SOURCE: &str = "NHS Surrey, One Plan, l. 1499; NHP modelling methodology: double counting";

figures! {
    /// How many cases two schemes claim twice.
    CLAIMED_TWICE: count("overlap.{}.{}.{}.{}.claimed-twice", "{} and {}: {}, {}, cases claimed twice", [SCHEME, SCHEME, SETTING, POINT])
        by("CR54", "what both claim − what they take away together", SOURCE)
    /// How many cases all schemes of a group of patients claim more than once.
    CLAIMED_BY_ALL: count("overlaps.{}.{}.claimed-more-than-once", "{}, {}: cases that three or more schemes claim more than once", [SETTING, POINT])
        by("CR54", "what all of them claim − what they take away together", SOURCE)
    /// What the overlap would cost.
    COST: money("overlap.{}.{}.{}.{}.cost", "{} and {}: {}, {}, cost of the cases claimed twice", [SCHEME, SCHEME, SETTING, POINT])
        by("CR54", "cases claimed twice × unit cost of the baseline", SOURCE)
}

findings! {
    /// More than two schemes claim the same activity, and how they overlap is not chosen in one way for all of them.
    OVERLAP_CHOICES_MIXED: information(
        "overlap-choices-mixed",
        "Choose the same for every two of them in the table overlap_choices."
    )
    /// Two schemes claim the same activity of the same patients. How many cases they claim twice is worked out as the table
    /// overlap_choices says; the plan counts both claims as they are given.
    ONE_ACTIVITY_CLAIMED_TWICE: warning(
        "claimed-twice",
        "Take the cases that are claimed twice off one of the two claims: the plan counts both. How many they are depends \
         on what the table overlap_choices says of the two: stack, cap or priority."
    )
    ..claims
}

/// What a claim is about besides its patients: the setting, the point of delivery and the provider.
fn place(row: Row<'_, ActivityChange>) -> (u32, u32, u32) {
    (row.setting().index(), row.point_of_delivery().index(), row.provider().map_or(u32::MAX, Id::index))
}

/// The claims, those of the same activity of the same patients together. A claim takes activity away from a named group of
/// patients. Of schemes that are the same, the one that says it makes the claim.
fn claims_in_order(plan: &Plan) -> Vec<ClaimRow<'_>> {
    let once = Repeats::of(plan).counted_changes(plan);
    let taking =
        |row: Row<'_, ActivityChange>| row.activity().is_some_and(|activity| Number::cell(activity).is_negative());
    // A total is no claim of its own beside those of the providers.
    let counted = CountedChanges::of(plan);
    let is_claim = |row: Id<ActivityChange>, change: Row<'_, ActivityChange>| {
        change.cohort().is_some() && once.has(row.index()) && taking(change) && !counted.is_total(row.index())
    };
    let mut claims: Vec<ClaimRow<'_>> =
        plan.activity_changes.iter().filter(|(row, change)| is_claim(*row, *change)).collect();
    // By their identifiers, so that what an overlap is called does not depend on the order of the rows.
    let identifier = |row: Row<'_, ActivityChange>| plan.identifier(Table::Scheme, row.scheme().index());
    claims.order_by(|(_, left), (_, right)| {
        let groups = place(*left).cmp(&place(*right)).then_with(|| by_patients(left, right));
        groups.then_with(|| identifier(*left).cmp(&identifier(*right)))
    });
    claims
}

/// What schemes claim more than once.
struct Overlaps<'a> {
    /// Two at a time.
    found: Vec<Overlap<'a>>,
    /// All of a group together.
    by_all: Vec<(FigureIndex, Number)>,
}

impl<'a> Overlaps<'a> {
    /// Those of claims that are in their order.
    fn of(ledger: &mut Ledger<'_>, claims: &'a [ClaimRow<'a>]) -> Self {
        let choices = Choices::of(ledger.plan);
        let pools = Pools(activity_of_providers(ledger));
        let mut overlaps = Self { found: Vec::new(), by_all: Vec::new() };
        let same = |left: &Row<'_, ActivityChange>, right: &Row<'_, ActivityChange>| {
            place(*left) == place(*right) && by_patients(left, right).is_eq()
        };
        for group in claims.chunk_by(|(_, left), (_, right)| same(left, right)) {
            let claims = by_scheme(group);
            if claims.len() > MOST_IN_A_GROUP {
                report_too_many(ledger, group, claims.len());
                continue;
            }
            for (at, earlier) in claims.iter().enumerate() {
                for later in claims.iter().skip(at + 1) {
                    overlaps.found.push(overlap(ledger, &choices, &pools, earlier, later));
                }
            }
            overlaps.by_all.extend(claimed_by_all(ledger, &choices, &pools, &claims));
        }
        overlaps
    }
}

/// Finds and prices overlaps.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.activity_changes.is_unused(ActivityChange::cohort) {
        return;
    }
    let claims = claims_in_order(plan);
    report_mixed_places(ledger, &claims);
    let Overlaps { found, by_all } = Overlaps::of(ledger, &claims);
    let mut twice = Vec::with_capacity(found.len());
    let mut costs = Vec::with_capacity(found.len());
    for overlap in &found {
        twice.push((overlap.about, overlap.twice));
        costs.extend(overlap.cost.map(|cost| (overlap.about, cost)));
    }
    // Several groups of patients or providers of one pair and kind of activity are added up.
    ledger.add(summed(&CLAIMED_TWICE, twice));
    ledger.add(summed(&CLAIMED_BY_ALL, by_all));
    ledger.add(summed(&COST, costs));
    if ledger.wants_findings() {
        let names = Titles::of(plan, Table::Scheme);
        for overlap in found {
            report(ledger, &names, &overlap);
        }
    }
}

/// Two schemes, whichever is named first.
fn either_way([first, second]: [u32; 2]) -> [u32; 2] {
    [first.min(second), first.max(second)]
}

/// What the plan chooses for every two schemes, sorted by the schemes.
struct Choices(Vec<([u32; 2], OverlapTreatment)>);

impl Choices {
    fn of(plan: &Plan) -> Self {
        let mut choices: Vec<_> = plan
            .overlap_choices
            .iter()
            .map(|(_, row)| (either_way([row.first().index(), row.second().index()]), row.treatment()))
            .collect();
        choices.order_by_key(|(schemes, treatment)| (*schemes, *treatment as u32));
        Self(choices)
    }

    fn find(&self, schemes: [u32; 2]) -> Option<OverlapTreatment> {
        let schemes = either_way(schemes);
        let at = self.0.partition_point(|(of, _)| *of < schemes);
        self.0.get(at).filter(|(of, _)| *of == schemes).map(|(_, treatment)| *treatment)
    }
}

/// By how much two schemes together claim more in one place than they can take away.
struct Overlap<'a> {
    /// The two schemes, the setting and the kind of activity.
    about: FigureIndex,
    twice: Number,
    cost: Option<Number>,
    /// The rows of the two claims.
    rows: [&'a [ClaimRow<'a>]; 2],
    /// What the plan chooses for the two.
    chosen: Option<OverlapTreatment>,
}

/// The activity from which schemes take: that of the provider, where it is given, or of the place.
struct Pools(Vec<([u32; 3], Number)>);

impl Pools {
    fn find(&self, ledger: &Ledger<'_>, change: Row<'_, ActivityChange>) -> Option<Number> {
        let [setting, point] = [change.setting().index(), change.point_of_delivery().index()];
        let of_provider =
            change.provider().and_then(|provider| of_provider(&self.0, [setting, point, provider.index()]));
        of_provider.or_else(|| ledger.figure(&BASELINE, [setting, point]))
    }
}

/// What schemes take from a pool if they work one after the other: 1 − (1 − a)(1 − b)… of it, where a, b, … are their
/// shares of the pool. No scheme takes more than there is.
fn stacked(pool: &Number, cases: impl Iterator<Item = Number>) -> Number {
    if pool.is_zero() {
        return Number::nothing();
    }
    // Each leaves its part of what those before it leave; multiplied first, so that a third of three is one.
    let left = cases.fold(*pool, |left, cases| left.times(&pool.minus(&cases.minimum(pool))).over(pool));
    pool.minus(&left)
}

/// By how much three or more schemes claim more than they can take away together. The overlaps of every two of them
/// would count more than once what all of them claim.
fn claimed_by_all(
    ledger: &mut Ledger<'_>,
    choices: &Choices,
    pools: &Pools,
    claims: &[Claim<'_>],
) -> Option<(FigureIndex, Number)> {
    let plan = ledger.plan;
    let [first, _, _, ..] = claims else { return None };
    let mut total = NumberTotal::default();
    claims.iter().for_each(|claim| total.add(&claim.cases));
    let total = total.finish();
    let largest = claims.iter().map(|claim| claim.cases).reduce(|left, right| left.maximum(&right))?;
    let pairs =
        claims.iter().enumerate().flat_map(|(at, one)| claims.iter().skip(at + 1).map(move |other| (one, other)));
    let mut chosen =
        pairs.map(|(one, other)| choices.find([one.change.scheme().index(), other.change.scheme().index()]));
    let choice = chosen.next().flatten();
    let mixed = chosen.any(|other| other != choice);
    if mixed {
        ledger.report(|| {
            Finding::of(
                &OVERLAP_CHOICES_MIXED,
                format!(
                    "{} schemes claim the same activity of \"{}\", and it is not chosen in \
                     one way for all of them: what they take together is worked out as if \
                     one followed the other.",
                    claims.len(),
                    first.change.cohort().unwrap_or_default()
                ),
            )
            .at_each(plan, claims.iter().flat_map(|claim| cells(claim.rows, "cohort")))
        });
    }
    let together = match (choice.filter(|_| !mixed), pools.find(ledger, first.change)) {
        (Some(OverlapTreatment::Cap), Some(pool)) => largest.minimum(&pool),
        (_, None) => largest,
        (Some(OverlapTreatment::Priority), Some(pool)) => total.minimum(&pool),
        (Some(OverlapTreatment::Stack) | None, Some(pool)) => stacked(&pool, claims.iter().map(|claim| claim.cases)),
    };
    let place = [first.change.setting().index(), first.change.point_of_delivery().index()];
    Some((FigureIndex::new(place), total.minus(&together)))
}

fn overlap<'a>(
    ledger: &Ledger<'_>,
    choices: &Choices,
    pools: &Pools,
    first: &Claim<'a>,
    second: &Claim<'a>,
) -> Overlap<'a> {
    let [one, other] = [first.change.scheme().index(), second.change.scheme().index()];
    let place = [first.change.setting().index(), first.change.point_of_delivery().index()];
    let chosen = choices.find([one, other]);
    let both = first.cases.plus(&second.cases);
    let larger = first.cases.maximum(&second.cases);
    let together = match (chosen, pools.find(ledger, first.change)) {
        (Some(OverlapTreatment::Cap), Some(pool)) => larger.minimum(&pool),
        (Some(OverlapTreatment::Priority), Some(pool)) => both.minimum(&pool),
        (Some(OverlapTreatment::Stack) | None, Some(pool)) => stacked(&pool, [first.cases, second.cases].into_iter()),
        // Without a baseline it is not known what the first scheme leaves: only the larger claim is certain.
        (_, None) => larger,
    };
    let twice = both.minus(&together);
    let cost = ledger.figure(&UNIT_COST, place).map(|unit| twice.times(&unit));
    let [setting, point] = place;
    Overlap {
        about: FigureIndex::new([one, other, setting, point]),
        twice,
        cost,
        rows: [first.rows, second.rows],
        chosen,
    }
}

fn report(ledger: &mut Ledger<'_>, names: &Titles<'_>, overlap: &Overlap<'_>) {
    let twice = overlap.twice.shown();
    if twice.is_zero() || twice.is_fault() {
        return;
    }
    let title = |at| names.get(overlap.about.get(at));
    let message = format!(
        "\"{}\" and \"{}\" claim the same activity: {} cases are claimed twice{}.",
        title(0),
        title(1),
        format::count(twice.rounded(0).value()),
        overlap.chosen.map_or_else(String::new, |chosen| format!(" by the choice \"{}\"", chosen.word()))
    );
    let plan = ledger.plan;
    let [first, second] = overlap.rows;
    ledger.report(|| {
        Finding::of(&ONE_ACTIVITY_CLAIMED_TWICE, message)
            .at_each(plan, cells(first, "activity"))
            .at_each(plan, cells(second, "activity"))
            .figure(FigureKey { kind: &CLAIMED_TWICE, index: overlap.about })
    });
}
