use super::range::Range;
use crate::plan::Table;

/// What a column of a table holds. The same definition serves reading, writing, the schema, the
/// template and the editing grid.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The name in the plan file, for example `full_year_effect`.
    pub name: &'static str,
    help: Text,
    /// What may stand in it.
    pub kind: ColumnKind,
    /// Whether every row must fill it.
    pub required: bool,
    /// Which numbers may stand in it.
    pub range: Range,
    other_names: OtherNames,
    /// What is not computed where its cell is empty; nothing where a person does not expect a figure of it.
    pub rests: Option<&'static str>,
    /// The column, by its position, that must be filled for a person to expect that; nothing where it always is.
    pub expected_by: Option<u8>,
}

/// The kinds of column.
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// The name by which other tables refer to the row: small letters, digits and hyphens.
    Identifier,
    /// Words.
    Text,
    /// The identifier of a row of another table.
    Reference(Table),
    /// The unit of every money column of the row: `£`, `£000`, `£m` or `£bn`.
    MoneyUnit,
    /// Money, as printed digits in the unit of the row.
    Money,
    /// A number of things.
    Count,
    /// A number without a unit that is meant exactly as it stands.
    Number,
    /// A number without a unit that is printed rounded.
    Measured,
    /// A percentage with its sign.
    Rate,
    /// A financial year.
    Year,
    /// A calendar month.
    Month,
    /// A calendar date.
    Date,
    /// When something is due: a day, a month or a financial year.
    DueDate,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// Yes or no.
    Flag,
    /// Where the row, or single cells of it, are printed in the document.
    SourceLines,
    /// The identifier of a figure that the model computes.
    FigureIdentifier,
}

/// One word that a choice column accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word in the plan file.
    pub word: &'static str,
    meaning: Text,
}

/// A text for the person who keys in a plan. It is there with the feature `help` only: the page has no editor that
/// would show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Text(#[cfg(feature = "help")] &'static str);

/// What else people call a table or a column. It is there with the feature `help` only: who reads workbooks has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherNames(#[cfg(feature = "help")] &'static [&'static str]);

impl OtherNames {
    pub(in crate::plan) const fn new(names: &'static [&'static str]) -> Self {
        #[cfg(feature = "help")]
        return Self(names);
        #[cfg(not(feature = "help"))]
        {
            let _ = names;
            Self()
        }
    }

    pub(in crate::plan) const fn get(self) -> &'static [&'static str] {
        #[cfg(feature = "help")]
        return self.0;
        #[cfg(not(feature = "help"))]
        &[]
    }
}

impl Text {
    pub(in crate::plan) const fn new(text: &'static str) -> Self {
        #[cfg(feature = "help")]
        return Self(text);
        #[cfg(not(feature = "help"))]
        {
            let _ = text;
            Self()
        }
    }

    const fn get(self) -> &'static str {
        #[cfg(feature = "help")]
        return self.0;
        #[cfg(not(feature = "help"))]
        ""
    }
}

impl Column {
    /// A column.
    pub(in crate::plan) const fn new(name: &'static str, kind: ColumnKind, required: bool, help: Text) -> Self {
        let other_names = OtherNames::new(&[]);
        Self { name, help, kind, required, range: Range::Any, other_names, rests: None, expected_by: None }
    }

    /// The same column, in which only some numbers may stand.
    pub(in crate::plan) const fn within(self, range: Range) -> Self {
        Self { range, ..self }
    }

    /// The same column, with what is not computed where its cell is empty, if the given other cell is filled.
    pub(in crate::plan) const fn with_resting(self, rests: &'static str, given: &[u8]) -> Self {
        let expected_by = match given {
            [one, ..] => Some(*one),
            [] => None,
        };
        Self { rests: Some(rests), expected_by, ..self }
    }

    /// The same column, with what else people call it.
    pub(in crate::plan) const fn also_called(self, names: &'static [&'static str]) -> Self {
        Self { other_names: OtherNames::new(names), ..self }
    }

    /// What else people call it in workbooks of their own, in small letters with single blanks; nothing without the
    /// feature `help`.
    pub const fn other_names(&self) -> &'static [&'static str] {
        self.other_names.get()
    }

    /// What it means, in words for the person who keys it in; empty without the feature `help`.
    pub const fn help(&self) -> &'static str {
        self.help.get()
    }
}

impl Choice {
    /// A word and what it means.
    pub const fn new(word: &'static str, meaning: &'static str) -> Self {
        Self { word, meaning: Text::new(meaning) }
    }

    /// What it means; empty without the feature `help`.
    pub const fn meaning(&self) -> &'static str {
        self.meaning.get()
    }
}

impl ColumnKind {
    /// Whether a formula can calculate with what stands in it.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Money | Self::Count | Self::Number | Self::Measured | Self::Rate)
    }

    /// The table to whose rows it refers.
    pub const fn refers_to(self) -> Option<Table> {
        match self {
            Self::Reference(table) => Some(table),
            _ => None,
        }
    }

    /// What a person is told to write, for example "a financial year such as 2011/12".
    pub fn expected(self) -> String {
        match self {
            Self::Identifier => "a name of small letters, digits and hyphens, such as planned-care".into(),
            Self::Text => "text".into(),
            Self::Reference(table) => format!("the id of a row of the table \"{}\"", table.name()),
            Self::MoneyUnit => "£, £000, £m or £bn".into(),
            Self::Money => "an amount as text, such as \"1,234.50\", in the unit of its row".into(),
            Self::Count => "a number as text, such as \"20,267\"".into(),
            Self::Number | Self::Measured => "a number as text, such as \"0.15\"".into(),
            Self::Rate => "a percentage with its sign, such as \"1.5%\"".into(),
            Self::Year => "a financial year such as \"2011/12\"".into(),
            Self::Month => "a month such as \"2011-04\"".into(),
            Self::Date => "a date such as \"2011-04-26\"".into(),
            Self::DueDate => {
                "a date such as \"2011-04-26\", a month such as \"2011-04\" or a year such as \"2011/12\"".into()
            }
            Self::Choice(choices) => {
                let words: Vec<String> = choices.iter().map(|choice| format!("\"{}\"", choice.word)).collect();
                format!("one of {}", words.join(", "))
            }
            Self::Flag => "\"yes\" or \"no\"".into(),
            Self::SourceLines => {
                "line numbers of the document, such as \"922\", \"868-871\" or \"activity 868; cost 853\", or where it stands in a sheet, \
                 such as \"Tracker M7!AG6\""
                    .into()
            }
            Self::FigureIdentifier => "the id of a figure, such as \"savings.programme.planned-care.2011-12\"".into(),
        }
    }
}
