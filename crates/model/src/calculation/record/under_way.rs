//! The record of the run that is under way, into which numbers and rules note what they do.

use super::entry::Entry;
use super::guard::{Condition, Guard};
use super::section::Section;
use super::step_id::StepId;
use super::steps::Record;
use crate::calculation::FigureKind;
use crate::pace::at_once;
use crate::plan::observe;
use crate::quantity::Fixed;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;

/// What a run notes beside the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Nothing.
    Plain,
    /// How each number came about.
    Explained,
    /// That, and every decision that a rule makes by a number: what must stay so for the steps to hold.
    Guarded,
}

thread_local! {
    // The record of the run that is under way. Numbers find it here, so that a rule is written
    // as if it only computed; nothing else reads it, and it is gone when the run ends.
    static UNDER_WAY: RefCell<Record> = RefCell::default();
    // How the run is recorded: asked for every cell of a plan, so it must cost next to nothing.
    static MODE: Cell<Mode> = const { Cell::new(Mode::Plain) };
}

/// Whether a run is being recorded.
#[inline(always)]
fn is_recording() -> bool {
    MODE.get() != Mode::Plain
}

/// Whether decisions of rules are being noted.
#[inline(always)]
pub(in crate::calculation) fn is_guarded() -> bool {
    MODE.get() == Mode::Guarded
}

/// Notes a step, if a run is recorded, by what makes its entry.
#[inline(always)]
pub(in crate::calculation) fn record(value: Fixed, entry: impl FnOnce(&mut Record) -> Entry) -> StepId {
    if is_recording() { note(value, entry) } else { StepId::NONE }
}

// Apart from the question, which is asked for every number of every rule.
#[cold]
#[inline(never)]
fn note(value: Fixed, entry: impl FnOnce(&mut Record) -> Entry) -> StepId {
    UNDER_WAY.with_borrow_mut(|record| {
        let entry = entry(record);
        record.entries.push(entry);
        record.values.push(value);
        StepId::at(record.values.len() - 1)
    })
}

/// Notes a decision that a rule makes by a number, in a run that notes them.
#[inline]
pub(in crate::calculation) fn guard(step: StepId, condition: impl FnOnce() -> Condition) {
    if is_guarded() && !step.is_none() {
        let condition = condition();
        in_section(|section| section.guards.push(Guard { step, condition }));
    }
}

fn in_section(note: impl FnOnce(&mut Section)) {
    UNDER_WAY.with_borrow_mut(|record| {
        if let Some(section) = record.sections.last_mut() {
            note(section);
        }
    });
}

/// Begins what the next rule does, which may add figures of these kinds.
pub(in crate::calculation) fn start_section(kinds: &[&'static FigureKind]) {
    if is_guarded() {
        UNDER_WAY.with_borrow_mut(|record| {
            record.end_section();
            let mut adds = BTreeSet::new();
            adds.extend(kinds.iter().map(|kind| kind.ordinal()));
            record.sections.push(Section { first_step: record.values.len(), adds, ..Section::default() });
        });
    }
}

/// Notes that a rule looked at the figures of a kind.
#[inline]
pub(in crate::calculation) fn note_lookup(kind: &FigureKind) {
    if is_guarded() {
        in_section(|section| {
            section.looked_at.insert(kind.ordinal());
        });
    }
}

/// Runs something that decides about no figure, such as what words a finding has: no decision is noted.
#[cold]
#[inline(never)]
pub(in crate::calculation) fn unguarded<T>(run: impl FnOnce() -> T) -> T {
    let before = MODE.get();
    if before == Mode::Guarded {
        MODE.set(Mode::Explained);
    }
    let result = observe::unobserved(run);
    MODE.set(before);
    result
}

/// Runs rules and records every step; about so many are expected.
pub fn recorded<T>(steps: usize, run: impl FnOnce() -> T) -> (T, Record) {
    at_once(recorded_in_slices(steps, async { run() }))
}

/// The same for rules that give way: what else runs meanwhile is not recorded.
pub(crate) async fn recorded_in_slices<T>(steps: usize, run: impl Future<Output = T>) -> (T, Record) {
    let room = |share: usize| steps / share;
    let mut record = Record {
        values: Vec::with_capacity(room(1)),
        entries: Vec::with_capacity(room(1)),
        operands: Vec::with_capacity(room(1)),
        figures: Vec::with_capacity(room(2)),
        ..Record::default()
    };
    let mut run = pin!(run);
    let result = poll_fn(|context| {
        UNDER_WAY.set(std::mem::take(&mut record));
        MODE.set(Mode::Explained);
        let polled = run.as_mut().poll(context);
        MODE.set(Mode::Plain);
        record = UNDER_WAY.take();
        polled
    })
    .await;
    (result, record)
}

/// Runs rules and records every step, and every decision that a rule makes by a number.
pub fn recorded_with_guards<T>(run: impl FnOnce() -> T) -> (T, Record) {
    UNDER_WAY.set(Record::default());
    MODE.set(Mode::Guarded);
    let result = observe::observed(run, || UNDER_WAY.with_borrow_mut(Record::end_section));
    MODE.set(Mode::Plain);
    (result, UNDER_WAY.take())
}

impl Record {
    fn end_section(&mut self) {
        let cells = observe::cells_read();
        match self.sections.last_mut() {
            Some(section) => section.cells_read = cells,
            // What is read before the first rule belongs to a section of its own.
            None if !cells.is_empty() => self.sections.push(Section { cells_read: cells, ..Section::default() }),
            None => {}
        }
    }
}
