//! Which page is shown, and which figure is explained on it.

use super::State;
use crate::components::STEPS_AT_A_TIME;
use crate::navigation::Page;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::resolve;
use std::rc::Rc;

impl State {
    /// Another explanation begins with its first steps.
    pub(super) fn explain(&mut self, trail: Rc<[FigureKey]>) {
        self.trail = trail;
        self.most_steps = STEPS_AT_A_TIME;
    }

    /// Goes to a page. Nothing is explained there yet.
    pub(super) fn go(&mut self, page: Page) {
        if self.page != page {
            self.page = page;
            if self.session.is_none() && page.needs_plan() {
                self.next_page = page;
            }
            self.trail = Rc::new([]);
            self.arrivals = self.arrivals.wrapping_add(1);
        }
    }

    /// To a page, where a figure is explained, by its identifier.
    pub(super) fn arrive(&mut self, page: Page, id: &str) {
        self.go(page);
        self.explain_by_id(id);
    }

    /// What the address says about explanations: the one before the last is gone back to, another one goes deeper.
    pub(super) fn explain_by_id(&mut self, id: &str) {
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

    /// A figure within the explanation is explained.
    pub(super) fn explain_deeper(&mut self, figure: FigureKey) {
        let mut trail = self.trail.to_vec();
        trail.push(figure);
        self.explain(trail.into());
    }

    /// Back to the figure before; the first one stays.
    pub(super) fn explain_before(&mut self) {
        let before = self.trail.len().saturating_sub(1).max(1);
        let mut trail = self.trail.to_vec();
        trail.truncate(before);
        self.explain(trail.into());
    }
}
