use crate::calculation::{FigureKey, Program, Record, Run, SeriesByKind, StepId, recorded_with_guards};
use crate::parameters::Parameters;
use crate::plan::{CellAddress, Plan, Table};
use crate::quantity::{Decimal, Fixed};
use crate::rules;
use std::collections::BTreeSet;

/// A plan that was computed once, so that it can be computed again with other numbers in its cells, many times over
/// and much faster than anew.
///
/// What comes of it has the same digits as a whole run over the changed plan. Where a rule decides by a number and
/// would decide in another way, that variation is computed whole, and counted.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::{Replay, resolve};
/// use one_plan_model::plan::{CellAddress, Table};
/// use one_plan_model::quantity::{Fixed, whole};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
///     "schemes": [
///         {"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000"},
///         {"id": "b", "name": "B", "list": "plan", "gross": "600", "unit": "£000"}
///     ]
/// "#);
/// let replay = Replay::of(&plan);
/// let net = resolve(&plan, "schemes.list.plan.net").unwrap();
/// let gross = CellAddress { table: Table::Scheme, row: 0, column: "gross" };
/// let program = replay.program(&[net], &[gross]);
/// // The gross saving of scheme A is £0, £1,000, £2,000 and so on.
/// let answers = program.run(300, &|_, variation| Fixed::from(whole(1_000 * variation as i64)));
/// assert_eq!(answers.values[0][299].unwrap().value().unwrap().to_string(), "849000");
/// assert_eq!(answers.computed_whole, 0);
/// ```
#[derive(Debug)]
pub struct Replay {
    plan: Plan,
    record: Record,
    series: SeriesByKind,
}

/// What was asked of a plan, ready to be computed for many variations.
#[derive(Debug)]
pub struct ReplayProgram<'a> {
    replay: &'a Replay,
    program: Program,
    asked: Vec<FigureKey>,
    is_there: Vec<bool>,
    varied: Vec<CellAddress>,
    originals: Vec<Fixed>,
}

/// What came of the variations of a plan.
#[derive(Clone, Debug, Default)]
pub struct Replayed {
    /// For each asked figure its value in each variation; nothing where the plan then gives rise to no such figure.
    pub values: Vec<Vec<Option<Fixed>>>,
    /// How many variations were computed whole, because a rule would decide in another way.
    pub computed_whole: usize,
}

impl Replay {
    /// Computes a plan and notes every step and every decision.
    pub fn of(plan: &Plan) -> Self {
        let (Run { series, .. }, record) = recorded_with_guards(|| {
            let parameters = Parameters::of(plan);
            rules::run(plan, &parameters)
        });
        Self { plan: plan.clone(), record, series }
    }

    /// The number in a cell: pounds, things or a fraction; nothing where there is none.
    pub fn number(&self, cell: CellAddress) -> Option<Decimal> {
        self.plan.number(cell)?.value().ok()
    }

    fn step(&self, figure: FigureKey) -> Option<StepId> {
        Some(self.series.get(figure.kind)?.get(figure.index)?.step())
    }

    /// What computes some figures for other numbers in some cells. A cell in which no number stands cannot be varied
    /// and is passed over.
    pub fn program(&self, asked: &[FigureKey], varied: &[CellAddress]) -> ReplayProgram<'_> {
        let steps: Vec<Option<StepId>> = asked.iter().map(|figure| self.step(*figure)).collect();
        let is_there = steps.iter().map(Option::is_some).collect();
        let steps: Vec<StepId> = steps.into_iter().map(Option::unwrap_or_default).collect();
        let kinds: Vec<usize> = asked.iter().map(|figure| figure.kind.ordinal()).collect();
        let cells: Vec<_> = varied.iter().filter_map(|address| position(*address)).collect();
        let varied: Vec<CellAddress> = varied.iter().filter(|address| position(**address).is_some()).copied().collect();
        let originals = varied.iter().map(|cell| self.plan.number(*cell).unwrap_or(Fixed::ZERO)).collect();
        let program = self.record.program(&steps, &kinds, &cells);
        ReplayProgram { replay: self, program, asked: asked.to_vec(), is_there, varied, originals }
    }

    /// Every figure that is calculated from a cell. Where a rule decides by its number, such as how often a review
    /// comes back, what follows from the decision is not among them.
    pub fn figures_on(&self, cell: CellAddress) -> Vec<FigureKey> {
        let Some(cell) = position(cell) else { return Vec::new() };
        let depends = self.record.depends_on(&|found| found == cell);
        let stands_on_it = |step: StepId| depends.get(step.position()).copied().unwrap_or_default();
        let figures = self.series.iter().flat_map(|series| series.iter());
        figures.filter(|(_, number)| stands_on_it(number.step())).map(|(key, _)| key).collect()
    }

    /// Every cell with a number on which a figure stands, in the order of the tables.
    pub fn cells_under(&self, figure: FigureKey) -> Vec<CellAddress> {
        let cells = self.record.cells_under(self.step(figure).into_iter());
        cells.into_iter().map(|(table, row, column)| CellAddress::at(table, row, column)).collect()
    }

    /// Every cell with a number that can move a figure: those on which it stands, and those by which a rule decides or which it
    /// only reads, whatever the rule is about.
    pub fn cells_that_move(&self, figure: FigureKey) -> Vec<CellAddress> {
        let mut cells = self.record.cells_under(self.step(figure).into_iter());
        cells.extend(self.record.cells_under_decisions());
        cells.extend(self.record.cells_read());
        cells.into_iter().map(|(table, row, column)| CellAddress::at(table, row, column)).collect()
    }

    /// The cells with numbers on which no figure stands and by which no rule decides. What a plan prints of its own
    /// figures is not among them, nor what its scenarios say: nothing is to stand on it.
    pub fn unused_cells(&self) -> Vec<CellAddress> {
        let figures = self.series.iter().flat_map(|series| series.iter()).map(|(_, number)| number.step());
        let mut used: BTreeSet<_> = self.record.cells_under(figures);
        used.extend(self.record.cells_under_decisions());
        used.extend(self.record.cells_read());
        let is_used = |address: &CellAddress| position(*address).is_some_and(|cell| used.contains(&cell));
        self.plan.number_cells().filter(|address| !address.table.is_beside_the_plan() && !is_used(address)).collect()
    }
}

fn position(address: CellAddress) -> Option<(Table, u32, u8)> {
    let column = u8::try_from(address.table.column(address.column)?).ok()?;
    Some((address.table, address.row, column))
}

impl ReplayProgram<'_> {
    /// The cells that are varied, in the order in which `run` asks for their numbers.
    pub fn varied(&self) -> &[CellAddress] {
        &self.varied
    }

    /// How many instructions each variation takes.
    pub const fn instructions(&self) -> usize {
        self.program.len()
    }

    /// Computes so many variations. `number` gives the number of each varied cell, by its position, in each
    /// variation: pounds, things or a fraction. It is asked again for a variation that is computed whole, and must
    /// then give the same.
    pub fn run(&self, variations: usize, number: &dyn Fn(usize, usize) -> Fixed) -> Replayed {
        let answers = self.program.run(&self.originals, variations, number);
        let mut values: Vec<Vec<Option<Fixed>>> = Vec::with_capacity(self.asked.len());
        for (found, is_there) in answers.values.into_iter().zip(&self.is_there) {
            values.push(if *is_there { found.into_iter().map(Some).collect() } else { vec![None; variations] });
        }
        for variation in &answers.to_compute_whole {
            let whole = self.whole_run(&|input| number(input, *variation));
            for (values, value) in values.iter_mut().zip(whole) {
                if let Some(place) = values.get_mut(*variation) {
                    *place = value;
                }
            }
        }
        Replayed { values, computed_whole: answers.to_compute_whole.len() }
    }

    /// Computes one variation by running all rules over the changed plan.
    pub fn whole_run(&self, number: &dyn Fn(usize) -> Fixed) -> Vec<Option<Fixed>> {
        let numbers = self.varied.iter().enumerate().map(|(input, cell)| (*cell, number(input)));
        values(&self.replay.plan.with_numbers(numbers), &self.asked)
    }
}

/// The values of some figures of a plan; nothing for one to which it does not give rise. All rules are run, nothing is
/// recorded and nothing compared.
pub fn values(plan: &Plan, asked: &[FigureKey]) -> Vec<Option<Fixed>> {
    let Run { series, .. } = rules::run(plan, &Parameters::of(plan));
    let value = |figure: &FigureKey| Some(series.get(figure.kind)?.get(figure.index)?.shown());
    asked.iter().map(value).collect()
}
