//! Numbers as people write them: signs, brackets, thousands and decimals, and the unit that an amount says itself.
//!
//! The unit of a heading, or of a whole sheet, is no part of this.

mod decimal_comma;
mod number_in;
mod number_text;
mod own_unit;

pub use decimal_comma::DecimalComma;
pub use number_in::{number_in, turned};
pub use number_text::{at_most_places, number_of_text};
pub use own_unit::own_unit;
