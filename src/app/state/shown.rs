//! What is read of the state: all that the page shows, and what it asks the browser for.

use super::State;
use crate::browser::Fetched;
use crate::navigation::Page;
use crate::open_file::{Asked, Refusal};
use crate::session::{Kept, KeptPlans, Session};
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

impl State {
    /// The plan that is open.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Whether a file is held over the page.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// The files of which something is not used or is asked.
    pub fn questioned(&self) -> Option<&Asked> {
        self.questioned.as_ref()
    }

    /// How far the reading is.
    pub fn progress(&self) -> Option<&Rc<str>> {
        self.progress.as_ref()
    }

    /// The plan that was read and waits for a decision.
    pub fn waiting(&self) -> Option<&Session> {
        self.waiting.as_ref().map(|waiting| &waiting.session)
    }

    /// Why the last file was not opened.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Whether all problems of the last file are listed.
    pub fn shows_all_problems(&self) -> bool {
        self.all_problems
    }

    /// The name of the file that is being read.
    pub fn reading(&self) -> Option<&str> {
        self.reading.as_ref().map(|(_, name)| &**name)
    }

    /// Whether there are changes that would be lost.
    pub fn is_unsaved(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.history().mark() != self.saved)
    }

    /// What stood in the file that was handed to the browser, as long as nobody said whether it is there.
    pub fn handed(&self) -> Option<Option<u32>> {
        self.handed
    }

    /// The reading that is under way, by its ticket.
    pub fn ticket(&self) -> Option<u32> {
        self.reading.as_ref().map(|(ticket, _)| *ticket)
    }

    /// How often a reading was stopped.
    pub fn stops(&self) -> u32 {
        self.stops
    }

    /// What has become of the work in the browser.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What a person must know of it, until they put it away.
    pub fn trouble(&self) -> Option<&'static str> {
        self.kept.trouble().filter(|_| self.session.is_some() && self.seen_trouble != self.kept.kind)
    }

    /// The plans that are kept.
    pub fn kept_plans(&self) -> &Rc<KeptPlans> {
        &self.kept_plans
    }

    /// How often a plan was opened: the number of the last opening.
    pub fn opening(&self) -> u32 {
        self.opening
    }

    /// What is kept of the plan, where it was a kept one that was opened.
    pub fn fetched(&self) -> Option<&Fetched> {
        self.fetched.as_ref()
    }

    /// The page that is shown: without a plan, there are only those that need none.
    pub fn page(&self) -> Page {
        if self.session.is_some() || !self.page.needs_plan() { self.page } else { Page::Start }
    }

    /// The figure that is explained, and those that led to it.
    pub fn trail(&self) -> Rc<[FigureKey]> {
        Rc::clone(&self.trail)
    }

    /// The figure that is explained.
    pub fn explained(&self) -> Option<FigureKey> {
        self.trail.last().copied()
    }

    /// Its identifier; empty where nothing is explained.
    pub fn explained_id(&self) -> String {
        let figure = self.session.as_ref().zip(self.explained());
        figure.map(|(session, figure)| figure.id(session.plan())).unwrap_or_default()
    }

    /// How many steps of the explanation are shown.
    pub fn most_steps(&self) -> usize {
        self.most_steps
    }

    /// How often the page was changed.
    pub fn arrivals(&self) -> u32 {
        self.arrivals
    }

    /// What is said to those who do not see the page change.
    pub fn announcement(&self) -> AttrValue {
        self.announcement.clone()
    }
}
