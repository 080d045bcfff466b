use super::{activity, checks, savings, whole};
use crate::app::PlanPart;
use crate::components::{ROWS_AT_A_TIME, field_value};
use crate::session::Desk;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// A part of a page in which a person looks for something.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// What was found.
    Findings,
    /// What the plan prints.
    Comparisons,
    /// The schemes of all lists.
    Schemes,
    /// The schemes of one list.
    SchemeList(savings::SchemesOfList),
    /// What moves.
    Shifts,
    /// What each scheme moves.
    SchemeShifts(activity::ShiftsOf),
    /// The rows of a table.
    Rows(Table),
    /// The figures of a part of the plan.
    Figures(PlanPart),
}

/// Properties of [`PartOfPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct PartProperties {
    /// The session, and how to ask for things.
    pub desk: Desk,
    /// Which part.
    pub part: Part,
}

/// A part of a page that keeps what a person looks for in it. All such parts are this one
/// component: what differs is how they are drawn.
#[component]
pub fn PartOfPage(properties: &PartProperties) -> Html {
    let PartProperties { desk, part } = properties;
    let look = Look { part: part.clone(), state: use_state(Looked::default) };
    match part {
        Part::Findings => checks::findings(desk, &look),
        Part::Comparisons => checks::comparisons(desk, &look),
        Part::Schemes => savings::schemes(desk, &look),
        Part::SchemeList(list) => savings::scheme_list(desk, list, &look),
        Part::Shifts => activity::shifts(desk, &look),
        Part::SchemeShifts(of) => activity::scheme_shifts(desk, of, &look),
        Part::Rows(table) => whole::rows(desk, *table, &look),
        Part::Figures(part) => whole::figures(desk, *part, &look),
    }
}

/// A part of a page as a node of it.
pub fn part(desk: &Desk, part: Part) -> Html {
    html! { <PartOfPage desk={desk.clone()} {part} /> }
}

/// What a person looks for in a part of a page, and how they look for something else.
#[derive(Clone)]
pub struct Look {
    part: Part,
    state: UseStateHandle<Looked>,
}

#[derive(Clone, Default)]
struct Looked {
    words: String,
    choice: String,
    /// How many rows are shown, of which part: of what is looked for next, the first rows come first.
    rows: Option<(usize, Part)>,
}

impl Look {
    /// The words that are typed.
    pub fn words(&self) -> &str {
        &self.state.words
    }

    /// The value of what is chosen; empty at first.
    pub fn choice(&self) -> &str {
        &self.state.choice
    }

    /// How many rows are shown.
    pub fn rows(&self) -> usize {
        match &self.state.rows {
            Some((rows, part)) if *part == self.part => *rows,
            _ => ROWS_AT_A_TIME,
        }
    }

    fn choose(&self, choice: String) {
        self.state.set(Looked { choice, words: self.state.words.clone(), rows: None });
    }

    /// Takes words that are typed.
    pub fn onwords(&self) -> Callback<InputEvent> {
        let look = self.clone();
        Callback::from(move |event: InputEvent| {
            let words = field_value(&event);
            look.state.set(Looked { words, choice: look.state.choice.clone(), rows: None });
        })
    }

    /// Takes what is chosen in a field.
    pub fn onchoice(&self) -> Callback<Event> {
        let look = self.clone();
        Callback::from(move |event: Event| look.choose(field_value(&event)))
    }

    /// Takes the value of a choice.
    pub fn onvalue(&self) -> Callback<String> {
        let look = self.clone();
        Callback::from(move |value| look.choose(value))
    }

    /// Takes how many rows are to be shown.
    pub fn onrows(&self) -> Callback<usize> {
        let look = self.clone();
        Callback::from(move |rows| {
            look.state.set(Looked { rows: Some((rows, look.part.clone())), ..(*look.state).clone() });
        })
    }
}
