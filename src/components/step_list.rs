use super::{cell_place_only, cell_words};
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{Link, Step};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// So many steps are shown at first, and so many more each time.
const SHOWN_AT_A_TIME: usize = 100;

/// Properties of [`StepList`].
#[derive(Clone, PartialEq, Properties)]
pub struct StepListProperties {
    /// The steps, each with how deep it lies.
    pub steps: Vec<Step>,
    /// The plan that is open.
    pub session: Session,
    /// Explains a figure that a step names.
    pub deeper: Callback<FigureKey>,
}

/// The steps of a calculation as lists within lists: the parts of a sum stand within the sum.
#[component]
pub fn StepList(properties: &StepListProperties) -> Html {
    let most = use_state(|| SHOWN_AT_A_TIME);
    use_effect_with(properties.steps.clone(), {
        let most = most.setter();
        move |_| most.set(SHOWN_AT_A_TIME)
    });
    let steps = &properties.steps;
    let shown = steps.get(..(*most).min(steps.len())).unwrap_or_default();
    let more = Callback::from({
        let most = most.clone();
        move |_: MouseEvent| most.set(*most + SHOWN_AT_A_TIME)
    });
    html! {
        <div>
            { level(properties, shown, 0) }
            <div>
                if shown.len() < steps.len() {
                    <button type="button" class="button button--secondary button--small" onclick={more}>
                        { format!("Show more of the {} steps", steps.len()) }
                    </button>
                }
            </div>
        </div>
    }
}

/// One list: each step of a depth, with the steps that lie within it.
fn level(properties: &StepListProperties, steps: &[Step], depth: usize) -> Html {
    let mut items = Vec::new();
    let mut rest = steps;
    while let Some((step, after)) = rest.split_first() {
        let within = after.iter().take_while(|step| step.depth > depth).count();
        let (parts, next) = after.split_at(within);
        items.push((step, parts));
        rest = next;
    }
    html! {
        <ul class="steps">
            { for items.into_iter().enumerate().map(|(position, (step, parts))| html! {
                <li key={position}>
                    { line(properties, step) }
                    <div>
                        if !parts.is_empty() {
                            { level(properties, parts, depth + 1) }
                        }
                    </div>
                </li>
            }) }
        </ul>
    }
}

fn line(properties: &StepListProperties, step: &Step) -> Html {
    let plan = properties.session.plan();
    let (words, source) = match &step.link {
        Some(Link::Figure(figure)) => {
            let figure = *figure;
            let onclick = properties.deeper.reform(move |_: MouseEvent| figure);
            let button = html! {
                <button type="button" class="explain" {onclick} data-deeper={figure.id(plan)}>{ &step.words }</button>
            };
            (button, None)
        }
        Some(Link::Cell { address, .. }) => {
            // A dated number that the plan sets itself is a cell too, and keeps the words of the rule.
            let words = cell_words(plan, *address).filter(|_| address.table != Table::Assumption);
            let words = words.unwrap_or_else(|| step.words.clone());
            (html! { <span>{ words }</span> }, Some(cell_place_only(plan, *address)))
        }
        Some(Link::Parameter { source, .. }) => {
            (html! { <span>{ &step.words }</span> }, Some(html! { <span>{ source }</span> }))
        }
        None => (html! { <span>{ &step.words }</span> }, None),
    };
    html! {
        <>
            <span class="steps__line">{ words }<strong class="steps__value">{ &step.shown }</strong></span>
            <span class="steps__source">{ for source }</span>
        </>
    }
}
