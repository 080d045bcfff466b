//! What stands on a row or on a figure: the other way round from an explanation.

use crate::calculation::{FigureKey, Reason, StepId};
use crate::outcome::Recording;
use crate::plan::Table;

/// What stands on a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependents {
    /// The figures whose own calculation names it, in the order of the rules.
    pub direct: Vec<FigureKey>,
    /// How many figures stand on it in all, through others too.
    pub all: usize,
}

impl Recording {
    /// Every figure that is calculated from a row: from one of its cells, or from the row as one thing that is counted.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::plan::Table;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}]
    /// "#);
    /// let recording = example.outcome.recording(&example.plan);
    /// let ids: Vec<String> =
    ///     recording.figures_on_row(Table::Scheme, 0).iter().map(|figure| figure.id(&example.plan)).collect();
    /// assert!(ids.contains(&"schemes.list.plan.gross".to_owned()), "{ids:?}");
    /// ```
    pub fn figures_on_row(&self, table: Table, row: u32) -> Vec<FigureKey> {
        self.figures_where(&self.record.standing_on_row(table, row))
    }

    /// What stands on a figure.
    ///
    /// ```
    /// use one_plan_model::{example, outcome::resolve};
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"}]
    /// "#);
    /// let figure = resolve(&example.plan, "scheme.a.net").unwrap();
    /// let dependents = example.outcome.recording(&example.plan).dependents(figure);
    /// let ids: Vec<String> = dependents.direct.iter().map(|figure| figure.id(&example.plan)).collect();
    /// assert!(ids.contains(&"schemes.list.plan.net".to_owned()), "{ids:?}");
    /// assert!(dependents.all >= ids.len());
    /// ```
    pub fn dependents(&self, figure: FigureKey) -> Dependents {
        let Some(step) = self.step(figure) else { return Dependents::default() };
        // A figure that stands on this one names it, or names one that does.
        let mut all = self.figures_where(&self.record.standing_on_step(step));
        all.retain(|other| *other != figure);
        let direct = all.iter().copied().filter(|other| self.names(*other, figure)).collect();
        Dependents { direct, all: all.len() }
    }

    fn figures_where(&self, stands: &[bool]) -> Vec<FigureKey> {
        let figures = self.series.iter().flat_map(|series| series.iter());
        let is = |step: StepId| stands.get(step.position()).copied().unwrap_or_default();
        figures.filter(|(_, number)| is(number.step())).map(|(key, _)| key).collect()
    }

    /// Whether the calculation of a figure names another, before it goes through any third.
    fn names(&self, figure: FigureKey, wanted: FigureKey) -> bool {
        let mut open: Vec<StepId> = self.step(figure).into_iter().collect();
        while let Some(step) = open.pop() {
            match self.record.step(step) {
                Some((_, Reason::Figure(key, _))) if key == wanted => return true,
                Some((_, Reason::Figure(..))) | None => {}
                _ => self.record.operands_of(step, |operand| open.push(operand)),
            }
        }
        false
    }
}
