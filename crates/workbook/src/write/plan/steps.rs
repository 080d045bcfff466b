//! What a step stands on, what it is in words, and its number.

use one_plan_model::outcome::{SheetValue, StepHow};
use one_plan_model::quantity::Decimal;

/// Words as a sentence before another.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}. ", first.to_uppercase(), letters.as_str()))
}

/// The number of a value, if it is one.
pub(super) fn number(value: &SheetValue) -> Option<Decimal> {
    match value {
        SheetValue::Number(number) => Some(*number),
        SheetValue::Fault(_) => None,
    }
}

/// A number as the cell of a workbook holds it: the binary number that lies nearest, as every program reads its digits.
pub(super) fn nearest_binary(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

/// The steps on which a step stands.
pub(super) fn operands(how: &StepHow) -> impl Iterator<Item = u32> + '_ {
    let (many, two): (&[u32], [Option<u32>; 2]) = match how {
        StepHow::Sum(parts) | StepHow::Product(parts) => (parts, [None; 2]),
        StepHow::Difference(left, right)
        | StepHow::Quotient(left, right)
        | StepHow::Minimum(left, right)
        | StepHow::Maximum(left, right) => (&[], [Some(*left), Some(*right)]),
        StepHow::Negation(of) | StepHow::Rounded(of, _) | StepHow::Chosen(of, _) => (&[], [Some(*of), None]),
        StepHow::Cell(_)
        | StepHow::Constant(_)
        | StepHow::Parameter(_)
        | StepHow::Figure(_)
        | StepHow::Fault
        | StepHow::Row(..)
        | StepHow::Part(..) => (&[], [None; 2]),
    };
    many.iter().copied().chain(two.into_iter().flatten())
}

/// What a step is, in words.
pub(super) fn words(how: &StepHow) -> String {
    match how {
        StepHow::Sum(parts) => format!("the sum of {}", parts.len()),
        StepHow::Product(factors) => format!("the product of {}", factors.len()),
        StepHow::Difference(..) => "the first less the second".to_owned(),
        StepHow::Quotient(..) => "the first divided by the second".to_owned(),
        StepHow::Negation(_) => "with the other sign".to_owned(),
        StepHow::Minimum(..) => "the smaller of two".to_owned(),
        StepHow::Maximum(..) => "the larger of two".to_owned(),
        StepHow::Rounded(_, places) => format!("rounded half away from zero to {places} decimal places"),
        StepHow::Chosen(_, words) | StepHow::Constant(words) => words.clone(),
        StepHow::Row(_, words) => words.clone(),
        StepHow::Part(..) => "a part of a whole that is split".to_owned(),
        StepHow::Cell(_) | StepHow::Parameter(_) | StepHow::Figure(_) | StepHow::Fault => String::new(),
    }
}
