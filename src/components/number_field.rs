use one_plan_model::outcome::words;
use one_plan_model::quantity::{Decimal, Digits, DigitsError};
use yew::TargetCast;
use yew::prelude::*;

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProperties {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked for; read aloud, and not shown where the table already says it.
    pub label: AttrValue,
    /// The number that holds now.
    pub value: Option<Decimal>,
    /// Called with every new number, and with nothing when the field is emptied.
    pub onnumber: Callback<Option<Decimal>>,
}

/// A field for a number in a table. A number counts as soon as it is typed; a text that is not a
/// number is answered in words beside the field, and the last number still counts.
#[component]
pub fn NumberField(properties: &NumberFieldProperties) -> Html {
    let NumberFieldProperties { id, label, value, onnumber } = properties;
    let text = use_state(|| written(*value));
    let error = use_state(|| None::<String>);
    {
        // A number that changes elsewhere, for example by undoing, replaces what stands here.
        let (text, error) = (text.clone(), error.clone());
        use_effect_with(*value, move |value| {
            if understood(&text) != Ok(*value) {
                text.set(written(*value));
                error.set(None);
            }
        });
    }
    let take = {
        let (text, error, onnumber, value) = (text.clone(), error.clone(), onnumber.clone(), *value);
        move |input: String, finished: bool| {
            text.set(input.clone());
            match understood(&input) {
                Ok(number) => {
                    error.set(None);
                    if number != value {
                        onnumber.emit(number);
                    }
                }
                Err(_) if !finished && may_become_a_number(&input) => error.set(None),
                Err(fault) => error.set(Some(message(fault, value))),
            }
        }
    };
    let oninput = {
        let take = take.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            take(input.value(), false);
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        take(input.value(), true);
    });
    let error_id = format!("{id}-error");
    html! {
        <div>
            <label class="visually-hidden" for={id.clone()}>{ label.clone() }</label>
            <input class="input input--number" type="text" inputmode="decimal" autocomplete="off"
                id={id.clone()} value={(*text).clone()} {oninput} {onchange}
                aria-invalid={error.is_some().then_some("true")}
                aria-describedby={error.is_some().then(|| error_id.clone())} />
            <div id={error_id} role="status">
                { for error.as_ref().map(|message| html! { <p class="field__error">{ message }</p> }) }
            </div>
        </div>
    }
}

/// A number as it stands in the field.
fn written(value: Option<Decimal>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

/// What a text means: a number, nothing, or neither.
fn understood(text: &str) -> Result<Option<Decimal>, DigitsError> {
    match Digits::read(text) {
        Ok(digits) => Ok(Some(digits.number())),
        Err(DigitsError::Empty) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Whether a text is the beginning of a number, such as `92.` or `1,2`: while it is being typed
/// there is nothing to correct yet.
fn may_become_a_number(text: &str) -> bool {
    ["0", "00", "000"].iter().any(|rest| Digits::read(&format!("{}{rest}", text.trim())).is_ok())
}

fn message(fault: DigitsError, value: Option<Decimal>) -> String {
    let expected = match fault {
        DigitsError::TooLarge | DigitsError::TooFine => format!("{fault}. Enter a shorter number."),
        DigitsError::Empty | DigitsError::NotANumber => "Enter a number, such as 92.5, without a unit.".to_owned(),
    };
    let mut letters = expected.chars();
    let expected: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    match value {
        Some(number) => format!("{expected} Until then {} still counts.", words::number(Ok(number))),
        None => format!("{expected} Until then the field counts as empty."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::quantity::whole;

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
        assert_eq!(understood("  "), Ok(None));
        assert_eq!(understood("92.50"), Ok(Some(Decimal::new(9250, 2))));
    }

    #[test]
    fn the_message_says_what_to_enter_and_what_still_counts() {
        assert_eq!(
            message(DigitsError::NotANumber, Some(whole(92))),
            "Enter a number, such as 92.5, without a unit. Until then 92 still counts."
        );
        assert_eq!(
            message(DigitsError::TooFine, None),
            "This number has more than 6 decimal places. Enter a shorter number. Until then the field counts as empty."
        );
    }
}
