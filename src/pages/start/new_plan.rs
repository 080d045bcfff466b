//! A new plan: its details, and nothing else yet. Everything else is added on the pages.

mod details;

use crate::browser::focus_first;
use crate::components::{LiveState, Tag, field_value, tag, titled, use_address_value, use_live_state};
use crate::open_file::{Source, supersede};
use details::{Problems, new_plan};
use one_plan_model::exchange::write_json;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`NewPlan`].
#[derive(Clone, PartialEq, Properties)]
pub struct NewPlanProperties {
    /// Opens a plan.
    pub onopen: Callback<Source>,
}

/// What is asked of a new plan: the id of the field, and its label.
const FIELDS: [(&str, &str); 4] = [
    ("new-title", "Title of the plan"),
    ("new-system", "Whose plan it is"),
    ("new-first-year", "First year, such as 2026/27"),
    ("new-last-year", "Last year"),
];

/// The form that makes a plan.
#[component]
pub fn NewPlan(properties: &NewPlanProperties) -> Html {
    let (asked, _) = use_address_value("new");
    let opened = use_state(|| !asked.is_empty());
    let is_asked = !asked.is_empty();
    use_effect_with(asked, {
        let opened = opened.setter();
        move |asked| {
            if !asked.is_empty() {
                opened.set(true);
            }
        }
    });
    let texts = use_live_state(<[String; 4]>::default);
    let problems = use_state(Problems::new);
    let form = use_node_ref();
    use_effect_with(*opened, {
        let form = form.clone();
        move |is_open| {
            if let Some(form) = form.cast::<Element>().filter(|_| *is_open) {
                focus_first(&form, "input");
            }
        }
    });
    let section = titled("new-plan-title", "No plan yet?").child(tag("p").child(switch(&opened)));
    if !*opened {
        return section.html();
    }
    let onsubmit = {
        let (texts, problems, onopen) = (texts.clone(), problems.clone(), properties.onopen.clone());
        let form = form.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match new_plan(&texts.get()) {
                Ok(plan) => onopen.emit(Source::Text(write_json(&plan).into())),
                Err(found) => {
                    let first = found.first().and_then(|(at, _)| FIELDS.get(*at)).map(|(id, _)| format!("#{id}"));
                    if let (Some(form), Some(first)) = (form.cast::<Element>(), first) {
                        focus_first(&form, &first);
                    }
                    problems.set(found);
                }
            }
        })
    };
    let told: Vec<&str> = problems.iter().map(|(_, words)| words.as_str()).collect();
    let submit = tag("button").attribute("type", "submit").class("button").words("Make this plan");
    section
        .child(html! {
            <form class="new-plan" aria-labelledby="new-plan-title" ref={form} {onsubmit}>
                { fields(&texts, &problems, is_asked).html() }
                <p id="new-plan-problem" class="field__error" role="alert">{ told.join("\n") }</p>
                { tag("p").child(submit).html() }
            </form>
        })
        .html()
}

/// The button that opens and closes the form.
fn switch(opened: &UseStateHandle<bool>) -> Tag {
    let (is_open, opened) = (**opened, opened.clone());
    tag("button")
        .attribute("type", "button")
        .class("button button--secondary")
        .attribute("aria-expanded", if is_open { "true" } else { "false" })
        .onclick(Callback::from(move |_| {
            // What was open before the page was loaded must not take the place of what is typed here.
            supersede();
            opened.set(!is_open);
        }))
        .words("Make a new plan")
}

/// The fields for the details. Who comes from another page to make a plan (`is_asked`) arrives at the first.
fn fields(texts: &LiveState<[String; 4]>, problems: &Problems, is_asked: bool) -> Tag {
    let mut fields = tag("div");
    for ((at, (id, label)), text) in FIELDS.into_iter().enumerate().zip(texts.get()) {
        let texts = texts.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            texts.change(|texts| {
                if let Some(text) = texts.get_mut(at) {
                    *text = field_value(&event);
                }
            });
        });
        let label = tag("label").class("field__label").attribute("for", id).words(label);
        let is_wrong = problems.iter().any(|(of, _)| *of == at);
        let input = tag("input")
            .class("input")
            .attribute("type", "text")
            .attribute("autocomplete", "off")
            .attribute("aria-describedby", "new-plan-problem")
            .attribute("aria-invalid", if is_wrong { "true" } else { "false" })
            .flag("data-arrival", is_asked && at == 0)
            .id(id)
            .value(text)
            .oninput(oninput);
        fields = fields.child(tag("div").key(id).class("field").child(label).child(input));
    }
    fields
}
