//! Formulas as data: how figures follow from the rows of a table or from other figures.

mod bound;
#[cfg(test)]
mod changed;
#[cfg(test)]
mod check;
mod evaluate;
mod limits;
mod notation;
mod rule_file;
mod typed;

#[cfg(test)]
pub(crate) use changed::{Changed, with_change};
#[cfg(test)]
pub(crate) use check::{faults_of, fits, is_same, late_in, missed, published, worked_out, worked_out_in};
pub(crate) use evaluate::{finding_files, summed};
pub use evaluate::{run_formulas, split_before};
pub use limits::{Fails, Test, run_tests};
pub(crate) use notation::figures;
pub use notation::{column, formula, term, word};
pub use rule_file::RuleFile;
pub(crate) use rule_file::no_tests;

use super::FigureKind;
use crate::parameters::Parameter;
use crate::plan::{Choice, Table};

/// How the figures of one kind follow from the rows of a table or from other figures, as data.
///
/// Most of a plan is sums by group, differences and ratios. Written as data they need no code of
/// their own, are all computed by the same few lines, and are all explained in the same way.
///
/// A figure is published where everything that it stands on is given; a row that leaves one of
/// the cells empty gives none.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// The figures that follow.
    pub kind: &'static FigureKind,
    /// From what.
    pub source: Source,
    /// Only for rows where this holds.
    pub when: &'static [When],
    /// What is worked out for each row or figure; what falls on the same index is added up.
    pub is: Term,
}

/// What a formula goes through.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// The rows of a table; the keys say what each figure is about.
    Rows(Table, &'static [Key]),
    /// The figures of a kind; the positions say which parts of its index the new figure keeps.
    Figures(&'static FigureKind, &'static [u8]),
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOf {
    /// The table.
    pub table: Table,
    /// The position of the column in it.
    pub position: u8,
}

/// What says in a row what a figure is about.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// The row itself.
    Row,
    /// What stands in a column.
    Column(ColumnOf),
    /// What stands in a column of the row to which a column refers.
    Through(ColumnOf, ColumnOf),
    /// Always the same word: the words of the choice, and the position of the word among them.
    Word(&'static [Choice], u32),
}

/// A condition on a row.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// The column holds this word or, for yes or no, 1 or 0.
    Is(ColumnOf, u32),
    /// The column does not hold this word; it may be empty.
    IsNot(ColumnOf, u32),
    /// The same for a column of the row to which a column refers.
    ThroughIs(ColumnOf, ColumnOf, u32),
    /// The column is filled.
    IsFilled(ColumnOf),
    /// The column is empty.
    IsEmpty(ColumnOf),
}

/// A part of a calculation.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// What stands in a column of the row.
    Cell(ColumnOf),
    /// What stands in a column of the row to which a column refers.
    Through(ColumnOf, ColumnOf),
    /// The figure of a kind about the same.
    Figure(&'static FigureKind),
    /// The figure of a kind about what the keys of the row say.
    FigureOf(&'static FigureKind, &'static [Key]),
    /// The figure that is gone through.
    Each,
    /// A dated parameter, in the year of the figure, of the row, or else the first of the plan.
    Parameter(&'static Parameter),
    /// A whole number that is part of the rule, and what it is.
    Constant(i32, &'static str),
    /// One, for the row: how many there are is the sum over the rows, and each row is named in it.
    RowCount(&'static str),
    /// The first that is given.
    FirstFilled(&'static [Self]),
    /// What the plan gives, or else what follows from other cells. Where both are there, they are held
    /// against each other: what is not used is not passed over in silence.
    StatedOrComputed(&'static [Self; 2]),
    /// The first and the second.
    Add(&'static [Self; 2]),
    /// The first less the second.
    Subtract(&'static [Self; 2]),
    /// The first times the second.
    Multiply(&'static [Self; 2]),
    /// The first divided by the second.
    Divide(&'static [Self; 2]),
    /// The smaller of two.
    Min(&'static [Self; 2]),
    /// The larger of two.
    Max(&'static [Self; 2]),
}

/// What [`Term::ONE`] is.
const THE_WHOLE: &str = "the whole";

impl Term {
    /// Nothing: what a cell that may be empty counts as.
    pub const NOTHING: Self = Self::Constant(0, "nothing");
    /// The whole, of which shares are taken.
    pub const ONE: Self = Self::Constant(1, THE_WHOLE);

    /// What is stated and what is computed, where the term says so first.
    const fn stated_or_computed(self) -> Option<&'static [Self; 2]> {
        match self {
            Self::StatedOrComputed(terms) => Some(terms),
            Self::FirstFilled([Self::StatedOrComputed(terms), ..]) => Some(*terms),
            _ => None,
        }
    }
}
