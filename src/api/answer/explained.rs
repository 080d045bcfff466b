use super::digits::digits_and_note;
use super::place::Place;
use one_plan_model::outcome::{self, Explanation, Link};
use one_plan_model::plan::Plan;
use serde::Serialize;

/// Why a figure is what it is.
#[derive(Serialize)]
pub struct Explained<'a> {
    id: String,
    label: String,
    value: Option<String>,
    unit: &'static str,
    note: Option<String>,
    shown: &'a str,
    rule: &'static str,
    formula: &'static str,
    with_values: Option<&'a str>,
    source: &'static str,
    steps: Vec<Step<'a>>,
}

/// One step of an explanation, with where it leads.
#[derive(Serialize)]
struct Step<'a> {
    depth: usize,
    words: &'a str,
    shown: &'a str,
    figure: Option<String>,
    place: Option<Place<'a>>,
    parameter: Option<Parameter<'a>>,
}

/// A dated number of the rules.
#[derive(Serialize)]
struct Parameter<'a> {
    id: &'static str,
    standing: &'static str,
    source: &'a str,
}

impl<'a> Explained<'a> {
    pub fn of(plan: &'a Plan, explanation: &'a Explanation) -> Self {
        let Explanation { figure, value, shown, steps, formula: with_values } = explanation;
        let kind = figure.kind;
        let (value, note) = digits_and_note(*value, kind.unit);
        Self {
            id: figure.id(plan),
            label: figure.label(plan),
            value,
            unit: kind.unit.word(),
            note,
            shown,
            rule: kind.rule,
            formula: kind.formula,
            with_values: with_values.as_deref(),
            source: kind.source,
            steps: steps.iter().map(|step| Step::of(plan, step)).collect(),
        }
    }
}

impl<'a> Step<'a> {
    fn of(plan: &'a Plan, step: &'a outcome::Step) -> Self {
        let outcome::Step { depth, words, shown, link, .. } = step;
        let (mut figure, mut place, mut parameter) = (None, None, None);
        match link {
            Some(Link::Figure(key)) => figure = Some(key.id(plan)),
            Some(Link::Cell { address, .. }) => place = Some(Place::of(plan, *address)),
            Some(Link::Parameter { id, standing, source }) => parameter = Some(Parameter { id, standing, source }),
            None => {}
        }
        Self { depth: *depth, words, shown, figure, place, parameter }
    }
}
