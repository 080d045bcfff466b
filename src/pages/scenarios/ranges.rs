//! How figures are spread where numbers are not certain. The runs are made in slices between the frames of the page, so
//! that it can be looked at, and stopped, meanwhile.

mod delivery;
mod fields;
mod result;
mod running;

use super::choices::TrialProperties;
use crate::components::{LiveState, field_value, filters, tag, titled, use_remembered_state};
use fields::use_fields;
use gloo::timers::callback::Timeout;
use result::result;
use running::Running;
use yew::prelude::*;

/// The section.
#[component]
pub fn Ranges(properties: &TrialProperties) -> Html {
    let TrialProperties { context, trial } = properties;
    let session = &context.session;
    let fields = use_fields();
    let running = use_remembered_state("ranges-runs", || None::<Running>);
    use_slices(&running);
    let definition = fields.definition(session.plan(), trial);
    let start = Callback::from({
        let (running, session, fields, definition) =
            (running.clone(), session.clone(), fields.clone(), definition.clone());
        move |_: MouseEvent| {
            if let Ok(definition) = &definition {
                running.set(Some(Running::of(&session, definition, fields.seed())));
            }
        }
    });
    let stop = Callback::from({
        let running = running.clone();
        move |_: MouseEvent| running.set(None)
    });
    let choose = Callback::from({
        let (fields, session) = (fields.clone(), session.clone());
        move |event: Event| fields.choose(session.plan(), field_value(&event).parse().unwrap_or_default())
    });
    // Of another plan nothing is shown.
    let run = running.get();
    let shown = run.as_ref().filter(|running| running.of == *session);
    let is_running = shown.is_some_and(|running| !running.is_done());
    // One button for both, so that whoever presses it does not lose the focus.
    let (words, onclick) = if is_running { ("Stop", stop) } else { ("Run 10,000 times", start) };
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    let said = definition.err().map_or_else(|| shown.map(Running::words).unwrap_or_default(), str::to_owned);
    let result = match shown {
        Some(running) if running.is_done() => result(session, running),
        _ => tag("div"),
    };
    titled("ranges-title", "How certain is it?")
        .child(tag("p").words(
            "In each run every number that has a low and a high falls by chance between the two, and the whole plan is \
             worked out with them. The same start number gives the same runs again, so that others can check them. How much \
             of the planned savings comes is your assumption: no plan prints it.",
        ))
        .child(filters(fields.drawn(session.plan(), choose), said))
        .child(tag("p").child(button.words(words)))
        .child(result)
        .html()
}

/// Makes slice after slice of what is being run.
#[hook]
fn use_slices(running: &LiveState<Option<Running>>) {
    let state = running.clone();
    use_effect_with(running.get(), move |running| {
        // Dropped when something else is run or the page is left: then no slice follows.
        let next = running.clone().filter(|running| !running.is_done());
        let timer = next.map(|next| Timeout::new(0, move || state.set(Some(next.farther()))));
        move || drop(timer)
    });
}
