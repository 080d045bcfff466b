use crate::components::{body, count_of, data_table, head, headings, tag, words_cell};
use crate::session::{SealReport, Session};
use one_plan_model::outcome::resolve;
use one_plan_model::plan::Plan;
use yew::prelude::*;

/// How many figures that are not as sealed are listed; how many more there are is said.
const LISTED: usize = 50;

/// What came of a sealed plan that was opened: reproduced exactly, or what differs.
pub fn seal_notice(session: &Session, report: &SealReport) -> Html {
    let class = if report.reproduced { "notice notice--good" } else { "notice notice--bad" };
    let mut notice = tag("div")
        .class(class)
        .attribute("role", "status")
        .attribute("data-seal-report", if report.reproduced { "reproduced" } else { "differs" })
        .child(tag("p").child(tag("strong").words(report.summary.clone())));
    for (position, difference) in report.differences.iter().enumerate() {
        notice = notice.child(tag("p").key(position).words(difference.clone()));
    }
    notice = notice.child(tag("p").key("seal").class("seal").words(format!("Seal of the file: {}", report.sealed)));
    let mut figures = tag("div");
    if !report.figures.is_empty() {
        figures = figures.child(changed(session.plan(), report));
    }
    tag("div").child(notice).child(figures).html()
}

fn changed(plan: &Plan, report: &SealReport) -> Html {
    let shown = |value: &Option<String>| Some(value.clone().unwrap_or_else(|| "no such figure".to_owned()));
    let mut rows = Vec::with_capacity(LISTED);
    for figure in report.figures.iter().take(LISTED) {
        // What the plan no longer gives rise to has no name here.
        let name = resolve(plan, &figure.id).map_or_else(|| figure.id.clone(), |key| key.label(plan));
        let row = tag("tr").key(figure.id.as_str()).child(tag("th").attribute("scope", "row").words(name));
        let cells = vec![words_cell("Sealed", shown(&figure.sealed)), words_cell("Now", shown(&figure.now))];
        rows.push(row.children(cells).html());
    }
    let caption = match report.figures.len() {
        all if all > LISTED => {
            format!("The first {LISTED} of {} that are not as sealed", count_of(all, "figure", "figures"))
        }
        _ => "Figures that are not as sealed".to_owned(),
    };
    data_table("seal-figures", caption, true, vec![head(headings(&["Figure", "Sealed", "Now"], &[])), body(rows)])
}
