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

mod compared;
mod compute;
mod decisions;
mod explained;
mod findings;
mod flows;
mod ids;
mod master_check;
mod recorded;
mod reports;
mod result_sheet;
mod said_once;
mod seal;

pub(crate) use compared::UNLIKELY_ROUNDING;
pub use compared::{Agreement, Comparison, Verdict};
pub use decisions::Decision;
use decisions::Known;
pub use explained::{Dependents, Explanation, Link, Step, explain};
use findings::Doubtful;
pub use findings::{Cause, CauseAbout, finding_files, finding_kinds, findings_at_cells};
pub use flows::{Destination, Flow, FlowSum, flow_sums, flows, flows_by_unit};
pub use ids::{edits_of_figure_ids, near_ids};
pub use master_check::MasterCheck;
pub(crate) use recorded::not_used_in;
pub use recorded::{
    Effect, NotUsed, Recording, Replay, ReplayProgram, Replayed, Sensitivity, SmallChange, not_used, values,
};
pub use reports::{dictionary_as_csv, digits, figures_as_csv, figures_as_json, progress_report};

pub use crate::rules::resolve;
pub use compute::{compute, compute_in_slices};
pub use result_sheet::{
    FrameworkStatement, ResultSheet, SheetCell, SheetComparison, SheetCount, SheetFigure, SheetFinding, SheetKind,
    SheetParameter, SheetSplit, SheetStep, SheetTest, SheetValue, StatementEntry, StatementLine, StepHow,
};
pub use seal::{FigureDifference, Seal, SealDifference, Verified, is_sealed, sealed_file, verify};

use crate::calculation::{FigureKey, FigureKind, Finding, Lacking, Series, SeriesByKind, Severity};
use crate::pace::Pace;
use crate::parameters::Parameters;
use crate::plan::Plan;
use crate::quantity::Value;
use crate::rules::population::OF_TYPE;
use std::cell::OnceCell;
use std::rc::Rc;

/// Everything that follows from a plan.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    series: Rc<SeriesByKind>,
    findings: Vec<Finding>,
    follows: Vec<Option<usize>>,
    comparisons: Vec<Comparison>,
    agreements: Vec<Agreement>,
    known: Known,
    lacking: Lacking,
    recording: OnceCell<Rc<Recording>>,
    doubtful: OnceCell<Doubtful>,
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

    /// How many figures of a kind there are.
    fn count_of(&self, kind: &'static FigureKind) -> usize {
        self.series.get(kind).map_or(0, Series::len)
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

    /// Whether the record was made already.
    pub fn is_recorded(&self) -> bool {
        self.recording.get().is_some()
    }

    /// The same, giving way as the pace says where it has to be made.
    async fn recording_in_slices(&self, plan: &Plan, pace: &Pace<'_>) -> &Rc<Recording> {
        if self.recording.get().is_none() {
            let (recording, _) = Recording::run(plan, &Parameters::of(plan), pace).await;
            // Whoever was faster meanwhile has made the same one.
            let _ = self.recording.set(Rc::new(recording));
        }
        self.recording(plan)
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

    /// Whether a figure stands on a cell that an error names, so that it cannot be relied on. It is worked out when it
    /// is first asked, and only for a plan with errors. The plan must be the one of which this is the outcome.
    ///
    /// ```
    /// use one_plan_model::{example, outcome::resolve};
    /// let example = example::outcome(r#""bed_days": [
    ///     {"id": "a", "name": "A", "days": "3,650", "definition": "midnight", "occupancy": "120%"},
    ///     {"id": "b", "name": "B", "days": "3,650", "definition": "midnight", "occupancy": "80%"}
    /// ]"#);
    /// let is_doubtful = |id| example.outcome.is_doubtful(&example.plan, resolve(&example.plan, id).unwrap());
    /// assert!(is_doubtful("bed-days.a.beds"));
    /// assert!(!is_doubtful("bed-days.b.beds"));
    /// ```
    pub fn is_doubtful(&self, plan: &Plan, figure: FigureKey) -> bool {
        self.doubtful.get_or_init(|| Doubtful::of(plan, &self.findings, || self.recording(plan))).has(figure)
    }

    /// The one light that every output carries. What is only worth knowing is not counted. A finding that is settled
    /// is counted as such and stays one: accepting a difference does not make two numbers agree. A plan from which no
    /// figure follows has not passed: there is nothing yet that could be wrong.
    ///
    /// ```
    /// use one_plan_model::example;
    /// assert_eq!(example::outcome(r#""beds": []"#).outcome.master_check().word(), "nothing-to-check");
    /// let beds = r#""organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
    ///     "beds": [{"provider": "t", "now": "100", "plan": "90"}]"#;
    /// assert_eq!(example::outcome(beds).outcome.master_check().word(), "passed");
    /// ```
    pub fn master_check(&self) -> MasterCheck {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        let counts =
            |at: &usize| self.findings.get(*at).is_some_and(|finding| finding.severity != Severity::Information);
        let settled = (0..self.findings.len()).filter(|at| self.is_settled(*at)).filter(counts).count();
        match (count(Severity::Error), count(Severity::Warning)) {
            (0, 0) if self.figure_count() == self.count_of(&OF_TYPE) => MasterCheck::Nothing,
            (0, 0) => MasterCheck::Passed,
            (0, warnings) => MasterCheck::Findings { warnings, settled },
            (errors, warnings) => MasterCheck::Failed { errors, warnings, settled },
        }
    }
}
