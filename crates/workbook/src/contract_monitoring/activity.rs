//! Activity and cost by provider, point of delivery and month, of all commissioners together.

use super::column::{Column, Measure};
use super::figures::Figures;
use super::found_rows::{Facts, Used};
use super::lists::{Lists, SheetAt, Source, UNIT};
use super::months::{Months, month_at};
use super::named_rows::place_of;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, BTreeSet};

const ACTIVITY: [Source; 7] = [
    ("setting", None),
    ("point_of_delivery", Some(Column::PointOfDelivery)),
    ("provider", Some(Column::Provider)),
    ("month", Some(Column::Month)),
    ("activity", Some(Column::Activity(Measure::Actual))),
    ("cost", Some(Column::Price(Measure::Actual))),
    ("unit", None),
];

/// What was made of activity, to be told.
#[derive(Clone, Debug, Default)]
pub struct ActivityMade {
    /// Points of delivery and months of which a file that gives the month has no row.
    pub noughts: usize,
    /// Months that are not known of all commissioners of a provider.
    pub partial: BTreeMap<(u32, FinancialYear), Months>,
    /// The cost of years that are not the base year of the plan.
    pub other_years: BTreeMap<FinancialYear, Decimal>,
}

/// The figures of a month, and where they are first stated.
type OfMonth = (Figures, (SheetAt, u32));

/// Makes the rows of the months of the base year of the plan, or of all years where the plan does not say it.
pub fn add(facts: Facts<'_>, base_year: Option<FinancialYear>, lists: &mut Lists<'_>, used: &mut Used) -> ActivityMade {
    let mut made = ActivityMade::default();
    for (provider, year) in facts.all.providers_and_years() {
        let (months, partial) = facts.coverage.of_provider(Measure::Actual, provider, year);
        if base_year.is_some_and(|base| base != year) {
            let all = months.or(partial);
            let points = points_of(facts, (provider, year), all, None);
            let cost = points.values().flat_map(BTreeMap::values).filter_map(|(figures, _)| figures.price);
            let cost = cost.fold(Decimal::ZERO, |sum, cost| sum.checked_add(cost).unwrap_or(Decimal::MAX));
            if !all.is_empty() {
                let sum = made.other_years.entry(year).or_default();
                *sum = sum.checked_add(cost).unwrap_or(Decimal::MAX);
            }
            continue;
        }
        if !partial.is_empty() {
            made.partial.insert((provider, year), partial);
        }
        let Some((provider_id, _)) = facts.named.providers.get(&provider) else { continue };
        let points = points_of(facts, (provider, year), months, Some(used));
        // A point of delivery of which a row of a month is left out, and no other is there, did not have nothing.
        let incomplete: BTreeSet<(u32, u8)> = facts
            .all
            .incomplete
            .iter()
            .filter(|(group, _)| (group.provider, group.year) == (provider, year))
            .map(|(group, point)| (*point, group.month))
            .collect();
        for (code, by_month) in &points {
            let has_activity = by_month.values().any(|(figures, _)| figures.activity.is_some());
            let has_cost = by_month.values().any(|(figures, _)| figures.price.is_some());
            let (Some(point), Some((_, first))) = (facts.named.points.get(code), by_month.values().next()) else {
                continue;
            };
            for month in months.each() {
                let is_unknown = incomplete.contains(&(*code, month)) && !by_month.contains_key(&month);
                if is_unknown {
                    continue;
                }
                let (figures, at) = by_month.get(&month).copied().unwrap_or((Figures::default(), *first));
                made.noughts += usize::from(!by_month.contains_key(&month));
                let mut number = |number: Option<Decimal>, is_given: bool| {
                    is_given.then(|| lists.number(number.unwrap_or_default()))
                };
                let (activity, cost) = (number(figures.activity, has_activity), number(figures.price, has_cost));
                let cells = vec![
                    Some(facts.named.setting.clone()),
                    Some(point.clone()),
                    Some(provider_id.clone()),
                    Some(month_at(year, month).to_string()),
                    activity,
                    cost,
                    Some(UNIT.to_owned()),
                ];
                lists.push(Table::MonthlyActivity, &ACTIVITY, at, cells);
            }
        }
    }
    made
}

/// What counts of a provider in some months, by point of delivery and month.
fn points_of(
    facts: Facts<'_>,
    (provider, year): (u32, FinancialYear),
    months: Months,
    mut used: Option<&mut Used>,
) -> BTreeMap<u32, BTreeMap<u8, OfMonth>> {
    let mut points: BTreeMap<u32, BTreeMap<u8, OfMonth>> = BTreeMap::new();
    let of_provider = facts
        .counting
        .of_provider(provider, year)
        .filter(|((group, measure), _)| *measure == Measure::Actual && months.has(group.month));
    for ((group, measure), counted) in of_provider {
        for at in counted {
            let Some(stated) = facts.all.stated.get(*at) else { continue };
            let Some((sheet, _)) = place_of(facts.all, stated) else { continue };
            if let Some(used) = used.as_mut() {
                used.insert((*at, *measure));
            }
            for (point, sums) in &stated.points {
                let figures = *sums.figures.of(Measure::Actual);
                if figures.is_given() {
                    let of_point = points.entry(*point).or_default();
                    let of_month = of_point.entry(group.month).or_insert((Figures::default(), (sheet, sums.first_row)));
                    of_month.0.add(figures);
                }
            }
        }
    }
    points
}
