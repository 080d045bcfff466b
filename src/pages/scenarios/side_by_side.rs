//! The plan and its scenarios side by side.

mod standing;

use super::choices::{TRIED, TrialProperties, figures};
use crate::components::{
    Shown, body, cell_for_number, data_table, head, number_heading, row, tag, titled, use_kept_result, words_heading,
};
use crate::navigation::Page;
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Value;
use one_plan_model::rules::contracts;
use one_plan_model::rules::finance::providers;
use one_plan_model::scenario::{Compared, Definition, THE_PLAN, side_by_side};
use standing::{not_linked, not_moved, what_stands_still};
use std::rc::Rc;
use yew::prelude::*;

/// The section.
#[component]
pub fn SideBySide(properties: &TrialProperties) -> Html {
    let TrialProperties { context, trial } = properties;
    let session = &context.session;
    let plan = session.plan();
    let figures = figures(session);
    let found = use_kept_result(session, ("side-by-side", 0), Rc::clone(trial), false, {
        let figures = figures.clone();
        move |session, trial| match scenarios(session.plan(), trial) {
            // The values of the plan are those of its outcome.
            none if none.is_empty() => (Rc::new(not_yet(session, trial, &figures)), Rc::new(Vec::new())),
            some => {
                let definitions: Vec<Definition> = some.iter().map(|(_, definition)| definition.clone()).collect();
                let columns = side_by_side(session.plan(), some, &figures);
                let apart = not_linked(session.plan(), &definitions, &columns, &figures);
                (Rc::new(columns), Rc::new(apart))
            }
        }
    });
    let section = titled("compared-title", "Side by side");
    if figures.is_empty() {
        let words = "This plan has none of the figures by which scenarios are compared.";
        return section.child(tag("p").words(words)).html();
    }
    let is_busy = found.is_none();
    let (columns, apart) = found.unwrap_or_else(|| (Rc::new(not_yet(session, trial, &figures)), Rc::new(Vec::new())));
    let form = form_of(&figures, &columns);
    let mut rows = Vec::with_capacity(figures.len());
    for (at, figure) in figures.iter().enumerate() {
        let cells = columns.iter().enumerate().map(|(number, column)| {
            let is_apart = apart.contains(&(number, at));
            cell(column, (number, at), figure.kind.unit, form, is_apart)
        });
        rows.push(row(at, figure.label(plan), cells.collect()).html());
    }
    let mut headings = vec![words_heading("Figure")];
    headings.extend(columns.iter().map(|column| number_heading(column.name.clone())));
    let table = data_table(
        "compared",
        "Headline figures of the plan and its scenarios, with the difference from the plan",
        true,
        vec![head(headings), body(rows)],
    );
    let busy = if is_busy { "true" } else { "false" };
    let table = tag("div").attribute("aria-busy", busy).child(table);
    section
        .child(assumptions(&columns))
        .child(tag("div").maybe(what_stands_still(&columns, &not_moved(session, &figures, &apart))))
        .child(table)
        .child(tag("div").maybe(what_figures_mean(session, &figures)))
        .html()
}

/// What is easily taken for something else: what is due is not all that the contracts come to, and the surplus of a provider is
/// not that of the plan.
fn what_figures_mean(session: &Session, figures: &[FigureKey]) -> Option<Html> {
    let mut sentences: Vec<Html> = Vec::new();
    for due in figures.iter().filter(|figure| std::ptr::eq(figure.kind, &contracts::TOTAL_DUE)) {
        let forecast = contracts::TOTAL_FORECAST.at([due.index.get(0)]);
        let Some(Ok(all)) = session.outcome().value(forecast) else { continue };
        let link = tag("a").attribute("href", Page::Contracts.hash()).words(Page::Contracts.name());
        let words = format!(
            "\u{201c}{}\u{201d} counts only contracts whose payment for the whole year is known; with the forecast of the others \
             they come to {}: see ",
            due.label(session.plan()),
            format::money(Ok(all))
        );
        sentences.push(tag("p").class("note").words(words).child(link).words(".").html());
    }
    if figures.iter().any(|figure| std::ptr::eq(figure.kind, &providers::SURPLUS_AFTER)) {
        let words = "\u{201c}Surplus after the plan\u{201d} is that of the provider: its forecast surplus less the costs that stay with \
             it when schemes take income from it. What it saves itself counts in its forecast surplus, which the levers do not move; \
             so where schemes save less, less is taken from it.";
        sentences.push(tag("p").class("note").words(words).html());
    }
    if sentences.is_empty() { None } else { Some(tag("div").children(sentences).html()) }
}

/// What is known before the scenarios are computed: all but their numbers, so that the table has its place from the beginning.
fn not_yet(session: &Session, trial: &Definition, figures: &[FigureKey]) -> Vec<Compared> {
    let plan = session.plan();
    let column =
        |name: String, assumes, values| Compared { name, assumes, problems: vec![], values, differences: vec![] };
    let of_plan = figures.iter().map(|figure| session.outcome().value(*figure)).collect();
    let others = scenarios(plan, trial).into_iter().map(|(name, of)| column(name, of.words(plan), vec![]));
    std::iter::once(column(THE_PLAN.to_owned(), vec![], of_plan)).chain(others).collect()
}

/// The scenarios of the plan with their names, and behind them what is tried.
fn scenarios(plan: &Plan, trial: &Definition) -> Vec<(String, Definition)> {
    let of_plan = plan.scenarios.iter().map(|(id, scenario)| (scenario.name().to_owned(), Definition::of(plan, id)));
    let mut all: Vec<(String, Definition)> = of_plan.collect();
    if *trial != Definition::default() {
        all.push((TRIED.to_owned(), trial.clone()));
    }
    all
}

/// The one form of all money of the table.
fn form_of(figures: &[FigureKey], columns: &[Compared]) -> Shown {
    let money = |at: &usize| figures.get(*at).is_some_and(|figure| figure.kind.unit == Unit::Money);
    let values = columns.iter().flat_map(|column| [&column.values, &column.differences]);
    let amounts = values.flat_map(|values| values.iter().enumerate().filter(|(at, _)| money(at)));
    Shown::to_compare(amounts.filter_map(|(_, value)| (*value)?.ok()))
}

fn cell(column: &Compared, (number, at): (usize, usize), unit: Unit, form: Shown, is_apart: bool) -> Html {
    let shown = match column.values.get(at) {
        Some(Some(value)) => form.words(*value, unit),
        Some(None) => "n/a".to_owned(),
        None => "…".to_owned(),
    };
    let cell = cell_for_number(column.name.clone()).key(number).child(tag("div").words(shown));
    let apart = match column.differences.get(at).filter(|_| number > 0) {
        Some(_) if is_apart => "no change: not linked".to_owned(),
        Some(apart) => apart.map_or_else(String::new, |apart| difference_words(apart, unit, form)),
        // The line of the difference has its height.
        None if number > 0 => "\u{a0}".to_owned(),
        None => String::new(),
    };
    cell.child(tag("div").class("note").words(apart)).html()
}

/// A difference with its sign; nothing where there is none.
pub(super) fn difference_words(apart: Value, unit: Unit, form: Shown) -> String {
    match apart {
        Ok(number) if number.is_zero() => "no change".to_owned(),
        // What two shares are apart is no share.
        Ok(_) if unit == Unit::Percent => format::change_in_unit(apart, unit),
        Ok(number) => {
            let plus = if number.is_sign_negative() { "" } else { "+" };
            format!("{plus}{}", form.words(apart, unit))
        }
        Err(_) => "n/a".to_owned(),
    }
}

/// What each scenario assumes.
fn assumptions(columns: &[Compared]) -> Html {
    let mut list = tag("ul");
    for (at, column) in columns.iter().enumerate().skip(1) {
        let mut words = column.assumes.join("; ");
        for problem in &column.problems {
            words.push_str(&format!(" Not used: {problem}."));
        }
        if words.is_empty() {
            words.push_str("nothing is otherwise");
        }
        let is_nothing = |apart: &Option<Value>| apart.is_none_or(|apart| apart.is_ok_and(|apart| apart.is_zero()));
        if !column.assumes.is_empty() && !column.differences.is_empty() && column.differences.iter().all(is_nothing) {
            words.push_str(
                ". None of the figures below changes: what they add up does not rest on the numbers that it moves",
            );
        }
        let name = tag("strong").words(format!("{}: ", column.name));
        list = list.child(tag("li").key(at).child(name).child(tag("span").words(words)));
    }
    if columns.len() > 1 {
        list.html()
    } else {
        tag("p").words("The plan keeps no scenarios. Set a lever to see what would be.").html()
    }
}
