//! The words that are known in names of sheets, in titles and in cells, and what each of them means in a plan.
//!
//! A word that can mean two things is not here: it is asked. Where a word stands, and what becomes of its row, is decided by
//! those who read it.

mod follows;
mod no_schemes;
mod not_counting;
mod spending_words;
mod summaries;
mod versions;
mod word_in_name;
mod words_beside_schemes;
mod words_for_nothing;
mod words_of_names;
mod words_of_plan;
mod words_of_schemes;

pub use follows::Follows;
pub(crate) use no_schemes::no_scheme;
pub(crate) use not_counting::{NameSays, is_any_name, plain_name, said_by_name, says_not_in_plan};
pub use spending_words::{SpendingSays, spending_says};
pub(crate) use summaries::{name_of_part, says_summary};
pub(crate) use versions::Rank;
pub use word_in_name::says_any;
pub(crate) use words_beside_schemes::Aside;
pub(crate) use words_for_nothing::{NAMES_OF_OTHERS, says_nothing};
pub(crate) use words_of_plan::{step_of_matrix, word_of_plan};
pub(crate) use words_of_schemes::{
    Meaning, Vocabulary, choices_for, is_income, is_kind, is_unidentified, meaning, words_of,
};
