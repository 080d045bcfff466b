//! Formulas as data: how figures follow from the rows of a table or from other figures.

mod bound;
mod check;
mod evaluate;
mod term;
mod tests_of_figures;

pub use check::{FormulaFault, check_formula};
pub(crate) use evaluate::summed;
pub use evaluate::{run_formulas, split_before};
pub(crate) use term::{column, figures, formula, term};
pub use tests_of_figures::{Fails, Test, run_tests};

use super::FigureKind;
use crate::parameters::Parameter;
use crate::plan::Table;

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

/// What says in a row what a figure is about.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// The row itself.
    Row,
    /// What stands in a column.
    Column(u8),
    /// What stands in a column of the row to which a column refers.
    Through(u8, u8),
    /// Always the same: the position of a word among the choices.
    Constant(u32),
}

/// A condition on a row.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// The column holds this word or, for yes or no, 1 or 0.
    Is(u8, u32),
    /// The column does not hold this word; it may be empty.
    IsNot(u8, u32),
    /// The same for a column of the row to which a column refers.
    ThroughIs(u8, u8, u32),
    /// The column is filled.
    IsFilled(u8),
    /// The column is empty.
    IsEmpty(u8),
}

/// A part of a calculation.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// What stands in a column of the row.
    Cell(u8),
    /// What stands in a column of the row to which a column refers.
    Through(u8, u8),
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

impl Term {
    /// Nothing: what a cell that may be empty counts as.
    pub const NOTHING: Self = Self::Constant(0, "nothing");
    /// The whole, of which shares are taken.
    pub const ONE: Self = Self::Constant(1, "the whole");

    /// What is stated and what is computed, where the term says so first.
    const fn stated_or_computed(self) -> Option<&'static [Self; 2]> {
        match self {
            Self::StatedOrComputed(terms) => Some(terms),
            Self::FirstFilled([Self::StatedOrComputed(terms), ..]) => Some(*terms),
            _ => None,
        }
    }
}
