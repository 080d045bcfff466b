use super::{NumberKind, NumberStyle};
use one_plan_model::quantity::MoneyUnit;

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
    /// share of 5 % that the sheet keeps as 0.05 stands here as `0.05` with [`NumberStyle::PERCENT`]. Where the sheet
    /// shows more decimal places than the number has, the zeros stand here too: see [`Cell::of_number`].
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

impl Cell {
    /// A number, from its digits and the number format of the sheet. The format is how the number is printed: a plan
    /// keeps that, and our own workbooks say it in no other way (`write/plan/number.rs` is the other side).
    ///
    /// ```
    /// use one_plan_workbook::sheet::Cell;
    /// assert_eq!(Cell::of_number("1234.5", "#,##0.00").printed(), "1,234.50");
    /// ```
    pub fn of_number(digits: &str, format: &str) -> Self {
        let (style, places) = NumberStyle::of_format(format);
        Self::Number(style.digits_as_shown(digits, places).into(), style)
    }

    /// A number as a plan prints it, with commas, brackets and the sign of a percentage but without a currency; for
    /// other cells what a person sees.
    pub fn printed(&self) -> String {
        match self {
            Self::Number(digits, style) => style.printed(digits),
            other => other.shown(),
        }
    }

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
    /// assert_eq!(Cell::Number("0.05".into(), NumberStyle::PERCENT).shown(), "5%");
    /// assert_eq!(Cell::Error("#REF!".into()).shown(), "#REF!");
    /// assert_eq!(Cell::UncalculatedFormula("A1+A2".into()).shown(), "=A1+A2");
    /// ```
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.to_string(),
            Self::Number(digits, style) => {
                let printed = style.printed(digits);
                let sign = if style.kind == NumberKind::Currency { "£" } else { "" };
                // What a format divides before it shows it stands here whole.
                let unit = style.unit.filter(|_| style.thousands == 0).map_or("", |unit| match unit {
                    MoneyUnit::Pounds => "",
                    MoneyUnit::Thousands => "k",
                    MoneyUnit::Millions => "m",
                    MoneyUnit::Billions => "bn",
                });
                format!("{sign}{printed}{unit}")
            }
            Self::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
            Self::UncalculatedFormula(formula) => format!("={formula}"),
        }
    }
}
