//! The day on which the plan is looked at: the engine has no clock, so the person says it.

use crate::components::{field_of, field_value, filters, tag};
use crate::page_context::PageContext;
use crate::session::Change;
use one_plan_model::plan::{Date, Id};
use yew::prelude::*;

/// The field for the day; what was due before it and is not done is overdue.
pub(super) fn field(context: &PageContext) -> Html {
    let day = context.session.plan().details().and_then(|details| details.as_of);
    let change = context.change.reform(|event: Event| {
        let day = Date::read(&field_value(&event));
        Change::new(move |plan| {
            if let Some(details) = plan.plan.get_mut(Id::at(0)) {
                details.as_of = day;
            }
        })
    });
    let input = tag("input").class("input").attribute("type", "date").onchange(change);
    let input = input.value(day.map(|day| day.to_string()).unwrap_or_default());
    let words = match day {
        Some(day) => format!("What was due before {day} and is not done is overdue."),
        None => "Nothing is counted as overdue until a day is given.".to_owned(),
    };
    filters(vec![field_of("as-of", "Look at the plan on this day", input)], words).html()
}
