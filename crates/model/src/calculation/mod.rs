//! How rules are written once and run in three ways.
//!
//! A rule is a function over any [`Number`]. Run with [`Plain`] it computes; run with [`Traced`]
//! it records why each figure is what it is; run with [`Ranged`] it finds how far a figure may
//! lie from its printed value because the figures it stands on are printed rounded. There is one
//! piece of code for all three, so an explanation cannot drift from the calculation.

mod figure;
mod finding;
mod ledger;
mod number;
mod plain;
mod ranged;
mod traced;

pub use figure::{CellAddress, Dimension, FigureKey, FigureKind, Subjects, Unit};
pub use finding::{Finding, Severity};
pub use ledger::{Ledger, Series};
pub use number::{Number, NumberTotal, Printed};
pub use plain::{Plain, PlainTotal};
pub use ranged::{Ranged, RangedTotal};
pub use traced::{Reason, Traced, TracedTotal};
