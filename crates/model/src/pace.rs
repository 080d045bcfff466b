//! Long work that gives way: a large file is read and computed in slices, so that a page can show how far it is, be used
//! meanwhile and be stopped.
//!
//! Such work is written as an `async fn` that says at [`Pace::reached`] how far it is. Nothing is ever waited for: where
//! the pace says so the work gives way, and goes on when it is asked to. Run to its end [`at_once`] it is an ordinary
//! function, so that there is one piece of code for both, and the results are the same. The model has no clock: whoever
//! asks for the slices says how long they are.
//!
//! ```
//! use one_plan_model::pace::{InSlices, Pace, Stage, at_once};
//! async fn sum(pace: &Pace<'_>) -> usize {
//!     let mut sum = 0;
//!     for number in 1..=3 {
//!         sum += number;
//!         pace.reached(Stage::Computing { done: number, of: 3 }).await;
//!     }
//!     sum
//! }
//! assert_eq!(at_once(sum(&Pace::UNBROKEN)), 6);
//!
//! let always = |_: Stage| true;
//! let pace = Pace::new(&always);
//! let mut slices = InSlices::new(sum(&pace));
//! assert_eq!([slices.next(), slices.next(), slices.next(), slices.next()], [None, None, None, Some(6)]);
//! ```

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A file is read: so many of its bytes.
    Reading {
        /// Bytes that are done.
        done: usize,
        /// Bytes of the file.
        of: usize,
    },
    /// The rows of a file are put in relation to each other, or its problems are looked up in it.
    Checking,
    /// A plan is written: so many of its rows.
    Writing {
        /// Rows that are done.
        done: usize,
        /// Rows of the plan.
        of: usize,
    },
    /// What follows is computed: so many parts of the model.
    Computing {
        /// Parts that are done.
        done: usize,
        /// All parts.
        of: usize,
    },
}

/// When long work gives way.
#[derive(Clone, Copy)]
pub struct Pace<'p>(Option<&'p dyn Fn(Stage) -> bool>);

impl std::fmt::Debug for Pace<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(if self.0.is_some() { "Pace" } else { "Pace::UNBROKEN" })
    }
}

impl<'p> Pace<'p> {
    /// Work that is done at once.
    pub const UNBROKEN: Self = Self(None);

    /// Work that gives way where a function says so, which is told how far it is. It is asked often: at least once for
    /// every hundred thousand cells.
    pub const fn new(gives_way: &'p dyn Fn(Stage) -> bool) -> Self {
        Self(Some(gives_way))
    }

    /// Gives way where it is time for it.
    pub async fn reached(&self, stage: Stage) {
        if self.0.is_some_and(|gives_way| gives_way(stage)) {
            let mut gave_way = false;
            poll_fn(|_| if std::mem::replace(&mut gave_way, true) { Poll::Ready(()) } else { Poll::Pending }).await;
        }
    }

    /// The same while rows or figures are put in relation to each other. It is asked once for [`ROWS_AT_A_TIME`], or for
    /// each where much is done with it.
    pub async fn checked_rows(&self) {
        self.reached(Stage::Checking).await;
    }
}

/// So many rows are gone through in a fraction of a millisecond.
pub const ROWS_AT_A_TIME: usize = 2_048;

/// So many figures are put into words in a fraction of a millisecond.
pub const FIGURES_AT_A_TIME: usize = 256;

/// Runs work to its end.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(result) = polled(work.as_mut()) {
            return result;
        }
    }
}

/// Work that is run slice by slice.
pub struct InSlices<'w, T>(Pin<Box<dyn Future<Output = T> + 'w>>);

impl<T> std::fmt::Debug for InSlices<'_, T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("InSlices")
    }
}

impl<'w, T> InSlices<'w, T> {
    /// Work that has not begun.
    pub fn new(work: impl Future<Output = T> + 'w) -> Self {
        Self(Box::pin(work))
    }

    /// Goes on until the work gives way; its result when it is done. It is not asked again after that.
    #[expect(clippy::should_implement_trait, reason = "other than an iterator, it has one result at its end")]
    pub fn next(&mut self) -> Option<T> {
        polled(self.0.as_mut())
    }
}

fn polled<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    // Nobody need be woken: work that gives way only waits to be asked again.
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}
