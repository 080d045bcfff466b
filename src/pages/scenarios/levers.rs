//! The fields in which a person sets levers.

use super::choices::{Trial, ends, neutral_words};
use crate::components::{
    LiveState, Measure, NumberField, Tag, body, choice_words, data_table, head, row, tag, titled, words_cell,
    words_heading,
};
use one_plan_model::plan::{LeverKind, Plan};
use one_plan_model::quantity::Decimal;
use one_plan_model::scenario::Lever;
use yew::prelude::*;

/// The section: for each lever that moves a number of the plan a field and what it means.
pub(super) fn lever_fields(plan: &Plan, trial: &LiveState<Trial>) -> Html {
    let tried = trial.get();
    let mut rows = Vec::new();
    for kind in LeverKind::ALL.iter().copied().filter(|kind| Lever::of(*kind).is_number()) {
        let lever = Lever::of(kind);
        let value = tried.typed.get(kind as usize).copied().flatten();
        let onnumber = Callback::from({
            let trial = trial.clone();
            move |number: Option<Decimal>| {
                trial.change(|trial| {
                    if let Some(place) = trial.typed.get_mut(kind as usize) {
                        *place = number;
                    }
                });
            }
        });
        let id = format!("lever-{}", kind.word());
        let (unit, measure) = match kind {
            LeverKind::Delay => ("months", Measure::Months),
            _ => ("per cent", Measure::Percent),
        };
        let label = format!("{}, {unit}", lever.name);
        let field = html! { <NumberField {id} {label} {measure} within={Some(ends(kind))} {value} {onnumber} /> };
        let sign = if kind == LeverKind::Delay { "" } else { "% " };
        let meaning = format!("{sign}{}. Empty: {}{sign}, as in the plan.", lever.meaning, neutral_words(kind));
        let moves = moved_words(plan, kind);
        rows.push(
            row(
                kind.word(),
                lever.name,
                vec![
                    tag("td").attribute("data-label", "Setting").child(field).html(),
                    words_cell("Meaning", Some(meaning.replace("% ,", "%,"))),
                    words_cell("What it moves", Some(moves)),
                ],
            )
            .html(),
        );
    }
    let headings = ["Lever", "Setting", "Meaning", "What it moves"].map(words_heading).to_vec();
    let table = data_table("levers", "Levers, set for the whole plan", true, vec![head(headings), body(rows)]);
    titled("levers-title", "Try something")
        .child(tag("p").words("A number counts as soon as it is typed; the table below follows."))
        .child(table)
        .child(tag("p").class("toolbar").child(as_in_the_plan(&tried, trial)))
        .html()
}

/// The button that sets every lever back. It stays where it is when nothing is tried, so that the focus does too.
fn as_in_the_plan(tried: &Trial, trial: &LiveState<Trial>) -> Tag {
    let trial = trial.clone();
    tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small")
        .attribute("aria-disabled", if tried.is_set() { "false" } else { "true" })
        .onclick(Callback::from(move |_| trial.set(Trial::default())))
        .words("All levers as in the plan")
}

/// What of the plan a lever moves, in words.
fn moved_words(plan: &Plan, kind: LeverKind) -> String {
    let mut tables: Vec<String> = Vec::new();
    for effect in Lever::of(kind).effects() {
        let name = choice_words(effect.table.name());
        if plan.row_count(effect.table) > 0 && !tables.contains(&name) {
            tables.push(name);
        }
    }
    if tables.is_empty() { "Nothing in this plan".to_owned() } else { format!("Numbers of: {}", tables.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_takes_what_its_lever_can_be() {
        let of = |kind| {
            let (least, most) = ends(kind);
            format!("{} to {}", least.normalize(), most.normalize())
        };
        assert_eq!(of(LeverKind::Delivery), "0 to 200");
        assert_eq!(of(LeverKind::Delay), "0 to 12");
        assert_eq!(of(LeverKind::Growth), "-20 to 20");
    }
}
