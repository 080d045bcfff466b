//! Words without what people write differently: the key of a heading, units in several words, references, identifiers, and the
//! words of a total.
//!
//! What a word means in a plan stands in `vocabulary`.

mod heading;
mod identifier;
mod reference_key;
mod total_words;
mod unit_words;
mod used_identifiers;

pub use heading::{Heading, key_of};
pub use identifier::identifier_of;
pub use reference_key::reference_key;
pub use total_words::{begins_with_all, ends_with_total, is_called_like_total, is_total};
pub use unit_words::with_units_in_one_word;
pub use used_identifiers::UsedIdentifiers;
