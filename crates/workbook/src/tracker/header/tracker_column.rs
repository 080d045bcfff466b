//! A column of a tracker: its heading, and what it is read as.

use crate::cells::NamedMonth;
use crate::headings::{Field, HeadingWords};
use crate::sheet::Sheet;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

/// Why a column is not read of which it is known what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftAlone {
    /// Its amounts are of another year than those for which the tracker is read.
    OfOtherYear,
    /// Its month is part of what is told to date beside it.
    InDate,
    /// It is the recurrent half, or the other, of something that is not the plan, such as the forecast.
    OtherHalf,
    /// It holds what of an amount is pay, non-pay or income.
    OfKind,
    /// It is of a quarter, and what it holds cannot be told, or follows from the months.
    OfQuarter,
    /// It is headed by a number that may be that of a month from April, or of the calendar.
    NumberOfMonth,
    /// It says how many schemes there are.
    CountsSchemes,
    /// Its heading could name schemes, and numbers stand below it.
    NumbersForNames,
    /// Its amounts are added to those of another column, with which they are this.
    AddedTo(Field),
    /// It holds what other columns hold together: what is left of a saving after what is spent, or the sum of several years.
    WholeOfOthers,
}

/// A column of a tracker.
#[derive(Clone, Debug)]
pub struct TrackerColumn {
    /// The column of the sheet, counted from zero.
    pub at: u32,
    /// Its heading.
    pub words: HeadingWords,
    /// What it is read as; nothing for what is not known, and for what stands in an earlier column already.
    pub field: Option<Field>,
    /// What it would be, if no earlier column were that.
    pub repeats: Option<Field>,
    /// Whether a person said what it is.
    pub is_said: bool,
    /// The unit of its heading.
    pub unit: Option<MoneyUnit>,
    /// The month that its heading names.
    pub month: Option<NamedMonth>,
    /// The one year that its heading names.
    pub year: Option<FinancialYear>,
    /// The columns whose amounts are added to its own.
    pub added: Vec<TrackerColumn>,
    /// The columns whose amounts are its own together; one that is taken off is turned here.
    pub parts: Vec<TrackerColumn>,
    /// Why it is not read, although it is known what it holds.
    pub left: Option<LeftAlone>,
    /// Whether it holds the year up to its month.
    pub is_cumulative: bool,
    /// Whether it is of a quarter: up to its month are those that are added to it, and itself.
    pub is_quarter: bool,
    /// Whether its amounts are read with the other sign: what is spent, given with a minus.
    pub is_turned: bool,
    /// Whether it says of which part of an organisation a scheme is, which could be the line that is followed.
    pub is_part: bool,
}

impl TrackerColumn {
    /// A column of which only the heading is known.
    pub const fn headed(at: u32, words: HeadingWords) -> Self {
        Self {
            at,
            words,
            field: None,
            repeats: None,
            is_said: false,
            unit: None,
            month: None,
            year: None,
            added: Vec::new(),
            parts: Vec::new(),
            left: None,
            is_cumulative: false,
            is_quarter: false,
            is_turned: false,
            is_part: false,
        }
    }

    /// Whether a row has a cell in it, or in one of those that are added to it.
    pub fn is_filled(&self, sheet: &Sheet, row: u32) -> bool {
        let mut all = self.added.iter().map(|column| column.at).chain([self.at]);
        all.any(|at| !sheet.cell(row, at).is_empty())
    }

    /// What it is read as, be it together with another.
    pub const fn read_as(&self) -> Option<Field> {
        match self.left {
            Some(LeftAlone::AddedTo(field)) => Some(field),
            _ => self.field,
        }
    }
}
