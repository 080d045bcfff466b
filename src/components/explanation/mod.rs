//! Why a figure is what it is.

mod dependents;
mod panel;
mod printed;
mod sensitivity;
mod step_list;

pub use panel::{ExplanationPanel, ExplanationPanelProperties};
pub use step_list::{STEPS_AT_A_TIME, step_list};
