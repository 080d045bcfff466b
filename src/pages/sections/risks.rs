//! Risks as a heat map, with arrows to where they lie after what is done about them.

use crate::chart::{Frame, HeatMap, HeatMove, HeatSquare};
use crate::components::{count_of, counted, picture, tag};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureKind, format};
use one_plan_model::parameters::{AMBER_FROM, Parameter, Parameters, RED_FROM};
use one_plan_model::plan::{NumberCell, Plan};
use one_plan_model::quantity::Count;
use one_plan_model::rules::risks::{RATING, RESIDUAL_RATING};
use std::collections::BTreeMap;
use yew::prelude::*;

/// A square of the map: likelihood and consequence.
type Square = (u8, u8);

/// The answer and the picture; one line where no risk has a score.
pub(super) fn section(context: &PageContext) -> Html {
    let session = &context.session;
    let chart = Some(chart(session.plan())).filter(|chart| !chart.squares.is_empty());
    let heading = "Risks by likelihood and consequence, and after what is done about them";
    let needed = "give risks a likelihood and a consequence from 1 to 5, and the same for what is left of them.";
    tag("div").child(tag("div").maybe(answer(session))).child(picture(session, heading, chart.as_ref(), needed)).html()
}

/// How many risks are red, before and after what is done about them; nothing where there are none.
fn answer(session: &Session) -> Option<Html> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let all = plan.risks.len();
    if all == 0 {
        return None;
    }
    let rated = |kind: &'static FigureKind| {
        let words: Vec<String> = outcome.figures_of(kind).map(|(_, value)| format::rating(value)).collect();
        let of = |word: &str| words.iter().filter(|rating| *rating == word).count();
        (words.len(), of("red"), of("amber"))
    };
    let ((scored, red, amber), (after, red_after, amber_after)) = (rated(&RATING), rated(&RESIDUAL_RATING));
    let mut words = match scored {
        0 => format!(
            "The plan names {}, and gives none of them a likelihood and a consequence.",
            count_of(all, "risk", "risks")
        ),
        _ if scored == all => format!("Of {}, {}.", count_of(all, "risk", "risks"), colours(red, amber)),
        _ => format!("Of {}, {scored} have a score: {}.", count_of(all, "risk", "risks"), colours(red, amber)),
    };
    if after > 0 {
        let of = if after == scored { String::new() } else { format!(" (of {after} of which that is given)") };
        words.push_str(&format!(" After what is done about them{of}, {}.", colours(red_after, amber_after)));
    }
    Some(super::answer::answer().words(words).html())
}

/// How many are red and how many amber: "none is red and 7 are amber".
fn colours(red: usize, amber: usize) -> String {
    let words = |count: usize, colour: &str| match count {
        0 => format!("none is {colour}"),
        1 => format!("1 is {colour}"),
        more => format!("{} are {colour}", counted(more)),
    };
    match (red, amber) {
        (0, 0) => "none is red or amber".to_owned(),
        _ => format!("{} and {}", words(red, "red"), words(amber, "amber")),
    }
}

fn chart(plan: &Plan) -> HeatMap {
    let mut squares: BTreeMap<Square, usize> = BTreeMap::new();
    let mut moves: BTreeMap<(Square, Square), usize> = BTreeMap::new();
    for (_, risk) in plan.risks.iter() {
        let Some(from) = square(risk.likelihood(), risk.consequence()) else { continue };
        *squares.entry(from).or_default() += 1;
        if let Some(to) = square(risk.residual_likelihood(), risk.residual_consequence()) {
            *moves.entry((from, to)).or_default() += 1;
        }
    }
    let scored: usize = squares.values().sum();
    HeatMap {
        frame: Frame::new(
            "risks-heat-map",
            "Risks by likelihood and consequence",
            format!(
                "{} with a score, of {}. An arrow leads to where risks lie after what is done about them.",
                count_of(scored, "risk", "risks"),
                plan.risks.len()
            ),
        ),
        squares: squares
            .into_iter()
            .map(|((likelihood, consequence), count)| HeatSquare { likelihood, consequence, count })
            .collect(),
        amber_and_red_from: [&AMBER_FROM, &RED_FROM].map(|parameter| score_of(plan, parameter)),
        moves: moves.into_iter().map(|((from, to), count)| HeatMove { from, to, count }).collect(),
    }
}

/// A score from which on risks are rated otherwise, in the first year of the plan; where it is no number of the scale, no
/// square has it.
fn score_of(plan: &Plan, parameter: &Parameter) -> u8 {
    let year = plan.details().map(|details| details.first_year());
    let value = year.and_then(|year| Parameters::of(plan).value(parameter, year));
    value.and_then(|value| u8::try_from(value.number.trunc().mantissa()).ok()).unwrap_or(u8::MAX)
}

/// A square of the map; nothing where either side is not given or not on the scale.
fn square(likelihood: Option<NumberCell<Count>>, consequence: Option<NumberCell<Count>>) -> Option<Square> {
    let on_scale = |cell: Option<NumberCell<Count>>| {
        let text = cell?.get().to_string();
        text.parse::<u8>().ok().filter(|score| (1..=5).contains(score))
    };
    Some((on_scale(likelihood)?, on_scale(consequence)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn how_many_have_a_colour_is_said_as_people_say_it() {
        assert_eq!(colours(3, 7), "3 are red and 7 are amber");
        assert_eq!(colours(0, 1), "none is red and 1 is amber");
        assert_eq!(colours(0, 0), "none is red or amber");
    }

    #[test]
    fn risks_of_one_square_are_counted_and_those_without_a_score_are_not() {
        let plan = example::plan(
            r#""risks": [
                {"id": "a", "name": "A", "likelihood": "4", "consequence": "5", "residual_likelihood": "2", "residual_consequence": "3"},
                {"id": "b", "name": "B", "likelihood": "4", "consequence": "5"},
                {"id": "c", "name": "C"}
            ]"#,
        );
        let chart = chart(&plan);
        assert_eq!(chart.squares, [HeatSquare { likelihood: 4, consequence: 5, count: 2 }]);
        assert_eq!(chart.moves, [HeatMove { from: (4, 5), to: (2, 3), count: 1 }]);
    }
}
