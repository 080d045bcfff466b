//! The day on which the plan is looked at: the engine has no clock, so the person says it.

use crate::components::{field_of, field_value, filters, tag};
use crate::page_context::PageContext;
use crate::session::Change;
use one_plan_model::plan::{Date, Edit, PlanDetails, RowType, Table};
use yew::prelude::*;

/// The field for the day; what was due before it and is not done is overdue.
pub fn day_field(context: &PageContext) -> Html {
    let day = context.session.plan().details().and_then(|details| details.as_of());
    let change = context.change.reform(|event: Event| {
        let text = Date::read(&field_value(&event)).map(|day| day.to_string().into());
        let column = PlanDetails::as_of.position();
        Change::new("The day of the plan", vec![Edit::SetCell { table: Table::PlanDetails, row: 0, column, text }])
    });
    let input = tag("input").class("input").attribute("type", "date").onchange(change);
    let input = input.value(day.map(|day| day.to_string()).unwrap_or_default());
    let words = match day {
        Some(day) => format!("What was due before {} and is not done is overdue.", day.words()),
        None => "Nothing is counted as overdue until a day is given.".to_owned(),
    };
    filters(vec![field_of("as-of", "Look at the plan on this day", input)], words).html()
}
