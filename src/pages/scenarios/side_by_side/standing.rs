//! Which figures a scenario does not move, and why they stand still.

use crate::components::tag;
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::Replay;
use one_plan_model::plan::{CellAddress, Plan};
use one_plan_model::scenario::{Compared, Definition, applied, balance};
use yew::prelude::*;

/// How many of the figures each scenario moves, and why others stand still: whoever lets schemes be late expects the surplus to
/// fall, and in many plans the framework has numbers of its own.
pub(super) fn what_stands_still(columns: &[Compared], not_moved: &NotMoved) -> Option<Html> {
    let mut sentences = Vec::new();
    for (number, column) in columns.iter().enumerate().skip(1).filter(|(_, column)| !column.differences.is_empty()) {
        let known = column.differences.iter().flatten().count();
        let moved =
            column.differences.iter().flatten().filter(|apart| apart.is_ok_and(|apart| !apart.is_zero())).count();
        if moved < known {
            let of_all = if known == 1 { "the figure".to_owned() } else { format!("these {known} figures") };
            let stands = match &not_moved.balance {
                Some(balance) if not_moved.columns.contains(&number) => {
                    format!(", and not whether the plan balances: \u{201c}{balance}\u{201d} is not linked to it")
                }
                _ => String::new(),
            };
            sentences.push(format!("\u{201c}{}\u{201d} changes {moved} of {of_all}{stands}.", column.name));
        }
    }
    if sentences.is_empty() {
        return None;
    }
    let meaning = "\u{201c}Not linked\u{201d} means that a figure follows from none of the numbers that the scenario changes, but from numbers \
         that the plan gives by themselves, such as savings of programmes, budgets or a forecast; so that it stays says nothing \
         about what would happen. On its page each figure says from what it follows.";
    let list = sentences.into_iter().enumerate().map(|(at, sentence)| tag("li").key(at).words(sentence).html());
    let list = tag("ul").children(list.collect());
    Some(tag("div").child(list).child(tag("p").class("note").words(meaning)).html())
}

/// What says whether the plan balances, and the columns of the scenarios that cannot move it.
pub(super) struct NotMoved {
    balance: Option<String>,
    columns: Vec<usize>,
}

pub(super) fn not_moved(session: &Session, figures: &[FigureKey], apart: &[(usize, usize)]) -> NotMoved {
    let balance = balance(session.outcome());
    let at = figures.iter().position(|figure| Some(*figure) == balance);
    let columns = apart.iter().filter(|(_, of)| Some(*of) == at).map(|(column, _)| *column).collect();
    NotMoved { balance: balance.map(|figure| figure.label(session.plan())), columns }
}

/// The figures that no number that a scenario changes can move: each by the position of its column and its own. They are
/// looked for among those that stand still. A form of a contract is no number, so of a scenario that changes one nothing is said.
pub(super) fn not_linked(
    plan: &Plan,
    definitions: &[Definition],
    columns: &[Compared],
    figures: &[FigureKey],
) -> Vec<(usize, usize)> {
    let stands_still = |column: &Compared, at: usize| {
        column.differences.get(at).copied().flatten().is_some_and(|apart| apart.is_ok_and(|apart| apart.is_zero()))
    };
    let mut found = Vec::new();
    let mut replay = None;
    for (number, definition) in (1..).zip(definitions) {
        let Some(column) = columns.get(number) else { continue };
        let is_of_numbers = definition.levers.iter().all(|lever| lever.form.is_none()) && definition.changes.is_empty();
        if !is_of_numbers || *definition == Definition::default() {
            continue;
        }
        let (changed, _) = applied(plan, definition);
        for (at, figure) in figures.iter().enumerate().filter(|(at, _)| stands_still(column, *at)) {
            let replay = replay.get_or_insert_with(|| Replay::of(plan));
            let is_moved = |cell: &CellAddress| {
                let written = |plan: &Plan| plan.written_cell(cell.table, cell.row, cell.column);
                written(plan) != written(&changed)
            };
            if !replay.cells_under(*figure).iter().any(is_moved) {
                found.push((number, at));
            }
        }
    }
    found
}
