//! Never more than there is: what schemes take away of an activity, or of its cost, is at most what the base year has
//! and what arrives, in all and at each provider.

use super::providers::{activity_of_providers, provides};
use super::{
    BASELINE, BASELINE_COST, CHANGE, CHANGE_COST, LIST_CHANGE, LIST_CHANGE_COST, LIST_PLAN, LIST_PLAN_COST, PLAN,
    PLAN_COST, PROVIDER_BASELINE, PROVIDER_BASELINE_COST, PROVIDER_CHANGE, PROVIDER_CHANGE_COST, PROVIDER_PLAN,
    PROVIDER_PLAN_COST,
};
use crate::calculation::{
    CellAddress, FigureIndex, FigureKey, FigureKind, Finding, Ledger, Number, findings_of_part, format,
};
use crate::plan::{ActivityChange, ActivityEffect, Id, Plan, Row, Table};
use crate::quantity::{InOrder, absolute};
use crate::rules::titles::Titles;
use std::collections::BTreeMap;

findings_of_part! {
    /// A scheme takes activity away where the baseline has none, though it has some of other providers, settings or points of
    /// delivery.
    TAKEN_WHERE_NOTHING_IS: warning(
        "taken-where-nothing-is",
        "Correct the setting, the point of delivery or the provider, or give the baseline of what is taken away."
    )
    /// More activity is taken away than the baseline has; for a single list of schemes it is a warning.
    MORE_TAKEN_THAN_THERE_IS: error or warning(
        "more-taken-than-there-is",
        "Take less away, take one of the schemes out, or correct the baseline."
    )
}

/// A planned figure that must not be below nothing, with what it stands on.
struct Limit {
    plan: &'static FigureKind,
    change: &'static FigureKind,
    baseline: &'static FigureKind,
    column: &'static str,
    about: About,
}

/// What a planned figure is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Place,
    List,
    Provider,
}

const LIMITS: &[Limit] = &[
    Limit { plan: &PLAN, change: &CHANGE, baseline: &BASELINE, column: "activity", about: About::Place },
    Limit { plan: &PLAN_COST, change: &CHANGE_COST, baseline: &BASELINE_COST, column: "cost", about: About::Place },
    Limit { plan: &LIST_PLAN, change: &LIST_CHANGE, baseline: &BASELINE, column: "activity", about: About::List },
    Limit {
        plan: &LIST_PLAN_COST,
        change: &LIST_CHANGE_COST,
        baseline: &BASELINE_COST,
        column: "cost",
        about: About::List,
    },
    Limit {
        plan: &PROVIDER_PLAN,
        change: &PROVIDER_CHANGE,
        baseline: &PROVIDER_BASELINE,
        column: "activity",
        about: About::Provider,
    },
    Limit {
        plan: &PROVIDER_PLAN_COST,
        change: &PROVIDER_CHANGE_COST,
        baseline: &PROVIDER_BASELINE_COST,
        column: "cost",
        about: About::Provider,
    },
];

/// Reports what is planned below nothing.
pub(super) fn check(ledger: &mut Ledger<'_>) {
    let mut rows = Changes::default();
    for limit in LIMITS {
        let Some(planned) = ledger.series(limit.plan) else { continue };
        let below: Vec<_> = planned.iter().filter(|(_, plan)| plan.shown().is_negative()).collect();
        for (key, plan) in below {
            let Ok(left) = plan.shown().value() else { continue };
            let [setting, point] = limit.place(key.index);
            // Where all lists together take too much it is said once.
            let in_all = if limit.column == "cost" { &PLAN_COST } else { &PLAN };
            let of_all = ledger.figure(in_all, [setting, point]);
            if limit.about == About::List && of_all.is_some_and(|plan| plan.shown().is_negative()) {
                continue;
            }
            let baseline = match limit.about {
                About::Provider => FigureKey { kind: limit.baseline, index: key.index },
                _ => limit.baseline.at([setting, point]),
            };
            // Where the baseline is not known nobody can say that it is exceeded.
            let of_place = limit.baseline_of_place().at([setting, point]);
            if [baseline, of_place].iter().any(|figure| ledger.lacking().cell(*figure).is_some()) {
                continue;
            }
            let change = FigureKey { kind: limit.change, index: key.index };
            let (Some(there), Some(change)) = (ledger.find(baseline), ledger.find(change)) else { continue };
            let unit = key.kind.unit;
            let shown = |value| format::in_unit(value, unit);
            let changes = rows.of(ledger, limit, key.index);
            if changes.is_open {
                continue;
            }
            let message = format!(
                "{} would be {}: {} is taken away, but there is only {}{}.",
                key.label(ledger.plan),
                shown(Ok(left)),
                shown(change.shown().negated().value()),
                shown(there.shown().value()),
                changes.said
            );
            let finding = if limit.about == About::List { Finding::otherwise } else { Finding::of };
            ledger.report_beyond_rounding(key, absolute(left), || {
                finding(&MORE_TAKEN_THAN_THERE_IS, message).at_cells(changes.cells).figures([key, baseline])
            });
        }
    }
    report_nothing_there(ledger);
}

impl Limit {
    fn baseline_of_place(&self) -> &'static FigureKind {
        if self.column == "cost" { &BASELINE_COST } else { &BASELINE }
    }

    fn place(&self, index: FigureIndex) -> [u32; 2] {
        match self.about {
            About::Place => [index.get(0), index.get(1)],
            _ => [index.get(1), index.get(2)],
        }
    }
}

/// The changes in the order of what a limit is about; put in order once the first is asked for.
#[derive(Default)]
struct Changes<'a> {
    rows: [Vec<([u32; 3], u32)>; 3],
    names: Option<Titles<'a>>,
}

/// What takes away in one place.
struct Taken {
    /// Whether a row that may bring something does not say how much.
    is_open: bool,
    said: String,
    cells: Vec<CellAddress>,
}

/// The most schemes that are named in a message.
const MOST_NAMED: usize = 5;

impl<'a> Changes<'a> {
    fn of(&mut self, ledger: &Ledger<'a>, limit: &Limit, index: FigureIndex) -> Taken {
        let plan = ledger.plan;
        let names = self.names.get_or_insert_with(|| Titles::of(plan, Table::Scheme));
        let mut nothing = Vec::new();
        let rows = self.rows.get_mut(limit.about as usize).unwrap_or(&mut nothing);
        if rows.is_empty() {
            *rows = ordered(plan, limit.about);
        }
        let [setting, point] = limit.place(index);
        let about = [setting, point, if limit.about == About::Place { 0 } else { index.get(0) }];
        let first = rows.partition_point(|(other, _)| *other < about);
        let here = rows.iter().skip(first).take_while(|(other, _)| *other == about);
        let changes = here.filter_map(|(_, row)| Some((*row, plan.activity_changes.get(Id::at(*row))?)));
        let takes = |change: Row<'_, ActivityChange>| match limit.column {
            "cost" => change.cost().is_some_and(|cost| cost.get().pounds().is_sign_negative()),
            _ => change.activity().is_some_and(|activity| activity.get().number().is_sign_negative()),
        };
        let is_open = changes.clone().any(|(_, change)| {
            let is_empty = if limit.column == "cost" { change.cost().is_none() } else { change.activity().is_none() };
            is_empty && change.effect().is_none_or(|effect| effect != ActivityEffect::Avoided)
        });
        let rows: Vec<_> = changes.filter(|(_, change)| takes(*change)).collect();
        let mut schemes: Vec<u32> = rows.iter().map(|(_, change)| change.scheme().index()).collect();
        schemes.order_by_key(|scheme| plan.identifier(Table::Scheme, *scheme));
        schemes.dedup();
        let named: Vec<String> = schemes.iter().take(MOST_NAMED).map(|scheme| names.get(*scheme)).collect();
        let others = match schemes.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            others => format!(" and {others} other schemes"),
        };
        let said = if named.is_empty() { String::new() } else { format!(" (by {}{others})", named.join(", ")) };
        let cell = |row| CellAddress { table: Table::ActivityChange, row, column: limit.column };
        Taken { is_open, said, cells: rows.into_iter().map(|(row, _)| cell(row)).collect() }
    }
}

/// The changes by setting and point of delivery, and by list or provider.
fn ordered(plan: &Plan, about: About) -> Vec<([u32; 3], u32)> {
    let mut rows = Vec::new();
    for (row, change) in plan.activity_changes.iter() {
        let third = match about {
            About::Place => Some(0),
            About::Provider => change.provider().map(Id::index),
            About::List => plan.schemes.get(change.scheme()).map(|scheme| scheme.list().index()),
        };
        let point = change.point_of_delivery();
        let whole = plan.points_of_delivery.get(point).and_then(|point| point.part_of());
        for point in [Some(point), whole.filter(|whole| *whole != point)].into_iter().flatten() {
            rows.extend(third.map(|third| ([change.setting().index(), point.index(), third], row.index())));
        }
    }
    rows.order_by(Ord::cmp);
    rows
}

/// Activity that is taken away at a place, or at a provider, that has none of it.
fn report_nothing_there(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() || plan.baseline_activity.is_empty() {
        return;
    }
    let activity = activity_of_providers(ledger);
    // Many rows are about few places.
    let mut known: BTreeMap<([u32; 2], Option<u32>), Option<Missing>> = BTreeMap::new();
    for (row, change) in plan.activity_changes.iter() {
        let Some(count) = change.activity().filter(|count| count.fixed().is_negative()) else { continue };
        let place = [change.setting().index(), change.point_of_delivery().index()];
        let provider = change.provider();
        let missing = known
            .entry((place, provider.map(Id::index)))
            .or_insert_with_key(|(place, provider)| what_is_missing(ledger, &activity, *place, *provider));
        let Some((column, others)) = *missing else { continue };
        let count = count.get().number();
        let title = |table, row| plan.title(table, row).unwrap_or_default();
        let at = provider.map_or(String::new(), |at| format!("{}, ", title(Table::Organisation, at.index())));
        let message = format!(
            "{at}{}, {}: {} are taken away, but the baseline has none there{others}.",
            title(Table::Setting, place[0]),
            title(Table::PointOfDelivery, place[1]),
            format::count(Ok(absolute(count)))
        );
        ledger.report(|| Finding::of(&TAKEN_WHERE_NOTHING_IS, message).at(Table::ActivityChange, row.index(), column));
    }
}

/// The column that is wrong where the baseline has nothing of what is taken away, and words for what it has.
type Missing = (&'static str, &'static str);

fn what_is_missing(
    ledger: &Ledger<'_>,
    activity: &[([u32; 3], Number)],
    place: [u32; 2],
    provider: Option<u32>,
) -> Option<Missing> {
    match provider {
        Some(provider) if provides(activity, place, None) => {
            let not_given = PROVIDER_BASELINE.at([provider, place[0], place[1]]);
            let is_known = provides(activity, place, Some(provider)) || ledger.lacking().cell(not_given).is_some();
            (!is_known).then_some(("provider", ", and has some of other providers"))
        }
        _ => (!has_baseline(ledger, place)).then_some(("setting", "")),
    }
}

/// Whether the baseline says something of a place: of the point of delivery itself, or of the one of which it is a part.
fn has_baseline(ledger: &Ledger<'_>, [setting, point]: [u32; 2]) -> bool {
    let whole = ledger.plan.points_of_delivery.get(Id::at(point)).and_then(|of| of.part_of()).map(Id::index);
    [Some(point), whole].into_iter().flatten().any(|point| {
        let baseline = BASELINE.at([setting, point]);
        ledger.find(baseline).is_some() || ledger.lacking().cell(baseline).is_some()
    })
}
