use crate::components::{CorrectedCopies, count_of, load_issue, tag};
use crate::session::{LoadReport, Session};
use yew::prelude::*;

/// How many problems stand in the question itself; all of them are on the page of data once the plan is open.
const SHOWN: usize = 10;

/// Asks whether a plan is opened of which something is not used: what, and what happens to the plan that is open.
pub fn load_question(session: &Session, still_open: Option<String>, open: Callback<()>, leave: Callback<()>) -> Html {
    let Some(report) = session.load_report() else { return tag("div").html() };
    let mut list = tag("ol").class("error-summary__list");
    for (position, issue) in report.to_look_at().take(SHOWN).enumerate() {
        list = list.child(tag("li").key(position).child(load_issue(issue)));
    }
    let more = report.to_look_at().count().saturating_sub(SHOWN);
    let mut rest = tag("p");
    if more > 0 {
        rest = rest.words(format!("And {}; all are listed on the page Data.", count_of(more, "more", "more")));
    }
    let button = |class: &'static str, onpress: Callback<()>, words: String| {
        tag("button").attribute("type", "button").class(class).onclick(onpress.reform(|_| ())).words(words)
    };
    let stay = still_open.map_or_else(|| "Do not open it".to_owned(), |title| format!("Keep {title}"));
    let buttons = tag("div")
        .class("toolbar")
        .child(button("button", open, "Open it with these problems".to_owned()))
        .child(button("button button--secondary", leave, stay));
    tag("div")
        .class("error-summary")
        .attribute("role", "alertdialog")
        .attribute("tabindex", "-1")
        .attribute("aria-labelledby", "load-question-title")
        .child(tag("h2").class("error-summary__title").id("load-question-title").words("Some of this is not used"))
        .child(tag("p").words(lead(session.chosen_name(), report)))
        .child(list)
        .child(rest)
        .child(questions(report))
        .child(html! { <CorrectedCopies report={report.clone()} /> })
        .child(buttons)
        .html()
}

fn lead(name: &str, report: &LoadReport) -> String {
    let (read, out) = report.rows();
    let problems = count_of(report.to_look_at().count(), "problem", "problems");
    let rows = count_of(read, "row was read", "rows were read");
    let out = match out {
        0 => "all are used".to_owned(),
        out => format!("{} left out", count_of(out, "is", "are")),
    };
    format!("{name} can be opened with {problems}: {rows}, {out}. Your own files stay as they are.")
}

/// What only the person can say: headings that are nearly known.
fn questions(report: &LoadReport) -> Html {
    let mut list = tag("ul");
    for (position, question) in report.questions.iter().enumerate() {
        let candidates = question.candidates.join("\" or \"");
        let words = if !question.question.is_empty() {
            let candidates = if question.candidates.is_empty() {
                String::new()
            } else {
                format!(" It may be: {}.", question.candidates.join(", "))
            };
            format!("In the sheet \"{}\": {}{candidates}", question.sheet, question.question)
        } else if question.kind == "column" {
            format!(
                "In the sheet \"{}\" the heading \"{}\" is not known. If it means \"{candidates}\", give it that heading.",
                question.sheet, question.heading
            )
        } else {
            format!(
                "The sheet \"{}\" may be \"{candidates}\": give it the name of the table that is meant.",
                question.sheet
            )
        };
        list = list.child(tag("li").key(position).words(words));
    }
    list.html()
}
