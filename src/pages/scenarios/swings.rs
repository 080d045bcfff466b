//! What moves a figure most, and what does not move it.

mod names;
mod picture;
mod table;

use super::choices::{figure_at, figure_field, figure_id, figures};
use crate::components::{count_of, field_value, figure_of, filters, tag, titled, use_asked_work};
use crate::page_context::ViewProperties;
use one_plan_model::scenario::{Tornado, tornado_in_slices};
use picture::chart;
use std::rc::Rc;
use table::{still, table};
use yew::prelude::*;

const SHOW: &str = "Show what moves this figure";

/// The section. It is worked out when it is asked for.
#[component]
pub fn Swings(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let plan = session.plan();
    // By its id: where it stands among the figures changes with the plan.
    let chosen = use_state_eq(|| None::<Rc<str>>);
    let figure_now = figure_at(session, chosen.as_deref());
    let figure = figures(session).get(figure_now).copied();
    let asked = use_asked_work::<_, Tornado>((session.clone(), figure));
    let choose = Callback::from({
        let (chosen, session) = (chosen.setter(), session.clone());
        move |event: Event| chosen.set(figure_id(&session, field_value(&event).parse().unwrap_or_default()))
    });
    let found = figure.zip(asked.found());
    let (words, said) = match (asked.tenths(), &found) {
        (Some(tenths), _) => ("Stop looking", format!("{}% of the numbers and levers are looked at.", tenths * 10)),
        (None, Some((figure, found))) => {
            let move_it = count_of(found.swings.len(), "number or lever moves it", "numbers and levers move it");
            (SHOW, format!("{}: {move_it}.", figure.label(plan)))
        }
        (None, None) => (SHOW, String::new()),
    };
    let onclick = Callback::from({
        let session = session.clone();
        move |_: MouseEvent| match figure.filter(|_| asked.tenths().is_none()) {
            Some(figure) => {
                let session = session.clone();
                asked.start(async move |pace| tornado_in_slices(session.plan(), figure, pace).await);
            }
            None => asked.stop(),
        }
    });
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    let shown = match &found {
        Some((figure, found)) => {
            let chart = chart(session, *figure, found);
            let heading = format!("{}, {}", chart.frame.title, chart.unit);
            let picture = (!chart.rungs.is_empty()).then(|| figure_of(session, heading, "h3", &chart));
            tag("div")
                .child(tag("div").maybe(picture))
                .child(table(plan, found, figure.kind.unit))
                .child(still(plan, &found.still))
        }
        None => tag("div"),
    };
    titled("swings-title", "What moves it most")
        .child(tag("p").words(
            "Every number of the plan alone, a tenth down and up or to the plan's own low and high, and every lever.",
        ))
        .child(filters(vec![figure_field(session, "swings-figure", figure_now, choose)], said))
        .child(tag("p").child(button.words(words)))
        .child(shown)
        .html()
}
