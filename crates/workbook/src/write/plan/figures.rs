//! Every figure as a formula over cells of the plan, parameters, other figures, and rows of the sheet "Working".

use super::cells::PlanNumber;
use super::counts::formula_of_count;
use super::formula::{Formula, arguments_of_sum, sum};
use super::not_formulas::WhyNot;
use super::pounds::Pounds;
use super::splits::Splits;
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
/// The most characters of a formula that is no part of another.
const LONGEST: usize = 6_000;
/// So deep functions may lie in one another; Excel ends at 64.
const DEEPEST: u32 = 12;
/// The most arguments of a function; Excel ends at 255.
const MOST_ARGUMENTS: usize = 200;

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
    Number(String),
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

struct Maker<'a> {
    plan: &'a Plan,
    results: &'a ResultSheet,
    /// How often each step is used.
    uses: Vec<u32>,
    /// The first figure that a step makes.
    figure_of: Vec<Option<u32>>,
    /// What others write for each step.
    parts: Vec<Option<Formula>>,
    /// The whole formula of each step that makes a figure.
    wholes: Vec<Option<Formula>>,
    working: Vec<WorkingRow>,
    pounds: Pounds,
    splits: Splits,
    /// The cells of the parts of each split, once one is needed; nothing where formulas cannot say it.
    parts_of_splits: Vec<Option<PartsOfSplit>>,
}

/// The cells of the parts of a split with what their formulas give.
type PartsOfSplit = Option<Vec<(String, Decimal)>>;

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
            if is_shared || whole.text.len() > LONGEST_PART || whole.depth > DEEPEST {
                self.row(words(&step.how), &whole, digits_of(&step.value).map(str::to_owned))
            } else {
                whole
            }
        };
        if let Some(place) = self.parts.get_mut(at) {
            *place = Some(part);
        }
    }

    /// A row of the working, as others write it.
    fn row(&mut self, words: String, formula: &Formula, value: Option<String>) -> Formula {
        self.working.push(WorkingRow { words, formula: formula.text.clone(), value });
        Formula::whole(working_address(self.working.len() - 1), 0)
    }

    /// The formula of a step; nothing for a fault, and for what stands on one.
    fn whole(&mut self, step: &SheetStep) -> Option<Formula> {
        let SheetValue::Number(digits) = &step.value else { return None };
        let constant = || Some(Formula::digits(digits));
        let part = |at: u32| self.parts.get(at as usize).and_then(Option::as_ref);
        let found = match &step.how {
            StepHow::Cell(cell) => self.pounds.number(self.plan, cell).map(Formula::cell),
            StepHow::Row(cell, _) => PlanNumber::of_row(cell).map(Formula::cell),
            StepHow::Part(split, position) => self.part_of_split(*split, *position, digits),
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
                part(*of).map(|of| Formula::function("ROUND", &[of.text.as_str(), &places.to_string()], of.depth))
            }
            StepHow::Chosen(of, _) => part(*of).cloned(),
        };
        found.or_else(constant)
    }

    /// A sum, in parts where it is too long for a formula.
    fn sum(&mut self, parts: Vec<(Formula, Decimal)>) -> Formula {
        let mut parts = parts;
        loop {
            let formulas: Vec<&Formula> = parts.iter().map(|(formula, _)| formula).collect();
            let arguments = arguments_of_sum(&formulas);
            let length: usize = arguments.iter().map(|one| one.text.len() + 1).sum();
            if (arguments.len() <= MOST_ARGUMENTS && length <= LONGEST) || parts.len() < 2 {
                return sum(&arguments);
            }
            let mut shorter = Vec::new();
            let mut open: Vec<(Formula, Decimal)> = Vec::new();
            let mut length = 0;
            for part in parts {
                if open.len() >= MOST_ARGUMENTS || (open.len() > 1 && length + part.0.text.len() > LONGEST / 2) {
                    shorter.push(self.part_of_sum(&std::mem::take(&mut open)));
                    length = 0;
                }
                length += part.0.text.len() + 1;
                open.push(part);
            }
            shorter.push(self.part_of_sum(&open));
            parts = shorter;
        }
    }

    /// A part of a long sum, in a row of its own.
    fn part_of_sum(&mut self, parts: &[(Formula, Decimal)]) -> (Formula, Decimal) {
        let formulas: Vec<&Formula> = parts.iter().map(|(formula, _)| formula).collect();
        let value = parts.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value));
        let formula = sum(&arguments_of_sum(&formulas));
        (self.row("part of a long sum".to_owned(), &formula, Some(value.normalize().to_string())), value)
    }

    /// The cell of a part of a split, where its formula gives what the engine does.
    fn part_of_split(&mut self, split: u32, position: u32, digits: &str) -> Option<Formula> {
        if self.parts_of_splits.get(split as usize)?.is_none() {
            let cells = self.cells_of_split(split);
            *self.parts_of_splits.get_mut(split as usize)? = Some(cells);
        }
        let cells = self.parts_of_splits.get(split as usize)?.as_ref()?.as_ref()?;
        let (cell, value) = cells.get(position as usize)?;
        digits.parse::<Decimal>().is_ok_and(|digits| digits == *value).then(|| Formula::whole(cell.clone(), 0))
    }

    fn cells_of_split(&mut self, split: u32) -> PartsOfSplit {
        let split = self.results.splits.get(split as usize)?;
        let operand = |at: u32| {
            let value = number(&self.results.steps.get(at as usize)?.value)?;
            Some((self.parts.get(at as usize)?.as_ref()?, value))
        };
        let weights: Option<Vec<(&Formula, Decimal)>> = split.weights.iter().map(|at| operand(*at)).collect();
        self.splits.add(operand(split.whole)?, &weights?, split.places)
    }

    /// What stands in the cell of a figure, and why a rule chose it.
    fn cell(&self, figure: usize, step: u32) -> (FigureCell, String) {
        let at = step as usize;
        let Some(found) = self.results.steps.get(at) else {
            return (FigureCell::Fault("n/a".to_owned()), String::new());
        };
        let why = Self::why(found);
        let SheetValue::Number(digits) = &found.value else {
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
            _ => self.wholes.get(at).and_then(Option::as_ref).map(|whole| whole.text.clone()),
        };
        match formula {
            Some(formula) if formula.contains('!') => (FigureCell::Formula(formula), why),
            _ => {
                let not = WhyNot::of(self.results, &found.how).words();
                (FigureCell::Number(digits.clone()), format!("{}Not a formula. {not}", sentence(&why)))
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

/// Words as a sentence before another.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}. ", first.to_uppercase(), letters.as_str()))
}

/// The number of a value, if it is one.
fn number(value: &SheetValue) -> Option<Decimal> {
    digits_of(value)?.parse().ok()
}

fn digits_of(value: &SheetValue) -> Option<&str> {
    match value {
        SheetValue::Number(digits) => Some(digits),
        SheetValue::Fault(_) => None,
    }
}

fn two(name: &str, left: Option<&Formula>, right: Option<&Formula>) -> Option<Formula> {
    let (left, right) = left.zip(right)?;
    Some(Formula::function(name, &[left.text.as_str(), right.text.as_str()], left.depth.max(right.depth)))
}

/// The steps on which a step stands.
pub(super) fn operands(how: &StepHow) -> Vec<u32> {
    match how {
        StepHow::Sum(parts) | StepHow::Product(parts) => parts.clone(),
        StepHow::Difference(left, right)
        | StepHow::Quotient(left, right)
        | StepHow::Minimum(left, right)
        | StepHow::Maximum(left, right) => vec![*left, *right],
        StepHow::Negation(of) | StepHow::Rounded(of, _) | StepHow::Chosen(of, _) => vec![*of],
        StepHow::Cell(_)
        | StepHow::Constant(_)
        | StepHow::Parameter(_)
        | StepHow::Figure(_)
        | StepHow::Fault
        | StepHow::Row(..)
        | StepHow::Part(..) => Vec::new(),
    }
}

/// What a step is, in words.
fn words(how: &StepHow) -> String {
    match how {
        StepHow::Sum(parts) => format!("the sum of {}", parts.len()),
        StepHow::Product(factors) => format!("the product of {}", factors.len()),
        StepHow::Difference(..) => "the first less the second".to_owned(),
        StepHow::Quotient(..) => "the first divided by the second".to_owned(),
        StepHow::Negation(_) => "with the other sign".to_owned(),
        StepHow::Minimum(..) => "the smaller of two".to_owned(),
        StepHow::Maximum(..) => "the larger of two".to_owned(),
        StepHow::Rounded(_, places) => format!("rounded half away from zero to {places} decimal places"),
        StepHow::Chosen(_, words) | StepHow::Constant(words) => words.clone(),
        StepHow::Row(_, words) => words.clone(),
        StepHow::Part(..) => "a part of a whole that is split".to_owned(),
        StepHow::Cell(_) | StepHow::Parameter(_) | StepHow::Figure(_) | StepHow::Fault => String::new(),
    }
}
