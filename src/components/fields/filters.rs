//! The fields with which a person narrows what a part of a page shows.

use crate::components::{Tag, tag};
use yew::prelude::*;

/// The fields, and how much is found by them.
pub fn filters(fields: Vec<Tag>, found: String) -> Tag {
    let mut all = tag("div").class("filters");
    for field in fields {
        all = all.child(field);
    }
    all.child(tag("p").class("filters__count").attribute("role", "status").words(found))
}

/// A field of any kind with its label.
pub fn field_of(id: impl Into<AttrValue>, label: &'static str, input: Tag) -> Tag {
    field(id, label, input)
}

fn field(id: impl Into<AttrValue>, label: &'static str, field: Tag) -> Tag {
    let id = id.into();
    let label = tag("label").class("field__label").attribute("for", id.clone()).words(label);
    tag("div").class("field").child(label).child(field.id(id))
}

/// What is told beside a field.
#[derive(Clone, Copy)]
pub struct Told {
    /// What is expected in it.
    pub hint: &'static str,
    /// What is wrong with it.
    pub problem: Option<&'static str>,
}

/// A field with what is expected in it, and what is wrong with it, both read aloud with it.
pub fn field_told(id: impl Into<AttrValue>, label: &'static str, told: Told, input: Tag) -> Tag {
    let id = id.into();
    let (hint_id, problem_id) = (AttrValue::from(format!("{id}-hint")), AttrValue::from(format!("{id}-problem")));
    let mut input = input.id(id.clone());
    let mut problem = tag("div").id(problem_id.clone()).attribute("role", "alert");
    if let Some(words) = told.problem {
        input =
            input.attribute("aria-invalid", "true").attribute("aria-describedby", format!("{problem_id} {hint_id}"));
        problem = problem.child(tag("p").class("field__error").words(words));
    } else {
        input = input.attribute("aria-describedby", hint_id.clone());
    }
    tag("div")
        .class("field")
        .child(tag("label").class("field__label").attribute("for", id).words(label))
        .child(tag("p").class("field__note").id(hint_id).words(told.hint))
        .child(problem)
        .child(input)
}

/// A field for words.
pub fn words_field(id: impl Into<AttrValue>, label: &'static str, words: &str, search: Callback<InputEvent>) -> Tag {
    let input = tag("input").class("input").attribute("type", "search");
    field(id, label, input.value(words.to_owned()).oninput(search))
}

/// A field for a choice.
pub fn choice_field(id: impl Into<AttrValue>, label: &'static str, options: Vec<Html>, choose: Callback<Event>) -> Tag {
    field(id, label, tag("select").class("select").onchange(choose).children(options))
}

/// One of the things that can be chosen.
pub fn choice(value: impl Into<AttrValue>, words: impl Into<AttrValue>, chosen: bool) -> Tag {
    let value = value.into();
    tag("option").key(&*value).attribute("value", value.clone()).flag("selected", chosen).words(words)
}
