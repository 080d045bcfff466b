//! Nodes with their places.

use super::super::bounds::Bounds;
use super::super::text::Text;
use super::diagram::Flow;

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
