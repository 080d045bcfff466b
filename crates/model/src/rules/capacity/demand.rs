//! Demand year by year: as it grows, and after what the schemes change.
//!
//! * CR37: demand = baseline × (1 + growth), for each year since the base; what a scheme changes counts from the
//!   year of its list on, in the months in which it is in force.
//! * CR36: beds = demand × length of stay ÷ 365 ÷ occupancy.

mod part_year;
mod whole;

use crate::calculation::{
    CellAddress, FigureKey, Finding, Ledger, Number, NumberTotal, ORGANISATION, POINT, SETTING, YEAR, figures,
    findings, format, run_formulas,
};
use crate::parameters::BED_OCCUPANCY;
use crate::plan::{ActivityGrowth, FinancialYear, Id, PlanDetails, Row, Scheme, Table};
use crate::quantity::{InOrder, whole};
use crate::rules::activity::changes::CountedChanges;
use crate::rules::activity::providers::{activity_of_providers, of_provider};
use crate::rules::activity::{BASELINE, PROVIDER_BASELINE};
use crate::rules::delays::delays;
use crate::rules::part_year::InForce;
use crate::rules::schemes::Repeats;

const FORWARD: &str = "Arden Cluster System Plan, l. 882, 1402";

figures! {
    /// The activity of a provider from which it grows, as it is given beside its growth.
    GROWTH_BASE: count("provider-demand.{}.{}.{}.base", "{}, {}, {}: base of growth", [ORGANISATION, SETTING, POINT])
        by("CR37", "the number that the plan gives", FORWARD)
        { ActivityGrowth [provider, setting, point_of_delivery] = base }
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
}

findings! {
    /// Growth is given for activity that has no baseline, or with a base but no provider.
    GROWTH_WITHOUT_A_BASE: warning("growth-without-a-base", "Give the activity of the base year.")
    /// The activity expected in a later year falls below nothing.
    DEMAND_BELOW_NOTHING: error(
        "demand-below-nothing",
        "Take less away, take one of the schemes out, or correct the baseline or its growth."
    )
    .. part_year
    .. whole
}

/// A change of activity by a scheme, with what says when it is in force.
struct Change<'a> {
    /// Setting, point of delivery and provider; `u32::MAX` where there is no provider.
    place: [u32; 3],
    number: Number,
    row: u32,
    /// Whether it counts where all providers are added up.
    counts: bool,
    scheme: Row<'a, Scheme>,
    /// The year of its list.
    from: FinancialYear,
    /// Months by which it is late.
    delay: i32,
}

impl Change<'_> {
    /// What it changes in a year, in proportion to the months in which it is in force.
    fn in_year(&self, year: FinancialYear) -> Option<Number> {
        if year < self.from {
            return None;
        }
        match InForce::of(self.scheme, self.delay, Some(self.from)).months(year)? {
            0 => None,
            12 => Some(self.number),
            months => {
                let months = Number::whole(months, "months in force");
                Some(self.number.times(&months).over(&Number::months_of_a_year()))
            }
        }
    }
}

/// Every change of activity, sorted by place.
fn changes<'a>(ledger: &Ledger<'a>) -> Vec<Change<'a>> {
    let plan = ledger.plan;
    let (delays, _) = delays(plan);
    let mut changes: Vec<Change<'a>> = Vec::with_capacity(plan.activity_changes.len());
    let counted = CountedChanges::of(plan);
    let once = Repeats::of(plan).counted_changes(plan);
    for (row, change) in plan.activity_changes.iter().filter(|(row, _)| once.has(row.index())) {
        let Some(scheme) = plan.schemes.get(change.scheme()) else { continue };
        let (Some(activity), Some(list)) = (change.activity(), plan.scheme_lists.get(scheme.list())) else { continue };
        let delay = delays.get(change.scheme().position()).copied().unwrap_or_default();
        changes.push(Change {
            place: [
                change.setting().index(),
                change.point_of_delivery().index(),
                change.provider().map_or(u32::MAX, Id::index),
            ],
            number: Number::cell(activity),
            row: row.index(),
            counts: counted.has_activity(row.index()),
            scheme,
            from: list.year(),
            delay,
        });
    }
    changes.order_by_key(|change| change.place);
    changes
}

/// A row of growth without a base, or with one that is not used.
fn report_base(ledger: &mut Ledger<'_>, (row, growth): (u32, Row<'_, ActivityGrowth>), has_base: bool) {
    let (column, message, advice) = if !has_base {
        (
            "rate",
            "Growth is given for activity that has no baseline: nothing follows from it.",
            "Give the activity of the base year.",
        )
    } else if growth.provider().is_none() && growth.base().is_some() {
        (
            "base",
            "A base is given without a provider: the baseline of the place is used.",
            "Name the provider, or leave the base empty.",
        )
    } else {
        return;
    };
    ledger.report(|| {
        Finding::of(&GROWTH_WITHOUT_A_BASE, message.to_owned()).at(Table::ActivityGrowth, row, column).advise(advice)
    });
}

/// Computes demand and the beds that it needs.
///
/// Demand year by year, before and after the changes of schemes; a change counts from the year of its list on.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    run_formulas(ledger, FORMULAS);
    let Some(details) = plan.details() else { return };
    if plan.activity_growth.is_empty() {
        return;
    }
    part_year::report(ledger);
    let changes = changes(ledger);
    let bases = activity_of_providers(ledger);
    let mut rows: Vec<_> = plan.activity_growth.iter().collect();
    rows.order_by_key(|(_, growth)| place_of(*growth));
    // The providers of a place with the activity from which they grow: they come before the row of all.
    let mut of_providers: Vec<([u32; 3], Number)> = Vec::new();
    for (row, growth) in rows {
        let place = place_of(growth);
        let [setting, point, provider] = place;
        let base = match growth.provider() {
            Some(_) => growth.base().map(Number::cell).or_else(|| of_provider(&bases, place)),
            None => ledger.figure(&BASELINE, [setting, point]),
        };
        report_base(ledger, (row.index(), growth), base.is_some());
        let Some(base) = base else { continue };
        // The changes are sorted by place: those at one provider, and those at all providers, are one range each.
        let first = changes.partition_point(|change| {
            change.place < [setting, point, if growth.provider().is_some() { provider } else { 0 }]
        });
        let here = changes.get(first..).unwrap_or_default();
        let length = here.partition_point(|change| match growth.provider() {
            Some(_) => change.place == place,
            None => change.place.starts_with(&[setting, point]),
        });
        grow(ledger, (row.index(), growth), details, base, here.get(..length).unwrap_or_default());
        match growth.provider() {
            Some(_) => of_providers.push((place, base)),
            None => {
                let first = of_providers.partition_point(|(of, _)| *of < [setting, point, 0]);
                whole::report(
                    ledger,
                    [&DEMAND, &PROVIDER_DEMAND],
                    (row.index(), growth),
                    details,
                    &base,
                    of_providers.get(first..).unwrap_or_default(),
                );
            }
        }
    }
}

fn place_of(growth: Row<'_, ActivityGrowth>) -> [u32; 3] {
    [growth.setting().index(), growth.point_of_delivery().index(), growth.provider().map_or(u32::MAX, Id::index)]
}

fn grow(
    ledger: &mut Ledger<'_>,
    (row, growth): (u32, Row<'_, ActivityGrowth>),
    details: Row<'_, PlanDetails>,
    mut demand: Number,
    changes: &[Change<'_>],
) {
    let days = Number::constant(whole(365), "days of a year");
    let factor = Number::the_whole().plus(&Number::given(growth.rate()));
    let [setting, point, provider] = place_of(growth);
    let mut below: Vec<FigureKey> = Vec::new();
    for year in details.base_year().through(details.last_year()).skip(1) {
        let start = u32::from(year.start());
        let publish = |ledger: &mut Ledger<'_>, of_all, of_provider, number| match growth.provider() {
            Some(_) => ledger.publish(of_provider, [provider, setting, point, start], number),
            None => ledger.publish(of_all, [setting, point, start], number),
        };
        demand = publish(ledger, &DEMAND, &PROVIDER_DEMAND, demand.times(&factor));
        let mut after = NumberTotal::default();
        after.add(&demand);
        let counts = changes.iter().filter(|change| change.counts || growth.provider().is_some());
        counts.filter_map(|change| change.in_year(year)).for_each(|change| after.add(&change));
        let after = publish(ledger, &DEMAND_AFTER, &PROVIDER_DEMAND_AFTER, after.finish());
        if after.shown().is_negative() {
            below.push(match growth.provider() {
                Some(_) => PROVIDER_DEMAND_AFTER.at([provider, setting, point, start]),
                None => DEMAND_AFTER.at([setting, point, start]),
            });
        }
        let occupancy = ledger.parameter(&BED_OCCUPANCY, Some(year));
        if let (Some(stay), Some(occupancy)) = (growth.length_of_stay(), occupancy) {
            let stay = Number::cell(stay);
            let beds = after.times(&stay).over(&days).over(&occupancy);
            publish(ledger, &DEMAND_BEDS, &PROVIDER_DEMAND_BEDS, beds);
        }
    }
    report_below_nothing(ledger, row, below, changes);
}

/// More is taken away in a year than there is.
fn report_below_nothing(ledger: &mut Ledger<'_>, growth: u32, years: Vec<FigureKey>, changes: &[Change<'_>]) {
    // Where the baseline is not known nobody can say that it is exceeded.
    let place = ledger.plan.activity_growth.get(Id::at(growth)).map(place_of);
    let lacks = place.is_some_and(|[setting, point, provider]| {
        let lacking = ledger.lacking();
        let of_provider = lacking.cell(PROVIDER_BASELINE.at([provider, setting, point]));
        of_provider.or_else(|| lacking.cell(BASELINE.at([setting, point]))).is_some()
    });
    if lacks {
        return;
    }
    let Some((first, value)) = years.first().and_then(|key| Some((*key, ledger.find(*key)?))) else { return };
    let later = match years.len() {
        1 => String::new(),
        2 => ", and it is below nothing in 1 later year too".to_owned(),
        count => format!(", and it is below nothing in {} later years too", count - 1),
    };
    let taking = changes.iter().filter(|change| change.number.shown().is_negative());
    let cell = |row| CellAddress { table: Table::ActivityChange, row, column: "activity" };
    let mut cells: Vec<CellAddress> = taking.map(|change| cell(change.row)).collect();
    let why = if cells.is_empty() { "it falls by more than there is" } else { "more is taken away than there is" };
    cells.push(CellAddress { table: Table::ActivityGrowth, row: growth, column: "rate" });
    let message =
        format!("{} would be {}{later}: {why}.", first.label(ledger.plan), format::count(value.shown().value()));
    ledger.report(|| Finding::of(&DEMAND_BELOW_NOTHING, message).at_cells(cells).figures(years));
}
