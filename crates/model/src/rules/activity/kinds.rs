use crate::calculation::{Dimension, FigureKind, Unit};
use crate::plan::Table;

const PLACE: &[Dimension] = &[Dimension::Row(Table::Setting), Dimension::Row(Table::PointOfDelivery)];
const LIST_PLACE: &[Dimension] =
    &[Dimension::Row(Table::SchemeList), Dimension::Row(Table::Setting), Dimension::Row(Table::PointOfDelivery)];
const SHIFTS: &str = "NHS Surrey, One Plan, l. 833-877";

const fn line(
    id: &'static str,
    label: &'static str,
    dimensions: &'static [Dimension],
    unit: Unit,
    formula: &'static str,
) -> FigureKind {
    FigureKind::new(id, label, dimensions, unit).by("CR10", formula, SHIFTS)
}

const ALL_SCHEMES: &str = "the sum of what the schemes of each list change";
const PLUS: &str = "baseline + changes";

/// Activity in the base year.
pub static BASELINE: FigureKind =
    line("activity.{}.{}.baseline", "{}, {}: baseline", PLACE, Unit::Count, "the sum of the baseline lines");
/// Cost in the base year.
pub static BASELINE_COST: FigureKind =
    line("cost.{}.{}.baseline", "{}, {}: baseline cost", PLACE, Unit::Money, "the sum of the baseline lines");
/// What all schemes change in activity.
pub static CHANGE: FigureKind = line("activity.{}.{}.change", "{}, {}: change", PLACE, Unit::Count, ALL_SCHEMES);
/// What all schemes change in cost.
pub static CHANGE_COST: FigureKind =
    line("cost.{}.{}.change", "{}, {}: change in cost", PLACE, Unit::Money, ALL_SCHEMES);
/// The planned activity.
pub static PLAN: FigureKind = line("activity.{}.{}.plan", "{}, {}: plan", PLACE, Unit::Count, PLUS);
/// The planned cost.
pub static PLAN_COST: FigureKind = line("cost.{}.{}.plan", "{}, {}: planned cost", PLACE, Unit::Money, PLUS);

/// What the schemes of a list change in activity.
pub static LIST_CHANGE: FigureKind = line(
    "activity.list.{}.{}.{}.change",
    "{}: {}, {}, change",
    LIST_PLACE,
    Unit::Count,
    "the sum of the changes of the schemes of the list",
);
/// What the schemes of a list change in cost.
pub static LIST_CHANGE_COST: FigureKind = line(
    "cost.list.{}.{}.{}.change",
    "{}: {}, {}, change in cost",
    LIST_PLACE,
    Unit::Money,
    "the sum of the changes of the schemes of the list",
);
/// The activity that would be planned if only the schemes of a list were carried out.
pub static LIST_PLAN: FigureKind = line(
    "activity.list.{}.{}.{}.plan",
    "{} alone: {}, {}, plan",
    LIST_PLACE,
    Unit::Count,
    "baseline + changes of the schemes of the list",
);
/// The cost that would be planned if only the schemes of a list were carried out.
pub static LIST_PLAN_COST: FigureKind = line(
    "cost.list.{}.{}.{}.plan",
    "{} alone: {}, {}, planned cost",
    LIST_PLACE,
    Unit::Money,
    "baseline + changes of the schemes of the list",
);
/// What the schemes of a list change in cost altogether.
pub static LIST_COST_TOTAL: FigureKind = line(
    "cost.list.{}.change",
    "{}: change in cost",
    &[Dimension::Row(Table::SchemeList)],
    Unit::Money,
    "the sum of its schemes",
);
/// What a scheme changes in cost altogether.
pub static SCHEME_COST: FigureKind = line(
    "cost.scheme.{}.change",
    "{}: change in cost",
    &[Dimension::Row(Table::Scheme)],
    Unit::Money,
    "the sum of the changes in cost of the scheme",
);

const fn percent(id: &'static str, label: &'static str) -> FigureKind {
    FigureKind::percent(id, label, PLACE).by(
        "CR21",
        "change ÷ baseline, or the percentage that the plan prints where it prints no baseline",
        "NHS Surrey, One Plan, l. 802-819",
    )
}

/// The change in activity as a share of the baseline.
pub static PERCENT: FigureKind = percent("activity.{}.{}.change-percent", "{}, {}: change in per cent");
/// The change in cost as a share of the baseline.
pub static PERCENT_COST: FigureKind = percent("cost.{}.{}.change-percent", "{}, {}: change in cost in per cent");

/// The change in activity as arrows.
pub static ARROW: FigureKind = FigureKind::arrows("activity.{}.{}.arrow", "{}, {}: direction of change", PLACE).by(
    "CR22",
    "the band in which the change in per cent lies, rounded to a whole number, with its direction",
    "NHS Surrey, One Plan, l. 745-788",
);

/// The figure kinds of this file.
pub const KINDS: &[&FigureKind] = &[
    &BASELINE,
    &BASELINE_COST,
    &CHANGE,
    &CHANGE_COST,
    &PLAN,
    &PLAN_COST,
    &LIST_CHANGE,
    &LIST_CHANGE_COST,
    &LIST_PLAN,
    &LIST_PLAN_COST,
    &LIST_COST_TOTAL,
    &SCHEME_COST,
    &PERCENT,
    &PERCENT_COST,
    &ARROW,
];
