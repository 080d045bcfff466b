use crate::browser::{WritingProgress, in_slices, stop_workbook};
use crate::components::counted;
use one_plan_model::pace::{Pace, Stage};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// A file that is being written: how far that is, and whether it is still wanted.
#[derive(Clone)]
pub(super) struct Writing {
    told: UseStateSetter<AttrValue>,
    is_wanted: Rc<Cell<bool>>,
}

impl Writing {
    /// A file that is to be written. The setter is told how far it is, in words.
    pub(super) fn new(told: UseStateSetter<AttrValue>) -> Self {
        Self { told, is_wanted: Rc::new(Cell::new(true)) }
    }

    /// Stops it. The worker is ended with what else it was asked for.
    pub(super) fn stop(&self) {
        self.is_wanted.set(false);
        stop_workbook();
    }

    /// Whether nobody stopped it.
    pub(super) fn is_wanted(&self) -> bool {
        self.is_wanted.get()
    }

    /// Runs a part of the work so that the page goes on meanwhile.
    ///
    /// # Errors
    ///
    /// The word "stopped" where it was stopped.
    pub(super) async fn in_slices<T>(&self, work: impl AsyncFnOnce(&Pace<'_>) -> T) -> Result<T, String> {
        self.told.set("What follows from the plan is put together.".into());
        let tell = |stage: Stage| {
            if let Stage::Writing { done, of } = stage {
                self.told.set(format!("{} of {} rows of the plan are handed over.", counted(done), counted(of)).into());
            }
        };
        in_slices(work, tell, || self.is_wanted()).await.ok_or_else(|| "stopped".to_owned())
    }

    /// Is told how far the worker is.
    pub(super) fn of_sheets(&self) -> impl Fn(WritingProgress) + 'static + use<> {
        let told = self.told.clone();
        move |progress| told.set(progress.to_string().into())
    }
}
