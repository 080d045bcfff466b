//! Answers to awkward plans.

use one_plan_model::calculation::FigureKey;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Outcome, Recording, compute, explain, resolve};
use one_plan_model::plan::Plan;

/// A plan that is read, and what follows from it. Every figure is explained together, and some on their own: those
/// that are named, the first, the one in the middle and the last.
pub fn answered(text: &str, figures: &[&str]) -> (Plan, Outcome) {
    let plan = read_json(text.as_bytes()).unwrap_or_else(|problems| panic!("{}", problems[0])).plan;
    let outcome = compute(&plan);
    let explained = Recording::of(&plan).series().iter().map(|series| series.len()).sum::<usize>();
    assert_eq!(explained, outcome.figure_count());
    let all: Vec<FigureKey> = outcome.figures().map(|(key, _)| key).collect();
    let named = figures.iter().map(|id| resolve(&plan, id).unwrap_or_else(|| panic!("there is no {id}")));
    let some = [0, all.len() / 2, all.len().saturating_sub(1)].into_iter().filter_map(|at| all.get(at).copied());
    for key in named.chain(some) {
        let explanation = explain(&plan, key).unwrap();
        assert_eq!(Some(explanation.value), outcome.value(key), "{}", key.id(&plan));
        assert!(!explanation.steps.is_empty(), "{}", key.id(&plan));
    }
    (plan, outcome)
}

/// The value of a figure in words of a test.
pub fn value(plan: &Plan, outcome: &Outcome, id: &str) -> String {
    let value = resolve(plan, id).and_then(|key| outcome.value(key));
    value.map_or("none".to_owned(), |value| {
        value.map_or_else(|fault| fault.to_string(), |value| value.normalize().to_string())
    })
}
