//! How a line is rated on its plan to date.

use crate::calculation::{Finding, Ledger, MOST_DEVIATIONS, Number, NumberTotal, Unit, findings_of_part};
use crate::parameters::DELIVERY_AMBER;
use crate::plan::{Id, MonitoredLine, Row, Table};
use crate::quantity::whole;
use crate::rules::monitoring::{RATING, VARIANCE};

findings_of_part! {
    /// A monitored line is rated red, and no remedial action is given; where something is asked about its months or its plan,
    /// which may be why, that is only worth knowing.
    BEHIND_PLAN_WITHOUT_ACTION: warning or information(
        "behind-plan-without-action",
        "Agree and write down the remedial action."
    )
}

/// How far a variance may lie from the exact one because what it stands on is printed rounded.
pub(super) struct Rounding {
    /// All half units: it lies no farther.
    sum: Number,
    /// Their squares: the variance of independent roundings is a third of it.
    squares: Number,
}

impl Rounding {
    pub(super) fn of(half_units: impl Iterator<Item = Number>) -> Self {
        let (mut sum, mut squares) = (NumberTotal::default(), NumberTotal::default());
        for half_unit in half_units {
            sum.add(&half_unit);
            squares.add(&half_unit.times(&half_unit));
        }
        Self { sum: sum.finish(), squares: squares.finish() }
    }

    /// Whether what is short is nothing, or rounding: within all half units, and within so many standard deviations that a
    /// finding does not call it unlikely either.
    fn explains(&self, short: &Number) -> bool {
        if !short.is_negative() {
            return true;
        }
        let squared = Number::whole(MOST_DEVIATIONS * MOST_DEVIATIONS, "the square of four standard deviations");
        let threefold = Number::whole(3, "the variance of a rounding is a third of the square of half a unit");
        let likely = self.squares.times(&squared).minus(&short.times(short).times(&threefold));
        !short.plus(&self.sum).is_negative() && !likely.is_fault() && !likely.is_negative()
    }
}

/// Rates a line on its plan to date, and says whether it is red.
pub(super) fn rate(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    [variance, planned]: [Number; 2],
    (rounding, is_in_doubt): (&Rounding, bool),
) -> bool {
    let subject = [row.index()];
    let Some(amber) = ledger.parameter(&DELIVERY_AMBER, Some(line.year())) else { return false };
    if variance.is_fault() {
        ledger.publish(&RATING, subject, variance);
        return false;
    }
    // What the last printed digits may hide is no difference.
    let limit = planned.times(&Number::the_whole().minus(&amber)).negated();
    let (level, reason) = if rounding.explains(&variance) {
        (3, "the plan to date is delivered")
    } else if rounding.explains(&variance.minus(&limit)) {
        (2, "near the plan to date")
    } else {
        (1, "behind the plan to date")
    };
    let rating = Number::constant(whole(level), reason).because(reason, &[&variance, &planned, &amber]);
    ledger.publish(&RATING, subject, rating);
    let is_red = level == 1;
    if is_red && line.action().is_none() {
        let (of, why): (fn(&_, String) -> _, _) =
            if is_in_doubt { (Finding::otherwise, ", perhaps by what is asked about it") } else { (Finding::of, "") };
        ledger.report(|| {
            let message = format!("\"{}\" is behind its plan{why}, and no remedial action is given.", line.name());
            of(&BEHIND_PLAN_WITHOUT_ACTION, message)
                .at(Table::MonitoredLine, row.index(), "action")
                .figure(VARIANCE.at(subject))
                .between(variance.value(), Number::nothing().value(), Unit::Money)
                .both_right()
        });
    }
    is_red
}
