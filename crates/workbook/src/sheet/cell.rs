/// What stands in one cell of a sheet, before anything is known of its column.
///
/// It takes 24 bytes: a sheet of a hundred thousand rows has millions of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or only a style.
    #[default]
    Empty,
    /// Words, or digits that were typed as text.
    Text(Box<str>),
    /// A number: its decimal digits with a point and, if below zero, a minus sign (`-1234.5`), never an exponent. A
    /// share of 5 % that the sheet keeps as 0.05 stands here as `0.05` with [`NumberStyle::Percent`].
    Number(Box<str>, NumberStyle),
    /// A calendar date as `2011-04-26`; the time of day, if there was one, is dropped.
    Date(Box<str>),
    /// True or false.
    Flag(bool),
    /// An error of the sheet, such as `#REF!` or `#DIV/0!`.
    Error(Box<str>),
    /// A formula, as it is written, that no spreadsheet program has calculated yet: the file holds no value for it.
    UncalculatedFormula(Box<str>),
}

/// How a sheet shows a number, as far as it says what the number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberStyle {
    /// Nothing that says what it is.
    #[default]
    Plain,
    /// As a percentage.
    Percent,
    /// With a sign of currency.
    Currency,
}

impl Cell {
    /// Whether there is nothing: also where only blanks stand.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What a person sees in it, for messages: a number as its digits, a share with its sign.
    ///
    /// ```
    /// use one_plan_workbook::sheet::{Cell, NumberStyle};
    /// assert_eq!(Cell::Number("0.05".into(), NumberStyle::Percent).shown(), "5%");
    /// assert_eq!(Cell::Error("#REF!".into()).shown(), "#REF!");
    /// assert_eq!(Cell::UncalculatedFormula("A1+A2".into()).shown(), "=A1+A2");
    /// ```
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Date(text) | Self::Error(text) | Self::Number(text, NumberStyle::Plain) => {
                text.to_string()
            }
            Self::Number(digits, NumberStyle::Percent) => format!("{}%", super::digits::shifted(digits, 2)),
            Self::Number(digits, NumberStyle::Currency) => format!("£{digits}"),
            Self::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
            Self::UncalculatedFormula(formula) => format!("={formula}"),
        }
    }
}
