use super::attribute_names::AttributeNames;
use std::rc::Rc;
use yew::html::{onblur, onchange, onclick, oninput, onkeydown, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VTag, VText};

/// What an amount below nothing begins with. Browsers end a line behind the sign.
const MINUS: &str = "−£";
/// Its first letter: one letter is looked for quickly, and most words are without it.
const MINUS_SIGN: char = '−';

/// An element of the page that is being put together.
///
/// Tables are made of rows and cells that differ in what stands in them, in loops and in parts: calls
/// put them together as data, where `html!` would need a closure for each part. The making of an
/// element is one function for all of them, which also keeps the page small.
///
/// ```
/// use one_plan_page::components::tag;
/// let lead = tag("p").class("page__lead").words("The plan saves ").child(tag("strong").words("£5m"));
/// let page: yew::Html = tag("div").child(lead).into();
/// ```
#[derive(Clone)]
pub struct Tag {
    element: Rc<VTag>,
    names: AttributeNames,
    /// What each of the names says.
    values: Vec<Option<AttributeOrProperty>>,
}

/// An element with nothing on it and nothing in it.
pub fn tag(name: &'static str) -> Tag {
    Tag { element: Rc::new(VTag::new(name)), names: AttributeNames::default(), values: Vec::new() }
}

/// Several nodes that stand side by side without an element around them.
pub fn nodes(nodes: Vec<Html>) -> Html {
    Html::from(yew::virtual_dom::VList::with_children(nodes, None))
}

impl Tag {
    fn change(&mut self) -> &mut VTag {
        Rc::make_mut(&mut self.element)
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        let value = Some(AttributeOrProperty::Attribute(value));
        let place = self.names.names().iter().position(|other| *other == name);
        match place.and_then(|place| self.values.get_mut(place)) {
            Some(before) => *before = value,
            None => {
                self.names = self.names.with(name);
                self.values.push(value);
            }
        }
    }

    fn add(&mut self, child: Html) {
        self.change().add_child(child);
    }

    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.change().add_listener(listener);
        self
    }

    /// With an attribute.
    pub fn attribute(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into());
        self
    }

    /// With an attribute that says only that it is there, if it holds.
    pub fn flag(mut self, name: &'static str, holds: bool) -> Self {
        if holds {
            self.set(name, AttrValue::Static(name));
        }
        self
    }

    /// With class names, if there are any.
    pub fn class(self, class: &'static str) -> Self {
        if class.is_empty() { self } else { self.attribute("class", class) }
    }

    /// With an id.
    pub fn id(self, id: impl Into<AttrValue>) -> Self {
        self.attribute("id", id)
    }

    /// With a key that says among its neighbours which one it is.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.change().key = Some(key.into());
        self
    }

    /// With a reference that then leads to the element.
    pub fn place(mut self, place: NodeRef) -> Self {
        self.change().node_ref = place;
        self
    }

    /// With words after what is in it already. No line ends between the sign of an amount and its digits.
    pub fn words(mut self, words: impl Into<AttrValue>) -> Self {
        let words = words.into();
        // An option holds nothing but text.
        if words.contains(MINUS_SIGN) && words.contains(MINUS) && self.element.tag() != "option" {
            self.add_unbroken(&words);
        } else {
            self.add(VText::new(words).into());
        }
        self
    }

    fn add_unbroken(&mut self, words: &str) {
        let mut rest = words;
        while let Some(at) = rest.find(MINUS) {
            let (before, amount) = rest.split_at(at);
            let (amount, after) = amount.split_at(amount.find(char::is_whitespace).unwrap_or(amount.len()));
            if !before.is_empty() {
                self.add(VText::new(before.to_owned()).into());
            }
            self.add(tag("span").class("unbroken").words_as_they_are(amount).html());
            rest = after;
        }
        if !rest.is_empty() {
            self.add(VText::new(rest.to_owned()).into());
        }
    }

    fn words_as_they_are(mut self, words: &str) -> Self {
        self.add(VText::new(words.to_owned()).into());
        self
    }

    /// With an element or another node after what is in it already.
    pub fn child(mut self, child: impl Into<Html>) -> Self {
        self.add(child.into());
        self
    }

    /// With a node after what is in it already, if there is one.
    pub fn maybe(mut self, child: Option<Html>) -> Self {
        if let Some(child) = child {
            self.add(child);
        }
        self
    }

    /// With nodes after what is in it already.
    pub fn children(mut self, children: Vec<Html>) -> Self {
        for child in children {
            self.add(child);
        }
        self
    }

    /// What is in it, to be changed; nothing where nothing can be.
    pub(super) fn children_mut(&mut self) -> Option<&mut Html> {
        self.change().children_mut()
    }

    /// With the text that stands in a field.
    pub fn value(mut self, value: impl Into<AttrValue>) -> Self {
        self.change().set_value(value.into());
        self
    }

    /// With a box that is ticked or not.
    pub fn checked(mut self, checked: bool) -> Self {
        self.change().set_checked(checked);
        self
    }

    /// Does something when it is pressed.
    pub fn onclick(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// Does something when a choice is made.
    pub fn onchange(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// Does something with every letter that is typed.
    pub fn oninput(self, callback: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// Does something with every key that is pressed within it.
    pub fn onkeydown(self, callback: Callback<KeyboardEvent>) -> Self {
        self.listen(Rc::new(onkeydown::Wrapper::new(callback)))
    }

    /// Does something when the focus leaves it.
    pub fn onblur(self, callback: Callback<FocusEvent>) -> Self {
        self.listen(Rc::new(onblur::Wrapper::new(callback)))
    }

    /// Does something when it is opened or closed.
    pub fn ontoggle(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(ontoggle::Wrapper::new(callback)))
    }

    /// The element, ready.
    pub fn html(mut self) -> Html {
        if !self.values.is_empty() {
            let (keys, values) = (self.names.names(), std::mem::take(&mut self.values).into_boxed_slice());
            self.change().attributes = Attributes::Dynamic { keys, values };
        }
        Html::VTag(self.element)
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        tag.html()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(tag: Tag) -> usize {
        match tag.html() {
            Html::VTag(tag) => match tag.children() {
                Some(Html::VList(list)) => list.len(),
                _ => 1,
            },
            _ => 0,
        }
    }

    #[test]
    fn of_what_is_said_twice_of_an_attribute_the_last_counts() {
        let drawn = tag("p").class("lead").id("first").class("note").html();
        let Html::VTag(drawn) = drawn else { panic!("it is an element") };
        let said: Vec<(&str, &str)> = drawn.attributes.iter().collect();
        assert_eq!(said, [("class", "note"), ("id", "first")]);
    }

    #[test]
    fn an_amount_below_nothing_stands_unbroken() {
        let drawn = format!("{:?}", tag("p").words("A change of −£3,411,200: £1 apart.").html());
        assert!(drawn.contains("unbroken") && drawn.contains("\"−£3,411,200:\""), "{drawn}");
        assert_eq!(parts(tag("p").words("A change of −£3,411,200: £1 apart.")), 3);
        assert_eq!(parts(tag("p").words("−£1 and −£2")), 3);
        assert_eq!(parts(tag("option").words("Less −£1 of it")), 1, "an option holds only text");
        assert_eq!(parts(tag("p").words("£1 apart")), 1);
    }
}
