//! Staff: now, planned, and the change, by group.

use super::change::{NowAndPlan, changes};
use crate::components::{
    Shown, body, data_table, figure_cell, figure_in_words, figure_of, head, headings, needed_for, not_given,
    number_cell, row, tag, titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::format;
use one_plan_model::plan::NumberCell;
use one_plan_model::quantity::Measured;
use one_plan_model::rules::capacity::staff::{
    STAFF_BASELINE, STAFF_CHANGE, STAFF_CHANGE_ALL, STAFF_PERCENT, STAFF_PLAN,
};
use one_plan_model::rules::capacity::workforce_impact::IMPACT_ALL;
use yew::prelude::*;

const UNIT: &str = "whole-time equivalents";

/// The answer, the picture and the table; one line where the plan gives nothing of it.
pub(super) fn section(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let all = NowAndPlan::at_all(&STAFF_BASELINE, &STAFF_PLAN, [&STAFF_CHANGE_ALL, &STAFF_PERCENT]);
    let sentence = all.sentence(context, "Staff", UNIT);
    let described = outcome.value(IMPACT_ALL.at([])).map(|_| {
        let number = tag("strong").child(figure_in_words(context, IMPACT_ALL.at([]), Shown::IN_WORDS));
        tag("span")
            .words(" The changes that the plan describes one by one come to ")
            .child(number)
            .words(format!(" {UNIT}."))
    });
    let sentence = match (sentence, described) {
        (Some(sentence), described) => sentence.maybe(described.map(|words| words.html())),
        (None, Some(described)) => tag("p")
            .class("answer")
            .words("The plan does not give how many staff there are now or are planned.")
            .child(described),
        (None, None) => {
            return needed_for("Staff", "give groups of staff, each with how many are in post and planned.");
        }
    };
    let section = titled("staff-title", "Staff").child(sentence);
    if plan.staff_groups.is_empty() {
        return section.html();
    }
    let (mut rows, mut of_each) = (Vec::new(), Vec::new());
    for (id, group) in plan.staff_groups.iter() {
        let given = |label: &'static str, cell: Option<NumberCell<Measured>>| match cell {
            Some(cell) => number_cell(label, format::number(Ok(cell.get().number()))),
            None => tag("td").class("num").attribute("data-label", label).child(not_given()).html(),
        };
        let key = STAFF_CHANGE.at([id.index()]);
        of_each.extend(outcome.value(key).map(|value| (group.name().to_owned(), value)));
        let cells = vec![
            given("Now", group.baseline()),
            given("Plan", group.plan()),
            figure_cell(context, "Change", key, Shown::ONE_PLACE),
        ];
        rows.push(row(id.index(), group.name().to_owned(), cells).html());
    }
    let title = "Change of staff by group";
    let chart = changes("workforce-staff", title, UNIT, &of_each);
    let figure = chart.map(|chart| figure_of(&context.session, format!("{title}, {UNIT}"), "h3", &chart));
    let head = head(headings(&["Group"], &["Now", "Plan", "Change"]));
    let caption = format!("Staff by group, {UNIT}");
    section
        .child(tag("div").maybe(figure))
        .child(data_table("workforce-staff-groups", caption, false, vec![head, body(rows)]))
        .html()
}
