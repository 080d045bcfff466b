//! What is the largest disagreement? Of all printed figures and of all figures that should agree, the two that lie
//! furthest apart in pounds.

use crate::chart::{Bridge, BridgeStep, Frame};
use crate::components::{drawn_money, explained, figure_of, tag, unit_for};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, MoneyUnit, Value, distance, subtract, whole};
use yew::prelude::*;

/// Two values of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The figure that is computed.
    pub figure: FigureKey,
    /// What the other value is: what the plan prints, or a figure.
    pub other: Option<FigureKey>,
    /// The value of the figure.
    pub computed: Decimal,
    /// The other value.
    pub said: Decimal,
}

impl Disagreement {
    fn apart(&self) -> Decimal {
        distance(self.computed, self.said)
    }
}

/// The largest, in pounds; nothing where nothing in pounds disagrees.
pub fn largest(outcome: &Outcome) -> Option<Disagreement> {
    let printed = outcome.comparisons().iter().filter(|comparison| comparison.verdict.is_apart()).filter_map(|one| {
        let (figure, computed) = (one.figure?, one.computed?.ok()?);
        Some(Disagreement { figure, other: None, computed, said: one.printed.ok()? })
    });
    let between = outcome.agreements().iter().filter(|agreement| agreement.verdict.is_apart()).filter_map(|one| {
        let value = |figure: FigureKey| outcome.value(figure)?.ok();
        let (computed, said) = (value(one.figure)?, value(one.other)?);
        Some(Disagreement { figure: one.figure, other: Some(one.other), computed, said })
    });
    let in_pounds = printed.chain(between).filter(|one| one.figure.kind.unit == Unit::Money);
    // Of two that are equally far apart the first counts, whatever the order of the others.
    in_pounds.fold(None, |largest: Option<Disagreement>, one| match largest {
        Some(largest) if largest.apart() >= one.apart() => Some(largest),
        _ => Some(one),
    })
}

/// The sentence and its picture; nothing where nothing in pounds disagrees.
pub fn answer(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    let found = largest(context.session.outcome())?;
    let number = |figure: FigureKey, value: Decimal| {
        let words = in_words(Ok(value));
        tag("strong").child(explained(plan, figure, &words, &context.explain).words(words.clone()))
    };
    let said = match found.other {
        None => tag("span").words("the plan prints ").child(tag("strong").words(in_words(Ok(found.said)))),
        Some(other) => {
            tag("span").child(number(other, found.said)).words(format!(" stands as “{}”", other.label(plan)))
        }
    };
    let sentence = tag("p")
        .class("answer")
        .words("The largest disagreement is ")
        .child(tag("strong").words(in_words(Ok(found.apart()))))
        .words(format!(", for “{}”: ", found.figure.label(plan)))
        .child(said)
        .words(" where ")
        .child(number(found.figure, found.computed))
        .words(" follows from its rows.");
    Some(tag("div").child(sentence).child(picture(&context.session, plan, &found)).html())
}

fn in_words(value: Value) -> String {
    match value {
        Ok(number) if number.abs() >= whole(1_000_000) => format::money_in(value, MoneyUnit::Millions, 2),
        _ => format::money(value),
    }
}

fn picture(session: &Session, plan: &Plan, found: &Disagreement) -> Html {
    let largest = found.computed.abs().max(found.said.abs());
    let (unit, name, places) = unit_for(largest);
    let drawn = |value: Value| drawn_money(value, unit, places);
    let label = found.figure.label(plan);
    let chart = Bridge {
        frame: Frame::new(
            "overview-disagreement",
            format!("{label}: what is said and what follows"),
            format!("{} is said, {} follows.", in_words(Ok(found.said)), in_words(Ok(found.computed))),
        ),
        unit: name.to_owned(),
        step_heading: "Value".to_owned(),
        steps: vec![
            BridgeStep::level(
                found.other.map_or_else(|| "Printed in the plan".to_owned(), |other| other.label(plan)),
                drawn(Ok(found.said)),
            ),
            BridgeStep::change("Apart", drawn(subtract(found.computed, found.said))),
            BridgeStep::level("Follows from its rows", drawn(Ok(found.computed))),
        ],
    };
    figure_of(session, "The two values", "h3", &chart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn the_largest_in_pounds_is_found_and_shares_are_left_out() {
        let example = example::outcome(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}, {"id": "b", "name": "B", "year": "2011/12"}],
            "schemes": [
                {"id": "s", "name": "S", "list": "a", "gross": "200", "unit": "£000"},
                {"id": "t", "name": "T", "list": "b", "gross": "700", "unit": "£000"}
            ],
            "stated": [
                {"figure": "schemes.list.a.gross", "value": "300", "unit": "£000"},
                {"figure": "schemes.list.b.gross", "value": "100", "unit": "£000"}
            ]"#,
        );
        let found = largest(&example.outcome).expect("two printed figures differ");
        assert_eq!(found.figure.label(&example.plan), "B: gross saving");
        assert_eq!((found.said, found.computed), (whole(100_000), whole(700_000)));
    }

    #[test]
    fn a_plan_that_agrees_has_none() {
        let example = example::outcome(r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}]"#);
        assert_eq!(largest(&example.outcome), None);
    }
}
