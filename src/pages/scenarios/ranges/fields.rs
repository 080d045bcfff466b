//! The fields that say of what the runs are, and what is drawn in them.

use super::super::choices::{Which, definition_of, scenario_field};
use super::delivery::Delivery;
use crate::components::{
    LiveState, Measure, NumberField, Tag, choice, choice_field, field_value, tag, use_remembered_state,
};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Decimal;
use one_plan_model::scenario::Definition;
use yew::prelude::*;

const LEAST: &str = "The least of the planned savings that comes";
const MOST: &str = "The most of the planned savings that comes";

/// What stands in the fields.
#[derive(Clone)]
pub struct Fields {
    /// Of which scenario the runs are.
    chosen: LiveState<Which>,
    /// The seed of the draws.
    seed: LiveState<Option<Decimal>>,
    /// Nothing until somebody types: another plan then begins with what belongs to it.
    delivery: LiveState<Option<Delivery>>,
}

/// What stands in the fields, for as long as the plan is open.
#[hook]
pub fn use_fields() -> Fields {
    let chosen = use_remembered_state("ranges-scenario", || Which::Plan);
    let seed = use_remembered_state("ranges-seed", || Some(Decimal::ONE));
    let delivery = use_remembered_state("ranges-delivery", || None::<Delivery>);
    Fields { chosen, seed, delivery }
}

impl Fields {
    /// The seed of the draws, a whole number.
    pub fn seed(&self) -> u32 {
        self.seed.get().and_then(|seed| u32::try_from(seed.trunc().mantissa()).ok()).unwrap_or(1)
    }

    /// The scenario with what is assumed of the savings. `trial` is the one that is tried on the page.
    ///
    /// # Errors
    ///
    /// What is wrong with the fields, where something is.
    pub fn definition(&self, plan: &Plan, trial: &Definition) -> Result<Definition, &'static str> {
        let assumed = self.delivery.get().unwrap_or_else(|| Delivery::of(plan));
        assumed.added_to(definition_of(plan, trial, self.chosen.get().position(plan)))
    }

    /// The fields.
    pub fn drawn(&self, plan: &Plan, choose: Callback<Event>) -> Vec<Tag> {
        let assumed = self.delivery.get().unwrap_or_else(|| Delivery::of(plan));
        let low = self.assume(plan, |delivery, number| delivery.low = number);
        let high = self.assume(plan, |delivery, number| delivery.high = number);
        let separate = self.assume(plan, |delivery, separately| delivery.separately = separately);
        let separate = separate.reform(|event: Event| field_value(&event) == "separately");
        let seed = self.seed.clone();
        let onseed = Callback::from(move |number| seed.set(number));
        let ways = [("separately", "each for itself"), ("together", "all alike")];
        let ways = ways.map(|(word, words)| choice(word, words, assumed.separately == (word == "separately")).html());
        vec![
            scenario_field(plan, "ranges-of", "Scenario", self.chosen.get().position(plan), choose),
            number("Savings come, from", ("ranges-from", LEAST), Measure::Percent, assumed.low, low),
            number("to", ("ranges-to", MOST), Measure::Percent, assumed.high, high),
            choice_field("ranges-how", "Schemes vary", ways.into(), separate),
            number(
                "Start number",
                ("ranges-seed", "Start number: the same one gives the same runs again"),
                Measure::Number,
                self.seed.get(),
                onseed,
            ),
        ]
    }

    /// Chooses the scenario by its position among those of a plan.
    pub fn choose(&self, plan: &Plan, position: usize) {
        self.chosen.set(Which::at(plan, position));
    }

    /// Changes what is assumed of the savings, which begins with what belongs to the plan.
    fn assume<T: 'static>(&self, plan: &Plan, change: fn(&mut Delivery, T)) -> Callback<T> {
        let (delivery, of_plan) = (self.delivery.clone(), Delivery::of(plan));
        Callback::from(move |value| {
            delivery.change(|delivery| change(delivery.get_or_insert(of_plan), value));
        })
    }
}

/// A field for a number; `id` and `label` are those of the field itself.
fn number(
    shown: &'static str,
    (id, label): (&'static str, &'static str),
    measure: Measure,
    value: Option<Decimal>,
    onnumber: Callback<Option<Decimal>>,
) -> Tag {
    let field = tag("div").class("field").child(tag("p").class("field__label").words(shown));
    let unit = if measure == Measure::Percent { "%" } else { "" };
    field.child(html! { <NumberField {id} {label} {unit} {measure} {value} {onnumber} /> })
}
