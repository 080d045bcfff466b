//! The gap between a target and the total of the schemes beside it, as people print it.

use super::running_sum::RunningSum;
use one_plan_model::quantity::Decimal;

/// Whether two amounts are the same, as far as the second is printed.
pub fn is_nearly(exact: Decimal, printed: Decimal) -> bool {
    let mut sum = RunningSum::default();
    sum.add(exact);
    sum.differs(printed, 1).is_none()
}

/// What is said of a gap that is not what the target leaves.
pub fn gap_in_words(gap: Decimal, target: Decimal, total: Decimal, left: Decimal) -> String {
    format!(
        "this gap is {}, and the target of {} less the total of {} is {}",
        gap.normalize(),
        target.normalize(),
        total.normalize(),
        left.normalize()
    )
}
