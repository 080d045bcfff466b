//! Fields: what is typed or chosen in them, and what is wrong with it.

mod filters;
mod measure;
mod number_field;
mod text_field;

pub use filters::{Told, choice, choice_field, field_of, field_told, filters, words_field};
pub use measure::{Measure, Misfit, Within};
pub use number_field::{NumberField, NumberFieldProperties};
pub use text_field::{TextField, TextFieldProperties};
