//! Runs that are being made, slice by slice.

use super::super::choices::figures;
use crate::components::counted;
use crate::session::Session;
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, Simulation};
use std::cell::RefCell;
use std::rc::Rc;

/// So many runs are made.
const RUNS: u32 = 10_000;
/// So many of them between two frames.
const SLICE: u32 = 100;

/// What is being run, and how far it is.
#[derive(Clone)]
pub struct Running {
    /// The plan that was open when it began.
    pub of: Session,
    /// What is drawn and computed.
    pub simulation: Rc<Simulation>,
    /// Of each figure its value in each run that is made.
    pub values: Rc<RefCell<Vec<Vec<Option<Fixed>>>>>,
    /// The seed of the draws.
    pub seed: u32,
    /// How many runs are made.
    pub done: u32,
}

impl PartialEq for Running {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.simulation, &other.simulation) && self.done == other.done
    }
}

impl Running {
    /// Begins; where nothing is drawn it is at its end at once.
    pub fn of(session: &Session, definition: &Definition, seed: u32) -> Self {
        let figures = figures(session);
        let simulation = Simulation::new(session.plan(), definition, &figures, seed);
        let done = if simulation.assumptions().is_empty() { RUNS } else { 0 };
        let values = Rc::new(RefCell::new(vec![Vec::new(); figures.len()]));
        Self { of: session.clone(), simulation: Rc::new(simulation), values, seed, done }
    }

    /// The same, one slice farther.
    pub fn farther(&self) -> Self {
        let count = SLICE.min(RUNS.saturating_sub(self.done));
        let runs = self.simulation.run(self.done, count);
        for (all, more) in self.values.borrow_mut().iter_mut().zip(runs.values) {
            all.extend(more);
        }
        Self { done: self.done + count, ..self.clone() }
    }

    /// Whether all runs are made.
    pub fn is_done(&self) -> bool {
        self.done >= RUNS
    }

    /// How far it is, in words.
    pub fn words(&self) -> String {
        if self.simulation.assumptions().is_empty() {
            return "There is nothing to run: neither the plan nor the scenario has a number with a low and a high, and it is \
                    not said how much of the savings comes."
                .to_owned();
        }
        let of = format!("{} runs from start number {}", counted(RUNS as usize), self.seed);
        // Said in tenths, so that not every slice is read out.
        match self.done * 10 / RUNS {
            10 => format!("{of} are made."),
            0 => format!("{of} are begun."),
            tenths => format!("{of}: {}0% are made.", tenths),
        }
    }
}
