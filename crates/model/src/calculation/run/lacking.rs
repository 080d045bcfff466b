//! Figures that lack something which the plan leaves empty.

use crate::calculation::{FigureIndex, FigureKey, FigureKind};
use crate::plan::CellAddress;
use std::collections::BTreeMap;

/// The figures that are not what they would be if the plan gave all that they stand on: a sum without one of its rows,
/// and what stands on such a sum. Nobody can say of them that they differ from another figure.
#[derive(Clone, Debug, Default)]
pub struct Lacking {
    // By the ordinal of the kind.
    cells: BTreeMap<(usize, FigureIndex), CellAddress>,
}

impl Lacking {
    /// Whether no figure lacks anything, as in most plans.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// An empty cell that a figure lacks; nothing for a figure that lacks none.
    pub fn cell(&self, figure: FigureKey) -> Option<CellAddress> {
        self.cells.get(&(figure.kind.ordinal(), figure.index)).copied()
    }

    /// Whether a figure of a kind lacks something.
    pub fn has(&self, kind: &FigureKind) -> bool {
        self.of_kind(kind).next().is_some()
    }

    /// The names of the figures of a kind that lack something; they need not be there.
    pub fn keys(&self, kind: &'static FigureKind) -> impl Iterator<Item = FigureKey> {
        self.of_kind(kind).map(move |(index, _)| FigureKey { kind, index })
    }

    /// The figures of a kind that lack something.
    pub(crate) fn of_kind(&self, kind: &FigureKind) -> impl Iterator<Item = (FigureIndex, CellAddress)> {
        let of = kind.ordinal();
        let from = self.cells.range((of, FigureIndex::default())..);
        from.take_while(move |((kind, _), _)| *kind == of).map(|((_, index), cell)| (*index, *cell))
    }

    pub(super) fn note(&mut self, figure: FigureKey, cell: CellAddress) {
        self.cells.entry((figure.kind.ordinal(), figure.index)).or_insert(cell);
    }
}
