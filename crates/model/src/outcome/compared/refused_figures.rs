use crate::calculation::{FigureIndex, FigureKey, Finding};
use crate::outcome::Outcome;
use crate::plan::Table;
use crate::quantity::InOrder;
use crate::rules::common_findings::UNIT_DOES_NOT_FIT;

/// The figures that have no unit in which they could be worked out: of the figure itself, and not of a row that prints it
/// with a unit that does not fit. In order, as each row may ask.
pub(super) struct RefusedFigures(Vec<(usize, FigureIndex)>);

impl RefusedFigures {
    /// Those of the findings of the rules.
    pub(super) fn of(outcome: &Outcome) -> Self {
        let is_of_a_row = |finding: &Finding| finding.places.iter().any(|place| place.table == Table::StatedFigure);
        let refused = outcome.findings.iter().filter(|finding| finding.code == UNIT_DOES_NOT_FIT.code);
        let figures = refused.filter(|finding| !is_of_a_row(finding)).flat_map(|finding| finding.figures.iter());
        let mut places: Vec<(usize, FigureIndex)> = figures.map(Self::place).collect();
        places.order_by(Ord::cmp);
        Self(places)
    }

    fn place(figure: &FigureKey) -> (usize, FigureIndex) {
        (figure.kind.ordinal(), figure.index)
    }

    /// Whether a figure is one of them.
    pub(super) fn has(&self, figure: FigureKey) -> bool {
        self.0.binary_search(&Self::place(&figure)).is_ok()
    }
}
