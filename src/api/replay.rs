//! A plan computed for many variations of some of its numbers at once.

use super::OpenPlan;
use super::answer::Place;
use super::to_javascript;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{Replay, resolve};
use one_plan_model::plan::{CellAddress, Table};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::draw::{SeededRun, name_of_cell, whole_between};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// A cell as a program names it; rows are counted from one.
#[derive(Deserialize)]
struct GivenCell {
    table: String,
    row: u32,
    column: String,
}

/// How the numbers vary.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Spread {
    variations: u32,
    seed: u32,
    low_per_mille: i32,
    high_per_mille: i32,
}

/// What came of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replayed {
    values: Vec<Vec<Option<String>>>,
    computed_whole: u32,
    instructions: u32,
}

/// The most variations that are computed in one call: it holds the page up while it runs.
const MOST_VARIATIONS: u32 = 100_000;

/// The most factors that are worked out beforehand.
const MOST_FACTORS: usize = 10_000;

impl Spread {
    /// The runs of the simulation that have this seed, one for each variation.
    fn runs(&self) -> Vec<SeededRun> {
        (0..self.variations).map(|variation| SeededRun::new(self.seed, variation)).collect()
    }

    /// By how many thousandths a cell of a name is taken in a run.
    fn per_mille(&self, cell: u64, run: SeededRun) -> i64 {
        whole_between(run.draw(cell), self.low_per_mille, self.high_per_mille)
    }
}

/// Numbers of thousandths as factors.
struct Factors {
    lowest: i64,
    /// From the lowest on, as many as are worth having at hand.
    known: Vec<Fixed>,
}

impl Factors {
    fn of(spread: &Spread) -> Self {
        let all = i64::from(spread.low_per_mille)..=i64::from(spread.high_per_mille);
        Self { lowest: spread.low_per_mille.into(), known: all.take(MOST_FACTORS).map(Self::worked_out).collect() }
    }

    fn worked_out(per_mille: i64) -> Fixed {
        Fixed::of_digits(per_mille.into(), 3, 0)
    }

    fn get(&self, per_mille: i64) -> Fixed {
        let known = usize::try_from(per_mille - self.lowest).ok().and_then(|at| self.known.get(at));
        known.copied().unwrap_or_else(|| Self::worked_out(per_mille))
    }
}

fn wrong(what: &str) -> JsError {
    JsError::new(&format!("replay: {what}."))
}

#[wasm_bindgen]
impl OpenPlan {
    /// The cells with numbers on which a figure stands; `null` if the plan has no such figure.
    ///
    /// # Errors
    ///
    /// When the figure is no text.
    #[wasm_bindgen(js_name = cellsUnder)]
    pub fn cells_under(&self, figure: &JsValue) -> Result<JsValue, JsError> {
        let id = super::argument::id_of_figure("cellsUnder", figure)?;
        let Some(figure) = resolve(self.plan(), &id) else { return Ok(JsValue::NULL) };
        let cells = Replay::of(self.plan()).cells_under(figure);
        to_javascript(&cells.into_iter().map(|cell| Place::of(self.plan(), cell)).collect::<Vec<_>>())
    }

    /// Computes some figures for many variations of some cells, with the same digits as if the plan were computed
    /// anew for each of them.
    ///
    /// # Errors
    ///
    /// When an argument is not of its form, or names what the plan does not have.
    pub fn replay(&self, figures: &JsValue, cells: &JsValue, spread: &JsValue) -> Result<JsValue, JsError> {
        let plan = self.plan();
        let ids: Vec<String> = serde_wasm_bindgen::from_value(figures.clone())
            .map_err(|_| wrong("the figures must be a list of their ids"))?;
        let cells: Vec<GivenCell> = serde_wasm_bindgen::from_value(cells.clone())
            .map_err(|_| wrong("the cells must be a list of objects with table, row and column"))?;
        let spread: Spread = serde_wasm_bindgen::from_value(spread.clone()).map_err(|error| {
            wrong(&format!(
                "the spread must have variations, seed, lowPerMille and highPerMille as whole numbers ({error})"
            ))
        })?;
        if spread.variations > MOST_VARIATIONS {
            return Err(wrong("there may be at most 100,000 variations"));
        }
        if spread.low_per_mille > spread.high_per_mille {
            return Err(wrong("lowPerMille must not be above highPerMille"));
        }
        let mut asked: Vec<FigureKey> = Vec::with_capacity(ids.len());
        for id in &ids {
            asked.push(resolve(plan, id).ok_or_else(|| wrong(&format!("this plan has no figure \"{id}\"")))?);
        }
        let mut varied = Vec::with_capacity(cells.len());
        let mut originals = Vec::with_capacity(cells.len());
        for GivenCell { table, row, column } in &cells {
            let place = format!("{table}, row {row}, {column}");
            let found = Table::named(table).and_then(|table| {
                let column = table.columns().get(table.column(column)?)?.name;
                let address = CellAddress { table, row: row.checked_sub(1)?, column };
                Some((address, plan.number(address)?))
            });
            let (address, original) = found.ok_or_else(|| wrong(&format!("there is no number in {place}")))?;
            varied.push(address);
            originals.push(original);
        }
        let names: Vec<u64> = varied.iter().map(|cell| name_of_cell(plan, *cell)).collect();
        let (factors, runs) = (Factors::of(&spread), spread.runs());
        let number = |input: usize, variation: usize| {
            let cell = originals.get(input).zip(names.get(input)).zip(runs.get(variation));
            let Some(((original, name), run)) = cell else { return Fixed::ZERO };
            original.times(factors.get(spread.per_mille(*name, *run)))
        };
        let replay = Replay::of(plan);
        let program = replay.program(&asked, &varied);
        let answers = program.run(spread.variations as usize, &number);
        let written = |(figure, values): (&FigureKey, Vec<Option<Fixed>>)| {
            values.into_iter().map(|value| super::answer::digits(value?.value(), figure.kind.unit)).collect()
        };
        to_javascript(&Replayed {
            values: asked.iter().zip(answers.values).map(written).collect(),
            computed_whole: u32::try_from(answers.computed_whole).unwrap_or(u32::MAX),
            instructions: u32::try_from(program.instructions()).unwrap_or(u32::MAX),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::scenario::draw::{draw, name_of};

    /// What a program of another page draws is what `one-plan scenario simulate` and the page draw: one way for all.
    #[test]
    fn a_variation_is_a_run_of_the_simulation() {
        let spread = Spread { variations: 2_000, seed: 7, low_per_mille: 900, high_per_mille: 1_100 };
        let cell = name_of("schemes a gross");
        let draws: Vec<i64> = spread.runs().into_iter().map(|run| spread.per_mille(cell, run)).collect();
        let of_simulation = (0..2_000).map(|run| whole_between(draw(7, run, cell), 900, 1_100));
        assert_eq!(draws, of_simulation.collect::<Vec<_>>());
    }

    #[test]
    fn every_draw_has_its_factor_whether_it_was_worked_out_before_or_not() {
        let spread = Spread { variations: 1, seed: 1, low_per_mille: -2, high_per_mille: 20_000 };
        let factors = Factors::of(&spread);
        for per_mille in -2..=20_000 {
            assert_eq!(factors.get(per_mille), Fixed::of_digits(per_mille.into(), 3, 0), "{per_mille}");
        }
    }
}
