//! Where activity goes.

mod flow;
mod sums;

pub use flow::{Destination, Flow, flows};
pub use sums::{FlowSum, flow_sums, flows_by_unit};
