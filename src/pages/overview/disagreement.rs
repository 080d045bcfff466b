//! What is the largest disagreement? The finding that sets two amounts furthest apart, as the page of checks has it: of
//! those that are open, or of all where nothing is.

use crate::chart::{Bridge, BridgeStep, Frame};
use crate::components::{Shown, drawn_money, explained, figure_of, finding_link, tag, unit_for};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Finding, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, Value, distance, negate, subtract};
use yew::prelude::*;

/// A finding that sets two amounts apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// Its position.
    pub finding: usize,
    /// How far apart they are, in pounds.
    pub apart: Decimal,
    /// Whether it is settled, as all of them are.
    pub is_settled: bool,
    /// The two amounts, where it is about two.
    pub two: Option<TwoValues>,
}

/// Two values of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoValues {
    /// The figure that is computed.
    pub figure: FigureKey,
    /// What the other value is: what the plan prints, or a figure.
    pub other: Option<FigureKey>,
    /// The value of the figure.
    pub computed: Decimal,
    /// The other value.
    pub said: Decimal,
    /// Whether the one is to be what the other is with the other sign.
    pub is_opposite: bool,
}

/// The largest in pounds; nothing where nothing in pounds disagrees. What is only short of its own plan comes where nothing
/// disagrees: both of its amounts are right.
pub fn largest(outcome: &Outcome) -> Option<Disagreement> {
    let findings = || outcome.findings().iter().enumerate();
    let of = |is_settled: bool, disagrees: bool| {
        let those = findings().filter(|(at, _)| outcome.is_settled(*at) == is_settled);
        let those = those.filter(|(_, finding)| finding.sets_against_each_other() == disagrees);
        let in_pounds = those.filter_map(|(at, finding)| Some((at, finding.pounds_apart()?)));
        // Of two that are equally far apart the first counts, whatever the order of the others.
        in_pounds.fold(None, |largest: Option<(usize, Decimal)>, one| match largest {
            Some(largest) if largest.1 >= one.1 => Some(largest),
            _ => Some(one),
        })
    };
    let ((finding, apart), is_settled) = [(false, true), (false, false), (true, true), (true, false)]
        .into_iter()
        .find_map(|(is_settled, disagrees)| Some((of(is_settled, disagrees)?, is_settled)))?;
    let two = outcome.findings().get(finding).and_then(|found| two_values(outcome, found, apart));
    Some(Disagreement { finding, apart, is_settled, two })
}

/// The two amounts of a finding that are so far apart.
fn two_values(outcome: &Outcome, finding: &Finding, apart: Decimal) -> Option<TwoValues> {
    let is_about = |figure: FigureKey| figure.kind.unit == Unit::Money && finding.figures.contains(&figure);
    let mut printed = outcome.comparisons().iter().filter(|one| one.apart() == Some(apart));
    let printed = printed.find_map(|one| {
        let figure = one.figure.filter(|figure| one.verdict.is_apart() && is_about(*figure))?;
        let (computed, said) = (one.computed?.ok()?, one.printed.ok()?);
        Some(TwoValues { figure, other: None, computed, said, is_opposite: false })
    });
    let value = |figure: FigureKey| outcome.value(figure)?.ok();
    printed.or_else(|| {
        let mut between = outcome.agreements().iter().filter(|one| one.apart == apart && one.verdict.is_apart());
        between.find_map(|one| {
            let (figure, other) =
                Some((one.figure, one.other)).filter(|(one, other)| is_about(*one) && is_about(*other))?;
            let (computed, said) = (value(figure)?, value(other)?);
            let is_opposite = distance(computed, said) != apart;
            Some(TwoValues { figure, other: Some(other), computed, said, is_opposite })
        })
    })
}

/// The sentence and its picture; nothing where nothing in pounds disagrees.
pub fn answer(context: &PageContext) -> Option<Html> {
    let session = &context.session;
    let (plan, outcome) = (session.plan(), session.outcome());
    let found = largest(outcome)?;
    let begin = match (found.is_settled, &found.two) {
        (true, _) => "Nothing that disagrees is open. The largest that is settled is ",
        (false, Some(_)) => "The largest disagreement is ",
        (false, None) if outcome.findings().get(found.finding).is_some_and(Finding::sets_against_each_other) => {
            "The largest disagreement is "
        }
        (false, None) => "The most that the checks ask about is ",
    };
    let two = found.two.as_ref().map(|two| [two.said, two.computed]);
    let form = Shown::one_form(two.into_iter().flatten().chain([found.apart]));
    let in_words = |value: Decimal| form.words(Ok(value), Unit::Money);
    let number = |figure: FigureKey, value: Decimal| {
        let words = in_words(value);
        tag("strong").child(explained(plan, figure, &words, &context.explain).words(words.clone()))
    };
    let sentence = tag("p").class("answer").words(begin).child(tag("strong").words(in_words(found.apart)));
    let sentence = match &found.two {
        Some(TwoValues { figure, other: None, computed, said, .. }) => sentence
            .words(format!(", for “{}”: the plan prints ", figure.label(plan)))
            .child(tag("strong").words(in_words(*said)))
            .words(" where ")
            .child(number(*figure, *computed))
            .words(" follows from its rows."),
        Some(TwoValues { figure, other: Some(other), computed, said, is_opposite }) => sentence
            .words(format!(": “{}” is ", other.label(plan)))
            .child(number(*other, *said))
            .words(format!(", and “{}” is ", figure.label(plan)))
            .child(number(*figure, *computed))
            .words(if *is_opposite { ", where it should be the same with the other sign." } else { "." }),
        None => {
            let message = outcome.findings().get(found.finding).map(|finding| finding.message.clone());
            sentence.words(format!(". {}", message.unwrap_or_default()))
        }
    };
    let name = outcome.finding_name(plan, found.finding);
    let link = tag("a").class("card__link").attribute("href", finding_link(&name)).words("See it among the checks");
    let drawn = found.two.as_ref().map(|two| picture(session, plan, two));
    Some(tag("div").child(sentence).child(tag("p").child(link)).child(tag("div").maybe(drawn)).html())
}

fn picture(session: &Session, plan: &Plan, found: &TwoValues) -> Html {
    // Drawn with one sign: so far apart are they.
    let said = if found.is_opposite { negate(found.said) } else { found.said };
    let largest = found.computed.abs().max(found.said.abs());
    let (unit, name, places) = unit_for(largest);
    let drawn = |value: Value| drawn_money(value, unit, places);
    let label = found.figure.label(plan);
    let (of_said, of_computed) = match found.other {
        None => ("Printed in the plan".to_owned(), "Follows from its rows".to_owned()),
        Some(other) => {
            let turned = if found.is_opposite { ", with the other sign" } else { "" };
            (format!("{}{turned}", other.label(plan)), found.figure.label(plan))
        }
    };
    let chart = Bridge {
        frame: Frame::new("overview-disagreement", format!("{label}: the two values"), {
            let form = Shown::one_form([said, found.computed]);
            let [said, computed] = [said, found.computed].map(|value| form.words(Ok(value), Unit::Money));
            format!("{said} and {computed}.")
        }),
        unit: name.to_owned(),
        step_heading: "Value".to_owned(),
        steps: vec![
            BridgeStep::level(of_said, drawn(Ok(said))),
            BridgeStep::change("Apart", drawn(subtract(found.computed, said))),
            BridgeStep::level(of_computed, drawn(Ok(found.computed))),
        ],
    };
    figure_of(session, "The two values", "h3", &chart)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use one_plan_model::example;
    use one_plan_model::exchange::read_json;
    use one_plan_model::outcome::compute;
    use one_plan_model::quantity::whole;

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
        let two = found.two.expect("printed and computed");
        assert_eq!(two.figure.label(&example.plan), "B: gross saving");
        assert_eq!((two.said, two.computed, found.apart), (whole(100_000), whole(700_000), whole(600_000)));
    }

    /// What the checks say of a finding is what is said here, for the published plans and the made-up one.
    #[test]
    fn the_largest_is_that_of_the_checks_and_open_ones_come_first() {
        for name in ["surrey-one-plan", "arden-system-plan", "example-icb-2026-27"] {
            let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
            let bytes = std::fs::read(path).expect("the plan is there");
            let outcome = compute(&read_json(&bytes).expect("it is read").plan);
            let found = largest(&outcome).expect("something disagrees");
            let apart = |at: usize| outcome.findings()[at].pounds_apart();
            assert_eq!(apart(found.finding), Some(found.apart));
            let of_findings = |at: usize| outcome.findings()[at].sets_against_each_other();
            let is_other = |at: &usize| {
                outcome.is_settled(*at) == found.is_settled && of_findings(*at) == of_findings(found.finding)
            };
            assert!((0..outcome.findings().len()).filter(is_other).all(|at| apart(at) <= Some(found.apart)), "{name}");
            if let Some(two) = found.two {
                let said = if two.is_opposite { -two.said } else { two.said };
                assert_eq!(distance(two.computed, said), found.apart, "{name}");
            }
        }
    }

    #[test]
    fn a_plan_that_agrees_has_none() {
        let example = example::outcome(r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}]"#);
        assert_eq!(largest(&example.outcome), None);
    }
}
