use super::guard::{Condition, Guard};
use super::step_id::StepId;
use crate::calculation::{FigureKey, FigureKind};
use crate::pace::at_once;
use crate::parameters::ParameterValue;
use crate::plan::{CellAddress, NumberForm, Table, observe};
use crate::quantity::{Fault, Fixed, Total, Value, split_fixed};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;

/// How a number came about.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// It stands in a cell of the plan.
    Cell(CellAddress),
    /// It is part of the rule itself.
    Constant(&'static str),
    /// It is one, for a row that is counted.
    Row {
        /// The table.
        table: Table,
        /// The row.
        row: u32,
        /// What is counted.
        what: &'static str,
    },
    /// It is a dated parameter.
    Parameter(&'a ParameterValue),
    /// It is a figure that has its own explanation; the step is that by which the figure came about.
    Figure(FigureKey, StepId),
    /// There is none.
    Fault(Fault),
    /// The sum of its parts.
    Sum(&'a [StepId]),
    /// The product of its factors.
    Product(&'a [StepId]),
    /// The first less the second.
    Difference(StepId, StepId),
    /// The first divided by the second.
    Quotient(StepId, StepId),
    /// With the other sign.
    Negation(StepId),
    /// The smaller of two.
    Minimum(StepId, StepId),
    /// The larger of two.
    Maximum(StepId, StepId),
    /// Rounded half away from zero to so many places.
    Rounded(StepId, u32),
    /// One part of a whole that is split by weights, by the largest remainder.
    Part {
        /// What is split.
        whole: StepId,
        /// The weights.
        weights: &'a [StepId],
        /// Which part it is.
        position: usize,
        /// To how many places.
        places: u32,
    },
    /// Chosen by the rule, for a reason.
    Chosen {
        /// What was chosen.
        number: StepId,
        /// Why.
        words: &'static str,
        /// What the choice stands on.
        basis: &'a [StepId],
    },
}

/// A part of the list of operands.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) struct Operands {
    start: u32,
    length: u32,
}

/// A reason as it is kept: what takes more room than a few numbers stands in lists of its own.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) enum Entry {
    Cell { table: Table, column: u8, form: NumberForm, row: u32 },
    Constant(u32),
    Row { table: Table, row: u32, what: u32 },
    Parameter(u32),
    Figure { figure: u32, of: StepId },
    Fault(Fault),
    Sum(Operands),
    Product(Operands),
    Difference(StepId, StepId),
    Quotient(StepId, StepId),
    Negation(StepId),
    Minimum(StepId, StepId),
    Maximum(StepId, StepId),
    Rounded(StepId, u32),
    Part(u32),
    Chosen(u32),
}

#[derive(Clone, Copy, Debug)]
struct Part {
    whole: StepId,
    weights: Operands,
    position: u32,
    places: u32,
}

#[derive(Clone, Copy, Debug)]
struct Choice {
    number: StepId,
    words: &'static str,
    basis: Operands,
}

/// Every step of a run, with its value and its reason.
#[derive(Debug, Default)]
pub struct Record {
    values: Vec<Fixed>,
    entries: Vec<Entry>,
    operands: Vec<StepId>,
    words: Vec<&'static str>,
    figures: Vec<FigureKey>,
    parameters: Vec<ParameterValue>,
    parts: Vec<Part>,
    choices: Vec<Choice>,
    sections: Vec<Section>,
}

/// What one rule did in a recorded run: its steps follow one another.
#[derive(Debug, Default)]
pub(in crate::calculation) struct Section {
    /// How many steps there were when it began.
    pub(in crate::calculation) first_step: usize,
    /// What must stay so for its steps to hold for other numbers.
    pub(in crate::calculation) guards: Vec<Guard>,
    /// The cells whose numbers it read without calculating with them, in ascending order.
    pub(in crate::calculation) cells_read: Vec<(Table, u32, u8)>,
    /// The kinds of figures that it looked at, by ordinal.
    pub(in crate::calculation) looked_at: BTreeSet<usize>,
    /// The kinds of figures that it adds, by ordinal: also those of which there is none in this run, for there may be
    /// some where it decides in another way.
    pub(in crate::calculation) adds: BTreeSet<usize>,
}

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
pub(super) fn is_recording() -> bool {
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

fn length(list: &[impl Sized]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

impl Record {
    pub(in crate::calculation) fn operands(&mut self, steps: &[StepId]) -> Operands {
        let start = length(&self.operands);
        self.operands.extend_from_slice(steps);
        Operands { start, length: length(steps) }
    }

    fn words(&mut self, words: &'static str) -> u32 {
        // The same words mostly follow one another.
        if self.words.last().is_none_or(|last| !std::ptr::eq(*last, words)) {
            self.words.push(words);
        }
        length(&self.words) - 1
    }

    pub(in crate::calculation) fn constant(&mut self, what: &'static str) -> Entry {
        Entry::Constant(self.words(what))
    }

    pub(in crate::calculation) fn row(&mut self, table: Table, row: u32, what: &'static str) -> Entry {
        Entry::Row { table, row, what: self.words(what) }
    }

    pub(in crate::calculation) fn parameter(&mut self, value: ParameterValue) -> Entry {
        self.parameters.push(value);
        Entry::Parameter(length(&self.parameters) - 1)
    }

    pub(in crate::calculation) fn figure(&mut self, figure: FigureKey, of: StepId) -> Entry {
        self.figures.push(figure);
        Entry::Figure { figure: length(&self.figures) - 1, of }
    }

    pub(in crate::calculation) fn part(
        &mut self,
        whole: StepId,
        weights: Operands,
        position: usize,
        places: u32,
    ) -> Entry {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        self.parts.push(Part { whole, weights, position, places });
        Entry::Part(length(&self.parts) - 1)
    }

    pub(in crate::calculation) fn choice(&mut self, number: StepId, words: &'static str, basis: &[StepId]) -> Entry {
        let basis = self.operands(basis);
        self.choices.push(Choice { number, words, basis });
        Entry::Chosen(length(&self.choices) - 1)
    }

    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// What each rule did, in order.
    pub(in crate::calculation) fn sections(&self) -> &[Section] {
        &self.sections
    }

    fn end_section(&mut self) {
        let cells = observe::cells_read();
        match self.sections.last_mut() {
            Some(section) => section.cells_read = cells,
            // What is read before the first rule belongs to a section of its own.
            None if !cells.is_empty() => self.sections.push(Section { cells_read: cells, ..Section::default() }),
            None => {}
        }
    }

    /// The value of a step.
    pub(in crate::calculation) fn value(&self, step: StepId) -> Fixed {
        self.values.get(step.position()).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
    }

    pub(in crate::calculation) fn entry(&self, step: StepId) -> Option<Entry> {
        self.entries.get(step.position()).copied()
    }

    pub(super) fn list(&self, operands: Operands) -> &[StepId] {
        let start = operands.start as usize;
        self.operands.get(start..start + operands.length as usize).unwrap_or_default()
    }

    /// The value and the reason of a step; `None` for [`StepId::NONE`].
    pub fn step(&self, step: StepId) -> Option<(Fixed, Reason<'_>)> {
        let words = |at: u32| self.words.get(at as usize).copied().unwrap_or_default();
        let reason = match self.entry(step)? {
            Entry::Cell { table, column, row, .. } => Reason::Cell(CellAddress::at(table, row, column)),
            Entry::Constant(what) => Reason::Constant(words(what)),
            Entry::Row { table, row, what } => Reason::Row { table, row, what: words(what) },
            Entry::Parameter(at) => Reason::Parameter(self.parameters.get(at as usize)?),
            Entry::Figure { figure, of } => Reason::Figure(*self.figures.get(figure as usize)?, of),
            Entry::Fault(fault) => Reason::Fault(fault),
            Entry::Sum(parts) => Reason::Sum(self.list(parts)),
            Entry::Product(factors) => Reason::Product(self.list(factors)),
            Entry::Difference(left, right) => Reason::Difference(left, right),
            Entry::Quotient(left, right) => Reason::Quotient(left, right),
            Entry::Negation(number) => Reason::Negation(number),
            Entry::Minimum(left, right) => Reason::Minimum(left, right),
            Entry::Maximum(left, right) => Reason::Maximum(left, right),
            Entry::Rounded(number, places) => Reason::Rounded(number, places),
            Entry::Part(at) => {
                let Part { whole, weights, position, places } = *self.parts.get(at as usize)?;
                Reason::Part { whole, weights: self.list(weights), position: position as usize, places }
            }
            Entry::Chosen(at) => {
                let Choice { number, words, basis } = *self.choices.get(at as usize)?;
                Reason::Chosen { number, words, basis: self.list(basis) }
            }
        };
        Some((self.value(step), reason))
    }

    /// The cells on which a step stands, in the order of the tables, so many at most.
    pub fn cells_below(&self, step: StepId, most: usize) -> Vec<CellAddress> {
        let mut seen = BTreeSet::new();
        let mut open = vec![step];
        let mut cells = BTreeSet::new();
        while let Some(step) = open.pop().filter(|_| cells.len() < most) {
            if step.is_none() || !seen.insert(step.position()) {
                continue;
            }
            if let Some(Entry::Cell { table, column, row, .. }) = self.entry(step) {
                cells.insert((table as usize, row, column, table));
            }
            let before = open.len();
            self.for_each_operand(step, |operand| open.push(operand));
            // The first operand first.
            if let Some(operands) = open.get_mut(before..) {
                operands.reverse();
            }
        }
        cells.into_iter().map(|(_, row, column, table)| CellAddress::at(table, row, column)).collect()
    }

    /// Tells each step on which a step stands.
    pub(in crate::calculation) fn for_each_operand(&self, step: StepId, mut tell: impl FnMut(StepId)) {
        match self.entry(step) {
            None
            | Some(
                Entry::Cell { .. } | Entry::Constant(_) | Entry::Row { .. } | Entry::Parameter(_) | Entry::Fault(_),
            ) => {}
            Some(Entry::Figure { of, .. }) => tell(of),
            Some(Entry::Sum(operands) | Entry::Product(operands)) => {
                self.list(operands).iter().for_each(|operand| tell(*operand));
            }
            Some(
                Entry::Difference(left, right)
                | Entry::Quotient(left, right)
                | Entry::Minimum(left, right)
                | Entry::Maximum(left, right),
            ) => {
                tell(left);
                tell(right);
            }
            Some(Entry::Negation(number) | Entry::Rounded(number, _)) => tell(number),
            Some(Entry::Part(at)) => {
                if let Some(part) = self.parts.get(at as usize) {
                    tell(part.whole);
                    self.list(part.weights).iter().for_each(|weight| tell(*weight));
                }
            }
            Some(Entry::Chosen(at)) => {
                if let Some(choice) = self.choices.get(at as usize) {
                    tell(choice.number);
                    self.list(choice.basis).iter().for_each(|basis| tell(*basis));
                }
            }
        }
    }

    /// Computes the values of all steps again from their reasons, each once and in order. Cells, parameters,
    /// constants and other figures are taken from `leaf`.
    ///
    /// This is what a test holds against the calculation for every figure.
    pub fn evaluate_all(&self, leaf: &dyn Fn(&Reason<'_>, Value) -> Value) -> Vec<Value> {
        let mut values: Vec<Fixed> = Vec::with_capacity(self.len());
        for position in 0..self.len() {
            let Some((value, reason)) = self.step(StepId::at(position)) else { continue };
            let value = match reason {
                Reason::Cell(..)
                | Reason::Constant(_)
                | Reason::Row { .. }
                | Reason::Parameter(_)
                | Reason::Figure(..) => leaf(&reason, value.value()).into(),
                _ => apply(&reason, &|step: StepId| {
                    values.get(step.position()).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
                }),
            };
            values.push(value);
        }
        values.into_iter().map(Fixed::value).collect()
    }
}

/// The result of an operation on values; a leaf has none.
pub(super) fn apply(reason: &Reason<'_>, value: &dyn Fn(StepId) -> Fixed) -> Fixed {
    match *reason {
        Reason::Cell(..) | Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) => {
            Fixed::fault(Fault::NotGiven)
        }
        Reason::Figure(_, of) => value(of),
        Reason::Fault(fault) => Fixed::fault(fault),
        Reason::Sum(parts) => {
            let mut total = Total::default();
            parts.iter().for_each(|part| total.add_fixed(value(*part)));
            total.finish_fixed()
        }
        Reason::Product(factors) => {
            factors.iter().map(|factor| value(*factor)).reduce(Fixed::times).unwrap_or(Fixed::ONE)
        }
        Reason::Difference(left, right) => value(left).minus(value(right)),
        Reason::Quotient(left, right) => value(left).over(value(right)),
        Reason::Negation(number) => value(number).negated(),
        Reason::Minimum(left, right) => value(left).minimum(value(right)),
        Reason::Maximum(left, right) => value(left).maximum(value(right)),
        Reason::Rounded(number, places) => value(number).rounded(places),
        Reason::Part { whole, weights, position, places } => {
            let weights: Vec<Fixed> = weights.iter().map(|weight| value(*weight)).collect();
            let parts = split_fixed(value(whole), &weights, places);
            parts.get(position).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
        }
        Reason::Chosen { number, .. } => value(number),
    }
}
