use crate::browser::{WritingProgress, in_slices, stop_workbook};
use crate::components::counted;
use one_plan_model::pace::{Pace, Stage};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// The files that are being written. They are stopped together, for one worker writes them.
#[derive(Default)]
pub(super) struct UnderWay {
    count: Cell<u32>,
    stops: Cell<u32>,
}

impl UnderWay {
    /// Whether no file is being written.
    pub(super) fn is_over(&self) -> bool {
        self.count.get() == 0
    }

    /// Stops all of them.
    pub(super) fn stop(&self) {
        self.stops.set(self.stops.get() + 1);
        stop_workbook();
    }
}

/// A file that is being written: how far that is, and whether it is still wanted.
pub(super) struct Writing {
    told: UseStateSetter<AttrValue>,
    under_way: Rc<UnderWay>,
    stops_before: u32,
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.under_way.count.set(self.under_way.count.get().saturating_sub(1));
    }
}

impl Writing {
    /// A file that is written from now on. The setter is told how far it is, in words.
    pub(super) fn begin(under_way: &Rc<UnderWay>, told: UseStateSetter<AttrValue>) -> Self {
        under_way.count.set(under_way.count.get() + 1);
        Self { told, under_way: Rc::clone(under_way), stops_before: under_way.stops.get() }
    }

    /// Whether nobody stopped it.
    pub(super) fn is_wanted(&self) -> bool {
        self.under_way.stops.get() == self.stops_before
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
