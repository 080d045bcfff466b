//! Figures that cannot be relied on, because a cell on which they stand is in error.

use super::Outcome;
use crate::calculation::{FigureIndex, FigureKey, Finding, Severity};
use crate::plan::{CellAddress, Plan, Table};
use crate::quantity::InOrder;
use std::collections::BTreeSet;

/// The figures that stand on a cell which an error names, in ascending order.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubtful(Vec<(usize, FigureIndex)>);

impl Doubtful {
    /// The figures that stand on what the errors of an outcome name: a number, or all numbers of a row of which the
    /// error names what it is about.
    fn of(plan: &Plan, outcome: &Outcome) -> Self {
        let errors = outcome.findings().iter().filter(|finding| finding.severity == Severity::Error);
        let cells: BTreeSet<_> = errors.flat_map(|finding| cells_of(plan, finding)).collect();
        if cells.is_empty() {
            return Self::default();
        }
        let recording = outcome.recording(plan);
        let stands = recording.record().depends_on(&|cell| cells.contains(&cell));
        let figures = recording.series().iter().flat_map(|series| series.iter());
        let doubtful = figures.filter(|(_, number)| stands.get(number.step().position()).copied().unwrap_or_default());
        let mut doubtful: Vec<_> = doubtful.map(|(key, _)| (key.kind.ordinal(), key.index)).collect();
        doubtful.order_by(Ord::cmp);
        Self(doubtful)
    }
}

/// The cells with numbers that a finding concerns.
fn cells_of(plan: &Plan, finding: &Finding) -> Vec<(Table, u32, u8)> {
    let mut cells = Vec::new();
    for CellAddress { table, row, column } in finding.places.iter().copied() {
        let columns = table.columns();
        let is_number = |name: &str| columns.iter().any(|column| column.name == name && column.kind.is_number());
        for (at, named) in (0_u8..).zip(columns) {
            let concerned = if is_number(column) { named.name == column } else { named.kind.is_number() };
            if concerned && plan.store(table).column(usize::from(at)).number(row).is_some() {
                cells.push((table, row, at));
            }
        }
    }
    cells
}

impl Outcome {
    /// Whether a figure stands on a cell that an error names, so that it cannot be relied on. It is worked out when it
    /// is first asked, and only for a plan with errors. The plan must be the one of which this is the outcome.
    ///
    /// ```
    /// use one_plan_model::{example, outcome::resolve};
    /// let example = example::outcome(r#""bed_days": [
    ///     {"id": "a", "name": "A", "days": "3,650", "definition": "midnight", "occupancy": "120%"},
    ///     {"id": "b", "name": "B", "days": "3,650", "definition": "midnight", "occupancy": "80%"}
    /// ]"#);
    /// let is_doubtful = |id| example.outcome.is_doubtful(&example.plan, resolve(&example.plan, id).unwrap());
    /// assert!(is_doubtful("bed-days.a.beds"));
    /// assert!(!is_doubtful("bed-days.b.beds"));
    /// ```
    pub fn is_doubtful(&self, plan: &Plan, figure: FigureKey) -> bool {
        let doubtful = self.doubtful.get_or_init(|| Doubtful::of(plan, self));
        doubtful.0.binary_search(&(figure.kind.ordinal(), figure.index)).is_ok()
    }
}
