use super::tag::tag;
use super::words::{capitalised, field_value};
use one_plan_model::calculation::format;
use one_plan_model::quantity::{Decimal, Digits, DigitsError, whole};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProperties {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked for; read aloud, and not shown where the table already says it.
    pub label: AttrValue,
    /// What the number is measured in, shown beside the field; empty where nothing is to be said. A number in % lies from 0
    /// to 100, and is taken with its sign or without.
    #[prop_or_default]
    pub unit: AttrValue,
    /// The number that holds now.
    pub value: Option<Decimal>,
    /// Called with every new number, and with nothing when the field is emptied.
    pub onnumber: Callback<Option<Decimal>>,
}

/// A field for a number in a table. A number counts as soon as it is typed; a text that is not a
/// number is answered in words beside the field, and the last number still counts.
#[component]
pub fn NumberField(properties: &NumberFieldProperties) -> Html {
    let NumberFieldProperties { id, label, unit, value, onnumber } = properties;
    let is_share = *unit == "%";
    let typed = use_state(|| Typed { text: written(*value), error: None });
    // Numbers that were given on and have not come back yet: while a plan is computed again a
    // person types on, and what comes back must not take the place of what stands there by then.
    let given = use_mut_ref(Vec::<Option<Decimal>>::new);
    {
        // A number that changes elsewhere, for example by undoing, replaces what stands here.
        let (typed, given) = (typed.clone(), Rc::clone(&given));
        use_effect_with(*value, move |value| {
            let mut given = given.borrow_mut();
            if let Some(position) = given.iter().position(|number| number == value) {
                given.drain(..=position);
            } else if understood(&typed.text, is_share) != Ok(*value) {
                typed.set(Typed { text: written(*value), error: None });
            }
        });
    }
    let take: Rc<dyn Fn(String, bool)> = {
        let (typed, onnumber, value) = (typed.clone(), onnumber.clone(), *value);
        Rc::new(move |text, finished| {
            let number = understood(&text, is_share);
            let error = match number {
                Err(Misfit::NotAShare) => Some(message(Misfit::NotAShare, value)),
                Err(fault) if finished || !may_become_a_number(&text) => Some(message(fault, value)),
                _ => None,
            };
            typed.set(Typed { text, error });
            if let Ok(number) = number
                && number != value
            {
                given.borrow_mut().push(number);
                onnumber.emit(number);
            }
        })
    };
    let oninput = Callback::from({
        let take = Rc::clone(&take);
        move |event: InputEvent| take(field_value(&event), false)
    });
    let onchange = Callback::from(move |event: Event| take(field_value(&event), true));
    let error_id = AttrValue::from(format!("{id}-error"));
    let mut input = tag("input")
        .class("input input--number")
        .attribute("type", "text")
        .attribute("inputmode", "decimal")
        .attribute("autocomplete", "off")
        .id(id.clone())
        .value(typed.text.clone())
        .oninput(oninput)
        .onchange(onchange);
    let mut message = tag("div").id(error_id.clone()).attribute("role", "status");
    if let Some(error) = &typed.error {
        input = input.attribute("aria-invalid", "true").attribute("aria-describedby", error_id);
        message = message.child(tag("p").class("field__error").words(error.clone()));
    }
    let mut beside = tag("span").class("number-field__unit");
    let mut words = label.to_string();
    if !unit.is_empty() {
        words = format!("{words}, {unit}");
        beside = beside.attribute("aria-hidden", "true").words(unit.clone());
    }
    let label = tag("label").class("visually-hidden").attribute("for", id.clone()).words(words);
    let field = tag("span").class("number-field").child(input).child(beside);
    tag("div").child(label).child(field).child(message).html()
}

/// What stands in the field, and what is wrong with it.
struct Typed {
    text: String,
    error: Option<String>,
}

/// A number as it stands in the field.
fn written(value: Option<Decimal>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

/// Why a text cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Misfit {
    Digits(DigitsError),
    NotAShare,
}

/// What a text means: a number, nothing, or neither.
fn understood(text: &str, is_share: bool) -> Result<Option<Decimal>, Misfit> {
    let trimmed = text.trim();
    let digits = if is_share { trimmed.strip_suffix('%').unwrap_or(trimmed) } else { trimmed };
    match Digits::read(digits).map(|digits| digits.number()) {
        Ok(number) if is_share && (number < Decimal::ZERO || number > whole(100)) => Err(Misfit::NotAShare),
        Ok(number) => Ok(Some(number)),
        Err(DigitsError::Empty) => Ok(None),
        Err(fault) => Err(Misfit::Digits(fault)),
    }
}

/// Whether a text is the beginning of a number, such as `92.` or `1,2`: while it is being typed
/// there is nothing to correct yet.
fn may_become_a_number(text: &str) -> bool {
    ["0", "00", "000"].iter().any(|rest| Digits::read(&format!("{}{rest}", text.trim())).is_ok())
}

fn message(misfit: Misfit, value: Option<Decimal>) -> String {
    let expected = match misfit {
        Misfit::NotAShare => "A share in % lies from 0 to 100.".to_owned(),
        Misfit::Digits(fault @ (DigitsError::TooLarge | DigitsError::TooFine)) => {
            format!("{fault}. Enter a shorter number.")
        }
        Misfit::Digits(DigitsError::Empty | DigitsError::NotANumber) => {
            "Enter a number, such as 92.5, without a unit.".to_owned()
        }
    };
    let expected = capitalised(&expected);
    match value {
        Some(number) => format!("{expected} Until then {} still counts.", format::number(Ok(number))),
        None => format!("{expected} Until then the field counts as empty."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_being_typed_is_not_yet_wrong() {
        for text in ["-", "92.", "1,", "1,2", "1,20"] {
            assert!(may_become_a_number(text), "{text}");
        }
        for text in ["abc", "92%", "9..", "£5", "1,2345"] {
            assert!(!may_become_a_number(text), "{text}");
        }
    }

    #[test]
    fn an_empty_field_is_nothing_and_not_an_error() {
        assert_eq!(understood("  ", false), Ok(None));
        assert_eq!(understood("92.50", false), Ok(Some(Decimal::new(9250, 2))));
    }

    #[test]
    fn a_share_lies_from_0_to_100_with_or_without_its_sign() {
        assert_eq!(understood("95%", true), Ok(Some(whole(95))));
        assert_eq!(understood(" 95.5 % ", true), Ok(Some(Decimal::new(955, 1))));
        assert_eq!(understood("0", true), Ok(Some(whole(0))));
        assert_eq!(understood("100", true), Ok(Some(whole(100))));
        for text in ["-5", "101", "100.1%"] {
            assert_eq!(understood(text, true), Err(Misfit::NotAShare), "{text}");
            assert!(understood(text.trim_end_matches('%'), false).is_ok(), "{text} of something else");
        }
        assert!(understood("95%", false).is_err(), "what is not measured in % takes no such sign");
    }

    #[test]
    fn the_message_says_what_to_enter_and_what_still_counts() {
        assert_eq!(
            message(Misfit::Digits(DigitsError::NotANumber), Some(whole(92))),
            "Enter a number, such as 92.5, without a unit. Until then 92 still counts."
        );
        assert_eq!(
            message(Misfit::Digits(DigitsError::TooFine), None),
            "This number has more than 6 decimal places. Enter a shorter number. Until then the field counts as empty."
        );
    }
}
