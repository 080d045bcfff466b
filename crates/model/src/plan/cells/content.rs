use crate::quantity::{Amount, Count, Date, Decimal, DueDate, FinancialYear, Fixed, Measured, MoneyUnit, Month, Rate};

/// What is in a cell, without its type: what all tables read, write and calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing.
    Empty,
    /// Words, an identifier, or line numbers.
    Text(&'a str),
    /// Money.
    Amount(Amount),
    /// The unit of money.
    Unit(MoneyUnit),
    /// A number of things.
    Count(Count),
    /// A number that is meant exactly.
    Exact(Decimal),
    /// A number that is printed rounded.
    Measured(Measured),
    /// A share.
    Rate(Rate),
    /// The position of a row of another table.
    Row(u32),
    /// A financial year.
    Year(FinancialYear),
    /// The position of a word among those of the column.
    Choice(u32),
    /// Yes or no.
    Flag(bool),
    /// A calendar month.
    Month(Month),
    /// A calendar date.
    Date(Date),
    /// When something is due.
    Due(DueDate),
}

impl Content<'_> {
    /// What a figure can be about: a row, a choice, a year by its start, yes or no as 1 or 0, a month,
    /// or the month in which something is due.
    pub fn subject(self) -> Option<u32> {
        match self {
            Self::Row(subject) | Self::Choice(subject) => Some(subject),
            Self::Year(year) => Some(u32::from(year.start())),
            Self::Flag(flag) => Some(u32::from(flag)),
            Self::Month(month) => Some(month.index()),
            Self::Due(due) => Some(due.last_day().month().index()),
            _ => None,
        }
    }

    /// For money, counts, numbers and shares: pounds, things or a fraction, and half a unit of the
    /// last printed place.
    pub fn number(self) -> Option<(Fixed, Fixed)> {
        Some(match self {
            Self::Amount(amount) => (amount.fixed(), amount.half_unit().into()),
            Self::Count(count) => (count.fixed(), Fixed::ZERO),
            Self::Exact(number) => (number.into(), Fixed::ZERO),
            Self::Measured(number) => (number.fixed(), number.half_unit().into()),
            Self::Rate(rate) => (rate.fraction().into(), rate.half_unit().into()),
            _ => return None,
        })
    }

    /// Whether there is nothing.
    pub const fn is_empty(self) -> bool {
        matches!(self, Self::Empty)
    }
}
