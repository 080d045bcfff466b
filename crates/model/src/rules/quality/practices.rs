//! Practices against each other: how often in the worst quarter, and what the best quarter shows.

use super::{EXCEPTION_RANK, OUTLIERS, POTENTIAL, POTENTIAL_ALL, WORST_QUARTER};
use crate::calculation::{FigureKind, Ledger, Number, NumberTotal};
use crate::parameters::OUTLIER_FROM;
use crate::plan::{Direction, Id, Practice, PracticeIndicator, Row, Table};
use crate::quantity::{InOrder, whole};
use crate::rules::empty_cells::report_empty;

/// The figures that practices have by comparison with each other.
pub(super) const KINDS: &[&FigureKind] = &[&EXCEPTION_RANK, &WORST_QUARTER, &OUTLIERS, &POTENTIAL, &POTENTIAL_ALL];

pub(super) fn run(ledger: &mut Ledger<'_>) {
    exceptions(ledger);
    let plan = ledger.plan;
    if plan.practice_indicators.is_empty() {
        return;
    }
    // By measure, the worst first.
    let mut without_direction = Vec::new();
    let mut goodness = |row: Row<'_, PracticeIndicator>| {
        let value = Number::cell(row.value()?);
        let direction = plan.measures.get(row.measure())?.direction();
        if direction.is_none() {
            without_direction.push(row.measure().index());
        }
        Some(if direction? == Direction::Higher { value } else { value.negated() })
    };
    let mut rows: Vec<(Number, Row<'_, PracticeIndicator>)> =
        plan.practice_indicators.iter().filter_map(|(_, row)| Some((goodness(row)?, row))).collect();
    report_empty(ledger, Table::Measure, "direction", &without_direction, "which practices are in its worst quarter");
    rows.order_by(|(of_left, left), (of_right, right)| {
        left.measure().index().cmp(&right.measure().index()).then_with(|| of_left.compare(of_right))
    });
    let mut counts: Vec<Option<i64>> = vec![None; plan.practices.len()];
    for of_measure in rows.chunk_by(|(_, left), (_, right)| left.measure() == right.measure()) {
        let quarter = of_measure.len() / 4;
        for (goodness, row) in of_measure {
            // In the worst quarter if at most a quarter of all are as bad or worse: equal values at its edge stay out together.
            let as_bad = of_measure.partition_point(|(of_other, _)| !goodness.is_below(of_other));
            if let Some(count) = counts.get_mut(row.practice().position()) {
                *count = Some(count.unwrap_or_default() + i64::from(as_bad <= quarter));
            }
        }
        potential(ledger, of_measure, quarter);
    }
    let mut outliers = 0;
    let limit = ledger.parameter(&OUTLIER_FROM, None);
    let mut seen = Vec::new();
    for (practice, count) in (0_u32..).zip(counts) {
        let Some(count) = count else { continue };
        let count = Number::constant(whole(count), "indicators in the worst quarter");
        let count = ledger.publish(&WORST_QUARTER, [practice], count);
        if limit.is_some_and(|limit| !count.minus(&limit).is_negative()) {
            outliers += 1;
        }
        seen.push(count);
    }
    if let Some(limit) = limit {
        let outliers = Number::constant(whole(outliers), "practices at or above the limit");
        ledger.publish(&OUTLIERS, [], outliers.because("compared with the limit", &[&limit]));
    }
}

/// The place of each practice by the share of patients that it leaves out of its indicators.
fn exceptions(ledger: &mut Ledger<'_>) {
    let rated = |(row, practice): (Id<Practice>, Row<'_, Practice>)| {
        practice.exception_rate().map(|rate| (Number::cell(rate), row))
    };
    let mut practices: Vec<(Number, Id<Practice>)> = ledger.plan.practices.iter().filter_map(rated).collect();
    practices.order_by(|(left, _), (right, _)| right.compare(left));
    let (mut rank, mut last) = (0_i64, None);
    for (before, (rate, row)) in (0_i64..).zip(practices) {
        if last.is_none_or(|last| rate.differs_from(&last)) {
            rank = before + 1;
        }
        last = Some(rate);
        ledger.publish(&EXCEPTION_RANK, [row.index()], Number::constant(whole(rank), "place"));
    }
}

/// For a measure of which less is better: what practices use above the value at the edge of the best quarter.
fn potential(ledger: &mut Ledger<'_>, worst_first: &[(Number, Row<'_, PracticeIndicator>)], quarter: usize) {
    let plan = ledger.plan;
    let Some((_, edge)) = worst_first.iter().rev().nth(quarter.saturating_sub(1)) else { return };
    if plan.measures.get(edge.measure()).is_none_or(|measure| measure.direction() != Some(Direction::Lower)) {
        return;
    }
    let best = Number::given(edge.value());
    let nothing = Number::nothing();
    let mut total = NumberTotal::default();
    for (_, indicator) in worst_first {
        let Some(list) = plan.practices.get(indicator.practice()).and_then(|practice| practice.list_size()) else {
            continue;
        };
        let subjects = [indicator.practice().index(), indicator.measure().index()];
        if ledger.figure(&POTENTIAL, subjects).is_some() {
            // A second value of a practice is reported where the rows are compared; all practices are the sum of what
            // is said for each.
            continue;
        }
        let rate = Number::given(indicator.value());
        let list = Number::cell(list);
        let above = rate.minus(&best).maximum(&nothing).times(&list);
        total.add(&ledger.publish(&POTENTIAL, subjects, above));
    }
    ledger.publish(&POTENTIAL_ALL, [edge.measure().index()], total.finish());
}
