//! How rules are written once and run in two ways.
//!
//! A rule is a function over any [`Number`]. Run with [`Plain`] it computes; run with [`Traced`]
//! it records why each figure is what it is. There is one piece of code for both, so an
//! explanation cannot drift from the calculation. From the record it also follows how far a
//! figure may lie from its printed value because what it stands on is printed rounded: [`Ranges`].

mod figure;
mod finding;
mod ledger;
mod number;
mod plain;
mod range;
mod traced;

pub use figure::{CellAddress, Dimension, FigureKey, FigureKind, Subjects, Unit};
pub use finding::{Finding, Severity};
pub use ledger::{Ledger, Series};
pub use number::{Number, NumberTotal, Printed};
pub use plain::{Plain, PlainTotal};
pub use range::Ranges;
pub use traced::{Reason, Traced, TracedTotal};
