use crate::browser::Fetched;
use crate::components::{STEPS_AT_A_TIME, check_words, count_of};
use crate::navigation::Page;
use crate::open_file::{Asked, Progress, Refusal};
use crate::pages::page_of_table;
use crate::session::{Change, Changed, Entry, Kept, KeptKind, KeptPlans, Session, Tried};
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::resolve;
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

/// A plan that is about to be open.
#[derive(Clone, PartialEq)]
pub struct Opening {
    /// The plan.
    pub session: Session,
    /// What of it was saved last.
    pub saved: Option<u32>,
    /// What is kept of it, where it is a kept plan.
    pub fetched: Option<Fetched>,
}

impl Opening {
    /// A plan that was read.
    const fn of(session: Session) -> Self {
        Self { session, saved: None, fetched: None }
    }
}

/// Something that happens.
#[derive(Clone)]
pub enum Action {
    /// Something is done to the plan of an opening. Another plan that was opened since has nothing to do with it.
    For(u32, Box<Action>),
    /// To a page, where a figure is explained, by its identifier; empty for none.
    Arrive(Page, AttrValue),
    /// A file is held over the page, or no longer.
    Over(bool),
    /// A plan is being read.
    Read(Progress),
    /// What is being read is not wanted any more.
    StopReading,
    /// The plan of which something is not used is opened all the same.
    OpenQuestioned,
    /// It is not.
    LeaveQuestioned,
    /// The waiting plan takes the place of the open one.
    OpenWaiting,
    /// The open plan stays.
    StayWithPlan,
    /// Something else than a file cannot be opened.
    Refuse(Refusal),
    /// The message about a file that was not opened goes.
    DismissRefusal,
    /// All problems of the file that was not opened are listed.
    ShowAllProblems,
    /// The plan changes, at a time that the page gives.
    Change(Change, Rc<str>),
    /// The same by a change that was made on trial.
    Make(Tried, Rc<str>),
    /// The last change is taken back.
    Undo,
    /// What was taken back last is made again.
    Redo,
    /// One change among others is taken back.
    TakeBack(u32, Rc<str>),
    /// A change has a reason.
    Reason(u32, Rc<str>),
    /// The file was handed to the browser, which does not say what became of it; what stood in it.
    Handed(Option<u32>),
    /// The file is there: the person, or the browser, says so; what stood when it was written.
    Saved(Option<u32>),
    /// The file that was handed to the browser is not there.
    NotSaved,
    /// Something became of the work that is kept.
    Kept(Kept),
    /// What there is to say of it was read.
    PutAwayTrouble,
    /// These plans are kept.
    KeptPlans(Rc<KeptPlans>),
    /// A kept plan was read. It was asked for during an opening; a plan that was opened since stays open.
    Restored(u32, Opening),
    /// Something is to be said.
    Say(Rc<str>),
    /// A figure is explained.
    Explain(FigureKey),
    /// A figure within the explanation is explained.
    ExplainDeeper(FigureKey),
    /// Back to the figure before.
    ExplainBefore,
    /// More steps of the explanation are shown.
    MoreSteps,
    /// The explanation goes.
    CloseExplanation,
}

impl Action {
    /// What is kept of it, if it changes the plan or what is known of its changes.
    pub fn entry(&self) -> Option<Entry> {
        Some(match self {
            Self::Change(change, time) => Entry::Change(change.clone(), Rc::clone(time)),
            Self::Make(tried, time) => Entry::Change(tried.change().clone(), Rc::clone(time)),
            Self::Undo => Entry::Undo,
            Self::Redo => Entry::Redo,
            Self::TakeBack(number, time) => Entry::TakeBack(*number, Rc::clone(time)),
            Self::Reason(number, reason) => Entry::Reason(*number, Rc::clone(reason)),
            Self::Saved(mark) => Entry::saved(*mark),
            _ => return None,
        })
    }
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

    /// Another explanation begins with its first steps.
    fn explain(&mut self, trail: Rc<[FigureKey]>) {
        self.trail = trail;
        self.most_steps = STEPS_AT_A_TIME;
    }

    fn go(&mut self, page: Page) {
        if self.page != page {
            self.page = page;
            if self.session.is_none() && page.needs_plan() {
                self.next_page = page;
            }
            self.trail = Rc::new([]);
            self.arrivals = self.arrivals.wrapping_add(1);
        }
    }

    /// What the address says about explanations: the one before the last is gone back to, another one goes deeper.
    fn arrive(&mut self, id: &str) {
        let Some(session) = &self.session else {
            self.next_explained = id.to_owned().into();
            return;
        };
        let mut trail = self.trail.to_vec();
        match resolve(session.plan(), id) {
            None if id.is_empty() => trail.clear(),
            None => {
                self.say(format!("This plan has no figure “{id}”."));
                return;
            }
            Some(figure) if trail.last() == Some(&figure) => return,
            Some(figure) if trail.iter().rev().nth(1) == Some(&figure) => {
                trail.pop();
            }
            Some(figure) => trail.push(figure),
        }
        self.explain(trail.into());
    }

    fn read(&mut self, progress: Progress) {
        let current = self.ticket();
        match progress {
            // Of two at a time the one asked for last wins.
            Progress::Started { ticket, name, is_answered } => {
                self.say(format!("Reading {name}"));
                self.reading = Some((ticket, name));
                self.progress = None;
                self.refusal = None;
                if !is_answered {
                    self.questioned = None;
                }
            }
            Progress::Reading { ticket, words } if current == Some(ticket) => self.progress = Some(words),
            Progress::Stopped { ticket } if current == Some(ticket) => {
                self.reading = None;
                self.say("Reading was stopped. What was open stays open.".to_owned());
            }
            Progress::Opened { ticket, session } if current == Some(ticket) => {
                self.reading = None;
                self.questioned = None;
                self.open_or_ask(Opening::of(session));
            }
            Progress::Asked { ticket, asked } if current == Some(ticket) => {
                self.reading = None;
                if let Some(why) = &asked.refused {
                    self.say(why.to_string());
                }
                self.questioned = Some(asked);
            }
            Progress::Refused { ticket, refusal } if current == Some(ticket) => {
                self.reading = None;
                self.questioned = None;
                self.refusal = Some(refusal);
                self.all_problems = false;
            }
            Progress::Opened { .. }
            | Progress::Asked { .. }
            | Progress::Refused { .. }
            | Progress::Reading { .. }
            | Progress::Stopped { .. } => {}
        }
    }

    /// Opens a plan, or asks what is to become of changes that are not saved.
    fn open_or_ask(&mut self, opening: Opening) {
        if self.is_unsaved() { self.waiting = Some(opening) } else { self.open(opening) }
    }

    fn open(&mut self, Opening { session, saved, fetched }: Opening) {
        self.say(format!("{} is open. {}", session.title(), check_words(session.outcome())));
        // Who reads the help while what was open is opened again goes on reading.
        let stays = fetched.is_some() && self.session.is_none() && self.page == Page::Help;
        self.session = Some(session);
        self.questioned = None;
        self.waiting = None;
        self.refusal = None;
        self.saved = saved;
        self.handed = None;
        self.kept = Kept::default();
        self.seen_trouble = KeptKind::None;
        self.opening = self.opening.wrapping_add(1);
        self.fetched = fetched;
        self.trail = Rc::new([]);
        let next = std::mem::replace(&mut self.next_page, Page::Overview);
        self.page = if stays { Page::Help } else { next };
        self.arrivals = self.arrivals.wrapping_add(1);
        let explained = std::mem::take(&mut self.next_explained);
        self.arrive(&explained);
    }

    /// Changes the plan, or says why it is not changed.
    fn change(&mut self, make: impl FnOnce(&Session) -> Changed) {
        let Some(changed) = self.session.as_ref().map(make) else { return };
        let refused = match (changed.unusable.as_str(), changed.refused.first()) {
            ("", None) => String::new(),
            ("", Some(first)) => {
                let count = count_of(changed.refused.len(), "cell was", "cells were");
                format!("{count} not taken: {}. Expected: {}. ", first.problem.what, first.problem.expected)
            }
            (unusable, _) => format!("Not changed: {unusable} "),
        };
        if let Some(session) = changed.session {
            self.say(format!("{refused}Computed again. {}", check_words(session.outcome())));
            self.go_on(session);
        } else if !refused.is_empty() {
            self.say(refused);
        }
    }

    /// The file is there, with what stood at a mark. A plan that waits for it is opened, unless something was changed since.
    fn saved(&mut self, mark: Option<u32>) {
        self.saved = mark;
        // Where all of it is saved there is nothing to ask about another file of it.
        if self.handed == Some(mark) || !self.is_unsaved() {
            self.handed = None;
        }
        if self.is_unsaved() {
            self.say("The plan file is saved; what was changed since is not in it.".to_owned());
            return;
        }
        self.say("The plan file is saved.".to_owned());
        if let Some(waiting) = self.waiting.take() {
            self.open(waiting);
        }
    }

    /// Goes back or forth among the changes.
    fn move_to(&mut self, done: &str, to: Option<(Rc<str>, Session)>) {
        if let Some((name, session)) = to {
            self.say(format!("{done}: {name}. {}", check_words(session.outcome())));
            self.go_on(session);
        }
    }

    /// The plan is another one after a step. What is explained, and the row that is shown, may stand elsewhere in it, or be
    /// gone.
    fn go_on(&mut self, session: Session) {
        if let Some(before) = &self.session {
            let moves = session.moves_from(before);
            let (was, now) = (before.plan(), session.plan());
            let trail = moves.figures(&self.trail, was, (now, session.outcome()));
            let row = match self.page {
                Page::Row(table, row) => Some((table, moves.row(table, row, was, now))),
                _ => None,
            };
            if *trail != *self.trail {
                self.trail = trail.into();
            }
            match row {
                Some((table, Some(row))) => self.page = Page::Row(table, row),
                Some((table, None)) => self.go(page_of_table(table)),
                None => {}
            }
        }
        self.session = Some(session);
    }

    /// What is said twice must differ, or the second time nothing is heard.
    fn say(&mut self, text: String) {
        let again = self.announcement == text;
        self.announcement = if again { format!("{text}\u{a0}").into() } else { text.into() };
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let action = match action {
            Action::For(opening, _) if opening != self.opening => return self,
            Action::For(_, action) => *action,
            action => action,
        };
        let mut state = (*self).clone();
        match action {
            Action::For(..) => {}
            Action::Arrive(page, explained) => {
                state.go(page);
                state.arrive(&explained);
            }
            Action::Over(over) => state.over = over,
            Action::Read(progress) => state.read(progress),
            Action::StopReading => {
                if state.reading.take().is_some() {
                    state.stops = state.stops.wrapping_add(1);
                    // The worker is gone, and with it the files of which it was asked.
                    state.questioned = None;
                    state.say("Reading was stopped. What was open stays open.".to_owned());
                }
            }
            Action::OpenQuestioned => {
                if let Some(session) = state.questioned.take().and_then(|asked| asked.session) {
                    state.open_or_ask(Opening::of(session));
                }
            }
            Action::LeaveQuestioned => state.questioned = None,
            Action::OpenWaiting => {
                if let Some(waiting) = state.waiting.take() {
                    state.open(waiting);
                }
            }
            Action::StayWithPlan => state.waiting = None,
            Action::Refuse(refusal) => {
                state.refusal = Some(refusal);
                state.all_problems = false;
            }
            Action::DismissRefusal => state.refusal = None,
            Action::Change(change, time) => state.change(|session| session.changed(&change, &time)),
            Action::Make(tried, time) => state.change(|session| session.changed_as_tried(tried, &time)),
            Action::Undo => {
                let back = state
                    .session
                    .as_ref()
                    .and_then(|session| Some((session.history().to_undo()?.name.clone(), session.undone()?)));
                state.move_to("Undone", back);
            }
            Action::Redo => {
                let again = state
                    .session
                    .as_ref()
                    .and_then(|session| Some((session.history().to_redo()?.name.clone(), session.redone()?)));
                state.move_to("Made again", again);
            }
            Action::TakeBack(number, time) => match state.session.as_ref().map(|session| session.taking_back(number)) {
                Some(Ok(change)) => state.change(|session| session.changed(&change, &time)),
                Some(Err(later)) => state.say(format!("First take back what was changed later: {later}.")),
                None => {}
            },
            Action::Reason(number, reason) => {
                state.session = state.session.as_ref().map(|session| session.because(number, &reason));
            }
            Action::Handed(mark) => {
                state.handed = Some(mark);
                state.say("The plan file was handed to your browser. Please say whether it is there.".to_owned());
            }
            Action::Saved(mark) => state.saved(mark),
            Action::NotSaved => {
                state.handed = None;
                state.say("The plan file does not count as saved.".to_owned());
            }
            // What became of a plan that was open before says nothing of this one.
            Action::Kept(kept) if kept.opening != 0 && kept.opening != state.opening => {}
            Action::Kept(kept) => state.kept = kept,
            Action::PutAwayTrouble => state.seen_trouble = state.kept.kind,
            Action::KeptPlans(plans) => state.kept_plans = plans,
            Action::Restored(during, kept) if during != state.opening => {
                state.say(format!("{} was not opened: another plan was opened meanwhile.", kept.session.title()));
            }
            Action::Restored(_, kept) => state.open_or_ask(kept),
            Action::Say(words) => state.say(words.to_string()),
            Action::ShowAllProblems => state.all_problems = true,
            Action::MoreSteps => state.most_steps += STEPS_AT_A_TIME,
            Action::Explain(figure) => state.explain(Rc::new([figure])),
            Action::ExplainDeeper(figure) => {
                let mut trail = state.trail.to_vec();
                trail.push(figure);
                state.explain(trail.into());
            }
            Action::ExplainBefore => {
                let before = state.trail.len().saturating_sub(1).max(1);
                let mut trail = state.trail.to_vec();
                trail.truncate(before);
                state.explain(trail.into());
            }
            Action::CloseExplanation => state.trail = Rc::new([]),
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests;
