//! Every figure as a formula over cells of the plan, parameters, other figures, and rows of the sheet "Working".

use super::cells::PlanNumber;
use super::counts::formula_of_count;
use super::formula::Formula;
use super::pounds::Pounds;
use super::splits::Splits;
use super::steps::{number, operands, sentence, words};
use super::why_not::WhyNot;
use crate::sheet::own_sheets::{PARAMETERS, RESULTS, WORKING};
use crate::write::names::address;
use one_plan_model::outcome::{ResultSheet, SheetStep, SheetValue, StepHow};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Decimal;

/// The row of the first figure in its sheet, counted from zero, and the column of the values.
pub(super) const FIRST_FIGURE: u32 = 4;
pub(super) const FIGURE_COLUMN: u16 = 1;
/// The same of the parameters.
pub(super) const FIRST_PARAMETER: u32 = 4;
pub(super) const PARAMETER_COLUMN: u16 = 1;
/// The same of the steps of the working.
pub(super) const FIRST_STEP: u32 = 4;
pub(super) const STEP_COLUMN: u16 = 2;

/// A formula that is longer gets a row of its own: a person should be able to read one, and Excel ends at 8,192.
const LONGEST_PART: usize = 240;
/// So deep functions may lie in one another; Excel ends at 64.
const DEEPEST: u32 = 12;

/// A row of the sheet "Working": a step that several figures use, or a part of a long one.
#[derive(Clone, Debug)]
pub(super) struct WorkingRow {
    /// What it is, in words.
    pub words: String,
    /// The formula.
    pub formula: String,
    /// The value.
    pub value: Option<String>,
}

/// What stands in the cell of a figure.
#[derive(Clone, Debug)]
pub(super) enum FigureCell {
    /// A formula.
    Formula(String),
    /// A number that does not follow from a cell, or not by a formula.
    Number(Decimal),
    /// Why there is none.
    Fault(String),
}

/// The cells of all figures.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// The cell of each figure, and why a rule chose it.
    pub cells: Vec<(FigureCell, String)>,
    /// The rows of the sheet "Working".
    pub working: Vec<WorkingRow>,
    /// The amounts in pounds.
    pub pounds: Pounds,
    /// The wholes that are split.
    pub splits: Splits,
}

/// The cell of a figure as formulas write it.
pub(super) fn figure_address(figure: u32) -> String {
    address(RESULTS, FIRST_FIGURE + figure, FIGURE_COLUMN)
}

fn working_address(row: usize) -> String {
    address(WORKING, FIRST_STEP + u32::try_from(row).unwrap_or_default(), STEP_COLUMN)
}

impl Figures {
    /// Puts the formulas together. What a step stands on comes before it, so that one pass is enough, and no formula
    /// leads to itself.
    pub(super) fn of(plan: &Plan, results: &ResultSheet) -> Self {
        let mut maker = Maker::new(plan, results);
        for step in 0..results.steps.len() {
            maker.step(step);
        }
        let cells = results.figures.iter().enumerate().map(|(at, figure)| maker.cell(at, figure.step)).collect();
        Self { cells, working: maker.working, pounds: maker.pounds, splits: maker.splits }
    }
}

pub(super) struct Maker<'a> {
    plan: &'a Plan,
    pub(super) results: &'a ResultSheet,
    /// How often each step is used.
    uses: Vec<u32>,
    /// The first figure that a step makes.
    figure_of: Vec<Option<u32>>,
    /// What others write for each step.
    pub(super) parts: Vec<Option<Formula>>,
    /// The whole formula of each step that makes a figure.
    wholes: Vec<Option<Formula>>,
    working: Vec<WorkingRow>,
    pounds: Pounds,
    pub(super) splits: Splits,
    /// The cells of the parts of each split, once one is needed; nothing where formulas cannot say it.
    pub(super) parts_of_splits: Vec<Option<PartsOfSplit>>,
}

/// The cells of the parts of a split with what their formulas give.
pub(super) type PartsOfSplit = Option<Vec<(String, Decimal)>>;

impl<'a> Maker<'a> {
    fn new(plan: &'a Plan, results: &'a ResultSheet) -> Self {
        let count = results.steps.len();
        let mut uses = vec![0_u32; count];
        for step in &results.steps {
            for operand in operands(&step.how) {
                if let Some(uses) = uses.get_mut(operand as usize) {
                    *uses += 1;
                }
            }
        }
        let mut figure_of = vec![None; count];
        for (at, figure) in (0_u32..).zip(&results.figures) {
            if let Some(of) = figure_of.get_mut(figure.step as usize) {
                of.get_or_insert(at);
            }
        }
        Self {
            plan,
            results,
            uses,
            figure_of,
            parts: vec![None; count],
            wholes: vec![None; count],
            working: Vec::new(),
            pounds: Pounds::of(plan, results),
            splits: Splits::default(),
            parts_of_splits: vec![None; results.splits.len()],
        }
    }

    fn step(&mut self, at: usize) {
        let Some(step) = self.results.steps.get(at) else { return };
        let Some(whole) = self.whole(step) else { return };
        let part = if let Some(figure) = self.figure_of.get(at).copied().flatten() {
            // Others use the cell of the figure.
            if let Some(of_figure) = self.wholes.get_mut(at) {
                *of_figure = Some(whole.clone());
            }
            if whole.is_atom() { whole } else { Formula::whole(figure_address(figure), 0) }
        } else if whole.is_atom() {
            whole
        } else {
            let is_shared = self.uses.get(at).is_some_and(|uses| *uses > 1);
            if is_shared || whole.text().len() > LONGEST_PART || whole.depth > DEEPEST {
                self.row(words(&step.how), &whole, number(&step.value).map(|number| number.to_string()))
            } else {
                whole
            }
        };
        if let Some(place) = self.parts.get_mut(at) {
            *place = Some(part);
        }
    }

    /// A row of the working, as others write it.
    pub(super) fn row(&mut self, words: String, formula: &Formula, value: Option<String>) -> Formula {
        self.working.push(WorkingRow { words, formula: formula.text().into_owned(), value });
        Formula::whole(working_address(self.working.len() - 1), 0)
    }

    /// The formula of a step; nothing for a fault, and for what stands on one.
    fn whole(&mut self, step: &SheetStep) -> Option<Formula> {
        let own = number(&step.value)?;
        let constant = || Some(Formula::digits(&own.to_string()));
        let part = |at: u32| self.parts.get(at as usize).and_then(Option::as_ref);
        let found = match &step.how {
            StepHow::Cell(cell) => self.pounds.number(self.plan, cell).map(Formula::cell),
            StepHow::Row(cell, _) => PlanNumber::of_row(cell).map(Formula::cell),
            StepHow::Part(split, position) => self.part_of_split(*split, *position, own),
            StepHow::Constant(_) | StepHow::Fault => None,
            StepHow::Parameter(at) => {
                Some(Formula::whole(address(PARAMETERS, FIRST_PARAMETER + at, PARAMETER_COLUMN), 0))
            }
            StepHow::Figure(at) => Some(Formula::whole(figure_address(*at), 0)),
            StepHow::Sum(steps) => {
                let value = |at: &u32| self.results.steps.get(*at as usize).and_then(|step| number(&step.value));
                let parts = steps.iter().map(|at| Some((part(*at)?.clone(), value(at)?)));
                let parts: Option<Vec<(Formula, Decimal)>> = parts.collect();
                Some(self.sum(parts?))
            }
            StepHow::Product(factors) => {
                let factors: Option<Vec<&Formula>> = factors.iter().map(|at| part(*at)).collect();
                Some(Formula::product(&factors?))
            }
            StepHow::Difference(left, right) => part(*left).zip(part(*right)).map(|(l, r)| Formula::between(l, '-', r)),
            StepHow::Quotient(left, right) => part(*left).zip(part(*right)).map(|(l, r)| Formula::between(l, '/', r)),
            StepHow::Negation(of) => part(*of).map(Formula::negation),
            StepHow::Minimum(left, right) => two("MIN", part(*left), part(*right)),
            StepHow::Maximum(left, right) => two("MAX", part(*left), part(*right)),
            StepHow::Rounded(of, places) => {
                part(*of).map(|of| Formula::function("ROUND", &[&of.text(), &places.to_string()], of.depth))
            }
            StepHow::Chosen(of, _) => part(*of).cloned(),
        };
        found.or_else(constant)
    }

    /// What stands in the cell of a figure, and why a rule chose it.
    fn cell(&self, figure: usize, step: u32) -> (FigureCell, String) {
        let at = step as usize;
        let Some(found) = self.results.steps.get(at) else {
            return (FigureCell::Fault("n/a".to_owned()), String::new());
        };
        let why = Self::why(found);
        let SheetValue::Number(number) = &found.value else {
            let SheetValue::Fault(fault) = &found.value else { return (FigureCell::Fault("n/a".to_owned()), why) };
            return (FigureCell::Fault(fault.clone()), why);
        };
        let counts = self.results.figures.get(figure).and_then(|figure| figure.counts.as_ref());
        let count = counts.and_then(|counts| formula_of_count(self.plan, counts));
        let first = self.figure_of.get(at).copied().flatten();
        let formula = match first {
            _ if count.is_some() => count,
            // Two figures that are one number: the second is the first.
            Some(first) if first as usize != figure => Some(figure_address(first)),
            _ => self.wholes.get(at).and_then(Option::as_ref).map(|whole| whole.text().into_owned()),
        };
        match formula {
            Some(formula) if formula.contains('!') => (FigureCell::Formula(formula), why),
            _ => {
                let not = WhyNot::of(self.results, &found.how).words();
                (FigureCell::Number(*number), format!("{}Not a formula. {not}", sentence(&why)))
            }
        }
    }

    /// Why a rule chose what it chose, and what no formula says.
    fn why(step: &SheetStep) -> String {
        match &step.how {
            StepHow::Chosen(_, words) | StepHow::Constant(words) => words.clone(),
            _ => String::new(),
        }
    }
}

fn two(name: &str, left: Option<&Formula>, right: Option<&Formula>) -> Option<Formula> {
    let (left, right) = left.zip(right)?;
    Some(Formula::function(name, &[&left.text(), &right.text()], left.depth.max(right.depth)))
}
