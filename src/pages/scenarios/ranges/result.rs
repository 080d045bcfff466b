//! How figures are spread over the runs.

use super::super::choices::{figures, first_figure};
use super::running::Running;
use crate::components::{
    Shown, Tag, body, count_of, counted, data_table, head, number_cell, number_heading, row, tag, words_cell,
    words_heading,
};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Fixed, Value};
use one_plan_model::scenario::Spread;
use yew::prelude::*;

/// The columns of the table: what one, five and nine of ten runs lie below, and what people call them who work with such runs.
const LOW: &str = "Low (p10)";
const MIDDLE: &str = "Middle (p50)";
const HIGH: &str = "High (p90)";

/// The figures with what the runs say of each, once all are made; nothing where nothing is drawn.
pub fn result(session: &Session, running: &Running) -> Tag {
    let ranges = running.simulation.assumptions();
    if ranges.is_empty() {
        return tag("div");
    }
    let mut list = tag("ul");
    for (at, range) in ranges.iter().enumerate() {
        list = list.child(tag("li").key(at).words(range.clone()));
    }
    let summary = tag("summary").words(format!("What is drawn: {}", count_of(ranges.len(), "range", "ranges")));
    let spreads = spreads(session, running);
    let nothing =
        "Nothing that is drawn moves any of these figures: however often it is run they are what the plan says.";
    let sentence = sentence(session, &spreads);
    tag("div")
        .child(tag("p").class("answer").words(sentence.unwrap_or_else(|| nothing.to_owned())))
        .child(table(session.plan(), &spreads))
        .child(tag("details").class("disclosure").child(summary).child(list))
}

/// A figure as it came out of the runs.
struct OfFigure {
    figure: FigureKey,
    /// Nothing where it is not there in any run.
    spread: Option<Spread>,
    /// As often as it is run it is the same where not: that says nothing of how certain it is.
    is_moved: bool,
}

fn spreads(session: &Session, running: &Running) -> Vec<OfFigure> {
    let values = running.values.borrow();
    let of_figure = |(figure, values): (&FigureKey, &Vec<Option<Fixed>>)| OfFigure {
        figure: *figure,
        spread: Spread::of(values),
        is_moved: values.iter().any(|value| Some(value) != values.first()),
    };
    figures(session).iter().zip(values.iter()).map(of_figure).collect()
}

/// What decides whether the plan balances, or else the first figure that the runs move, in words; nothing where they move none.
fn sentence(session: &Session, spreads: &[OfFigure]) -> Option<String> {
    let first = first_figure(session);
    let moved = |at: &usize| spreads.get(*at).is_none_or(|of| of.is_moved);
    let at = std::iter::once(first).chain(0..spreads.len()).find(moved)?;
    let OfFigure { figure, spread, .. } = spreads.get(at)?;
    let said = main_result(session.plan(), *figure, spread.as_ref()?, session.outcome().value(*figure), at == first);
    // Whoever asks whether it balances is told that the runs do not say.
    let stays = spreads.get(first).filter(|_| at != first).map(|of| of.figure.label(session.plan()));
    Some(stays.map_or_else(String::new, |label| format!("{label}: nothing that is drawn moves it. ")) + &said)
}

fn table(plan: &Plan, spreads: &[OfFigure]) -> Html {
    let money = spreads.iter().filter(|of| of.figure.kind.unit == Unit::Money);
    let amounts = money.filter_map(|of| of.spread.as_ref()).flat_map(|spread| [spread.p10, spread.p50, spread.p90]);
    // Drawn numbers are not known to the penny, so they are not shown to it.
    let form = Shown::one_form(amounts.filter_map(|amount| amount.value().ok()));
    let mut rows = Vec::new();
    for (at, OfFigure { figure, spread, is_moved }) in spreads.iter().enumerate() {
        let Some(spread) = spread else { continue };
        let shown = |value: Fixed| form.words(value.value(), figure.kind.unit);
        let balanced = match is_moved {
            true => format!("{} of {} runs", counted(spread.balanced), counted(spread.runs)),
            false => "nothing that is drawn moves it".to_owned(),
        };
        let cells = vec![
            number_cell(LOW, shown(spread.p10)),
            number_cell(MIDDLE, shown(spread.p50)),
            number_cell(HIGH, shown(spread.p90)),
            words_cell("Nothing or more", Some(balanced)),
        ];
        rows.push(row(at, figure.label(plan), cells).html());
    }
    let mut headings = vec![words_heading("Figure")];
    headings.extend([LOW, MIDDLE, HIGH].map(number_heading));
    headings.push(words_heading("Nothing or more"));
    let caption = "Of ten runs one lies below the low and one above the high; half lie below the middle";
    data_table("ranges", caption, true, vec![head(headings), body(rows)])
}

/// What the runs say of a figure, in words: where it lies most often, how often it is kept, and what the plan says.
fn main_result(plan: &Plan, figure: FigureKey, spread: &Spread, of_plan: Option<Value>, decides: bool) -> String {
    let unit = figure.kind.unit;
    let ends = [spread.p10, spread.p50, spread.p90].map(|end| end.value());
    let known = ends.iter().copied().chain(of_plan).filter_map(Result::ok);
    let form = Shown::one_form(known);
    let [low, middle, high] = ends.map(|end| form.words(end, unit));
    let label = figure.label(plan);
    let mut words =
        format!("{label}: in eight of ten runs it lies between {low} and {high}, in half of them above {middle}.");
    if decides {
        let share =
            u64::try_from(spread.balanced * 1_000).unwrap_or_default() / u64::try_from(spread.runs.max(1)).unwrap_or(1);
        words.push_str(&format!(
            " It is nothing or more in {} of {} runs ({}.{}%).",
            counted(spread.balanced),
            counted(spread.runs),
            share / 10,
            share % 10
        ));
    }
    if let Some(value) = of_plan {
        words.push_str(&format!(" The plan itself says {}.", form.words(value, unit)));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::rules::finance::resource_limit;

    #[test]
    fn the_runs_are_told_in_a_sentence_with_their_range_and_what_the_plan_says() {
        let example = one_plan_model::example::outcome(
            r#""budget_lines": [{"id": "a", "name": "A", "year": "2011/12", "gross": "90", "unit": "£m"}],
            "resource_limits": [{"year": "2011/12", "limit": "92", "unit": "£m"}]"#,
        );
        let (figure, value) =
            example.outcome.figures_of(&resource_limit::PLANNED_SURPLUS).next().expect("a surplus follows");
        let millions = |number: i64| Fixed::whole(number * 1_000_000);
        let spread = Spread {
            p10: millions(-3),
            p50: millions(1),
            p90: millions(2),
            least: millions(-4),
            most: millions(4),
            balanced: 6_125,
            runs: 10_000,
        };
        assert_eq!(
            main_result(&example.plan, figure, &spread, Some(value), true),
            "Planned surplus, 2011/12: in eight of ten runs it lies between −£3.00m and £2.00m, in half of them above £1.00m. \
             It is nothing or more in 6,125 of 10,000 runs (61.2%). The plan itself says £2.00m."
        );
    }
}
