//! The two sides of a contract.

use crate::browser::save_bytes;
use crate::components::{
    Shown, being_worked_out, body, data_table, head, number_cell, number_heading, row, tag, titled, use_kept_result,
    words_cell, words_heading,
};
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::{Plan, Table};
use one_plan_model::quantity::{Fixed, Value};
use one_plan_model::scenario::{
    Position, at_position, both_sides, frameworks, negotiation_as_csv, state_words, together, totals,
};
use std::rc::Rc;
use yew::prelude::*;

/// The section; empty where the plan has no lines of contracts.
#[component]
pub fn TwoSides(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let plan = session.plan();
    let found = use_kept_result(session, ("sides", 0), (), false, |session, ()| Rc::new(both_frameworks(session)));
    if plan.contract_lines.is_empty() {
        return tag("div").html();
    }
    let save = Callback::from({
        let session = session.clone();
        move |_: MouseEvent| {
            let name = format!("{}-negotiation.csv", session.file_name().trim_end_matches(".json"));
            // The browser says itself where it does not save.
            let _ = save_bytes(&name, negotiation_as_csv(session.plan()).as_bytes());
        }
    });
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(save);
    titled("sides-title", "Two sides of a contract")
        .child(tag("p").words(
            "What the commissioner offers and what the provider asks for. Of what is not settled each side plans its own.",
        ))
        .child(lines(plan))
        .child(tag("div").child(positions(plan, found.as_deref())))
        .child(button.words("Take the record away as CSV"))
        .html()
}

fn lines(plan: &Plan) -> Html {
    let all = both_sides(plan);
    let amounts = all.iter().flat_map(|line| [line.offer, line.ask, line.gap]).flatten();
    let form = Shown::in_pounds(amounts.filter_map(|amount| amount.value().ok()));
    let money = |value: Value| form.words(value, Unit::Money);
    let amount = |amount: Option<Fixed>| amount.map_or_else(|| "n/a".to_owned(), |amount| money(amount.value()));
    let mut rows = Vec::with_capacity(all.len() + 1);
    for (at, line) in all.iter().enumerate() {
        let contract = plan.title(Table::Contract, line.contract.index()).map(str::to_owned);
        let cells = vec![
            words_cell("Contract", contract),
            number_cell("Offer", amount(line.offer)),
            number_cell("Ask", amount(line.ask)),
            number_cell("Gap", amount(line.gap)),
            words_cell("State", Some(state_words(line))),
        ];
        rows.push(row(at, line.name.clone(), cells).html());
    }
    let total = totals(all.iter());
    let cells = vec![
        words_cell("Contract", None),
        number_cell("Offer", money(total.offer)),
        number_cell("Ask", money(total.ask)),
        number_cell("Gap", money(total.gap)),
        words_cell("State", Some(format!("{} settled", money(total.settled)))),
    ];
    rows.push(row("total", "All lines", cells).class("total").html());
    let mut headings = vec![words_heading("Line"), words_heading("Contract")];
    headings.extend(["Offer", "Ask", "Gap"].map(number_heading));
    headings.push(words_heading("State"));
    data_table("sides", "Lines under negotiation", true, vec![head(headings), body(rows)])
}

/// Figures, each with its value in several plans.
type FiguresOfPlans = Vec<(FigureKey, Vec<Option<Fixed>>)>;

/// The figures of both frameworks in the plan, at the offer, at the ask, and at what is settled; those that are otherwise.
fn both_frameworks(session: &Session) -> FiguresOfPlans {
    let plan = session.plan();
    if plan.contract_lines.is_empty() {
        return Vec::new();
    }
    let figures = frameworks(session.outcome());
    let mut plans = vec![plan.clone()];
    plans.extend([Position::Offer, Position::Ask, Position::Settled].map(|position| at_position(plan, position)));
    let found = together(&plans, &figures).values;
    let of_figure = |at: usize| found.iter().map(|values| values.get(at).copied().flatten()).collect::<Vec<_>>();
    let all = figures.iter().enumerate().map(|(at, figure)| (*figure, of_figure(at)));
    all.filter(|(_, values)| values.iter().any(|value| Some(value) != values.first())).collect()
}

fn positions(plan: &Plan, found: Option<&FiguresOfPlans>) -> Html {
    let Some(found) = found else { return being_worked_out("later later--table").html() };
    let amounts = found.iter().flat_map(|(_, values)| values).flatten();
    let form = Shown::in_pounds(amounts.filter_map(|amount| amount.value().ok()));
    let names = ["The plan", "At the offer", "At the ask", "As far as settled"];
    let mut rows = Vec::new();
    for (at, (figure, values)) in found.iter().enumerate() {
        let cells = names.iter().zip(values.iter().copied()).map(|(name, value)| {
            number_cell(*name, value.map_or_else(|| "n/a".to_owned(), |value| form.words(value.value(), Unit::Money)))
        });
        rows.push(row(at, figure.label(plan), cells.collect()).html());
    }
    if rows.is_empty() {
        return tag("p").words("No line says from which budget it is paid, so neither framework moves.").html();
    }
    let mut headings = vec![words_heading("Figure")];
    headings.extend(names.map(number_heading));
    data_table("positions", "What each would mean for both", true, vec![head(headings), body(rows)])
}
