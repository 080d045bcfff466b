//! What follows from a plan: figures, findings, the comparison with printed figures, and why each
//! figure is what it is.
//!
//! ```
//! use one_plan_model::example;
//! use one_plan_model::outcome::MasterCheck;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}],
//!     "stated": [{"figure": "schemes.list.plan.gross", "value": "300", "unit": "£000"}]
//! "#);
//! assert!(matches!(outcome.outcome.master_check(), MasterCheck::Findings { .. }));
//! ```

mod agreement;
mod assumptions;
mod comparison;
mod explanation;
mod flows;
mod known;
mod listing;
mod progress;
mod recording;
mod replay;

pub use crate::rules::resolve;
pub use agreement::Agreement;
pub use comparison::{Comparison, Verdict};
pub use explanation::{Explanation, Link, Step, explain};
pub use flows::{Destination, Flow, flows};
pub use listing::{digits, figures_as_csv, figures_as_json};
pub use progress::progress_report;
use recording::FigureTolerances;
pub use recording::Recording;
pub use replay::{Replay, ReplayProgram, Replayed};

use crate::calculation::{FigureKey, FigureKind, Finding, Run, Series, SeriesByKind, Severity, Unit};
use crate::parameters::Parameters;
use crate::plan::{Plan, Table};
use crate::quantity::{Fault, Value};
use crate::rules;
use known::Known;
use std::cell::OnceCell;
use std::rc::Rc;

/// Everything that follows from a plan.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    series: Rc<SeriesByKind>,
    findings: Vec<Finding>,
    comparisons: Vec<Comparison>,
    agreements: Vec<Agreement>,
    known: Known,
    recording: OnceCell<Rc<Recording>>,
}

/// The one light that every output carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MasterCheck {
    /// Nothing to report.
    Passed,
    /// The figures can be computed, but things that should agree do not.
    Findings {
        /// How many.
        warnings: usize,
    },
    /// Figures cannot be computed or cannot be relied on.
    Failed {
        /// How many errors.
        errors: usize,
        /// How many other findings.
        warnings: usize,
    },
}

impl MasterCheck {
    /// The word for it in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Findings { .. } => "findings",
            Self::Failed { .. } => "failed",
        }
    }
}

/// The most rows of a plan that is recorded at once when it prints figures: a plan of the size that people publish
/// nearly always has one that differs, so that a run without recording would be made for nothing.
const MOST_ROWS_RECORDED_AT_ONCE: usize = 100_000;

/// Computes everything that follows from a plan.
pub fn compute(plan: &Plan) -> Outcome {
    let parameters = Parameters::of(plan);
    let rows: usize = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
    let (series, mut findings, pending, recording) = if plan.stated.is_empty() || rows > MOST_ROWS_RECORDED_AT_ONCE {
        let Run { series, findings, pending } = rules::run(plan, &parameters);
        (Rc::new(series), findings, pending, None)
    } else {
        let (recording, findings, pending) = Recording::run(plan, &parameters);
        (Rc::clone(&recording.series), findings, pending, Some(Rc::new(recording)))
    };
    let mut tolerances = FigureTolerances::new(plan, &parameters, recording);
    // In the order of the findings, as those that are pending are.
    let explained: Vec<usize> = pending
        .iter()
        .filter(|pending| pending.apart <= tolerances.of(pending.figure))
        .map(|pending| pending.finding)
        .collect();
    let mut positions = 0..;
    findings.retain(|_| positions.next().is_none_or(|at| explained.binary_search(&at).is_err()));
    findings.extend(assumptions::findings(&parameters));
    let mut outcome = Outcome { series, findings, ..Outcome::default() };
    report_faults(&mut outcome, plan);
    comparison::compare(&mut outcome, plan, &mut tolerances);
    agreement::agree(&mut outcome, plan, &mut tolerances);
    // The gravest first; otherwise in the order in which the rules found them.
    outcome.findings.sort_by_key(|finding| finding.severity);
    known::recognise(&mut outcome, plan);
    if let Some(recording) = tolerances.into_recording() {
        outcome.recording = OnceCell::from(recording);
    }
    outcome
}

/// A figure that has no value must be seen: too large, or lacking what it stands on. Only a
/// percentage of nothing is no fault of the plan; it is shown as n/a.
fn report_faults(outcome: &mut Outcome, plan: &Plan) {
    let mut faulty: Vec<(Fault, FigureKey)> = Vec::new();
    for series in outcome.series.iter() {
        for (key, value) in series.iter().filter(|(_, value)| value.shown().is_fault()) {
            let share = |fault| fault == Fault::DivisionByZero && key.kind.unit == Unit::Percent;
            faulty.extend(value.shown().value().err().filter(|fault| !share(*fault)).map(|fault| (fault, key)));
        }
    }
    let causes = [
        (Fault::TooLarge, "figure-too-large", "Check the units of the amounts it stands on."),
        (
            Fault::NotGiven,
            "figure-not-given",
            "Give what is missing; the explanation of the figure shows what it stands on.",
        ),
        (
            Fault::DivisionByZero,
            "figure-divides-by-zero",
            "Correct what it is divided by; the explanation of the figure shows it.",
        ),
    ];
    for (fault, code, advice) in causes {
        let of_cause = faulty.iter().filter(|(of, _)| *of == fault);
        let figures: Vec<FigureKey> = of_cause.map(|(_, key)| *key).collect();
        let Some(first) = figures.first() else { continue };
        let others = match figures.len() {
            1 => String::new(),
            count => format!(" The same holds for {} other figures that stand on it or lack the same.", count - 1),
        };
        let message = format!("{} cannot be computed: {fault}.{others}", first.label(plan));
        outcome.findings.push(Finding::error(code, message).figures(figures).advise(advice));
    }
}

impl Outcome {
    /// Every figure with its value, in the order of the rules.
    pub fn figures(&self) -> impl Iterator<Item = (FigureKey, Value)> {
        self.series.iter().flat_map(|series| series.iter().map(|(key, value)| (key, value.shown().value())))
    }

    /// The figures of one kind.
    pub fn figures_of(&self, kind: &'static FigureKind) -> impl Iterator<Item = (FigureKey, Value)> {
        self.series.get(kind).into_iter().flat_map(Series::iter).map(|(key, value)| (key, value.shown().value()))
    }

    /// How many figures there are.
    pub fn figure_count(&self) -> usize {
        self.series.iter().map(Series::len).sum()
    }

    /// The value of a figure; `None` if the plan does not give rise to it.
    pub fn value(&self, key: FigureKey) -> Option<Value> {
        self.series.get(key.kind)?.get(key.index).map(|value| value.shown().value())
    }

    /// How each figure came about. The plan must be the one of which this is the outcome.
    pub fn recording(&self, plan: &Plan) -> &Rc<Recording> {
        self.recording.get_or_init(|| Rc::new(Recording::of(plan)))
    }

    /// What a person should look at, the gravest first.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Every printed figure against the computed one, in the order of the table `stated`.
    pub fn comparisons(&self) -> &[Comparison] {
        &self.comparisons
    }

    /// Every two figures that should agree.
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// The one light that every output carries.
    pub fn master_check(&self) -> MasterCheck {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        match (count(Severity::Error), count(Severity::Warning)) {
            (0, 0) => MasterCheck::Passed,
            (0, warnings) => MasterCheck::Findings { warnings },
            (errors, warnings) => MasterCheck::Failed { errors, warnings },
        }
    }
}
