//! What can happen on the page.

use crate::navigation::Page;
use crate::open_file::{Progress, Refusal};
use crate::session::{Change, Entry, Kept, KeptPlans, Tried};
use one_plan_model::calculation::FigureKey;
use std::rc::Rc;
use yew::prelude::*;

use super::opening::Opening;

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
