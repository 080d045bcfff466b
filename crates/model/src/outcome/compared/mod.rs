//! What the plan prints against what is computed, and figures that should agree against each other.

pub(super) mod agree;
mod agreement;
pub(super) mod compare;
mod comparison;
mod refused_figures;
pub(super) mod unlikely;
pub(super) mod years_apart;

pub(super) use agree::FIGURES_DIFFER;
pub use agreement::Agreement;
pub(super) use compare::{NOT_PRINTED, PRINTED_BUT_NOT_COMPUTED, PRINTED_DIFFERS, PRINTED_IN_TWO_WAYS};
pub use comparison::{Comparison, Verdict};
pub(crate) use unlikely::UNLIKELY_ROUNDING;
