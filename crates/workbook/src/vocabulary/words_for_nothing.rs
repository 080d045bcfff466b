//! What people write where there is nothing to say, or nothing yet.

use crate::cells::key_of;
use crate::headings::Field;

/// The fields whose words are names of other rows.
pub const NAMES_OF_OTHERS: [Field; 2] = [Field::Programme, Field::Organisation];

/// Whether words are none: a dash, or where a name of another row belongs what people write when there is none yet.
pub fn says_nothing(words: &str, field: Field) -> bool {
    let key = key_of(words);
    let is_none_yet = || ["na", "notapplicable", "tbc", "tba", "tbd", "tobeconfirmed"].contains(&key.as_str());
    key.is_empty() || (NAMES_OF_OTHERS.contains(&field) && is_none_yet())
}
