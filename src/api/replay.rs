//! A plan computed for many variations of some of its numbers at once.

use super::OpenPlan;
use super::answer::Place;
use super::to_javascript;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{Replay, resolve};
use one_plan_model::plan::{CellAddress, Table};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::PerMille;
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
        let no_number =
            |table: &str, row: u64, column: &str| wrong(&format!("there is no number in {table}, row {row}, {column}"));
        for GivenCell { table, row, column } in &cells {
            let found = Table::named(table).and_then(|table| {
                let column = table.columns().get(table.column(column)?)?.name;
                Some(CellAddress { table, row: row.checked_sub(1)?, column })
            });
            varied.push(found.ok_or_else(|| no_number(table, u64::from(*row), column))?);
        }
        let numbers = PerMille::of(plan, &varied, [spread.low_per_mille, spread.high_per_mille])
            .map_err(|cell| no_number(cell.table.name(), u64::from(cell.row) + 1, cell.column))?
            .runs(spread.seed, spread.variations);
        let replay = Replay::of(plan);
        let program = replay.program(&asked, &varied);
        let answers = program.run(spread.variations as usize, &|input, variation| numbers.number(input, variation));
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
