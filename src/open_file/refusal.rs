use crate::components::{capitalised, counted, nodes, tag};
use one_plan_model::exchange::Problem;
use std::rc::Rc;
use yew::prelude::*;

/// More problems than these are listed only when they are asked for.
const SHOWN_AT_FIRST: usize = 50;

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The name of the file.
    pub name: Rc<str>,
    /// Every problem, in the order of the file.
    pub problems: Rc<[Problem]>,
}

/// Properties of [`RefusalSummary`].
#[derive(Clone, PartialEq, Properties)]
pub struct RefusalSummaryProperties {
    /// Why the file was not opened.
    pub refusal: Refusal,
    /// The title of the plan that stays open, if there is one.
    pub still_open: Option<String>,
    /// Whether all problems are listed.
    pub lists_all: bool,
    /// Asks for another file.
    pub onchoose: Callback<()>,
    /// Takes the message away.
    pub ondismiss: Callback<()>,
    /// Lists all problems.
    pub onshowall: Callback<()>,
}

/// What is wrong with a file: every problem with its place, what was found and what was expected.
#[component]
pub fn RefusalSummary(properties: &RefusalSummaryProperties) -> Html {
    let RefusalSummaryProperties { refusal, still_open, lists_all, onchoose, ondismiss, onshowall } = properties;
    let Refusal { name, problems } = refusal;
    let shown = if *lists_all { problems.len() } else { problems.len().min(SHOWN_AT_FIRST) };
    let mut list = tag("ol").class("error-summary__list");
    for (position, problem) in problems.iter().take(shown).enumerate() {
        list = list.child(tag("li").key(position).child(problem_words(problem)));
    }
    let button = |class: &'static str, onpress: &Callback<()>, words: String| {
        tag("button").attribute("type", "button").class(class).onclick(onpress.reform(|_| ())).words(words)
    };
    let mut rest = tag("div");
    if shown < problems.len() {
        let words = format!("Show all {}", counted(problems.len()));
        rest = rest.child(button("button button--secondary", onshowall, words));
    }
    let buttons = tag("div")
        .class("toolbar")
        .child(rest)
        .child(button("button button--secondary", onchoose, "Choose another file".to_owned()))
        .child(button("button button--quiet", ondismiss, "Close this message".to_owned()));
    let stays = still_open.as_ref().map(|title| format!(" {title} stays open as it was.")).unwrap_or_default();
    tag("div")
        .class("error-summary")
        .attribute("role", "alert")
        .attribute("tabindex", "-1")
        .attribute("aria-labelledby", "refusal-title")
        .child(tag("h2").class("error-summary__title").id("refusal-title").words("There is a problem"))
        .child(tag("p").words(lead(name, problems)).words(stays))
        .child(list)
        .child(buttons)
        .html()
}

/// The reader lists so many problems at most and only counts what comes after them.
const MOST_LISTED: usize = 1_000;

fn lead(name: &str, problems: &[Problem]) -> String {
    let were = if name.ends_with(" files") { "were" } else { "was" };
    let opened = format!("{name} {were} not opened.");
    // What is wrong with a file as a whole says by itself what would be accepted.
    if problems.iter().all(|problem| problem.table.is_none()) {
        return opened;
    }
    let count = match problems.len() {
        1 => "one".to_owned(),
        count if count > MOST_LISTED => "more than 1,000".to_owned(),
        count => counted(count),
    };
    format!("{opened} The selected file must be a plan file without errors; it has {count}.")
}

fn problem_words(problem: &Problem) -> Html {
    let path = problem.path();
    let mut place = String::new();
    if let Some(line) = problem.line {
        place.push_str(&format!("Line {line}"));
    }
    if let Some(character) = problem.character {
        let before = if place.is_empty() { "" } else { ", " };
        place.push_str(&format!("{before}character {character}"));
    }
    let mut places = tag("span").class("problem__place");
    if !place.is_empty() {
        places = places.child(tag("span").words(place));
    }
    if !path.is_empty() {
        places = places.child(tag("code").words(path));
    }
    let expected = format!(" Expected: {}.", problem.expected);
    nodes(vec![
        tag("strong").words(sentence(&problem.what)).html(),
        tag("span").class("problem__expected").words(expected).html(),
        places.html(),
    ])
}

/// A message of the model as a sentence: they are written to stand after a place.
fn sentence(message: &str) -> String {
    let mut sentence = capitalised(message);
    if !message.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_becomes_a_sentence() {
        assert_eq!(sentence("this cell is empty"), "This cell is empty.");
        assert_eq!(sentence("\"x\" is no year."), "\"x\" is no year.");
        assert_eq!(sentence(""), ".");
    }

    #[test]
    fn the_lead_counts_the_problems() {
        let file = Problem::of_file("what", "expected");
        let cell = Problem { table: Some("schemes".to_owned()), ..file.clone() };
        assert_eq!(lead("a.json", std::slice::from_ref(&file)), "a.json was not opened.");
        assert!(lead("a.json", std::slice::from_ref(&cell)).ends_with("it has one."));
        assert_eq!(lead("2 files", &[file.clone(), file.clone()]), "2 files were not opened.");
        assert!(lead("a.json", &[cell.clone(), file]).ends_with("it has 2."));
        assert!(lead("a.json", &vec![cell; 1_001]).ends_with("it has more than 1,000."));
    }
}
