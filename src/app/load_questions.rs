//! What a person decides before files are opened: what is not used, and what only the person can say.

mod fields;
mod tracker;

use crate::browser::focus_element;
use crate::components::{CorrectedCopies, Tag, count_of, load_issue, tag};
use crate::open_file::{Answers, Asked, Source};
use crate::session::{LoadIssue, answers_as_mapping};
use gloo::file::File;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// How many problems stand in the question itself, the worst first, and how many with those that are folded; all of them are on
/// the page of data once the plan is open.
const SHOWN: usize = 3;
const FOLDED: usize = 20;

/// Properties of [`LoadQuestions`].
#[derive(Clone, PartialEq, Properties)]
pub struct LoadQuestionsProperties {
    /// What is asked.
    pub asked: Asked,
    /// The title of the plan that stays open, if there is one.
    pub still_open: Option<String>,
    /// Reads the files once more, with answers.
    pub onread: Callback<Source>,
    /// Opens the plan as it is.
    pub onopen: Callback<()>,
    /// Leaves the files alone.
    pub onleave: Callback<()>,
}

/// Asks what only the person can say, and whether a plan is opened of which something is not used.
#[component]
pub fn LoadQuestions(properties: &LoadQuestionsProperties) -> Html {
    let asked = &properties.asked;
    let place = use_node_ref();
    // Nobody misses it when it comes, nor when other questions follow.
    use_effect_with(asked.clone(), {
        let place = place.clone();
        move |_| {
            if let Some(place) = place.cast::<HtmlElement>() {
                focus_element(&place);
            }
        }
    });
    let asks = asked.report.has_questions();
    let title = if asks { "Some of this only you can say" } else { "Some of this is not used" };
    tag("div")
        .class(if asks { "error-summary error-summary--question" } else { "error-summary" })
        .attribute("role", "alertdialog")
        .attribute("tabindex", "-1")
        .attribute("aria-describedby", "load-answers-refused")
        .attribute("aria-labelledby", "load-question-title")
        .place(place.clone())
        .child(tag("h2").class("error-summary__title").id("load-question-title").words(title))
        .child(tag("p").words(lead(asked)))
        // What is wrong comes first, then what needs an answer; what was read as it should be is folded.
        .child(problems(asked))
        .child(html! { <CorrectedCopies report={asked.report.clone()} session={asked.session.clone()} /> })
        .child(questions(asked, &properties.onread))
        .child(buttons(properties, place))
        .html()
}

/// Whether a person can say something; what the plan mostly does not need can be said too.
fn can_answer(asked: &Asked) -> bool {
    asked.report.has_questions() || !asked.report.questions.is_empty()
}

fn read_again(answers: Answers, asked: &Asked) -> Source {
    Source::Answered { asked: Rc::new(asked.clone()), answers }
}

/// The questions, and the field for answers that were kept in a file.
fn questions(asked: &Asked, onread: &Callback<Source>) -> Tag {
    if !can_answer(asked) {
        return tag("div");
    }
    let onkept = Callback::from({
        let (asked, onread) = (asked.clone(), onread.clone());
        move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let file = field.files().and_then(|files| files.get(0));
            // The same file may be chosen again after it was mended.
            field.set_value("");
            if let Some(file) = file {
                onread.emit(read_again(Answers::Kept(File::from(file)), &asked));
            }
        }
    });
    let mut refused = tag("div").id("load-answers-refused");
    if let Some(why) = &asked.refused {
        refused = refused.child(tag("p").class("field__error").words(why.as_ref()));
    }
    tag("div")
        .child(fields::questions(&asked.report))
        .child(tracker::readings(&asked.report))
        .child(refused)
        .child(kept_answers(onkept))
}

/// What a person can do: read it with the answers that stand in the form at a place, open it as it is, or leave it.
fn buttons(properties: &LoadQuestionsProperties, place: NodeRef) -> Tag {
    let LoadQuestionsProperties { asked, still_open, onread, onopen, onleave } = properties;
    let button = |class: &'static str, onpress: Callback<MouseEvent>, words: String| {
        tag("button").attribute("type", "button").class(class).onclick(onpress).words(words)
    };
    let asks = asked.report.has_questions();
    let mut buttons = tag("div").class("toolbar");
    if can_answer(asked) {
        let (asked, onread) = (asked.clone(), onread.clone());
        let onanswer = Callback::from(move |_: MouseEvent| {
            let Some(form) = place.cast::<Element>() else { return };
            let mapping = answers_as_mapping(&asked.report, &|name| answer_in(&form, name));
            onread.emit(read_again(Answers::Given(mapping.into()), &asked));
        });
        let class = if asks { "button" } else { "button button--secondary" };
        buttons = buttons.child(button(class, onanswer, "Read it with these answers".to_owned()));
    }
    if asked.session.is_some() {
        let (class, words) = if asks {
            ("button button--secondary", "Open it without answers")
        } else {
            ("button", "Open it with these problems")
        };
        buttons = buttons.child(button(class, onopen.reform(|_| ()), words.to_owned()));
    }
    let stay = still_open.as_ref().map_or_else(|| "Do not open it".to_owned(), |title| format!("Keep {title}"));
    buttons.child(button("button button--secondary", onleave.reform(|_| ()), stay))
}

/// What stands in the field of a name; nothing where there is none.
fn answer_in(form: &Element, name: &str) -> String {
    let field = form.query_selector(&format!("#{name}")).ok().flatten();
    field.and_then(|field| field.dyn_into::<HtmlSelectElement>().ok()).map(|field| field.value()).unwrap_or_default()
}

/// A field for answers that were kept in a file.
fn kept_answers(onkept: Callback<Event>) -> Tag {
    let input =
        tag("input").attribute("type", "file").class("file").attribute("accept", ".json").id("load-answers-file");
    let label = "Or use answers that you have saved";
    let label = tag("label").class("field__label").attribute("for", "load-answers-file").words(label);
    tag("div").class("field").child(label).child(input.onchange(onkept))
}

fn lead(asked: &Asked) -> String {
    let (name, report) = (&asked.name, &asked.report);
    let (read, out) = report.rows();
    if asked.session.is_none() {
        return format!("{name} can be opened once you have said what is asked here. Your own files stay as they are.");
    }
    let rows = count_of(read, "row of the plan was read from it", "rows of the plan were read from it");
    let amounts: usize = report.control.iter().map(|total| total.amounts_not_readable).sum();
    let amounts = match amounts {
        0 => String::new(),
        amounts => {
            format!(", but for {}", count_of(amounts, "amount that is no number", "amounts that are no numbers"))
        }
    };
    let out = match out {
        0 => format!("all are used{amounts}"),
        out => format!("{} left out{amounts}", count_of(out, "is", "are")),
    };
    let problems = match report.to_look_at().count() {
        0 => String::new(),
        problems => format!(" with {}", count_of(problems, "problem", "problems")),
    };
    format!("{name} can be opened{problems}: {rows}, {out}. Your own files stay as they are.")
}

/// The first problems: the reasons for which there is no plan yet before all others.
fn problems(asked: &Asked) -> Tag {
    let report = &asked.report;
    let mut list = tag("ol").class("error-summary__list");
    // That nothing can be used before something is said stands above.
    let refused = report.refused.iter().skip(usize::from(asked.session.is_none() && report.refused.len() == 1));
    let told: Vec<&LoadIssue> = refused.chain(report.to_look_at()).collect();
    for (position, issue) in told.iter().take(SHOWN).enumerate() {
        list = list.child(tag("li").key(position).child(load_issue(issue)));
    }
    let mut folded = tag("div");
    if told.len() > SHOWN {
        let mut more = tag("ol").class("error-summary__list").attribute("start", (SHOWN + 1).to_string());
        for (position, issue) in told.iter().enumerate().take(FOLDED).skip(SHOWN) {
            more = more.child(tag("li").key(position).child(load_issue(issue)));
        }
        let summary = tag("summary").words(count_of(told.len() - SHOWN, "more problem", "more problems"));
        let mut details = tag("details").class("disclosure").child(summary).child(more);
        if told.len() > FOLDED {
            let rest = count_of(told.len() - FOLDED, "more", "more");
            details = details.child(tag("p").words(format!("And {rest}; all are listed on the page Data.")));
        }
        folded = folded.child(details);
    }
    tag("div").child(list).child(folded)
}
