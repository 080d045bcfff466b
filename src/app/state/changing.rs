//! The plan changes, and what was done is taken back.

use super::State;
use crate::components::{check_words, count_of};
use crate::navigation::Page;
use crate::pages::page_of_table;
use crate::session::{Changed, Session};
use std::rc::Rc;

impl State {
    /// Changes the plan, or says why it is not changed.
    pub(super) fn change(&mut self, make: impl FnOnce(&Session) -> Changed) {
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

    /// The last change is taken back.
    pub(super) fn undo(&mut self) {
        let session = self.session.as_ref();
        let back = session.and_then(|session| Some((session.history().to_undo()?.name.clone(), session.undone()?)));
        self.move_to("Undone", back);
    }

    /// What was taken back last is made again.
    pub(super) fn redo(&mut self) {
        let session = self.session.as_ref();
        let again = session.and_then(|session| Some((session.history().to_redo()?.name.clone(), session.redone()?)));
        self.move_to("Made again", again);
    }

    /// One change among others is taken back, by the number of its step.
    pub(super) fn take_back(&mut self, number: u32, time: &str) {
        match self.session.as_ref().map(|session| session.taking_back(number)) {
            Some(Ok(change)) => self.change(|session| session.changed(&change, time)),
            Some(Err(later)) => self.say(format!("First take back what was changed later: {later}.")),
            None => {}
        }
    }

    /// A change has a reason.
    pub(super) fn because(&mut self, number: u32, reason: &str) {
        self.session = self.session.as_ref().map(|session| session.because(number, reason));
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
}
