use super::measure::{Measure, Misfit, Within};
use crate::components::{capitalised, field_value, tag};
use one_plan_model::quantity::{Decimal, DigitsError};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProperties {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked for; read aloud, and not shown where the table already says it.
    pub label: AttrValue,
    /// What the number is measured in, shown beside the field; empty where nothing is to be said.
    #[prop_or_default]
    pub unit: AttrValue,
    /// What may be typed, and how it is read.
    #[prop_or_default]
    pub measure: Measure,
    /// The least and the most that it takes.
    #[prop_or_default]
    pub within: Within,
    /// The number that holds now.
    pub value: Option<Decimal>,
    /// Called with every new number, and with nothing when the field is emptied.
    pub onnumber: Callback<Option<Decimal>>,
}

/// A field for a number. A number counts as soon as it is typed, and where it is typed in another way than it is kept the
/// field says as what it was understood; a text that is not a number is answered in words beside the field, and the last
/// number still counts.
#[component]
pub fn NumberField(properties: &NumberFieldProperties) -> Html {
    let NumberFieldProperties { unit, measure, within, value, onnumber, .. } = properties;
    let (measure, within) = (*measure, *within);
    let typed = use_state(|| Typed { text: written(*value), error: None });
    // Numbers that were given on and have not come back yet: while a plan is computed again a
    // person types on, and what comes back must not take the place of what stands there by then.
    let given = use_mut_ref(Vec::<Option<Decimal>>::new);
    {
        // A number that changes elsewhere, for example by undoing, replaces what stands here.
        let (typed, given, unit) = (typed.clone(), Rc::clone(&given), unit.clone());
        use_effect_with(*value, move |value| {
            let mut given = given.borrow_mut();
            if let Some(position) = given.iter().position(|number| number == value) {
                given.drain(..=position);
            } else if measure.read(&typed.text, &unit) != Ok(*value) {
                typed.set(Typed { text: written(*value), error: None });
            }
        });
    }
    let take: Rc<dyn Fn(String, bool)> = {
        let (typed, onnumber, value, unit) = (typed.clone(), onnumber.clone(), *value, unit.clone());
        Rc::new(move |text, finished| {
            let number = measure.read_within(&text, &unit, within);
            let error = match number {
                Err(Misfit::NotAShare) => Some(Misfit::NotAShare),
                Err(misfit) if finished || !measure.may_become(&text, &unit, within) => Some(misfit),
                _ => None,
            };
            typed.set(Typed { text, error });
            // What was given on last may not be drawn yet: then the number that is drawn is a new one all the same.
            let last = given.borrow().last().copied();
            if let Ok(number) = number
                && (number != value || last.is_some_and(|last| last != number))
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
    drawn(properties, &typed, oninput, onchange)
}

/// The field with its label, its unit, and what is said of what stands in it.
fn drawn(
    NumberFieldProperties { id, label, unit, measure, within, value, .. }: &NumberFieldProperties,
    typed: &Typed,
    oninput: Callback<InputEvent>,
    onchange: Callback<Event>,
) -> Html {
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
    let mut said = tag("div").id(error_id.clone()).attribute("role", "status");
    if let Some(misfit) = typed.error {
        // What still counts is the number as it is drawn: whoever types fast is ahead of the one that was there when they began.
        let error = message(misfit, (*measure, *within), value.map(|number| measure.words(number, unit)));
        input = input.attribute("aria-invalid", "true").attribute("aria-describedby", error_id);
        said = said.child(tag("p").key("error").class("field__error").words(error));
    } else if let Some(words) = understood_otherwise(&typed.text, *measure, unit) {
        said = said.child(tag("p").key("understood").class("field__note").words(words));
    }
    let mut beside = tag("span").class("number-field__unit");
    let mut words = label.to_string();
    if !unit.is_empty() {
        // A label that ends with its unit has it already.
        if !words.ends_with(&format!(", {unit}")) {
            words = format!("{words}, {unit}");
        }
        beside = beside.attribute("aria-hidden", "true").words(unit.clone());
    }
    let label = tag("label").class("visually-hidden").attribute("for", id.clone()).words(words);
    let field = tag("span").class("number-field").child(input).child(beside);
    tag("div").child(label).child(field).child(said).html()
}

/// What stands in the field, and what is wrong with it.
struct Typed {
    text: String,
    error: Option<Misfit>,
}

/// A number as it stands in the field.
fn written(value: Option<Decimal>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

/// As what a text was understood, where it stands there in another way than the number is written or said.
fn understood_otherwise(text: &str, measure: Measure, unit: &str) -> Option<String> {
    let number = measure.read(text, unit).ok().flatten()?;
    let (text, words) = (text.trim(), measure.words(number, unit));
    (text != words && text != number.to_string()).then(|| format!("Understood as {words}."))
}

fn message(misfit: Misfit, (measure, within): (Measure, Within), counts: Option<String>) -> String {
    let expected = match misfit {
        Misfit::NotAShare => "A share in % lies from 0 to 100.".to_owned(),
        Misfit::Outside => match within {
            Some((least, most)) => {
                format!("This goes from {} to {}.", measure.words(least, ""), measure.words(most, ""))
            }
            None => measure.example().to_owned(),
        },
        Misfit::NotWhole => measure.example().to_owned(),
        Misfit::Digits(fault @ (DigitsError::TooLarge | DigitsError::TooFine)) => {
            format!("{fault}. Enter a shorter number.")
        }
        Misfit::Digits(DigitsError::Empty | DigitsError::NotANumber) => measure.example().to_owned(),
    };
    let expected = capitalised(&expected);
    match counts {
        Some(number) => format!("{expected} Until then {number} still counts."),
        None => format!("{expected} Until then the field counts as empty."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::quantity::MoneyUnit;

    #[test]
    fn what_is_typed_otherwise_is_said_as_it_was_understood() {
        let money = Measure::Money(MoneyUnit::Pounds);
        assert_eq!(understood_otherwise("£1.2m", money, "").as_deref(), Some("Understood as £1,200,000."));
        assert_eq!(understood_otherwise("(3)", Measure::Percent, "").as_deref(), Some("Understood as −3%."));
        assert_eq!(understood_otherwise("95%", Measure::Number, "").as_deref(), Some("Understood as 95."));
        for text in ["50", "50%", "", "much"] {
            assert_eq!(understood_otherwise(text, Measure::Percent, ""), None, "{text}");
        }
    }

    #[test]
    fn the_message_says_what_to_enter_and_what_still_counts() {
        assert_eq!(
            message(Misfit::Digits(DigitsError::NotANumber), (Measure::Percent, None), Some("92%".into())),
            "Enter a percentage, such as 80 or 80%. Until then 92% still counts."
        );
        assert_eq!(
            message(Misfit::Digits(DigitsError::TooFine), (Measure::Number, None), None),
            "This number has more than 6 decimal places. Enter a shorter number. Until then the field counts as empty."
        );
        let within = Some((Decimal::ZERO, Decimal::from(200)));
        assert_eq!(
            message(Misfit::Outside, (Measure::Percent, within), Some("100%".into())),
            "This goes from 0% to 200%. Until then 100% still counts."
        );
    }
}
