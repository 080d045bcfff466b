//! What of the difference between two scenarios is due to what.

use super::choices::{
    TrialProperties, Which, definition_of, figure_at, figure_field, figure_id, figures, scenario_field, scenario_name,
};
use super::side_by_side::difference_words;
use crate::chart;
use crate::components::{
    BEING_WORKED_OUT, Shown, body, choice, choice_field, data_table, drawn_count, drawn_money, drawn_percent,
    field_value, figure_of, filters, head, number_cell, number_heading, row, tag, titled, unit_for, use_kept_result,
    use_live_state, words_heading,
};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Bridge, Definition, Split, bridge};
use std::rc::Rc;
use yew::prelude::*;

/// What is chosen: the two scenarios, the figure by its id, and whether without an order.
#[derive(Clone, PartialEq)]
struct Chosen {
    from: Which,
    to: Which,
    figure: Option<Rc<str>>,
    in_order: bool,
}

/// What is found for what is chosen.
struct Found {
    figure: FigureKey,
    /// What the two scenarios are called.
    names: [String; 2],
    bridge: Result<Bridge, String>,
}

/// The section.
#[component]
pub fn Difference(properties: &TrialProperties) -> Html {
    let TrialProperties { context, trial } = properties;
    let session = &context.session;
    let plan = session.plan();
    // Two may be chosen faster than the page is drawn.
    let choosing =
        use_live_state(|| Chosen { from: Which::Plan, to: Which::at(plan, 1), figure: None, in_order: false });
    let chosen = choosing.get();
    let of = (Rc::clone(trial), chosen.clone());
    let found = use_kept_result(session, ("difference", 0), of, false, |session, (trial, chosen)| {
        let plan = session.plan();
        let figure = *figures(session).get(figure_at(session, chosen.figure.as_deref()))?;
        let ends = [&chosen.from, &chosen.to].map(|which| which.position(plan));
        let names = ends.map(|at| scenario_name(plan, at));
        let ends = ends.map(|at| definition_of(plan, trial, at));
        let split = if chosen.in_order { Split::InOrder } else { Split::EveryOrder };
        Some(Rc::new(Found { figure, names, bridge: bridged(session, &ends, figure, split) }))
    });
    let choose = |set: fn(&mut Chosen, &Session, usize)| {
        let (choosing, session) = (choosing.clone(), session.clone());
        Callback::from(move |event: Event| {
            let at = field_value(&event).parse().unwrap_or_default();
            choosing.change(|chosen| set(chosen, &session, at));
        })
    };
    let from = choose(|chosen, session, at| chosen.from = Which::at(session.plan(), at));
    let to = choose(|chosen, session, at| chosen.to = Which::at(session.plan(), at));
    let figure = choose(|chosen, session, at| chosen.figure = figure_id(session, at));
    let figure_now = figure_at(session, chosen.figure.as_deref());
    let orders = vec![
        choice("0", "Without an order: the average over all orders", !chosen.in_order).html(),
        choice("1", "One after the other, as listed", chosen.in_order).html(),
    ];
    let fields = vec![
        scenario_field(plan, "bridge-from", "From", chosen.from.position(plan), from),
        scenario_field(plan, "bridge-to", "To", chosen.to.position(plan), to),
        figure_field(session, "bridge-figure", figure_now, figure),
        choice_field("bridge-split", "How it is split", orders, choose(|chosen, _, at| chosen.in_order = at == 1)),
    ];
    let busy = if found.is_none() { "true" } else { "false" };
    let section = titled("bridge-title", "What a difference is made of").attribute("aria-busy", busy);
    let nothing = || tag("div").html();
    let (said, picture, table) = match found {
        None => (BEING_WORKED_OUT.to_owned(), nothing(), nothing()),
        Some(None) => (String::new(), nothing(), nothing()),
        Some(Some(found)) => match &found.bridge {
            Err(problem) => (format!("{problem}."), nothing(), nothing()),
            Ok(bridge) => {
                let (label, unit) = (found.figure.label(plan), found.figure.kind.unit);
                (
                    split_words(bridge, &found.names),
                    picture(session, bridge, &label, unit, &found.names),
                    table(bridge, label, unit, &found.names),
                )
            }
        },
    };
    section.child(filters(fields, said)).child(tag("div").child(picture)).child(tag("div").child(table)).html()
}

/// What the difference is made of. Between the plan and itself nothing has to be computed.
fn bridged(session: &Session, ends: &[Definition; 2], figure: FigureKey, split: Split) -> Result<Bridge, String> {
    let is_plan = ends.iter().all(|end| *end == Definition::default());
    match session.outcome().value(figure) {
        Some(Ok(value)) if is_plan => {
            let value = Fixed::from(value);
            Ok(Bridge { from: value, parts: vec![], to: value, split, computed: 0 })
        }
        _ => bridge(session.plan(), &ends[0], &ends[1], figure, split),
    }
}

fn split_words(bridge: &Bridge, [from, to]: &[String; 2]) -> String {
    let how = match bridge.split {
        Split::InOrder => "Each part is what the figure moves by when it is made after those above it.",
        Split::EveryOrder => "Each part is the average over all orders in which they could be made.",
        Split::BothEnds => "Each part is the middle of what it adds alone and what it adds last.",
    };
    match bridge.parts.is_empty() {
        // Nobody tried anything yet, or the scenario moves other figures.
        true => format!("Nothing by which \u{201c}{from}\u{201d} and \u{201c}{to}\u{201d} differ changes this figure."),
        false => format!("{how} Nothing is left over."),
    }
}

/// The bridge drawn; without parts there is nothing to see.
fn picture(session: &Session, bridge: &Bridge, label: &str, unit: Unit, [from, to]: &[String; 2]) -> Html {
    if bridge.parts.is_empty() {
        return tag("div").html();
    }
    let ends = [bridge.from, bridge.to];
    let sizes = ends.iter().filter_map(|end| end.value().ok()).map(|number| number.abs());
    let (pounds, money, places) = unit_for(sizes.max().unwrap_or_default());
    let drawn = |value: Fixed| match unit {
        Unit::Money => drawn_money(value.value(), pounds, places),
        Unit::Percent => drawn_percent(value.value(), 2),
        _ => drawn_count(value.value()),
    };
    let shown_in = match unit {
        Unit::Money => money,
        Unit::Percent => "%",
        _ => "number",
    };
    let parts = bridge.parts.iter().map(|part| chart::BridgeStep::change(part.what.clone(), drawn(part.amount)));
    let first = chart::BridgeStep::level(from.clone(), drawn(bridge.from));
    let last = chart::BridgeStep::level(to.clone(), drawn(bridge.to));
    let exact = ends.map(|end| format::in_unit(end.value(), unit));
    let drawing = chart::Bridge {
        frame: chart::Frame::new(
            "bridge-drawing",
            format!("{label}: from {from} to {to}"),
            format!("{label}: {} in {from}, {} in {to}.", exact[0], exact[1]),
        ),
        unit: shown_in.to_owned(),
        step_heading: "What is otherwise".to_owned(),
        steps: std::iter::once(first).chain(parts).chain([last]).collect(),
    };
    let heading = format!("{}, {shown_in}", drawing.frame.title);
    figure_of(session, heading, "h3", &drawing)
}

fn table(bridge: &Bridge, label: String, unit: Unit, [from, to]: &[String; 2]) -> Html {
    let amounts = [bridge.from, bridge.to].into_iter().chain(bridge.parts.iter().map(|part| part.amount));
    let form = Shown::in_pounds(amounts.filter_map(|amount| amount.value().ok()));
    let end = |key: &'static str, heading: String, value: Fixed| {
        row(key, heading, vec![number_cell(label.clone(), form.words(value.value(), unit))]).class("total").html()
    };
    let mut rows = vec![end("from", format!("From: {from}"), bridge.from)];
    for (at, part) in bridge.parts.iter().enumerate() {
        let amount = number_cell(label.clone(), difference_words(part.amount.value(), unit, form));
        rows.push(row(at, part.what.clone(), vec![amount]).html());
    }
    rows.push(end("to", format!("To: {to}"), bridge.to));
    let headings = vec![words_heading("What is otherwise"), number_heading(label.clone())];
    data_table(
        "bridge",
        format!("{label}: from \u{201c}{from}\u{201d} to \u{201c}{to}\u{201d}"),
        false,
        vec![head(headings), body(rows)],
    )
}
