//! What a person looks for in a view, and how much of what is found is shown. It knows no page.

use crate::components::{ROWS_AT_A_TIME, field_value};
use yew::prelude::*;

/// What a person looks for in a view, and how they look for something else.
#[derive(Clone, PartialEq)]
pub struct ViewState {
    /// The words that are typed.
    pub words: AttrValue,
    /// The value of what is chosen; empty at first.
    pub choice: AttrValue,
    /// How many rows are shown.
    pub rows: usize,
    /// Takes words that are typed.
    pub onwords: Callback<InputEvent>,
    /// Takes what is chosen in a field.
    pub onchoice: Callback<Event>,
    /// Takes the value of a choice.
    pub onvalue: Callback<AttrValue>,
    /// Takes how many rows are to be shown.
    pub onrows: Callback<usize>,
}

/// What a view keeps while it stands: what is looked for in it, and how many rows of what are shown.
#[derive(Clone, PartialEq)]
struct Kept<S> {
    words: AttrValue,
    choice: AttrValue,
    /// How many rows are shown, of which subject: of what is looked for next, the first rows come first.
    rows: Option<(usize, S)>,
}

/// What happens to what a view keeps.
enum Action<S> {
    Words(AttrValue),
    Choice(AttrValue),
    Rows(usize, S),
}

impl<S: Clone + 'static> Reducible for Kept<S> {
    type Action = Action<S>;

    fn reduce(self: std::rc::Rc<Self>, action: Action<S>) -> std::rc::Rc<Self> {
        let kept = (*self).clone();
        let next = match action {
            Action::Words(words) => Self { words, rows: None, ..kept },
            Action::Choice(choice) => Self { choice, rows: None, ..kept },
            Action::Rows(rows, subject) => Self { rows: Some((rows, subject)), ..kept },
        };
        next.into()
    }
}

/// The state of a view. When its subject is another one, its first rows are shown again.
#[hook]
pub fn use_view_state<S: Clone + PartialEq + 'static>(subject: S) -> ViewState {
    let kept = use_reducer_eq(|| Kept { words: AttrValue::default(), choice: AttrValue::default(), rows: None });
    let onwords = use_callback(kept.dispatcher(), |event: InputEvent, dispatcher| {
        dispatcher.dispatch(Action::Words(field_value(&event).into()));
    });
    let onchoice = use_callback(kept.dispatcher(), |event: Event, dispatcher| {
        dispatcher.dispatch(Action::Choice(field_value(&event).into()));
    });
    let onvalue = use_callback(kept.dispatcher(), |value: AttrValue, dispatcher| {
        dispatcher.dispatch(Action::Choice(value));
    });
    let onrows = use_callback((kept.dispatcher(), subject.clone()), |rows: usize, (dispatcher, subject)| {
        dispatcher.dispatch(Action::Rows(rows, subject.clone()));
    });
    let rows = match &kept.rows {
        Some((rows, of)) if *of == subject => *rows,
        _ => ROWS_AT_A_TIME,
    };
    ViewState { words: kept.words.clone(), choice: kept.choice.clone(), rows, onwords, onchoice, onvalue, onrows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn whoever_looks_for_something_else_sees_its_first_rows() {
        let kept = Rc::new(Kept { words: "a".into(), choice: "b".into(), rows: None });
        let more = kept.reduce(Action::Rows(400, "list"));
        assert_eq!(more.rows, Some((400, "list")));
        let chosen = Rc::clone(&more).reduce(Action::Choice("c".into()));
        assert_eq!((&*chosen.words, &*chosen.choice, chosen.rows), ("a", "c", None));
        let typed = more.reduce(Action::Words("d".into()));
        assert_eq!((&*typed.words, &*typed.choice, typed.rows), ("d", "b", None));
    }
}
