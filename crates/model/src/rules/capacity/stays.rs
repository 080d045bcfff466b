//! Bed days that go with stays.
//!
//! * CR36: a stay that falls away takes its days with it: bed days = stays × length of stay, beds = bed days ÷ 365 ÷
//!   occupancy. The length of stay is that of the growth of the activity, at the provider or in all, or else that of
//!   the kind of activity.
//! * Where the plan counts bed days of a setting too, they must change by as many; where it gives beds, they must follow
//!   from the first whole bed on.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "stays", "name": "Stays", "takes_a_bed": "yes", "length_of_stay": "3"}],
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "day", "name": "Home on the same day", "list": "plan"}],
//!     "activity_changes": [{"scheme": "day", "setting": "acute", "point_of_delivery": "stays", "effect": "avoided", "activity": "-40"}]
//! "#);
//! assert_eq!(outcome.text("bed-days-of-activity.acute.stays"), "120");
//! ```

use super::beds::{BED_CHANGE_ALL, BEDS_SAVED};
use crate::calculation::{
    CellAddress, FigureIndex, FigureKey, Finding, Ledger, Number, NumberTotal, POINT, SCHEME, SETTING, figures,
    findings, format, run_formulas, summed,
};
use crate::parameters::{BED_OCCUPANCY, BEDS_FOLLOW_WITHIN};
use crate::plan::{ActivityChange, Id, Plan, PointOfDelivery, Row, Table};
use crate::quantity::{Fixed, InOrder, absolute, whole};
use crate::rules::activity::CHANGE;
use crate::rules::activity::changes::CountedChanges;
use crate::rules::schemes::Repeats;

const LENGTH: &str = "Arden Cluster System Plan, l. 465, 1182-1216, 1402";

figures! {
    /// Bed days that go with the change of stays.
    DAYS: count("bed-days-of-activity.{}.{}", "{}, {}: bed days that go with the change", [SETTING, POINT])
        by("CR36", "stays that go × length of stay", LENGTH)
    /// Bed days that go with the change of the stays of a scheme.
    DAYS_OF_SCHEME: count("bed-days-of-activity.scheme.{}", "{}: bed days that go with its stays", [SCHEME])
        by("CR36", "stays that go × length of stay", LENGTH)
    /// Bed days that the plan gives for a scheme.
    DAYS_GIVEN: count("bed-days.scheme.{}", "{}: bed days that are no longer needed", [SCHEME])
        by("CR36", "the sum of the bed days that the plan gives", LENGTH)
        { BedDays [scheme] = days }
    /// What bed days lack of those that go with stays.
    DIFFERENCE: count("bed-days-of-activity.{}.difference", "{}: bed days that go with stays and stay in the plan", [SETTING])
        by("CR36", "bed days that go with stays + change of the bed days of the setting", LENGTH)
    /// Beds that go with stays.
    BEDS: number("beds-of-activity", "Beds that go with the change of stays", [])
        by("CR36", "bed days that go ÷ 365 ÷ occupancy", LENGTH)
}

findings! {
    /// The change of bed days is not that of the stays times their length, and rounding does not explain it.
    BED_DAYS_DO_NOT_FOLLOW: warning(
        "bed-days-do-not-follow",
        "Give the change of bed days too, or correct the stays or their length."
    )
    /// The stays or bed days that go, or the stays that come, make at least one bed fewer or more, and the planned beds do
    /// not change by about as many.
    BEDS_DO_NOT_FOLLOW: warning(
        "beds-do-not-follow",
        "Say which beds close, or what else they are used for; or where the beds come from that are needed."
    )
}

/// Computes the bed days that go with stays, and holds bed days and beds against them.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    let plan = ledger.plan;
    let lengths = Lengths::of(plan);
    if lengths.are_not_given() {
        return;
    }
    let counted = CountedChanges::of(plan);
    let once = Repeats::of(plan).counted_changes(plan);
    let (mut of_places, mut of_schemes, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (row, change) in plan.activity_changes.iter() {
        let Some(activity) = change.activity().filter(|_| counted.has_activity(row.index())) else { continue };
        let Some(length) = lengths.find(change) else { continue };
        let days = Number::cell(activity).negated().times(&length);
        of_schemes.push((FigureIndex::new([change.scheme().index()]), days));
        if once.has(row.index()) {
            let place = [change.setting().index(), change.point_of_delivery().index()];
            of_places.push((FigureIndex::new(place), days));
            rows.push((change.setting().index(), row.index()));
        }
    }
    if of_schemes.is_empty() {
        return;
    }
    ledger.add(summed(&DAYS, of_places));
    ledger.add(summed(&DAYS_OF_SCHEME, of_schemes));
    let mut all = NumberTotal::default();
    let days = ledger.all(&DAYS);
    days.iter().for_each(|(_, days)| all.add(days));
    rows.order_by(Ord::cmp);
    for of_setting in days.chunk_by(|(left, _), (right, _)| left.index.get(0) == right.index.get(0)) {
        hold_bed_days(ledger, of_setting, &rows);
    }
    if let Some(occupancy) = ledger.parameter(&BED_OCCUPANCY, None) {
        let days_of_a_year = Number::constant(whole(365), "days of a year");
        let beds = ledger.publish(&BEDS, [], all.finish().over(&days_of_a_year).over(&occupancy));
        hold_beds(ledger, &beds);
    }
}

/// Whether a kind of activity is bed days.
pub(super) fn counts_days(point: Row<'_, PointOfDelivery>) -> bool {
    let words = point.counted_in().unwrap_or_default().to_lowercase().replace('-', " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ").ends_with("bed days")
}

/// The bed days that a plan counts in a setting must change with the stays there.
fn hold_bed_days(ledger: &mut Ledger<'_>, days: &[(FigureKey, Number)], rows: &[(u32, u32)]) {
    let plan = ledger.plan;
    let Some(setting) = days.first().map(|(key, _)| key.index.get(0)) else { return };
    let mut change = NumberTotal::default();
    let mut is_counted = false;
    for (point, _) in plan.points_of_delivery.iter().filter(|(_, row)| counts_days(*row) && row.part_of().is_none()) {
        let place = [setting, point.index()];
        // Where there is a baseline there is a change, if only of nothing.
        if let Some(of_point) = ledger.figure(&CHANGE, place) {
            is_counted = true;
            change.add(&of_point);
        }
    }
    // What a row does not say of the days may be all that is lacking.
    let is_open = plan.activity_changes.iter().any(|(_, row)| {
        let point = plan.points_of_delivery.get(row.point_of_delivery());
        row.setting().index() == setting && row.activity().is_none() && point.is_some_and(counts_days)
    });
    if !is_counted || is_open {
        return;
    }
    let mut go = NumberTotal::default();
    days.iter().for_each(|(_, days)| go.add(days));
    let (go, change) = (go.finish(), change.finish());
    let difference = ledger.publish(&DIFFERENCE, [setting], go.plus(&change));
    let Ok(apart) = difference.shown().value() else { return };
    if apart.is_zero() {
        return;
    }
    let shown = |number: &Number| format::count(number.shown().value());
    let message = format!(
        "{}: {} bed days go with the change of its stays, but its bed days change by {}.",
        plan.title(Table::Setting, setting).unwrap_or_default(),
        shown(&go),
        shown(&change)
    );
    let first = rows.partition_point(|(other, _)| *other < setting);
    let here = rows.iter().skip(first).take_while(|(other, _)| *other == setting);
    let cell = |row| CellAddress { table: Table::ActivityChange, row, column: "activity" };
    let cells: Vec<CellAddress> = here.map(|(_, row)| cell(*row)).collect();
    let key = DIFFERENCE.at([setting]);
    ledger.report_beyond_rounding(key, absolute(apart), || {
        Finding::of(&BED_DAYS_DO_NOT_FOLLOW, message)
            .at_cells(cells)
            .figure(key)
            .figures(days.iter().map(|(key, _)| *key))
    });
}

/// Beds must change with the stays, from the first whole bed on.
fn hold_beds(ledger: &mut Ledger<'_>, go: &Number) {
    let Some(change) = ledger.figure(&BED_CHANGE_ALL, []) else { return };
    let (one, beds) = (Number::the_whole().shown(), go.shown());
    let fewer = !beds.is_negative();
    let size = if fewer { beds } else { beds.negated() };
    if beds.is_fault() || size.is_below(one) {
        return;
    }
    let change = change.shown();
    let follows = if fewer { change.is_negative() } else { !change.is_negative() && !change.is_zero() };
    if follows && (ledger.lacking().has(&BED_CHANGE_ALL) || is_about(ledger, absolute_of(change), up_to(ledger, size)))
    {
        return;
    }
    // Where demand grows, the beds that the stays leave may be needed again.
    if fewer && size.negated().is_below(change) && demand_grows(ledger.plan) {
        return;
    }
    let (what, advice) = if fewer {
        ("Beds that the stays that go no longer need", "Say which beds close, or what else they are used for.")
    } else {
        ("Beds that the stays that come need", "Say where the beds come from.")
    };
    let message = format!(
        "{what}: {}. The beds that are planned change by {}.",
        format::number(size.rounded(1).value()),
        format::count(change.value())
    );
    let rows: Vec<CellAddress> = ledger
        .plan
        .beds
        .iter()
        .map(|(row, _)| CellAddress { table: Table::ProviderBeds, row: row.index(), column: "plan" })
        .collect();
    ledger.report(|| {
        Finding::of(&BEDS_DO_NOT_FOLLOW, message)
            .at_cells(rows)
            .figures([BEDS.at([]), BED_CHANGE_ALL.at([])])
            .advise(advice)
    });
}

/// Whether the plan expects more stays that take a bed.
fn demand_grows(plan: &Plan) -> bool {
    plan.activity_growth.iter().any(|(_, growth)| {
        let takes_a_bed = plan.points_of_delivery.get(growth.point_of_delivery()).and_then(|kind| kind.takes_a_bed());
        takes_a_bed == Some(true) && growth.rate().is_some_and(|rate| Fixed::ZERO.is_below(Number::cell(rate).shown()))
    })
}

/// The beds that may change with stays: those of the stays, and those for which bed days stand beside them.
fn up_to(ledger: &Ledger<'_>, of_stays: Fixed) -> [Fixed; 2] {
    let mut all = NumberTotal::default();
    ledger.all(&BEDS_SAVED).iter().for_each(|(_, beds)| all.add(beds));
    [of_stays, of_stays.plus(absolute_of(all.finish().shown()))]
}

/// Whether a change of beds lies within what it should be at least and at most, apart from one bed, or from the part by
/// which beds may differ.
pub(super) fn is_about(ledger: &Ledger<'_>, change: Fixed, [least, most]: [Fixed; 2]) -> bool {
    let Some(part) = ledger.parameter(&BEDS_FOLLOW_WITHIN, None).map(|part| part.shown()) else { return true };
    let margin = |beds: Fixed| absolute_of(beds.times(part)).maximum(Fixed::ONE);
    let is_below = change.is_below(least.minus(margin(least)));
    let is_above = most.plus(margin(most)).is_below(change);
    !is_below && !is_above
}

fn absolute_of(number: Fixed) -> Fixed {
    number.maximum(number.negated())
}

/// How long stays are, by setting, point of delivery and provider.
struct Lengths<'a> {
    plan: &'a Plan,
    of_growth: Vec<([u32; 3], Number)>,
}

impl<'a> Lengths<'a> {
    fn of(plan: &'a Plan) -> Self {
        let about = plan.activity_growth.iter().filter_map(|(_, growth)| {
            let provider = growth.provider().map_or(u32::MAX, Id::index);
            let place = [growth.setting().index(), growth.point_of_delivery().index(), provider];
            Some((place, Number::cell(growth.length_of_stay()?)))
        });
        let mut of_growth: Vec<_> = about.collect();
        of_growth.order_by_key(|(place, _)| *place);
        Self { plan, of_growth }
    }

    /// Whether none is given at all.
    fn are_not_given(&self) -> bool {
        self.of_growth.is_empty() && self.plan.points_of_delivery.is_unused(PointOfDelivery::length_of_stay)
    }

    /// The length of the stays of a change; nothing where they take no bed or it is not given.
    fn find(&self, change: Row<'_, ActivityChange>) -> Option<Number> {
        let point = self.plan.points_of_delivery.get(change.point_of_delivery())?;
        if point.takes_a_bed() == Some(false) {
            return None;
        }
        let place = |provider| [change.setting().index(), change.point_of_delivery().index(), provider];
        let provider = change.provider().map(|provider| place(provider.index()));
        let of_growth = provider.into_iter().chain([place(u32::MAX)]).find_map(|place| {
            let at = self.of_growth.partition_point(|(other, _)| *other < place);
            self.of_growth.get(at).filter(|(other, _)| *other == place).map(|(_, length)| *length)
        });
        of_growth.or_else(|| point.length_of_stay().map(Number::cell))
    }
}
