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
    digits_of(value)?.parse().ok()
}

pub(super) fn digits_of(value: &SheetValue) -> Option<&str> {
    match value {
        SheetValue::Number(digits) => Some(digits),
        SheetValue::Fault(_) => None,
    }
}

/// The steps on which a step stands.
pub(super) fn operands(how: &StepHow) -> Vec<u32> {
    match how {
        StepHow::Sum(parts) | StepHow::Product(parts) => parts.clone(),
        StepHow::Difference(left, right)
        | StepHow::Quotient(left, right)
        | StepHow::Minimum(left, right)
        | StepHow::Maximum(left, right) => vec![*left, *right],
        StepHow::Negation(of) | StepHow::Rounded(of, _) | StepHow::Chosen(of, _) => vec![*of],
        StepHow::Cell(_)
        | StepHow::Constant(_)
        | StepHow::Parameter(_)
        | StepHow::Figure(_)
        | StepHow::Fault
        | StepHow::Row(..)
        | StepHow::Part(..) => Vec::new(),
    }
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
