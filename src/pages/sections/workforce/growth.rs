//! Groups of staff that must grow: by how much, and whether they do.

use crate::components::{
    FigureColumn, Shown, body, column, data_table, figure_cells, head, headings, not_given, number_cell, row, tag,
    titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureIndex, format};
use one_plan_model::rules::capacity::workforce::{INCREASE_ALL, SUPPLY_ALL, TARGET_GAP};
use yew::prelude::*;

const COLUMNS: [FigureColumn; 3] = [
    column("Increase of the plan", &INCREASE_ALL, Shown::ONE_PLACE),
    column("Who joins, less who leaves", &SUPPLY_ALL, Shown::ONE_PLACE),
    column("Increase less target", &TARGET_GAP, Shown::ONE_PLACE),
];

/// The table with its answer; nothing where no group must grow.
pub(super) fn section(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    if plan.workforce_trajectories.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    let (mut reached, mut short, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for (id, group) in plan.workforce_trajectories.iter() {
        match outcome.value(TARGET_GAP.at([id.index()])).and_then(Result::ok) {
            Some(gap) if gap.is_sign_negative() && !gap.is_zero() => short.push(group.name()),
            Some(_) => reached.push(group.name()),
            None => unknown.push(group.name()),
        }
        let target = match group.target() {
            Some(target) => number_cell("Target", format::number(Ok(target.get().number()))),
            None => tag("td").class("num").attribute("data-label", "Target").child(not_given()).html(),
        };
        let mut cells = vec![target];
        cells.extend(figure_cells(context, &COLUMNS, FigureIndex::new([id.index()])));
        rows.push(row(id.index(), group.name().to_owned(), cells).html());
    }
    let said = [
        (reached, "Grow by as much as they must or more"),
        (short, "Grow by less than they must"),
        (unknown, "The plan does not say by how much they grow"),
    ];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(names, _)| !names.is_empty())
        .map(|(names, words)| format!("{words}: {}.", format::some_of(names, 4, "; ")))
        .collect();
    let head = head(headings(&["Group"], &["Target", COLUMNS[0].label, COLUMNS[1].label, COLUMNS[2].label]));
    let table = data_table(
        "workforce-growth",
        "Groups of staff that must grow, whole-time equivalents over all years",
        true,
        vec![head, body(rows)],
    );
    let section = titled("growth-title", "Groups of staff that must grow");
    Some(section.child(tag("p").class("answer").words(said.join(" "))).child(table).html())
}
