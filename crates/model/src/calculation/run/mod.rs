//! What a rule works with: the numbers on which it calculates, and the ledger into which it writes.

mod lacking;
mod ledger;
mod number;
mod series;

pub use lacking::Lacking;
pub use ledger::{Ledger, PendingFinding, Run, SeriesByKind};
pub use number::{Number, NumberTotal};
pub use series::Series;
