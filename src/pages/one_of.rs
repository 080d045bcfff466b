//! One picture of several of a kind: a person chooses which. On paper, where nobody can choose, all of them stand, or the
//! first where the paper is to be short.

use super::view_state::OnPaper;
use crate::components::{choice, choice_field, field_value, filters, tag};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`OneOf`].
#[derive(Clone, PartialEq, Properties)]
pub struct OneOfProperties {
    /// The id of the field, unique on the page.
    pub id: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// What each is called.
    pub names: Rc<Vec<String>>,
    /// Draws the one at a position.
    pub draw: Callback<usize, Html>,
}

/// The field, and the picture that is chosen.
#[component]
pub fn OneOf(properties: &OneOfProperties) -> Html {
    let OneOfProperties { id, label, names, draw } = properties;
    let chosen = use_state(|| 0_usize);
    let on_paper = use_context::<OnPaper>();
    let mut pictures = tag("div");
    if let Some(on_paper) = on_paper {
        let count = if on_paper == OnPaper::Short { names.len().min(1) } else { names.len() };
        for at in 0..count {
            pictures = pictures.child(tag("div").key(at).child(draw.emit(at)));
        }
        return pictures.html();
    }
    // Of another plan there may be fewer.
    let at = if *chosen < names.len() { *chosen } else { 0 };
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| chosen.set(field_value(&event).parse().unwrap_or_default()))
    };
    let mut options = Vec::with_capacity(names.len());
    for (position, name) in names.iter().enumerate() {
        options.push(choice(position.to_string(), name.clone(), position == at).html());
    }
    let mut field = tag("div");
    if names.len() > 1 {
        field = field.child(filters(vec![choice_field(*id, label, options, onchange)], String::new()));
    }
    tag("div").child(field).child(pictures.child(tag("div").key(at).child(draw.emit(at)))).html()
}
