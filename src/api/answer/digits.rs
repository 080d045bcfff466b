use one_plan_model::calculation::Unit;
use one_plan_model::outcome;
use one_plan_model::quantity::Value;

/// The digits of a value. They are text: JavaScript numbers cannot hold money exactly.
pub fn digits(value: Value, unit: Unit) -> Option<String> {
    value.is_ok().then(|| outcome::digits(value, unit).0)
}

/// The digits of a value, and why there are none.
pub fn digits_and_note(value: Value, unit: Unit) -> (Option<String>, Option<String>) {
    let (digits, note) = outcome::digits(value, unit);
    (value.is_ok().then_some(digits), (value.is_err() || !note.is_empty()).then_some(note))
}
