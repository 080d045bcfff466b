//! What figures are there, what they are about, and how they are called and written.

mod about;
pub mod format;
mod kind;
mod names;

pub use about::Subject;
pub use kind::{Dimension, FigureIndex, FigureKey, FigureKind, Unit};
pub(crate) use kind::{LIST, ORGANISATION, POINT, PROGRAMME, SCHEME, SETTING, YEAR, year_of};
pub use names::FigureNames;
