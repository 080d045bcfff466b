//! The units of what is calculated: enough to find money that is added to a number of things, not more.
//!
//! A plan says of a column whether it holds money, a number of things, a share or a plain number, and not whether its
//! money is that of one case or of all. So money times, or by, a number stays money; two amounts divided by each other
//! may be a share, or how many times one is in the other.

use crate::calculation::Unit;
use crate::plan::ColumnKind;

/// What a part of a calculation comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Nought, which is as much money as things.
    Nothing,
    /// Pounds, of all or for each.
    Money,
    /// Things: 0 is a share, 1 a number of things, 2 things times things.
    Things(i8),
    /// A number of which nothing else is known.
    Plain,
    /// A quotient of amounts or of plain numbers: a share, or how many times.
    Ratio,
    /// What is not calculated with: arrows and ratings.
    Signs,
}

impl Measure {
    pub(super) const SHARE: Self = Self::Things(0);
    pub(super) const COUNT: Self = Self::Things(1);

    /// What a column of numbers holds.
    pub(super) const fn of_column(kind: ColumnKind) -> Option<Self> {
        Some(match kind {
            ColumnKind::Money => Self::Money,
            ColumnKind::Count => Self::COUNT,
            ColumnKind::Number | ColumnKind::Measured => Self::Plain,
            ColumnKind::Rate => Self::SHARE,
            _ => return None,
        })
    }

    /// What a figure is.
    pub(super) const fn of_figure(unit: Unit) -> Self {
        match unit {
            Unit::Money => Self::Money,
            Unit::Count => Self::COUNT,
            Unit::Percent => Self::SHARE,
            Unit::Number => Self::Plain,
            Unit::Arrows | Unit::Rating => Self::Signs,
        }
    }

    pub(super) fn text(self) -> String {
        match self {
            Self::Nothing => "nothing".into(),
            Self::Money => "money".into(),
            Self::Things(0) => "a share".into(),
            Self::Things(1) => "a number of things".into(),
            Self::Things(times) => format!("things to the power of {times}"),
            Self::Plain => "a plain number".into(),
            Self::Ratio => "a quotient".into(),
            Self::Signs => "arrows or a rating".into(),
        }
    }

    /// What two are that are added, compared, or taken one for the other; nothing where they are not alike.
    pub(super) fn like(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Signs, _) | (_, Self::Signs) => None,
            (Self::Nothing, one) | (one, Self::Nothing) => Some(one),
            (left, right) if left == right => Some(left),
            (Self::Money, _) | (_, Self::Money) | (Self::Things(_), Self::Things(_)) => None,
            (known @ Self::Things(_), _) | (_, known @ Self::Things(_)) => Some(known),
            _ => Some(Self::Plain),
        }
    }

    /// What two are that are multiplied.
    pub(super) const fn times(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Signs, _) | (_, Self::Signs) | (Self::Money, Self::Money) => None,
            (Self::Nothing, _) | (_, Self::Nothing) => Some(Self::Nothing),
            (Self::Money, _) | (_, Self::Money) => Some(Self::Money),
            (Self::Things(left), Self::Things(right)) => Some(Self::Things(left.saturating_add(right))),
            _ => Some(Self::Plain),
        }
    }

    /// What the first divided by the second is.
    pub(super) const fn over(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Signs | Self::Nothing, _) | (_, Self::Signs | Self::Nothing) => None,
            (Self::Money, Self::Money) | (Self::Plain | Self::Ratio, Self::Plain | Self::Ratio) => Some(Self::Ratio),
            (Self::Money, _) => Some(Self::Money),
            (_, Self::Money) => None,
            (Self::Things(left), Self::Things(right)) => Some(Self::Things(left.saturating_sub(right))),
            _ => Some(Self::Plain),
        }
    }

    /// Whether a figure in a unit can be this.
    pub(super) const fn is_unit(self, unit: Unit) -> bool {
        match unit {
            Unit::Money => matches!(self, Self::Money),
            Unit::Count => matches!(self, Self::Things(1) | Self::Plain | Self::Ratio),
            Unit::Percent => matches!(self, Self::Things(0) | Self::Ratio),
            Unit::Number => matches!(self, Self::Things(0 | 1) | Self::Plain | Self::Ratio),
            Unit::Arrows | Unit::Rating => matches!(self, Self::Plain),
        }
    }
}
