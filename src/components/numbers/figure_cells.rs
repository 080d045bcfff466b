use super::figure::figure;
use super::shown::Shown;
use crate::components::cell_for_number;
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureIndex, FigureKey, FigureKind};
use yew::prelude::*;

/// A column of figures of one kind.
#[derive(Clone, Copy)]
pub struct FigureColumn {
    /// What stands above it, and beside its cells where rows are shown as blocks.
    pub label: &'static str,
    /// The kind.
    pub kind: &'static FigureKind,
    /// How they are shown.
    pub shown: Shown,
}

/// A column of figures of one kind.
pub const fn column(label: &'static str, kind: &'static FigureKind, shown: Shown) -> FigureColumn {
    FigureColumn { label, kind, shown }
}

/// The cells of a row whose figures are all about the same.
pub fn figure_cells(context: &PageContext, columns: &[FigureColumn], index: FigureIndex) -> Vec<Html> {
    let mut cells = Vec::with_capacity(columns.len());
    for FigureColumn { label, kind, shown } in columns {
        cells.push(figure_cell(context, *label, FigureKey { kind, index }, *shown));
    }
    cells
}

/// A cell with a figure.
pub fn figure_cell(context: &PageContext, label: impl Into<AttrValue>, key: FigureKey, shown: Shown) -> Html {
    cell_for_number(label).child(figure(context, key, shown)).html()
}
