//! What the state is after something happened.

use super::State;
use super::action::Action;
use crate::components::STEPS_AT_A_TIME;
use std::rc::Rc;
use yew::prelude::*;

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
            Action::Arrive(page, explained) => state.arrive(page, &explained),
            Action::Over(over) => state.over = over,
            Action::Read(progress) => state.read(progress),
            Action::StopReading => state.stop_reading(),
            Action::OpenQuestioned => state.open_questioned(),
            Action::LeaveQuestioned => state.questioned = None,
            Action::OpenWaiting => state.open_waiting(),
            Action::StayWithPlan => state.waiting = None,
            Action::Restored(during, kept) => state.restore(during, kept),
            Action::Refuse(refusal) => state.refuse(refusal),
            Action::DismissRefusal => state.refusal = None,
            Action::ShowAllProblems => state.all_problems = true,
            Action::Change(change, time) => state.change(|session| session.changed(&change, &time)),
            Action::Make(tried, time) => state.change(|session| session.changed_as_tried(tried, &time)),
            Action::Undo => state.undo(),
            Action::Redo => state.redo(),
            Action::TakeBack(number, time) => state.take_back(number, &time),
            Action::Reason(number, reason) => state.because(number, &reason),
            Action::Handed(mark) => state.handed_over(mark),
            Action::Saved(mark) => state.saved(mark),
            Action::NotSaved => state.not_saved(),
            Action::Kept(kept) => state.keep(kept),
            Action::PutAwayTrouble => state.seen_trouble = state.kept.kind,
            Action::KeptPlans(plans) => state.kept_plans = plans,
            Action::Say(words) => state.say(words.to_string()),
            Action::Explain(figure) => state.explain(Rc::new([figure])),
            Action::ExplainDeeper(figure) => state.explain_deeper(figure),
            Action::ExplainBefore => state.explain_before(),
            Action::MoreSteps => state.most_steps += STEPS_AT_A_TIME,
            Action::CloseExplanation => state.trail = Rc::new([]),
        }
        Rc::new(state)
    }
}
