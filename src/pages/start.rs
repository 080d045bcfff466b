use crate::app::Privacy;
use crate::examples;
use crate::open_file::{ChooseFile, Source};
use yew::prelude::*;

/// Properties of [`StartPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct StartPageProperties {
    /// Opens a plan.
    pub open: Callback<Source>,
    /// Whether a file is held over the page.
    pub over: bool,
}

/// What this is, and how to open a plan.
#[component]
pub fn StartPage(properties: &StartPageProperties) -> Html {
    let examples = use_memo((), |()| examples::all());
    let privacy = use_memo((), |()| Privacy::of_document());
    html! {
        <>
            <h1 class="page__title">{ "Open a plan" }</h1>
            <p class="page__lead">
                { "One Plan reads the plan of a health economy: its savings, its CQUIN schemes and the activity it moves. \
                   It works out every total again, and says what does not add up. \
                   Press any number to see why it is what it is, down to the line of the plan where it is printed." }
            </p>
            <div class={classes!("drop", properties.over.then_some("is-over"))}>
                <p><label class="field__label" for="plan-file-start">{ "Choose a plan file" }</label></p>
                <ChooseFile id="plan-file-start" open={properties.open.clone()} />
                <p class="drop__hint">{ "or drop one anywhere on this page. A plan file ends in .json." }</p>
            </div>
            <div>
                if !examples.is_empty() {
                    <section class="section" aria-labelledby="examples-title">
                        <h2 id="examples-title">{ "No plan at hand?" }</h2>
                        <p>{ "Look around with a published plan. It is inside this page already." }</p>
                        <div class="toolbar">
                            { for examples.iter().map(|example| example_button(example, &properties.open)) }
                        </div>
                    </section>
                }
            </div>
            <section class="section" aria-labelledby="privacy-title">
                <h2 id="privacy-title">{ "Nothing leaves this computer" }</h2>
                <p class="prose">
                    { "Your file is read and worked out by this page alone, inside your browser; it works without a network. " }
                    { privacy.proof() }
                </p>
                <p class="prose">{ "To keep your changes, save the plan file." }</p>
            </section>
        </>
    }
}

fn example_button(example: &examples::Example, open: &Callback<Source>) -> Html {
    let onclick = open.reform({
        let example = example.clone();
        move |_: MouseEvent| Source::Example(example.clone())
    });
    html! {
        <button key={example.name.clone()} type="button" class="button" data-example={example.name.clone()} {onclick}>
            { format!("Try the {}", plan_words(&example.called())) }
        </button>
    }
}

/// "Surrey One Plan" is a plan already; "Kent" is not.
fn plan_words(name: &str) -> String {
    if name.to_lowercase().ends_with("plan") { name.to_owned() } else { format!("{name} plan") }
}
