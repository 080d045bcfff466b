use crate::calculation::{
    FigureKey, Finding, Lacking, PendingFinding, Ratio, Reach, Record, Run, SeriesByKind, StepId, Tolerances,
    recorded_in_slices,
};
use crate::pace::{Pace, at_once};
use crate::parameters::Parameters;
use crate::plan::{CellAddress, Plan, Table};
use crate::quantity::{Decimal, coefficient, negate};
use crate::rules;
use std::rc::Rc;

/// A run of the rules in which every step was noted: why each figure is what it is, and how far it may lie from its
/// value. It is made once for a plan, when it is first asked for, and kept.
#[derive(Debug)]
pub struct Recording {
    pub(in crate::outcome) series: Rc<SeriesByKind>,
    pub(in crate::outcome) record: Rc<Record>,
}

/// What a run finds, beside its figures.
pub(in crate::outcome) struct Findings {
    pub(in crate::outcome) found: Vec<Finding>,
    pub(in crate::outcome) pending: Vec<PendingFinding>,
    pub(in crate::outcome) lacking: Lacking,
}

impl Recording {
    /// Runs the rules over a plan and notes every step.
    pub fn of(plan: &Plan) -> Self {
        at_once(Self::run(plan, &Parameters::of(plan), &Pace::UNBROKEN)).0
    }

    /// The same, with what else the run leaves.
    pub(in crate::outcome) async fn run(plan: &Plan, parameters: &Parameters, pace: &Pace<'_>) -> (Self, Findings) {
        /// So many steps come of a row, in a plan of the size that people publish.
        const STEPS_OF_A_ROW: usize = 4;
        let rows: usize = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
        let steps = rows.saturating_mul(STEPS_OF_A_ROW);
        let (Run { series, findings, pending, lacking }, record) =
            recorded_in_slices(steps, rules::run_in_slices(plan, parameters, pace)).await;
        let findings = Findings { found: findings, pending, lacking };
        (Self { series: Rc::new(series), record: Rc::new(record) }, findings)
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
pub(in crate::outcome) struct FigureTolerances<'a> {
    plan: &'a Plan,
    parameters: &'a Parameters,
    recording: Option<Rc<Recording>>,
    tolerances: Option<Tolerances>,
    numbers: usize,
}

impl<'a> FigureTolerances<'a> {
    pub(in crate::outcome) const fn new(
        plan: &'a Plan,
        parameters: &'a Parameters,
        recording: Option<Rc<Recording>>,
    ) -> Self {
        Self { plan, parameters, recording, tolerances: None, numbers: 1 }
    }

    /// Says of how many figures it will be asked next.
    pub(in crate::outcome) fn expect(&mut self, numbers: usize) {
        self.numbers = numbers;
        if let Some(tolerances) = &mut self.tolerances {
            tolerances.expect(numbers);
        }
    }

    /// Makes the recording, giving way between the rules: it will be asked for.
    pub(in crate::outcome) async fn prepare(&mut self, pace: &Pace<'_>) {
        if self.recording.is_none() {
            let (recording, ..) = Recording::run(self.plan, self.parameters, pace).await;
            self.recording = Some(Rc::new(recording));
        }
    }

    fn recorded(&mut self) -> (&Recording, &mut Tolerances) {
        let recording = self
            .recording
            .get_or_insert_with(|| Rc::new(at_once(Recording::run(self.plan, self.parameters, &Pace::UNBROKEN)).0));
        let tolerances = self.tolerances.get_or_insert_with(|| {
            let mut tolerances = Tolerances::new(Rc::clone(&recording.record));
            tolerances.expect(self.numbers);
            tolerances
        });
        (recording, tolerances)
    }

    /// Whether the recording was needed already.
    pub(in crate::outcome) const fn has_recording(&self) -> bool {
        self.recording.is_some()
    }

    /// The recording.
    pub(in crate::outcome) fn recording(&mut self) -> &Recording {
        self.recorded().0
    }

    /// How far a figure may lie from its value.
    pub(in crate::outcome) fn of(&mut self, figure: FigureKey) -> Reach {
        self.sum(&[(figure, Decimal::ONE)], Decimal::ZERO)
    }

    /// How far the difference of two figures, or their sum where one has the opposite sign, may lie from its value:
    /// what both stand on moves both. Besides, they may be so far apart.
    pub(in crate::outcome) fn between(
        &mut self,
        [figure, other]: [FigureKey; 2],
        opposite: bool,
        besides: Decimal,
    ) -> Reach {
        let by = if opposite { Decimal::ONE } else { negate(Decimal::ONE) };
        self.sum(&[(figure, Decimal::ONE), (other, by)], besides)
    }

    /// Where very many figures are asked for: what is settled without going through the steps of the figure, because
    /// half a unit of the printed number explains the difference, or the range of the figure does not reach so far.
    pub(in crate::outcome) fn settled(
        &mut self,
        figure: FigureKey,
        apart: Decimal,
        half_unit: Decimal,
    ) -> Option<Reach> {
        let (recording, tolerances) = self.recorded();
        if !tolerances.is_short_of_time() {
            return None;
        }
        let reach = tolerances.quickly(&[(recording.step(figure)?, Decimal::ONE)], half_unit);
        (apart <= half_unit || apart > reach.farthest).then_some(reach)
    }

    /// How far a figure may lie from a number that is printed for it, itself within half a unit.
    pub(in crate::outcome) fn beside(&mut self, figure: FigureKey, printed: Decimal, half_unit: Decimal) -> Reach {
        match self.beside_quotient(figure, printed, half_unit) {
            Some(reach) => reach,
            None => self.sum(&[(figure, Decimal::ONE)], half_unit),
        }
    }

    /// The same for a quotient, without dividing: x ÷ y is p if x − p y is nothing. A cell that x and y share is then
    /// one unknown, and a divisor that may be nothing does no harm.
    fn beside_quotient(&mut self, figure: FigureKey, printed: Decimal, half_unit: Decimal) -> Option<Reach> {
        let (recording, tolerances) = self.recorded();
        let step = recording.step(figure)?;
        let Ratio { dividend, divisor, less } = tolerances.ratio(step)?;
        let divided_by = tolerances.value(divisor).value().ok().filter(|number| !number.is_zero())?;
        let of_divisor = coefficient::over(coefficient::plus(printed, less)?, divided_by)?;
        let terms = [(dividend, coefficient::over(Decimal::ONE, divided_by)?), (divisor, negate(of_divisor))];
        let mut reach = tolerances.of(&terms, half_unit);
        // What half a unit of the printed number and the rounding of the divisor make together.
        let both = tolerances.quickly(&[(divisor, coefficient::over(half_unit, divided_by)?)], Decimal::ZERO).farthest;
        reach.rest = coefficient::plus(reach.rest, both)?;
        let range = tolerances.quickly(&[(step, Decimal::ONE)], half_unit).farthest;
        reach.farthest = coefficient::rounded_up(coefficient::plus(reach.farthest, both)?).min(range);
        Some(reach)
    }

    fn sum(&mut self, terms: &[(FigureKey, Decimal)], half_unit: Decimal) -> Reach {
        let (recording, tolerances) = self.recorded();
        let steps: Vec<(StepId, Decimal)> =
            terms.iter().filter_map(|(figure, by)| Some((recording.step(*figure)?, *by))).collect();
        tolerances.of(&steps, half_unit)
    }

    /// The cells on which a figure stands, in the order of the tables, so many at most.
    pub(in crate::outcome) fn cells(&mut self, figure: FigureKey, most: usize) -> Vec<CellAddress> {
        let (recording, _) = self.recorded();
        recording.step(figure).map(|step| recording.record.cells_below(step, most)).unwrap_or_default()
    }

    /// The recording, if one was needed.
    pub(in crate::outcome) fn into_recording(self) -> Option<Rc<Recording>> {
        self.recording
    }
}
