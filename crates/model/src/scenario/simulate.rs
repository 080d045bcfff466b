//! What may come of a plan whose numbers are not certain: many runs, each with other numbers within their ranges.
//!
//! Ranges are those that the plan gives: `low` and `high` of its schemes around their `gross`, and `low` and `high` of the
//! levers of a scenario. Every figure is computed in every run, so that a total is that of the run and never a total of
//! percentiles.

use super::apply::applied;
use super::definition::{Definition, SetLever, share_words};
use super::draw::{Drawn, draw, name_of, name_of_row};
use super::lever::{By, NARROWED_BY};
use super::levered::Levered;
use super::moves::Moved;
use super::tornado::own_range;
use crate::calculation::{FigureKey, format};
use crate::plan::{CellAddress, Distribution, Plan, Scheme, Table};
use crate::quantity::Fixed;

/// A plan with ranges, ready to be run as often as wanted, in slices of any size.
#[derive(Debug)]
pub struct Simulation {
    levered: Levered,
    asked: Vec<FigureKey>,
    seed: u32,
    cells: Vec<DrawnCell>,
    levers: Vec<DrawnLever>,
    assumptions: Vec<String>,
}

/// A number of the plan, and its own range if it has one.
#[derive(Debug)]
struct DrawnCell {
    moved: Moved,
    name: u64,
    own: Option<Drawn>,
}

#[derive(Debug)]
struct DrawnLever {
    setting: Fixed,
    name: u64,
    range: Option<(Drawn, bool)>,
}

/// What came of some runs.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// For each figure its value in each run; nothing where it was not there or had no value.
    pub values: Vec<Vec<Option<Fixed>>>,
    /// How many runs were computed whole.
    pub computed_whole: usize,
}

/// How a figure is spread over the runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Nine of ten runs lie above it.
    pub p10: Fixed,
    /// Half of them.
    pub p50: Fixed,
    /// One of ten.
    pub p90: Fixed,
    /// The least of all runs.
    pub least: Fixed,
    /// The most.
    pub most: Fixed,
    /// In how many runs it is nothing or more.
    pub balanced: usize,
    /// In how many runs it has a value.
    pub runs: usize,
}

impl Simulation {
    /// A plan under a scenario, the figures that are asked for, and the seed of the draws.
    pub fn new(plan: &Plan, definition: &Definition, asked: &[FigureKey], seed: u32) -> Self {
        // Changes first; the levers are left to be set in each run.
        let changes = Definition { levers: vec![], ..definition.clone() };
        let (changed, _) = applied(plan, &changes);
        let levered = Levered::of(&changed, &definition.levers);
        let mut assumptions = Vec::new();
        let mut cells: Vec<DrawnCell> = levered.moved().iter().cloned().map(|moved| cell(&changed, moved)).collect();
        for row in 0..u32::try_from(changed.row_count(Table::Scheme)).unwrap_or_default() {
            let address = CellAddress::at(Table::Scheme, row, Scheme::gross as u8);
            let Some((original, (low, high))) = changed.number(address).zip(own_range(&changed, address)) else {
                continue;
            };
            assumptions.push(format!(
                "{}: between {} and {}, most often near {} (the plan's own range)",
                changed.row_words(Table::Scheme, row),
                format::money(low.value()),
                format::money(high.value()),
                format::money(original.value())
            ));
            if !cells.iter().any(|cell| cell.moved.cell == address) {
                cells.push(cell(&changed, Moved { cell: address, original, steps: vec![] }));
            }
        }
        let levers = definition.levers.iter().enumerate().map(|(at, set)| {
            assumptions.extend(assumption(plan, set));
            // Two like levers of one scenario draw apart.
            let earlier = definition.levers.iter().take(at).filter(|other| other.name(plan) == set.name(plan)).count();
            DrawnLever {
                setting: set.setting,
                name: name_of(&format!("{} {earlier}", identity(plan, set))),
                range: set.range.map(|range| {
                    (Drawn::new(range.low, set.setting, range.high, range.distribution), range.separately)
                }),
            }
        });
        let levers = levers.collect();
        Self { levered, asked: asked.to_vec(), seed, cells, levers, assumptions }
    }

    /// Every range that is drawn from, in words; nothing is drawn where there is none.
    pub fn assumptions(&self) -> &[String] {
        &self.assumptions
    }

    /// The runs from one on, so many. Run by run it is the same as all at once.
    pub fn run(&self, first: u32, count: u32) -> Runs {
        let addresses: Vec<CellAddress> = self.cells.iter().map(|cell| cell.moved.cell).collect();
        let program = self.levered.program(&self.asked, &addresses);
        let together: Vec<Vec<Fixed>> =
            self.levers.iter().map(|lever| lever.together(self.seed, first, count)).collect();
        let number = |input: usize, variation: usize| {
            let Some(cell) = self.cells.get(input) else { return Fixed::ZERO };
            let run = first.wrapping_add(u32::try_from(variation).unwrap_or_default());
            self.drawn(cell, run, |lever| together.get(lever)?.get(variation).copied())
        };
        let answers = program.run(count as usize, &number);
        let values = answers
            .values
            .into_iter()
            .map(|values| values.into_iter().map(|value| value.filter(|value| !value.is_fault())).collect());
        Runs { values: values.collect(), computed_whole: answers.computed_whole }
    }

    /// The plan of one run, as the runs see it: computed whole it has the same figures.
    pub fn plan_of(&self, run: u32) -> Plan {
        let together: Vec<Vec<Fixed>> = self.levers.iter().map(|lever| lever.together(self.seed, run, 1)).collect();
        self.levered.plan().with_numbers(
            self.cells
                .iter()
                .map(|cell| (cell.moved.cell, self.drawn(cell, run, |lever| together.get(lever)?.first().copied()))),
        )
    }

    /// The number of a cell in a run; `together` gives the setting of a lever that moves all its numbers alike.
    #[inline]
    fn drawn(&self, cell: &DrawnCell, run: u32, together: impl Fn(usize) -> Option<Fixed>) -> Fixed {
        let original = cell.own.map_or(cell.moved.original, |own| own.value(draw(self.seed, run, cell.name)));
        cell.moved.number(original, |lever| match self.levers.get(lever) {
            Some(DrawnLever { range: Some((range, true)), name, .. }) => {
                range.value(draw(self.seed, run, name ^ cell.name))
            }
            _ => together(lever).unwrap_or(Fixed::ZERO),
        })
    }
}

impl DrawnLever {
    /// The settings of so many runs, where all that it moves moves together.
    fn together(&self, seed: u32, first: u32, count: u32) -> Vec<Fixed> {
        let of_run = |run: u32| match self.range {
            Some((range, false)) => range.value(draw(seed, first.wrapping_add(run), self.name)),
            _ => self.setting,
        };
        (0..count).map(of_run).collect()
    }
}

/// A cell with its name and its own range.
fn cell(plan: &Plan, moved: Moved) -> DrawnCell {
    let CellAddress { table, row, column } = moved.cell;
    let own = own_range(plan, moved.cell).filter(|_| column == "gross");
    let own = own.map(|(low, high)| Drawn::new(low, moved.original, high, Distribution::Triangular));
    // All cells of a row have one name: what moves separately moves row by row.
    DrawnCell { name: name_of_row(plan, table, row), own, moved }
}

/// What a lever is called by, whatever its rows are named.
fn identity(plan: &Plan, set: &SetLever) -> String {
    let mut words = set.kind.word().to_owned();
    for ((name, by), of) in NARROWED_BY.iter().zip(&set.narrowing) {
        let Some(of) = of else { continue };
        let of = match by {
            By::Row(table) => plan.identifier(*table, *of).unwrap_or_default(),
            By::Word(choices) => choices.get(*of as usize).map_or("", |choice| choice.word),
        };
        words.push_str(&format!(" {name} {of}"));
    }
    words
}

fn assumption(plan: &Plan, set: &SetLever) -> Option<String> {
    let range = set.range?;
    let how = match range.distribution {
        Distribution::Uniform => "every value as likely as another".to_owned(),
        Distribution::Triangular => format!("most often near {}", share_words(set.setting)),
    };
    let together = if range.separately { "each row for itself" } else { "all rows together" };
    Some(format!(
        "{}: between {} and {}, {how}, {together}",
        set.name(plan),
        share_words(range.low),
        share_words(range.high)
    ))
}

impl Spread {
    /// How the values of a figure are spread; nothing where no run has one.
    ///
    /// ```
    /// use one_plan_model::quantity::Fixed;
    /// use one_plan_model::scenario::Spread;
    /// let values: Vec<Option<Fixed>> = (-9..=90).map(|value| Some(Fixed::whole(value))).collect();
    /// let spread = Spread::of(&values).unwrap();
    /// // A hundred values: the tenth, the fiftieth and the ninetieth of them in order.
    /// assert_eq!([spread.p10, spread.p50, spread.p90], [0, 40, 80].map(Fixed::whole));
    /// assert_eq!((spread.balanced, spread.runs), (91, 100));
    /// ```
    pub fn of(values: &[Option<Fixed>]) -> Option<Self> {
        let mut sorted: Vec<Fixed> = values.iter().flatten().copied().collect();
        sorted.sort_unstable();
        // The nearest rank: the least value that so many of a hundred do not exceed.
        let rank = |percent: usize| sorted.get((sorted.len() * percent).div_ceil(100).saturating_sub(1)).copied();
        Some(Self {
            p10: rank(10)?,
            p50: rank(50)?,
            p90: rank(90)?,
            least: *sorted.first()?,
            most: *sorted.last()?,
            balanced: sorted.iter().filter(|value| !value.is_negative()).count(),
            runs: sorted.len(),
        })
    }
}
