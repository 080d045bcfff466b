//! What leaves where and arrives where: nodes on the left, nodes on the right, ribbons between.
//!
//! A ribbon is as thick as its value at both ends, so what leaves a node equals what arrives. A node
//! too small to see is drawn at a minimum height, its ribbons at their true thickness with a
//! hairline around them. Flows of different units (spells, attendances) cannot share a drawing.
//! What passes through more than two columns is drawn by [`Stages`], of the same parts.

mod diagram;
mod layout;
mod placed;
mod ribbons;
mod stages;
#[cfg(test)]
mod tests;

pub use diagram::{Flow, Node, NodeKind, Sankey, SankeyError};
pub use stages::{Stage, Stages};
