use super::{activity, checks, cquin, overview, savings, whole};
use crate::app::{Page, PlanPart};
use crate::components::{ROWS_AT_A_TIME, field_value};
use crate::session::Desk;
use one_plan_model::plan::Table;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// What is drawn again only when the plan changes, and not with everything that happens around it.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// A page about the plan that is open.
    Page(Page),
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

/// A page, or a part of one, which keeps what a person looks for in it. All are this one component:
/// what differs is how they are drawn.
#[component]
pub fn PartOfPage(properties: &PartProperties) -> Html {
    let PartProperties { desk, part } = properties;
    let look = Look { part: part.clone(), state: use_state(Looked::default) };
    match part {
        Part::Page(page) => page_of_plan(desk, *page),
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

fn page_of_plan(desk: &Desk, page: Page) -> Html {
    match page {
        Page::Start => Html::default(),
        Page::Overview => overview::page(desk),
        Page::Savings => savings::page(desk),
        Page::Cquin => cquin::page(desk),
        Page::Activity => activity::page(desk),
        Page::Whole => whole::page(desk),
        Page::Part(part) => whole::part_page(desk, part),
        Page::Checks => checks::page(desk),
    }
}

/// A page, or a part of one, as a node.
pub fn part(desk: &Desk, part: Part) -> Html {
    keyed_part(desk, part, None)
}

/// The same among others of its kind.
pub fn keyed_part(desk: &Desk, part: Part, key: Option<Key>) -> Html {
    let properties = Rc::new(PartProperties { desk: desk.clone(), part });
    VComp::new::<PartOfPage>(properties, key).into()
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
