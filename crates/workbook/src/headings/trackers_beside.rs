//! What is known of the trackers of schemes in the same files: by this a sheet beside them that says less is told to be a list of
//! further schemes, or to say once more what they say.

use one_plan_model::quantity::Decimal;
use std::collections::HashSet;

/// The trackers of schemes in the same files.
#[derive(Debug, Default)]
pub struct TrackersBeside {
    /// Their headings, by keys.
    pub headings: HashSet<String>,
    /// What their schemes are called, by keys.
    pub names: HashSet<String>,
    /// What the schemes of each of them save in the year, and all together last.
    pub plans: Vec<Decimal>,
}

impl TrackersBeside {
    /// Whether there is any.
    pub fn is_any(&self) -> bool {
        !self.headings.is_empty()
    }

    /// Whether an amount is what one of them saves, or all of them.
    pub(crate) fn has_plan(&self, plan: Decimal) -> bool {
        let all = self.plans.iter().try_fold(Decimal::ZERO, |sum, plan| sum.checked_add(*plan));
        !plan.is_zero() && (self.plans.contains(&plan) || all == Some(plan))
    }
}
