//! Everything that decides what is shown, as one value. What can happen to it is an [`Action`]; what comes of it
//! stands by its subject: [`reading`] and opening, [`changing`], [`keeping`], [`explaining`].

mod action;
mod changing;
mod explaining;
mod keeping;
mod opening;
mod reading;
mod reducer;
mod shown;

pub use action::Action;
pub use opening::Opening;

use crate::browser::Fetched;
use crate::components::STEPS_AT_A_TIME;
use crate::navigation::Page;
use crate::open_file::{Asked, Refusal};
use crate::session::{Kept, KeptKind, KeptPlans, Session};
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

/// Everything that decides what is shown.
#[derive(Clone, PartialEq)]
pub struct State {
    session: Option<Session>,
    /// Files of which something is not used or is asked: the person decides what becomes of them.
    questioned: Option<Asked>,
    /// A plan that was read while the open one has changes that are not saved.
    waiting: Option<Opening>,
    /// Whether a file is held over the page.
    over: bool,
    refusal: Option<Refusal>,
    /// Whether all problems of the refusal are listed.
    all_problems: bool,
    reading: Option<(u32, Rc<str>)>,
    /// How often a reading was stopped.
    stops: u32,
    /// How far the reading is, in words.
    progress: Option<Rc<str>>,
    /// What stood when the plan was read or saved last.
    saved: Option<u32>,
    /// What stood when the file was handed to the browser, which does not say what became of it.
    handed: Option<Option<u32>>,
    /// What has become of the work in the browser.
    kept: Kept,
    /// What the person was told of it and put away.
    seen_trouble: KeptKind,
    /// The plans that are kept.
    kept_plans: Rc<KeptPlans>,
    /// How often a plan was opened: the number of the last opening. Who does something to a plan says of which opening.
    opening: u32,
    /// What is kept of the plan, where the last one that was opened was kept.
    fetched: Option<Fetched>,
    /// The figure that is explained, and those that led to it.
    trail: Rc<[FigureKey]>,
    /// How many steps of its explanation are shown.
    most_steps: usize,
    page: Page,
    /// The page that comes next when a plan is opened.
    next_page: Page,
    /// The figure that is explained when a plan is opened, by its identifier; empty for none.
    next_explained: AttrValue,
    /// How often the page was changed: each time, the focus moves to its heading.
    arrivals: u32,
    announcement: AttrValue,
}

impl State {
    /// Nothing is open; once a plan is, the page is shown, and why a figure is what it is.
    pub fn new(page: Page, explained: AttrValue) -> Self {
        Self {
            session: None,
            questioned: None,
            waiting: None,
            over: false,
            refusal: None,
            all_problems: false,
            reading: None,
            stops: 0,
            progress: None,
            saved: None,
            handed: None,
            kept: Kept::default(),
            seen_trouble: KeptKind::None,
            kept_plans: Rc::default(),
            opening: 0,
            fetched: None,
            trail: Rc::new([]),
            most_steps: STEPS_AT_A_TIME,
            page,
            next_page: if page.needs_plan() { page } else { Page::Overview },
            next_explained: explained,
            arrivals: 0,
            announcement: AttrValue::default(),
        }
    }

    /// What is said twice must differ, or the second time nothing is heard.
    fn say(&mut self, text: String) {
        let again = self.announcement == text;
        self.announcement = if again { format!("{text}\u{a0}").into() } else { text.into() };
    }
}

#[cfg(test)]
mod tests;
