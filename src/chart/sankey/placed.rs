//! Nodes with their places.

use super::super::bounds::Bounds;
use super::super::text::Text;
use super::diagram::{Flow, Node, NodeKind};

/// How wide a node is.
pub(super) const NODE_WIDTH: f64 = 14.0;
/// A node is never lower than this.
pub(super) const LOWEST_NODE: f64 = 4.0;

/// A node with its place.
pub(super) struct Placed {
    /// The position of the node.
    pub index: usize,
    /// How thick its ribbons are together.
    pub thickness: f64,
    /// Its name.
    pub label: Text,
    /// The height that it takes with its words.
    pub slot: f64,
    /// Top of the ribbons.
    pub top: f64,
}

impl Placed {
    /// How high it is drawn.
    pub fn height(&self) -> f64 {
        self.thickness.max(LOWEST_NODE)
    }

    /// Where it is drawn, from this place to the right.
    pub fn rect(&self, x: f64) -> Bounds {
        let middle = self.top + self.thickness / 2.0;
        Bounds::new(x, middle - self.height() / 2.0, NODE_WIDTH, self.height())
    }
}

/// The size of a flow, whatever its sign.
pub(super) fn size(flow: &Flow) -> f64 {
    flow.value.size().abs()
}

/// Puts the nodes of a column in the order of where they come from, so that few ribbons cross; what is avoided and what is
/// unaccounted for stands last. A sort is compiled anew for each order: here is the one of all columns.
#[inline(never)]
pub(super) fn order(column: &mut [Placed], nodes: &[Node], origin: &dyn Fn(&Placed) -> f64) {
    let kind = |node: &Placed| match nodes.get(node.index).map(|node| node.kind) {
        Some(NodeKind::Unaccounted) => 2,
        Some(NodeKind::Avoided) => 1,
        _ => 0,
    };
    column.sort_by(|one, other| {
        kind(one).cmp(&kind(other)).then(origin(one).total_cmp(&origin(other))).then(one.index.cmp(&other.index))
    });
}
