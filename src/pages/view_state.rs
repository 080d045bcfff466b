//! What a person looks for in a view, and how much of what is found is shown. It knows no page. It stands in the address
//! too, so that Back, a reload and a link lead to the same rows.

use crate::components::{ROWS_AT_A_TIME, address_value, field_value, keep_in_address, use_arrivals};
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

/// Says that a page stands on paper, where nobody can ask for more, and how much of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OnPaper {
    /// The answers, the pictures, and the first rows of lists.
    Short,
    /// Every table too, each as a whole.
    Whole,
}

impl OnPaper {
    /// The most rows of a list; of a longer one it is said how many there are.
    const fn most_rows(self) -> usize {
        match self {
            Self::Short => 25,
            Self::Whole => 2_000,
        }
    }
}

/// What the ids of a section end with: on paper all sections stand in one document, where no id may stand twice.
#[hook]
pub fn use_end_of_ids(section: &str) -> String {
    if use_context::<OnPaper>().is_some() { format!("-{section}") } else { String::new() }
}

/// What a view keeps while it stands: what is looked for in it, and how many rows of what are shown.
#[derive(Clone, PartialEq)]
struct Kept<S> {
    words: AttrValue,
    choice: AttrValue,
    /// How many rows are shown, of which subject: of what is looked for next, the first rows come first.
    rows: Option<(usize, S)>,
}

/// What stands in the address behind the name of a view: the words, the choice, how many rows.
const FIND: &str = "find";
const SHOW: &str = "show";
const ROWS: &str = "rows";

fn of_address(name: &str) -> (AttrValue, AttrValue, Option<usize>) {
    let value = |of| AttrValue::from(address_value(&format!("{name}{of}")));
    (value(FIND), value(SHOW), value(ROWS).parse().ok())
}

/// What happens to what a view keeps.
enum Action<S> {
    Words(AttrValue),
    Choice(AttrValue),
    Rows(usize, S),
    /// The document arrived at an entry of its history that says this.
    Arrive(AttrValue, AttrValue, Option<(usize, S)>),
}

impl<S: Clone + 'static> Reducible for Kept<S> {
    type Action = Action<S>;

    fn reduce(self: std::rc::Rc<Self>, action: Action<S>) -> std::rc::Rc<Self> {
        let kept = (*self).clone();
        let next = match action {
            Action::Words(words) => Self { words, rows: None, ..kept },
            Action::Choice(choice) => Self { choice, rows: None, ..kept },
            Action::Rows(rows, subject) => Self { rows: Some((rows, subject)), ..kept },
            Action::Arrive(words, choice, rows) => Self { words, choice, rows },
        };
        next.into()
    }
}

/// The state of a view. When its subject is another one, its first rows are shown again. The name tells its part of the
/// address from that of the other views of a page.
#[hook]
pub fn use_view_state<S: Clone + PartialEq + 'static>(name: impl Into<AttrValue>, subject: S) -> ViewState {
    let name = name.into();
    let kept = use_reducer_eq(|| {
        let (words, choice, rows) = of_address(&name);
        Kept { words, choice, rows: rows.map(|rows| (rows, subject.clone())) }
    });
    use_arrivals({
        let (name, dispatcher, subject) = (name.clone(), kept.dispatcher(), subject.clone());
        move || {
            let (words, choice, rows) = of_address(&name);
            dispatcher.dispatch(Action::Arrive(words, choice, rows.map(|rows| (rows, subject.clone()))));
        }
    });
    let of_subject = kept.rows.as_ref().filter(|(_, of)| *of == subject).map(|(rows, _)| *rows);
    use_effect_with((kept.words.clone(), kept.choice.clone(), of_subject), move |(words, choice, rows)| {
        let rows = rows.map(|rows| rows.to_string()).unwrap_or_default();
        for (of, value) in [(FIND, &**words), (SHOW, &**choice), (ROWS, &*rows)] {
            keep_in_address(&format!("{name}{of}"), value);
        }
    });
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
    let on_paper = use_context::<OnPaper>();
    let rows = of_subject.unwrap_or(on_paper.map_or(ROWS_AT_A_TIME, OnPaper::most_rows));
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
