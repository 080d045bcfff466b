//! The record of a run as a program that runs again with other numbers in the cells.
//!
//! A record is a list of steps from cells to figures. Cut to what the asked figures stand on and what the varied
//! cells reach, it is a small program; everything else is a constant in it. It runs in the same arithmetic as the
//! rules, for many variations at once.
//!
//! A rule may decide by a number: then other steps would have been taken for other numbers. Each such decision was
//! noted as a guard when the run was recorded. A variation for which a guard comes out in another way is not
//! computed here: whoever runs the program computes it whole.

mod compile;
mod execute;
mod reach;
mod relevant;
mod stands;

use super::record::Condition;
use crate::quantity::{Fixed, Total};

/// A number of the program: worked out for each variation, or the same for all of them.
#[derive(Clone, Copy, Debug)]
enum Operand {
    Slot(u32),
    Constant(Fixed),
}

/// An operation on two numbers.
#[derive(Clone, Copy, Debug)]
enum Binary {
    Subtract,
    Multiply,
    Divide,
    Minimum,
    Maximum,
}

/// One instruction. A slot holds the number of each variation until it is not needed any more.
#[derive(Clone, Debug)]
enum Instruction {
    /// The number that a variation gives in a varied cell.
    Input { input: u32, to: u32 },
    /// An operation on two numbers.
    Binary { operation: Binary, left: Operand, right: Operand, to: u32 },
    /// The number with the other sign.
    Negate { from: u32, to: u32 },
    /// Rounded half away from zero.
    Round { from: u32, places: u32, to: u32 },
    /// A sum begins, with what is the same for all variations.
    BeginSum { sum: u32, total: Total },
    /// A number is added to a sum.
    AddTo { sum: u32, from: u32 },
    /// A sum is complete.
    EndSum { sum: u32, to: u32 },
    /// A whole is split by weights; each part that is needed goes into a slot.
    Split { whole: Operand, weights: Box<[Operand]>, places: u32, parts: Box<[(u32, u32)]> },
    /// A decision must come out as it did.
    Check { number: Operand, other: Operand, condition: Condition },
    /// A cell whose number was looked at must have the number that it had.
    CheckInput { input: u32 },
}

/// A cut of a record that can run again.
#[derive(Clone, Debug)]
pub struct Program {
    instructions: Vec<Instruction>,
    slots: usize,
    sums: usize,
    results: Vec<Operand>,
}

impl Program {
    /// How many instructions it has.
    pub const fn len(&self) -> usize {
        self.instructions.len()
    }

    /// Whether nothing that is asked for depends on what is varied.
    pub const fn is_empty(&self) -> bool {
        self.instructions.is_empty()
    }
}

/// What came of some variations.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// For each asked number its value in each variation; what stands for a variation that must be computed whole
    /// means nothing.
    pub values: Vec<Vec<Fixed>>,
    /// The variations that must be computed whole, because a decision would come out in another way.
    pub to_compute_whole: Vec<usize>,
}
