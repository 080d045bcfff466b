use crate::components::counted;
use one_plan_model::exchange::Problem;
use std::rc::Rc;
use web_sys::HtmlElement;
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
pub struct RefusalProperties {
    /// Why the file was not opened.
    pub refusal: Refusal,
    /// The title of the plan that stays open.
    #[prop_or_default]
    pub still_open: Option<AttrValue>,
    /// Asks for another file.
    pub choose: Callback<()>,
    /// Takes the summary away.
    pub dismiss: Callback<()>,
}

/// What is wrong with a file: every problem with its place, what was found and what was expected.
/// It takes the focus, so that nobody misses it.
#[component]
pub fn RefusalSummary(properties: &RefusalProperties) -> Html {
    let summary = use_node_ref();
    let all = use_state(|| false);
    use_effect_with(properties.refusal.clone(), {
        let (summary, all) = (summary.clone(), all.clone());
        move |_| {
            all.set(false);
            if let Some(element) = summary.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        }
    });
    let Refusal { name, problems } = &properties.refusal;
    let shown = if *all { problems.len() } else { problems.len().min(SHOWN_AT_FIRST) };
    let choose = properties.choose.reform(|_: MouseEvent| ());
    let dismiss = properties.dismiss.reform(|_: MouseEvent| ());
    let show_all = Callback::from({
        let all = all.clone();
        move |_: MouseEvent| all.set(true)
    });
    let stays = properties.still_open.as_ref().map(|title| format!(" {title} stays open as it was."));
    html! {
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="refusal-title" ref={summary}>
            <h2 class="error-summary__title" id="refusal-title">{ "There is a problem" }</h2>
            <p>{ lead(name, problems) }{ stays.unwrap_or_default() }</p>
            <ol class="error-summary__list">
                { for problems.iter().take(shown).enumerate().map(|(position, problem)| html! {
                    <li key={position}>{ problem_words(problem) }</li>
                }) }
            </ol>
            <div class="toolbar">
                <div>
                    if shown < problems.len() {
                        <button type="button" class="button button--secondary" onclick={show_all}>
                            { format!("Show all {}", counted(problems.len())) }
                        </button>
                    }
                </div>
                <button type="button" class="button button--secondary" onclick={choose}>{ "Choose another file" }</button>
                <button type="button" class="button button--quiet" onclick={dismiss}>{ "Close this message" }</button>
            </div>
        </div>
    }
}

/// The reader lists so many problems at most and only counts what comes after them.
const MOST_LISTED: usize = 1_000;

fn lead(name: &str, problems: &[Problem]) -> String {
    match problems {
        [one] if one.table.is_none() => format!("{name} was not opened."),
        [_] => format!("{name} was not opened. The selected file must be a plan file without errors; it has one."),
        _ if problems.len() > MOST_LISTED => format!(
            "{name} was not opened. The selected file must be a plan file without errors; it has more than 1,000."
        ),
        _ => format!(
            "{name} was not opened. The selected file must be a plan file without errors; it has {}.",
            counted(problems.len())
        ),
    }
}

fn problem_words(problem: &Problem) -> Html {
    let path = problem.path();
    let line = problem.line.map(|line| format!("Line {line}"));
    let character = problem.character.map(|character| format!("character {character}"));
    let place: Vec<String> = [line, character].into_iter().flatten().collect();
    html! {
        <>
            <strong>{ sentence(&problem.what) }</strong>
            <span class="problem__expected">{ " Expected: " }{ &problem.expected }{ "." }</span>
            <span class="problem__place">
                if !place.is_empty() {
                    <span>{ place.join(", ") }</span>
                }
                if !path.is_empty() {
                    <code>{ path }</code>
                }
            </span>
        </>
    }
}

/// A message of the model as a sentence: they are written to stand after a place.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    let end = if message.ends_with('.') { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
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
        assert!(lead("a.json", &[cell.clone(), file]).ends_with("it has 2."));
        assert!(lead("a.json", &vec![cell; 1_001]).ends_with("it has more than 1,000."));
    }
}
