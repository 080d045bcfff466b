//! Figures that cannot be relied on, because a cell on which they stand is in error.

use crate::calculation::{FigureIndex, FigureKey, Finding, Severity};
use crate::outcome::Recording;
use crate::plan::{CellAddress, Plan, Table};
use crate::quantity::InOrder;
use std::collections::BTreeSet;

/// The figures that stand on a cell which an error names, in ascending order.
#[derive(Clone, Debug, Default)]
pub(in crate::outcome) struct Doubtful(Vec<(usize, FigureIndex)>);

impl Doubtful {
    /// The figures that stand on what the errors among findings name: a number, or all numbers of a row of which the
    /// error names what it is about. How the figures came about is asked for only where there are errors.
    pub(in crate::outcome) fn of<'a>(
        plan: &Plan,
        findings: &[Finding],
        recording: impl FnOnce() -> &'a Recording,
    ) -> Self {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        let cells: BTreeSet<_> = errors.flat_map(|finding| cells_of(plan, finding)).collect();
        if cells.is_empty() {
            return Self::default();
        }
        let recording = recording();
        let stands = recording.record().depends_on(&|cell| cells.contains(&cell));
        let figures = recording.series().iter().flat_map(|series| series.iter());
        let doubtful = figures.filter(|(_, number)| stands.get(number.step().position()).copied().unwrap_or_default());
        let mut doubtful: Vec<_> = doubtful.map(|(key, _)| (key.kind.ordinal(), key.index)).collect();
        doubtful.order_by(Ord::cmp);
        Self(doubtful)
    }

    /// Whether a figure is among them.
    pub(in crate::outcome) fn has(&self, figure: FigureKey) -> bool {
        self.0.binary_search(&(figure.kind.ordinal(), figure.index)).is_ok()
    }
}

/// The cells with numbers that a finding concerns.
pub(in crate::outcome) fn cells_of(plan: &Plan, finding: &Finding) -> Vec<(Table, u32, u8)> {
    let mut cells = Vec::new();
    for place in finding.places.iter().copied() {
        let CellAddress { table, row, column } = place;
        let names_one = place.is_number();
        for (at, named) in (0_u8..).zip(table.columns()) {
            let concerned = if names_one { named.name == column } else { named.kind.is_number() };
            if concerned && plan.store(table).column(usize::from(at)).number(row).is_some() {
                cells.push((table, row, at));
            }
        }
    }
    cells
}
