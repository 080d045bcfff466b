use crate::components::{field_value, tag};
use yew::prelude::*;

/// Properties of [`TextField`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProperties {
    /// Unique on the page.
    pub id: AttrValue,
    /// What stands there; another text from elsewhere replaces what is typed.
    pub value: AttrValue,
    /// Called with the text when the person has ended it.
    pub ontext: Callback<AttrValue>,
}

/// A field for words that count when they are ended. What is typed is kept here meanwhile: the page may be drawn anew
/// between two letters, and would otherwise put back what stood there before.
#[component]
pub fn TextField(properties: &TextFieldProperties) -> Html {
    let TextFieldProperties { id, value, ontext } = properties;
    let typed = use_state(|| value.clone());
    use_effect_with(value.clone(), {
        let typed = typed.setter();
        move |value| typed.set(value.clone())
    });
    let oninput = Callback::from({
        let typed = typed.setter();
        move |event: InputEvent| typed.set(field_value(&event).into())
    });
    let onchange = ontext.reform(|event: Event| field_value(&event).into());
    let input = tag("input").class("input").attribute("type", "text").id(id.clone());
    input.value((*typed).clone()).oninput(oninput).onchange(onchange).html()
}
