//! What follows from a plan as plain data, with how each figure is worked out: for who writes it down elsewhere, such as
//! a workbook whose formulas calculate, without having the rules.

mod bytes;
mod checks;
mod counts;
mod data;
mod parameters;
mod positions;
mod statement;
mod steps;

use super::Outcome;
use crate::pace::{FIGURES_AT_A_TIME, Pace, at_once};
use crate::plan::Plan;
use counts::Counts;
pub use data::{
    FrameworkStatement, ResultSheet, SheetCell, SheetComparison, SheetCount, SheetFigure, SheetFinding, SheetKind,
    SheetParameter, SheetSplit, SheetStep, SheetTest, SheetValue, StatementEntry, StatementLine, StepHow,
};
use positions::{Positions, position, sheet_value};

impl Outcome {
    /// Everything that follows from the plan as plain data, with how each figure is worked out. The plan must be the one
    /// of which this is the outcome.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::outcome::StepHow;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"}]
    /// "#);
    /// let sheet = example.outcome.result_sheet(&example.plan);
    /// let net = sheet.figures.iter().find(|figure| figure.id == "scheme.a.net").unwrap();
    /// assert!(matches!(sheet.steps[net.step as usize].how, StepHow::Difference(_, _)));
    /// ```
    pub fn result_sheet(&self, plan: &Plan) -> ResultSheet {
        at_once(self.result_sheet_in_slices(plan, &Pace::UNBROKEN))
    }

    /// The same, giving way as the pace says.
    pub async fn result_sheet_in_slices(&self, plan: &Plan, pace: &Pace<'_>) -> ResultSheet {
        let recording = self.recording_in_slices(plan, pace).await;
        let series = recording.series();
        let mut positions = Positions::default();
        let mut sheet = ResultSheet {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            check: self.master_check().word().to_owned(),
            check_words: self.master_check().sentence(),
            ..ResultSheet::default()
        };
        let mut of_figures = Vec::new();
        for series in series.iter() {
            let kind = series.kind();
            let counts = Counts::of(plan, kind);
            for (key, number) in series.iter() {
                if sheet.figures.len().is_multiple_of(FIGURES_AT_A_TIME) {
                    pace.checked_rows().await;
                }
                positions.add(key, sheet.figures.len());
                of_figures.push(number.step());
                sheet.figures.push(SheetFigure {
                    id: key.id(plan),
                    label: key.label(plan),
                    kind: position(sheet.kinds.len()),
                    value: sheet_value(number.shown().value()),
                    is_doubtful: self.is_doubtful(plan, key),
                    step: 0,
                    counts: counts.as_ref().and_then(|counts| counts.count(recording.record(), number.step())),
                });
            }
            sheet.kinds.push(SheetKind {
                id: kind.id.to_owned(),
                unit: kind.unit.word().to_owned(),
                rule: kind.rule.to_owned(),
                formula: kind.formula.to_owned(),
                source: kind.source.to_owned(),
            });
        }
        steps::fill(plan, &mut sheet, recording.record(), &of_figures, &positions, pace).await;
        sheet.statements = statement::statements(plan, self, &positions);
        sheet.findings = checks::findings(plan, self);
        sheet.comparisons = checks::comparisons(plan, self, &positions);
        sheet
    }
}
