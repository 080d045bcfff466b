//! How many figures are no formulas, by why: said on the sheet, so that nobody changes an input and takes an old number for a
//! new one.

use super::figures::{FigureCell, Figures};
use super::why_not::WhyNot;
use one_plan_model::outcome::{ResultSheet, SheetValue};
use std::collections::BTreeMap;

/// How many figures are no formulas, by why.
pub(super) fn not_formulas(results: &ResultSheet, figures: &Figures) -> Vec<(WhyNot, usize)> {
    let mut counts: BTreeMap<WhyNot, usize> = BTreeMap::new();
    for (figure, (cell, _)) in results.figures.iter().zip(&figures.cells) {
        let step = results.steps.get(figure.step as usize);
        if let (FigureCell::Number(_), SheetValue::Number(_), Some(step)) = (cell, &figure.value, step) {
            *counts.entry(WhyNot::of(results, &step.how)).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]
mod tests {
    use super::*;
    use one_plan_model::exchange::read_json;
    use one_plan_model::outcome::{StepHow, compute};

    fn stands_on_the_plan(results: &ResultSheet, step: u32) -> bool {
        match &results.steps[step as usize].how {
            StepHow::Cell(_) | StepHow::Row(..) | StepHow::Part(..) | StepHow::Parameter(_) | StepHow::Figure(_) => {
                true
            }
            StepHow::Chosen(..) => false,
            how => super::super::steps::operands(how).any(|below| stands_on_the_plan(results, below)),
        }
    }

    #[test]
    fn what_follows_from_numbers_of_a_published_plan_is_a_formula() {
        for name in ["surrey-one-plan", "arden-system-plan", "example-icb-2026-27"] {
            let path = format!("{}/../../plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
            let plan = read_json(&std::fs::read(path).unwrap()).unwrap().plan;
            let results = compute(&plan).result_sheet(&plan);
            let figures = Figures::of(&plan, &results);
            for (figure, (cell, why)) in results.figures.iter().zip(&figures.cells) {
                match cell {
                    FigureCell::Number(_) => {
                        assert!(!stands_on_the_plan(&results, figure.step), "{name}: {}", figure.id);
                        assert!(why.contains("Not a formula."), "{name}: {}: {why}", figure.id);
                    }
                    // By what an amount is multiplied stands in a cell.
                    FigureCell::Formula(formula) => assert!(!formula.contains("*1000"), "{name}: {formula}"),
                    FigureCell::Fault(_) => {}
                }
            }
            let told: usize = not_formulas(&results, &figures).iter().map(|(_, count)| count).sum();
            let numbers = figures.cells.iter().filter(|(cell, _)| matches!(cell, FigureCell::Number(_))).count();
            assert_eq!(told, numbers, "{name}");
        }
    }
}
