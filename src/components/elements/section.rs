use super::tag::{Tag, tag};
use crate::navigation::Page;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A section of a page that is called by the element with this id, the first in it.
pub fn section(called_by: impl Into<AttrValue>, first: Tag) -> Tag {
    tag("section").class("section").attribute("aria-labelledby", called_by).child(first)
}

/// A section with a heading of the second level.
pub fn titled(id: &'static str, heading: &'static str) -> Tag {
    section(id, tag("h2").id(id).words(heading))
}

/// The same with words that are put together.
pub fn titled_by(id: String, heading: String) -> Tag {
    let id = AttrValue::from(id);
    section(id.clone(), tag("h2").id(id).words(heading))
}

/// A section with a heading and a link to the page that says more.
pub fn titled_with_link(id: &'static str, heading: &'static str, page: Page) -> Tag {
    let more = tag("a").attribute("href", page.hash()).words(format!("More on {}", page.name()));
    section(id, tag("div").class("section__head").child(tag("h2").id(id).words(heading)).child(more))
}

/// A question that a person comes with, and its answer: a sentence with its numbers.
pub fn answer(id: &'static str, question: &'static str, sentence: Tag, more: Page) -> Tag {
    titled_with_link(id, question, more).child(sentence.class("answer"))
}

/// A number that stands out: its heading, the figure and what it means.
pub fn card(class: &'static str, heading: &'static str, figure: Html, note: Tag) -> Tag {
    tag("li")
        .key(heading)
        .class(class)
        .child(tag("h3").class("card__heading").words(heading))
        .child(tag("p").class("card__figure").child(figure))
        .child(note)
}

/// A row of a list of facts.
pub fn fact(key: impl Into<Key>, name: Tag, value: Tag) -> Html {
    tag("div").key(key).class("facts__row").child(name).child(value).html()
}
