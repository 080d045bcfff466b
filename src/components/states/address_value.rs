use crate::browser::{address, entry, push_address, replace_address};
use crate::navigation::{value_in, with_value};
use gloo::events::EventListener;
use gloo::utils::window;
use std::rc::Rc;
use yew::prelude::*;

/// What the address says for a name.
pub fn address_value(name: &str) -> String {
    value_in(&address(), name)
}

/// Says something else in the address for a name, without a new entry of the history.
pub fn keep_in_address(name: &str, value: &str) {
    let now = address();
    let next = with_value(&now, name, value);
    if !now.is_empty() && next != now {
        // What lies below an explanation says something else now, so closing it must not go back there.
        replace_address(&next, crate::browser::Entry { depth: 0, ..entry() });
    }
}

/// A choice that has an address, and how to make another one, which is a step of the history. Where the application has
/// no address of its own, it is kept as long as its part of the page stands.
#[hook]
pub fn use_address_value(name: &'static str) -> (AttrValue, Callback<AttrValue>) {
    let value = use_state_eq(|| AttrValue::from(address_value(name)));
    use_arrivals({
        let value = value.setter();
        move || value.set(address_value(name).into())
    });
    let choose = use_callback(value.setter(), move |chosen: AttrValue, value| {
        let now = address();
        let next = with_value(&now, name, &chosen);
        if !now.is_empty() && next != now {
            push_address(&next, 0);
        }
        value.set(chosen);
    });
    ((*value).clone(), choose)
}

/// Does something each time the document arrives at another entry of its history.
#[hook]
pub fn use_arrivals(arrive: impl Fn() + 'static) {
    // What is to be done then is what the last drawing says: what it is about may be another than at first.
    let last = use_mut_ref(|| None::<Rc<dyn Fn()>>);
    last.replace(Some(Rc::new(arrive)));
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "popstate", move |_| {
            let arrive = last.borrow().clone();
            if let Some(arrive) = arrive {
                arrive();
            }
        });
        move || drop(listener)
    });
}
