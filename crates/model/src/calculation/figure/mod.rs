//! What figures are there, what they are about, and how they are called and written.

mod about;
mod dimension;
pub mod format;
mod index;
mod kind;
mod names;
mod unit;

pub use about::Subject;
pub use dimension::Dimension;
pub(crate) use dimension::{LIST, ORGANISATION, POINT, PROGRAMME, SCHEME, SETTING, YEAR, year_of};
pub use index::FigureIndex;
pub use kind::{FigureKey, FigureKind};
pub use names::FigureNames;
pub use unit::Unit;
