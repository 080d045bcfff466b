//! Formulas of a spreadsheet that are put together from smaller ones.

use super::cells::PlanNumber;
use crate::write::names::fixed;
use std::borrow::Cow;

/// How strongly the outermost operation of a formula binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binds {
    /// A sum or a difference.
    Sum,
    /// A product or a quotient.
    Product,
    /// A sign.
    Sign,
    /// A cell, a number, a function.
    Whole,
}

/// A formula without its equals sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formula {
    /// The text; empty where it is nothing but a cell.
    text: String,
    /// How its outermost operation binds.
    pub binds: Binds,
    /// How deep functions and brackets lie in one another.
    pub depth: u32,
    /// The cell of the plan, if it is nothing but that.
    pub cell: Option<PlanNumber>,
}

impl Formula {
    /// A cell of the workbook, or a function.
    pub(super) fn whole(text: String, depth: u32) -> Self {
        Self { text, binds: Binds::Whole, depth, cell: None }
    }

    /// A number.
    pub(super) fn digits(digits: &str) -> Self {
        let binds = if digits.starts_with('-') { Binds::Sign } else { Binds::Whole };
        Self { text: digits.to_owned(), binds, depth: 0, cell: None }
    }

    /// A number in a cell; a row that is counted counts as long as the cell is filled. Most of them are summed as ranges of
    /// cells, so that the text of one is put together only where it is needed.
    pub(super) fn cell(number: PlanNumber) -> Self {
        Self { text: String::new(), binds: Binds::Whole, depth: u32::from(number.is_row), cell: Some(number) }
    }

    /// The text.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self.cell {
            Some(number) if number.is_row => Cow::Owned(format!("COUNTA({})", number.address())),
            Some(number) => Cow::Owned(number.address()),
            None => Cow::Borrowed(&self.text),
        }
    }

    /// Whether it is so short that it is never given a row of its own.
    pub(super) fn is_atom(&self) -> bool {
        self.binds == Binds::Whole && self.depth == 0 || self.cell.is_some()
    }

    /// The formula as an operand of an operation that binds so: in brackets where it binds less.
    fn within(&self, binds: Binds) -> (String, u32) {
        let text = self.text();
        if self.binds < binds { (format!("({text})"), self.depth + 1) } else { (text.into_owned(), self.depth) }
    }

    /// An operation between two; what stands right of a minus or a division is bracketed where it does not bind more.
    pub(super) fn between(left: &Self, sign: char, right: &Self) -> Self {
        let (binds, of_right) = match sign {
            '-' => (Binds::Sum, Binds::Product),
            '/' => (Binds::Product, Binds::Sign),
            '*' => (Binds::Product, Binds::Product),
            _ => (Binds::Sum, Binds::Sum),
        };
        let (left, left_depth) = left.within(binds);
        let (right, right_depth) = right.within(of_right);
        // Two signs beside each other are hard to read.
        let right = if right.starts_with('-') { format!("({right})") } else { right };
        let depth = left_depth.max(right_depth) + u32::from(right.starts_with('('));
        Self { text: format!("{left}{sign}{right}"), binds, depth, cell: None }
    }

    /// With the other sign.
    pub(super) fn negation(of: &Self) -> Self {
        let (text, depth) = of.within(Binds::Whole);
        Self { text: format!("-{text}"), binds: Binds::Sign, depth, cell: None }
    }

    /// A function of several.
    pub(super) fn function(name: &str, arguments: &[&str], depth: u32) -> Self {
        Self::whole(format!("{name}({})", arguments.join(",")), depth + 1)
    }

    /// The product.
    pub(super) fn product(factors: &[&Self]) -> Self {
        let mut factors = factors.iter();
        let Some(first) = factors.next() else { return Self::digits("1") };
        factors.fold((*first).clone(), |left, right| Self::between(&left, '*', right))
    }
}

/// The arguments of a sum: cells that follow one another in a column are one argument, and rows are counted together.
pub(super) fn arguments_of_sum(parts: &[&Formula]) -> Vec<Formula> {
    let mut arguments = Vec::new();
    let mut counted: Vec<String> = Vec::new();
    let mut open: Option<(PlanNumber, u32)> = None;
    let mut close = |run: Option<(PlanNumber, u32)>, arguments: &mut Vec<Formula>| {
        let Some((first, last)) = run else { return };
        let mut text = first.address();
        if last > first.row {
            text = format!("{text}:{}", fixed(last, first.column));
        }
        if first.is_row {
            counted.push(text);
        } else {
            arguments.push(Formula::whole(text, 0));
        }
    };
    for part in parts {
        let Some(cell) = &part.cell else {
            arguments.push((*part).clone());
            continue;
        };
        if let Some((first, last)) = &mut open {
            let follows = first.sheet == cell.sheet && first.column == cell.column && first.is_row == cell.is_row;
            if follows && *last + 1 == cell.row {
                *last = cell.row;
                continue;
            }
        }
        close(open.replace((*cell, cell.row)), &mut arguments);
    }
    close(open, &mut arguments);
    // Each of a hundred, so that no function has more arguments than a spreadsheet takes.
    for texts in counted.chunks(100) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        arguments.push(Formula::function("COUNTA", &texts, 0));
    }
    arguments
}

/// The sum of what [`arguments_of_sum`] gave; few of them are added up with a plus.
pub(super) fn sum(arguments: &[Formula]) -> Formula {
    match arguments {
        [] => Formula::digits("0"),
        // A range of cells is no number.
        [one] if !is_range(one) => one.clone(),
        few if few.len() <= 3 && !few.iter().any(is_range) => {
            let mut few = few.iter();
            let Some(first) = few.next() else { return Formula::digits("0") };
            few.fold(first.clone(), |left, right| Formula::between(&left, '+', right))
        }
        many => {
            let depth = many.iter().map(|one| one.depth).max().unwrap_or_default();
            let texts: Vec<Cow<'_, str>> = many.iter().map(Formula::text).collect();
            let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
            Formula::function("SUM", &texts, depth)
        }
    }
}

/// Whether it is a range of cells and nothing more.
fn is_range(formula: &Formula) -> bool {
    let text = formula.text();
    text.contains(':') && !text.contains('(')
}
