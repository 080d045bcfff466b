//! The formula of a figure with the numbers of this plan in it: `£740,000 × 100%`.

use super::step_units::StepUnits;
use crate::calculation::{Reason, Record, StepId, Unit, format};
use crate::quantity::Fault;

/// A formula goes so many steps deep into others; what lies deeper stands in it as a number.
const DEEPEST: usize = 3;
/// A sum of more parts names only the first; the rest are counted.
const MOST_PARTS: usize = 6;

/// How tightly what stands in a formula holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tightness {
    Sum,
    Product,
    Number,
}

/// A part of a formula.
type Part = (String, Tightness);

/// The formula of a step with its values; nothing where the step is only a number.
pub(super) fn formula_with_values(record: &Record, units: &StepUnits, step: StepId, figure: Unit) -> Option<String> {
    let (words, tightness) = part(record, units, step, Some(figure), DEEPEST);
    (tightness != Tightness::Number).then_some(words)
}

fn part(record: &Record, units: &StepUnits, step: StepId, unit: Option<Unit>, deep: usize) -> Part {
    let Some((value, reason)) = record.step(step) else {
        return (Fault::NotGiven.short().to_owned(), Tightness::Number);
    };
    let below = |step: StepId| part(record, units, step, units.get(step), deep.saturating_sub(1));
    // What only hands a number on is no step of the formula.
    match reason {
        Reason::Chosen { number, .. } => return part(record, units, number, unit.or(units.get(number)), deep),
        Reason::Sum([only]) => return part(record, units, *only, unit.or(units.get(*only)), deep),
        _ => {}
    }
    let as_number = || {
        let value = value.value();
        (unit.map_or_else(|| format::number(value), |unit| format::in_unit(value, unit)), Tightness::Number)
    };
    if deep == 0 {
        return as_number();
    }
    match reason {
        Reason::Sum(parts) if !parts.is_empty() => {
            let shown: Vec<String> = parts.iter().take(MOST_PARTS).map(|part| below(*part).0).collect();
            let more = match parts.len().saturating_sub(MOST_PARTS) {
                0 => String::new(),
                more => format!(" + {more} more"),
            };
            (format!("{}{more}", shown.join(" + ")), Tightness::Sum)
        }
        Reason::Difference(left, right) => {
            (format!("{} − {}", below(left).0, within(below(right), Tightness::Product)), Tightness::Sum)
        }
        Reason::Product(factors) if !factors.is_empty() => {
            let shown: Vec<String> = factors.iter().map(|factor| within(below(*factor), Tightness::Product)).collect();
            (shown.join(" × "), Tightness::Product)
        }
        Reason::Quotient(left, right) => {
            let (left, right) = (within(below(left), Tightness::Product), within(below(right), Tightness::Number));
            (format!("{left} ÷ {right}"), Tightness::Product)
        }
        Reason::Negation(number) => (format!("−({})", below(number).0), Tightness::Product),
        Reason::Minimum(left, right) => of_two("the smaller of", below(left), below(right)),
        Reason::Maximum(left, right) => of_two("the larger of", below(left), below(right)),
        Reason::Rounded(number, places) => {
            (format!("({}) rounded to {places} decimal places", below(number).0), Tightness::Sum)
        }
        _ => as_number(),
    }
}

fn of_two(words: &str, left: Part, right: Part) -> Part {
    (format!("{words} {} and {}", left.0, right.0), Tightness::Sum)
}

/// A part in brackets where what stands around it holds more tightly.
fn within((words, tightness): Part, least: Tightness) -> String {
    if tightness < least { format!("({words})") } else { words }
}

#[cfg(test)]
mod tests {
    use crate::example;
    use crate::outcome::resolve;

    #[test]
    fn a_formula_has_the_numbers_of_the_plan_in_it() {
        let example = example::outcome(
            r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [
                {"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"},
                {"id": "b", "name": "B", "list": "plan", "gross": "600", "unit": "£000"}
            ]"#,
        );
        let formula = |id: &str| {
            let figure = resolve(&example.plan, id)?;
            example.outcome.recording(&example.plan).explain(&example.plan, figure)?.formula
        };
        assert_eq!(formula("scheme.a.net").as_deref(), Some("£200,000 − £50,000"));
        assert_eq!(formula("schemes.list.plan.gross").as_deref(), Some("£200,000 + £600,000"));
    }
}
