use crate::calculation::{FigureKey, Finding, PendingFinding, Record, Run, SeriesByKind, StepId, Tolerances, recorded};
use crate::parameters::Parameters;
use crate::plan::Plan;
use crate::quantity::Decimal;
use crate::rules;
use std::rc::Rc;

/// A run of the rules in which every step was noted: why each figure is what it is, and how far it may lie from its
/// value. It is made once for a plan, when it is first asked for, and kept.
#[derive(Debug)]
pub struct Recording {
    pub(super) series: Rc<SeriesByKind>,
    pub(super) record: Rc<Record>,
}

impl Recording {
    /// Runs the rules over a plan and notes every step.
    pub fn of(plan: &Plan) -> Self {
        Self::run(plan, &Parameters::of(plan)).0
    }

    /// The same, with what else the run leaves.
    pub(super) fn run(plan: &Plan, parameters: &Parameters) -> (Self, Vec<Finding>, Vec<PendingFinding>) {
        let (Run { series, findings, pending }, record) = recorded(|| rules::run(plan, parameters));
        (Self { series: Rc::new(series), record: Rc::new(record) }, findings, pending)
    }

    /// The figures.
    pub fn series(&self) -> &SeriesByKind {
        &self.series
    }

    /// How each step came about.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The step by which a figure came about.
    pub fn step(&self, figure: FigureKey) -> Option<StepId> {
        Some(self.series.get(figure.kind)?.get(figure.index)?.step())
    }
}

/// How far figures may lie from their values because what they stand on is printed rounded. Many plans need it for
/// a few figures only, and a plan whose figures all agree needs no recording at all.
pub(super) struct FigureTolerances<'a> {
    plan: &'a Plan,
    parameters: &'a Parameters,
    recording: Option<Rc<Recording>>,
    tolerances: Option<Tolerances>,
}

impl<'a> FigureTolerances<'a> {
    pub(super) const fn new(plan: &'a Plan, parameters: &'a Parameters, recording: Option<Rc<Recording>>) -> Self {
        Self { plan, parameters, recording, tolerances: None }
    }

    /// How far a figure may lie from its value; nothing for a figure without one.
    pub(super) fn of(&mut self, figure: FigureKey) -> Decimal {
        let recording = self.recording.get_or_insert_with(|| Rc::new(Recording::run(self.plan, self.parameters).0));
        let tolerances = self.tolerances.get_or_insert_with(|| Tolerances::new(Rc::clone(&recording.record)));
        recording.step(figure).and_then(|step| tolerances.of(step).value().ok()).unwrap_or_default()
    }

    /// The recording, if one was needed.
    pub(super) fn into_recording(self) -> Option<Rc<Recording>> {
        self.recording
    }
}
