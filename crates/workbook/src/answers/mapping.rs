//! How the columns of a tracker are read, as a person confirmed it.

use crate::cells::key_of;
use crate::headings::{Field, HeadingWords};
use crate::vocabulary::Follows;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

/// How a tracker is read: shown to the person who gave it, and kept for the next one of the same kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What the person calls it; at first the name of the sheet.
    pub name: String,
    /// What each column is read as.
    pub headings: Vec<MappedHeading>,
    /// The year, where the file does not say it itself.
    pub year: Option<FinancialYear>,
    /// The month of the year up to which the figures to date go, counted from one for April; as for the year.
    pub month: Option<u8>,
    /// The unit of amounts for which the file says none.
    pub unit: Option<MoneyUnit>,
    /// What its rows are, where the file does not say it.
    pub follows: Option<Follows>,
    /// What words mean that are not known.
    pub words: Vec<MappedWord>,
}

/// What a column is read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedHeading {
    /// Its heading: `Plan | Apr` where one stands over the other.
    pub heading: String,
    /// The field; nothing for a column that is left alone.
    pub field: Option<Field>,
}

/// What a word in a column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedWord {
    /// In which field.
    pub field: Field,
    /// The word.
    pub value: String,
    /// The column of `schemes`, by position; nothing for a word that says nothing.
    pub column: Option<usize>,
    /// The word of that column.
    pub word: String,
}

impl Mapping {
    /// What was said of a heading: nothing, or a field, or that the column is left alone.
    pub(crate) fn field(&self, words: &HeadingWords) -> Option<Option<Field>> {
        let key = words.key();
        self.headings.iter().find(|mapped| HeadingWords::read(&mapped.heading).key() == key).map(|mapped| mapped.field)
    }

    /// The keys of headings, those of the column alone, of which it was said that they name schemes.
    pub(crate) fn naming(&self) -> Vec<String> {
        let named = self.headings.iter().filter(|mapped| mapped.field.is_some_and(Field::is_of_naming));
        named.map(|mapped| key_of(&HeadingWords::read(&mapped.heading).own)).collect()
    }

    /// What was said of a word.
    pub(crate) fn word(&self, field: Field, value: &str) -> Option<&MappedWord> {
        let key = key_of(value);
        self.words.iter().find(|mapped| mapped.field == field && key_of(&mapped.value) == key)
    }
}
