//! Staff, beds and room.
//!
//! * CR35: change of beds. CR36: beds = bed days ÷ 365 ÷ occupancy. CR37: activity that is removed
//!   while no bed is removed is a finding. CR38: position of the next year = position + increase.
//!   CR39: staff by group.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "bed_days": [{"id": "frail", "name": "Frail older people", "days": "75,000", "definition": "midnight", "occupancy": "92%"}],
//!     "workforce_trajectories": [{"id": "visitors", "name": "Health visitors"}],
//!     "workforce_years": [
//!         {"trajectory": "visitors", "year": "2011/12", "position": "113.3", "increase": "26"},
//!         {"trajectory": "visitors", "year": "2012/13", "increase": "28"},
//!         {"trajectory": "visitors", "year": "2013/14"}
//!     ]
//! "#);
//! assert_eq!(&outcome.text("bed-days.frail.beds")[..6], "223.34");
//! assert_eq!(outcome.text("workforce.visitors.position.2013-14"), "167.3");
//! assert_eq!(outcome.text("workforce.visitors.increase"), "54");
//! ```

use super::activity::{BASELINE, CHANGE};
use super::delays::delays;
use super::overlaps::{activity_of_providers, of_provider};
use super::part_year::months_in_force;
use crate::calculation::{
    CellAddress, Dimension, Fails, FigureKey, FigureKind, Finding, Key, Ledger, Number, NumberTotal, ORGANISATION,
    PROGRAMME, Severity, Term, Test, YEAR, column, figures, format, run_formulas, run_tests,
};
use crate::parameters::{BED_OCCUPANCY, BEDS_FOLLOW_FROM, JOB_UPTAKE};
use crate::plan::{ActivityEffect, ActivityGrowth, FinancialYear, Id, PlanDetails, Scheme, StaffCategory, Table};
use crate::quantity::{put_in_order, whole};

const GROUP: Dimension = Dimension::Row(Table::StaffGroup);
const TRAJECTORY: Dimension = Dimension::Row(Table::WorkforceTrajectory);
const DAYS: Dimension = Dimension::Row(Table::BedDays);
const SETTING: Dimension = Dimension::Row(Table::Setting);
const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
const STAFF: &str = "Arden Cluster System Plan, l. 409-416";
const VISITORS: &str = "Arden Cluster System Plan, l. 386-395";
const BEDS: &str = "Arden Cluster System Plan, l. 1500-1507";
const BED_DAYS_SOURCE: &str = "Arden Cluster System Plan, l. 465, 1182-1216";
const IMPACT: &str = "Arden Cluster System Plan, l. 1509-1577; NHS Surrey, One Plan, l. 1056";
const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";
const FORWARD: &str = "Arden Cluster System Plan, l. 882, 1402";
const DELAYS: &str = "Arden Cluster System Plan, l. 346";
const ROOM: &str = "Arden Cluster System Plan, l. 224, 407";

figures! {
    /// The change of a group of staff.
    STAFF_CHANGE: number("workforce.group.{}.change", "{}: change", [GROUP])
        by("CR39", "plan − baseline", STAFF)
        { StaffGroup [*] = plan - baseline }
    /// The change of all groups of an organisation.
    STAFF_OF: number("workforce.{}.change", "{}: change of its staff", [ORGANISATION])
        by("CR39", "the sum of its groups", TRIANGLE)
        { StaffGroup [organisation] = plan - baseline }
    /// All staff at the start.
    STAFF_BASELINE: number("workforce.total.baseline", "All staff: baseline", [])
        by("CR39", "the sum of the groups", STAFF)
        { StaffGroup [] = baseline }
    /// All staff planned.
    STAFF_PLAN: number("workforce.total.plan", "All staff: plan", [])
        by("CR39", "the sum of the groups", STAFF)
        { StaffGroup [] = plan }
    /// The change of all staff.
    STAFF_CHANGE_ALL: number("workforce.total.change", "All staff: change", [])
        by("CR39", "the sum of the groups", STAFF)
        { sum of STAFF_CHANGE [] }
    /// The change of all staff in per cent.
    STAFF_PERCENT: percent("workforce.total.change-percent", "All staff: change in per cent", [])
        by("CR39", "change ÷ baseline", STAFF)
        { from STAFF_CHANGE_ALL [] = {Term::Each} / [STAFF_BASELINE] }

    /// The increase that a year brings, as the plan gives it.
    INCREASE: number("workforce.{}.increase.{}", "{}: increase, {}", [TRAJECTORY, YEAR])
        by("CR38", "the increase that the plan gives", VISITORS)
        { WorkforceYear [trajectory, year] = increase }
    /// The increase that students, uptake and leavers make.
    SUPPLY: number("workforce.{}.supply.{}", "{}: supply, {}", [TRAJECTORY, YEAR])
        by("CR38", "students × (1 − attrition) × uptake − leavers (form implied)", VISITORS)
        { WorkforceYear [trajectory, year] = ((students * ({Term::ONE} - (attrition or {Term::NOTHING}))) *
            (uptake or {Term::Parameter(&JOB_UPTAKE)})) - (leavers or {Term::NOTHING}) }
    /// The position of a year.
    POSITION: number("workforce.{}.position.{}", "{}: in post, {}", [TRAJECTORY, YEAR])
        by("CR38", "position of the year before + increase of the year before", VISITORS)
    /// The increase over all years.
    INCREASE_ALL: number("workforce.{}.increase", "{}: increase over all years", [TRAJECTORY])
        by("CR38", "the sum of the years", VISITORS)
        { sum of INCREASE [0] }
    /// The supply over all years.
    SUPPLY_ALL: number("workforce.{}.supply", "{}: supply over all years", [TRAJECTORY])
        by("CR38", "the sum of the years", VISITORS)
        { sum of SUPPLY [0] }
    /// What the increase, or else the supply, lacks of its target.
    TARGET_GAP: number("workforce.{}.against-target", "{}: increase less target", [TRAJECTORY])
        by("CR38", "increase over all years − target", "Arden Cluster System Plan, l. 520; NHS Surrey, One Plan, l. 395")
    /// What programmes change in the workforce.
    IMPACT_OF_PROGRAMME: number("workforce.impact.programme.{}", "{}: change of the workforce", [PROGRAMME])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [programme] if (moves_to empty) = wte }
    /// What work programmes change in the workforce.
    IMPACT_OF_WORK_PROGRAMME: number("workforce.impact.work-programme.{}", "{}: change of the workforce", [Dimension::Row(Table::WorkProgramme)])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [work_programme] if (moves_to empty) = wte }
    /// What changes in the workforce in a year.
    IMPACT_OF_YEAR: number("workforce.impact.year.{}", "Change of the workforce in {}", [YEAR])
        by("CR39", "the sum of the rows in which staff do not move", IMPACT)
        { WorkforceImpact [year] if (moves_to empty) = wte }
    /// What moves from one organisation to another.
    MOVES: number("staff-moves.{}.{}", "Staff that move from {} to {}", [ORGANISATION, ORGANISATION])
        by("CR39", "the sum of the rows", "NHS Surrey, One Plan, l. 379; Arden Cluster System Plan, l. 1529")
        { WorkforceImpact [organisation, moves_to] = wte }
    /// How many doctors a rota keeps for each site.
    ROTA: number("rota.{}.for-each-site", "{}: doctors left for each site", [Dimension::Row(Table::Rota)])
        by("CR37", "(doctors − leaving) ÷ sites", "Arden Cluster System Plan, l. 1305")
        { Rota [*] = (doctors - (leaving or {Term::NOTHING})) / sites }
    /// What a rota lacks.
    ROTA_SHORT: number("rota.{}.short", "{}: doctors short for each site", [Dimension::Row(Table::Rota)])
        by("CR37", "needed − left for each site", "Arden Cluster System Plan, l. 1305")
        { Rota [*] = needed - [ROTA] }
    /// What changes in the workforce of an organisation.
    IMPACT_OF_ORGANISATION: number("workforce.impact.organisation.{}", "{}: change of the workforce", [ORGANISATION])
        by("CR39", "the sum of the rows", TRIANGLE)
        { WorkforceImpact [organisation] if (moves_to empty) = wte }
    /// Demand for a kind of activity in a year if it grows as before.
    DEMAND: count("demand.{}.{}.{}", "{}, {}: demand in {}", [SETTING, POINT, YEAR])
        by("CR37", "baseline × (1 + growth), for each year since the base", FORWARD)
    /// The same with what the schemes change.
    DEMAND_AFTER: count("demand.{}.{}.after-schemes.{}", "{}, {}: demand after schemes in {}", [SETTING, POINT, YEAR])
        by("CR37", "demand + change by the schemes whose list is for the year or an earlier one, in the months in which they are in force", FORWARD)
    /// The beds that the demand after schemes needs.
    DEMAND_BEDS: number("demand.{}.{}.beds.{}", "{}, {}: beds needed in {}", [SETTING, POINT, YEAR])
        by("CR36", "demand after schemes × length of stay ÷ 365 ÷ occupancy", FORWARD)
    /// Demand at one provider in a year if it grows as before.
    PROVIDER_DEMAND: count("provider-demand.{}.{}.{}.{}", "{}, {}, {}: demand in {}", [ORGANISATION, SETTING, POINT, YEAR])
        by("CR37", "baseline × (1 + growth), for each year since the base", FORWARD)
    /// The same with what the schemes change at it.
    PROVIDER_DEMAND_AFTER: count("provider-demand.{}.{}.{}.after-schemes.{}", "{}, {}, {}: demand after schemes in {}", [ORGANISATION, SETTING, POINT, YEAR])
        by("CR37", "demand + change by the schemes whose list is for the year or an earlier one, in the months in which they are in force", FORWARD)
    /// The beds that it needs for them.
    PROVIDER_DEMAND_BEDS: number("provider-demand.{}.{}.{}.beds.{}", "{}, {}, {}: beds needed in {}", [ORGANISATION, SETTING, POINT, YEAR])
        by("CR36", "demand after schemes × length of stay ÷ 365 ÷ occupancy", FORWARD)
    /// What changes by kind of staff.
    IMPACT_OF_CATEGORY: number("workforce.impact.category.{}", "Change of the workforce: {}", [Dimension::Choice(StaffCategory::CHOICES)])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [category] if (moves_to empty) = wte }

    /// The change of a provider's beds.
    BED_CHANGE: count("beds.{}.change", "{}: change in beds", [ORGANISATION])
        by("CR35", "plan − now", BEDS)
        { ProviderBeds [provider] = plan - now }
    /// The change in per cent.
    BED_PERCENT: percent("beds.{}.change-percent", "{}: change in beds in per cent", [ORGANISATION])
        by("CR35", "plan ÷ now − 1", BEDS)
        { ProviderBeds [provider] = (plan - now) / now }
    /// All beds now.
    BEDS_NOW: count("beds.total.now", "All beds: now", [])
        by("CR35", "the sum of the providers", BEDS)
        { ProviderBeds [] = now }
    /// All beds planned.
    BEDS_PLAN: count("beds.total.plan", "All beds: plan", [])
        by("CR35", "the sum of the providers", BEDS)
        { ProviderBeds [] = plan }
    /// The change of all beds.
    BED_CHANGE_ALL: count("beds.total.change", "All beds: change", [])
        by("CR35", "the sum of the providers", BEDS)
        { sum of BED_CHANGE [] }
    /// The change of all beds in per cent.
    BED_PERCENT_ALL: percent("beds.total.change-percent", "All beds: change in per cent", [])
        by("CR35", "change ÷ now", BEDS)
        { from BED_CHANGE_ALL [] = {Term::Each} / [BEDS_NOW] }
    /// Bed days that are no longer needed.
    BED_DAYS: count("bed-days.{}.days", "{}: bed days", [DAYS])
        by("CR36", "the number that the plan gives", BED_DAYS_SOURCE)
        { BedDays [*] = days }
    /// The beds for which bed days stand at full occupancy.
    BEDS_AT_FULL: number("bed-days.{}.beds-at-full-occupancy", "{}: beds at full occupancy", [DAYS])
        by("CR36", "bed days ÷ 365", BED_DAYS_SOURCE)
        { BedDays [*] = days / {Term::Whole(365, "days of a year")} }
    /// The beds for which bed days stand.
    BEDS_SAVED: number("bed-days.{}.beds", "{}: beds", [DAYS])
        by("CR36", "bed days ÷ 365 ÷ occupancy", BED_DAYS_SOURCE)
        { BedDays [*] = (days / {Term::Whole(365, "days of a year")}) / (occupancy or {Term::Parameter(&BED_OCCUPANCY)}) }

    /// Bed days above the target of delays.
    DELAY_DAYS: count("bed-days.{}.above-target", "{}: bed days of delays above target", [DAYS])
        by("CR36", "bed days × (delays − target, where they are above it) ÷ delays", DELAYS)
        { BedDays [*] = (days * {Term::Larger(&[Term::Less(&[DELAYED, DELAYED_TARGET]), Term::NOTHING])}) / {DELAYED} }
    /// The beds for which they stand.
    DELAY_BEDS: number("bed-days.{}.beds-above-target", "{}: beds taken by delays above target", [DAYS])
        by("CR36", "bed days above target ÷ 365 ÷ occupancy", DELAYS)
        { BedDays [*] = ([DELAY_DAYS] / {Term::Whole(365, "days of a year")}) / (occupancy or {Term::Parameter(&BED_OCCUPANCY)}) }
    /// Bed days for each delayed patient.
    DELAY_LENGTH: number("bed-days.{}.for-each-delay", "{}: bed days for each delay", [DAYS])
        by("CR36", "bed days ÷ delays", DELAYS)
        { BedDays [*] = days / {DELAYED} }

    /// What schemes change at a provider in what it is paid for activity.
    PROVIDER_COST: money("provider-activity.{}.cost-change", "{}: change in the cost of activity", [ORGANISATION])
        by("CR33", "the sum of the schemes", TRIANGLE)
        { ActivityChange [provider] = cost }
    /// What schemes change at a provider in one kind of activity.
    PROVIDER_CHANGE: count("provider-activity.{}.{}.change", "{}: {}, change", [ORGANISATION, POINT])
        by("CR33", "the sum of the schemes", "Arden Cluster System Plan, l. 1459-1474")
        { ActivityChange [provider, point_of_delivery] = activity }
    /// What schemes change at all providers in one kind of activity.
    PROVIDERS_CHANGE: count("provider-activity.total.{}.change", "All providers: {}, change", [POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { sum of PROVIDER_CHANGE [1] }
    /// Activity that is new: what a new offer of service brings that was not there before.
    NEW_ACTIVITY: count("activity-that-is-new.{}.{}", "{}, {}: new activity", [SETTING, POINT])
        by("CR33", "the sum of the changes that are new", "NHS Surrey, One Plan, l. 558")
        { ActivityChange [setting, point_of_delivery] if (effect is ActivityEffect::New) = activity }
    /// What one scheme changes at all providers.
    SCHEME_CHANGE: count("provider-activity.scheme.{}.{}.change", "{}: {}, change at all providers", [crate::calculation::SCHEME, POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { ActivityChange [scheme, point_of_delivery] if (provider given) = activity }

    /// The room that a setting has left once the plan is carried out.
    ROOM_LEFT: count("capacity.{}.{}.room-left", "{}, {}: room left", [SETTING, POINT])
        by("CR37", "what it can take − what it takes now − what moves into it", ROOM)
        { Capacity [setting, point_of_delivery] = (available - (used or {Term::FigureOf(&BASELINE, PLACE)} or {Term::NOTHING})) -
            ({Term::FigureOf(&CHANGE, PLACE)} or {Term::NOTHING}) }
}

/// How many patients are delayed, and how many should be at most.
const DELAYED: Term = Term::Of(column!(BedDays, delays), column!(Measure, actual));
const DELAYED_TARGET: Term = Term::Of(column!(BedDays, delays), column!(Measure, target));
const PLACE: &[Key] = &[Key::Column(column!(Capacity, setting)), Key::Column(column!(Capacity, point_of_delivery))];

const TESTS: &[Test] = &[
    Test {
        of: &ROTA_SHORT,
        fails: Fails::Above(Term::NOTHING),
        code: "rota-too-thin",
        severity: Severity::Warning,
        says: "above",
        advice: "Share the duties on fewer sites, or find more doctors.",
    },
    Test {
        of: &ROOM_LEFT,
        fails: Fails::Below(Term::NOTHING),
        code: "no-room-for-what-moves",
        severity: Severity::Warning,
        says: "below",
        advice: "Find the room before the activity moves, or move less.",
    },
];

/// Computes staff, beds and room, and holds activity against beds, staff and money.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    positions(ledger);
    demand(ledger);
    run_tests(ledger, TESTS);
    report_what_does_not_follow(ledger);
}

/// What a scheme changes in one place, and what says when it is in force.
struct Change<'a> {
    /// Setting, point of delivery, provider (none: 2³² − 1).
    place: [u32; 3],
    number: Number,
    scheme: &'a Scheme,
    /// The year of its list.
    from: FinancialYear,
    /// Months by which it is late.
    delay: i32,
}

impl Change<'_> {
    /// What it changes in a year: all of it, or by the months in which it is in force.
    fn in_year(&self, year: FinancialYear) -> Option<Number> {
        if year < self.from {
            return None;
        }
        match months_in_force(self.scheme, self.delay, Some(self.from), year)? {
            0 => None,
            12 => Some(self.number),
            months => {
                let months = Number::constant(whole(months), "months in force");
                Some(self.number.times(&months).over(&Number::months_of_a_year()))
            }
        }
    }
}

/// Every change of activity, by place.
fn changes<'a>(ledger: &Ledger<'a>) -> Vec<Change<'a>> {
    let plan = ledger.plan;
    let (delays, _) = delays(plan);
    let mut changes: Vec<Change<'a>> = Vec::with_capacity(plan.activity_changes.len());
    for (row, change) in plan.activity_changes.iter() {
        let Some(scheme) = plan.schemes.get(change.scheme) else { continue };
        let (Some(activity), Some(list)) = (change.activity, plan.scheme_lists.get(scheme.list)) else { continue };
        let delay = delays.get(change.scheme.position()).copied().unwrap_or_default();
        changes.push(Change {
            place: [
                change.setting.index(),
                change.point_of_delivery.index(),
                change.provider.map_or(u32::MAX, Id::index),
            ],
            number: ledger.cell(Table::ActivityChange, row, "activity", &activity),
            scheme,
            from: list.year,
            delay,
        });
    }
    put_in_order(&mut changes, &|left, right| left.place.cmp(&right.place));
    changes
}

/// Demand year by year, before and after what the schemes change from the year of their list on.
fn demand(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(details) = plan.details() else { return };
    if plan.activity_growth.is_empty() {
        return;
    }
    let changes = changes(ledger);
    let bases = activity_of_providers(ledger);
    let mut rows: Vec<_> = plan.activity_growth.iter().collect();
    put_in_order(&mut rows, &|(_, left), (_, right)| place_of(left).cmp(&place_of(right)));
    let mut last = None;
    for (row, growth) in rows {
        let place = place_of(growth);
        if last.replace(place) == Some(place) {
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code: "given-twice",
                places: vec![CellAddress { table: Table::ActivityGrowth, row: row.index(), column: "rate" }],
                figures: Vec::new(),
                message: "The growth of this kind of activity is given twice; the first row counts.".to_owned(),
                advice: "Take one of the two out.",
            });
            continue;
        }
        let [setting, point, provider] = place;
        let base = match growth.provider {
            Some(_) => ledger
                .cell_if_given(Table::ActivityGrowth, row, "base", growth.base)
                .or_else(|| of_provider(&bases, place)),
            None => ledger.figure(&BASELINE, [setting, point]),
        };
        if base.is_none() || growth.provider.is_none() && growth.base.is_some() {
            let (column, message, advice) = if base.is_none() {
                (
                    "rate",
                    "Growth is given for activity that has no baseline: nothing follows from it.",
                    "Give the activity of the base year.",
                )
            } else {
                (
                    "base",
                    "A base is given without a provider: the baseline of the place is used.",
                    "Name the provider, or leave the base empty.",
                )
            };
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code: "growth-without-a-base",
                places: vec![CellAddress { table: Table::ActivityGrowth, row: row.index(), column }],
                figures: Vec::new(),
                message: message.to_owned(),
                advice,
            });
        }
        let Some(base) = base else { continue };
        // All providers together, or the one: the providers of a place stand beside each other.
        let first = changes.partition_point(|change| {
            change.place < [setting, point, if growth.provider.is_some() { provider } else { 0 }]
        });
        let here = changes.get(first..).unwrap_or_default();
        let length = here.partition_point(|change| match growth.provider {
            Some(_) => change.place == place,
            None => change.place.starts_with(&[setting, point]),
        });
        grow(ledger, (row, growth), details, base, here.get(..length).unwrap_or_default());
    }
}

fn place_of(growth: &ActivityGrowth) -> [u32; 3] {
    [growth.setting.index(), growth.point_of_delivery.index(), growth.provider.map_or(u32::MAX, Id::index)]
}

fn grow(
    ledger: &mut Ledger<'_>,
    (row, growth): (Id<ActivityGrowth>, &ActivityGrowth),
    details: &PlanDetails,
    mut demand: Number,
    changes: &[Change<'_>],
) {
    let days = Number::constant(whole(365), "days of a year");
    let factor = Number::the_whole().plus(&ledger.cell(Table::ActivityGrowth, row, "rate", &growth.rate));
    let [setting, point, provider] = place_of(growth);
    for year in details.base_year.through(details.last_year).skip(1) {
        let start = u32::from(year.start());
        let publish = |ledger: &mut Ledger<'_>, of_all, of_provider, number| match growth.provider {
            Some(_) => ledger.publish(of_provider, [provider, setting, point, start], number),
            None => ledger.publish(of_all, [setting, point, start], number),
        };
        demand = publish(ledger, &DEMAND, &PROVIDER_DEMAND, demand.times(&factor));
        let mut after = NumberTotal::default();
        after.add(&demand);
        changes.iter().filter_map(|change| change.in_year(year)).for_each(|change| after.add(&change));
        let after = publish(ledger, &DEMAND_AFTER, &PROVIDER_DEMAND_AFTER, after.finish());
        let occupancy = ledger.parameter(&BED_OCCUPANCY, Some(year));
        if let (Some(stay), Some(occupancy)) = (growth.length_of_stay, occupancy) {
            let stay = ledger.cell(Table::ActivityGrowth, row, "length_of_stay", &stay);
            let beds = after.times(&stay).over(&days).over(&occupancy);
            publish(ledger, &DEMAND_BEDS, &PROVIDER_DEMAND_BEDS, beds);
        }
    }
}

/// The increase of a year makes the position of the next; all of them together make the growth that
/// is held against the target.
fn positions(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rows: Vec<_> = plan.workforce_years.iter().collect();
    put_in_order(&mut rows, &|(_, left), (_, right)| {
        left.trajectory.index().cmp(&right.trajectory.index()).then(left.year.cmp(&right.year))
    });
    let mut last: Option<(u32, u32, Number)> = None;
    let mut grown: Vec<(u32, NumberTotal)> = Vec::new();
    for (row, of_year) in rows {
        let (trajectory, year) = (of_year.trajectory.index(), u32::from(of_year.year.start()));
        let increase_in = |year: u32| {
            let about = [trajectory, year];
            ledger.figure(&INCREASE, about).or_else(|| ledger.figure(&SUPPLY, about))
        };
        if let Some(increase) = increase_in(year) {
            if grown.last().is_none_or(|(of, _)| *of != trajectory) {
                grown.push((trajectory, NumberTotal::default()));
            }
            grown.iter_mut().last().into_iter().for_each(|(_, total)| total.add(&increase));
        }
        let follows = last.filter(|(of, before, _)| *of == trajectory && *before + 1 == year);
        let position = match (of_year.position, follows) {
            (Some(position), _) => Some(ledger.cell(Table::WorkforceYear, row, "position", &position)),
            (None, Some((_, before, position))) => increase_in(before).map(|increase| position.plus(&increase)),
            (None, None) => None,
        };
        last = position.map(|position| (trajectory, year, ledger.publish(&POSITION, [trajectory, year], position)));
    }
    for (trajectory, total) in grown {
        let row = Id::at(trajectory);
        let Some(target) = plan.workforce_trajectories.get(row).and_then(|row| row.target) else { continue };
        let target = ledger.cell(Table::WorkforceTrajectory, row, "target", &target);
        ledger.publish(&TARGET_GAP, [trajectory], total.finish().minus(&target));
    }
}

/// A provider that loses many cases that take a bed, and no bed, no staff or no income: demand
/// refills what stays open, and activity, money and staff do not agree.
fn report_what_does_not_follow(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(limit) = ledger.parameter(&BEDS_FOLLOW_FROM, None).map(|limit| limit.fixed()) else { return };
    let takes_a_bed =
        |point: u32| plan.points_of_delivery.get(Id::at(point)).is_some_and(|point| point.takes_a_bed == Some(true));
    // What each provider loses of them, and the figures that say so.
    let mut lost: Vec<(NumberTotal, Vec<(FigureKey, Number)>)> =
        vec![(NumberTotal::default(), Vec::new()); plan.organisations.len()];
    for (key, change) in ledger.all(&PROVIDER_CHANGE) {
        let of_provider = lost.get_mut(key.subjects.get(0) as usize);
        if let Some((total, parts)) = of_provider.filter(|_| takes_a_bed(key.subjects.get(1))) {
            let removed = change.negated();
            total.add(&removed);
            parts.push((key, removed));
        }
    }
    let mut beds: Vec<Option<u32>> = vec![None; plan.organisations.len()];
    for (row, of_provider) in plan.beds.iter() {
        if let Some(place) = beds.get_mut(of_provider.provider.position()) {
            *place = Some(row.index());
        }
    }
    for ((provider, (total, parts)), beds) in (0_u32..).zip(lost).zip(beds) {
        let removed = total.finish();
        if parts.is_empty() || removed.fixed().minus(limit).is_negative() {
            continue;
        }
        let said: Vec<String> = parts
            .iter()
            .map(|(key, removed)| {
                let point = plan.title(Table::PointOfDelivery, key.subjects.get(1)).unwrap_or_default();
                format!("{point} {}", format::count(removed.value()))
            })
            .collect();
        for Follower { kinds, what, code, advice } in FOLLOWERS {
            let kept = kinds.iter().find_map(|kind| Some((kind.about([provider]), ledger.figure(kind, [provider])?)));
            let Some((key, kept)) = kept.filter(|(_, change)| !change.fixed().is_negative()) else { continue };
            let message = format!(
                "{}: {} cases that take a bed are taken out ({}), but {what} {}.",
                plan.title(Table::Organisation, provider).unwrap_or_default(),
                format::count(removed.value()),
                said.join(", "),
                format::in_unit(kept.value(), key.kind.unit)
            );
            let place = beds.filter(|_| std::ptr::eq(key.kind, &BED_CHANGE)).map(|row| CellAddress {
                table: Table::ProviderBeds,
                row,
                column: "plan",
            });
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code,
                places: place.into_iter().collect(),
                figures: parts.iter().map(|(key, _)| *key).chain([key]).collect(),
                message,
                advice,
            });
        }
    }
}

/// Something that should change when activity does.
struct Follower {
    /// The figures that say how it changes at a provider; the first that there is counts.
    kinds: &'static [&'static FigureKind],
    what: &'static str,
    code: &'static str,
    advice: &'static str,
}

const FOLLOWERS: &[Follower] = &[
    Follower {
        kinds: &[&BED_CHANGE],
        what: "beds change by",
        code: "activity-without-beds",
        advice: "Agree with the provider which capacity closes; otherwise demand refills it.",
    },
    Follower {
        kinds: &[&STAFF_OF, &IMPACT_OF_ORGANISATION],
        what: "its staff change by",
        code: "activity-without-staff",
        advice: "Activity, money and staff must agree: say which posts go, or how they are used otherwise.",
    },
    Follower {
        kinds: &[&PROVIDER_COST],
        what: "what it is paid changes by",
        code: "activity-without-money",
        advice: "Activity, money and staff must agree: look at the prices of what is taken out.",
    },
];
