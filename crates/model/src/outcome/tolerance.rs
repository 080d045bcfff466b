use crate::calculation::{FigureKey, Ranges, recorded};
use crate::parameters::Parameters;
use crate::plan::Plan;
use crate::quantity::Decimal;
use crate::rules;

/// How far figures may lie from their values because what they stand on is printed rounded. It takes a second,
/// recorded run of the rules, which is only made when a tolerance is first asked for.
pub(super) struct Tolerances<'a> {
    plan: &'a Plan,
    parameters: &'a Parameters,
    ranges: Option<Ranges>,
}

impl<'a> Tolerances<'a> {
    pub(super) const fn new(plan: &'a Plan, parameters: &'a Parameters) -> Self {
        Self { plan, parameters, ranges: None }
    }

    /// The tolerance of a figure; nothing for a figure without a value.
    pub(super) fn of(&mut self, figure: FigureKey) -> Decimal {
        let ranges = self.ranges.get_or_insert_with(|| {
            let (run, record) = recorded(|| rules::run(self.plan, self.parameters));
            Ranges::new(run.series, record)
        });
        ranges.reach(figure).and_then(Result::ok).unwrap_or_default()
    }
}
