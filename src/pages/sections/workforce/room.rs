//! Room: whether each place can take what moves into it.

use crate::components::{
    Shown, body, count_of, data_table, figure_cell, head, headings, needed_for, not_given, number_cell, row, tag,
    titled,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::format;
use one_plan_model::plan::Table;
use one_plan_model::rules::capacity::room::ROOM_LEFT;
use yew::prelude::*;

/// The answer and the table; one line where the plan gives no room.
pub(super) fn section(context: &PageContext) -> Html {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    if plan.capacities.is_empty() {
        let needed = "give how much each setting can take of a kind of activity, and what it takes now.";
        return needed_for("Room for the activity that moves", needed);
    }
    let (mut rows, mut without, mut known) = (Vec::new(), Vec::new(), 0_usize);
    for (id, room) in plan.capacities.iter() {
        let place = [room.setting().index(), room.point_of_delivery().index()];
        let name = [(Table::Setting, place[0]), (Table::PointOfDelivery, place[1])]
            .map(|(table, row)| plan.title(table, row).unwrap_or_default())
            .join(": ");
        let key = ROOM_LEFT.at(place);
        if let Some(Ok(left)) = outcome.value(key) {
            known += 1;
            if left.is_sign_negative() && !left.is_zero() {
                without.push(name.clone());
            }
        }
        let available = match room.available() {
            Some(available) => number_cell("Can take", format::count(Ok(available.get().number()))),
            None => tag("td").class("num").attribute("data-label", "Can take").child(not_given()).html(),
        };
        rows.push(
            row(id.index(), name, vec![available, figure_cell(context, "Room left", key, Shown::ONE_PLACE)]).html(),
        );
    }
    let places = count_of(known, "place", "places");
    let words = match (known, without.len()) {
        (0, _) => "Whether there is room cannot be said: how much a place can take is not given.".to_owned(),
        (_, 0) => {
            format!("Once the plan is carried out, {places} of which the room is known can take what moves there.")
        }
        (_, _) => format!(
            "Of {places} of which the room is known, {} cannot take what moves there: {}.",
            without.len(),
            format::some_of(&without, 4, "; ")
        ),
    };
    let head = head(headings(&["Place and kind of care"], &["Can take", "Room left"]));
    let caption = "Room in a year: what each place can take, and what is left of it after the plan";
    titled("room-title", "Room for the activity that moves")
        .child(tag("p").class("answer").words(words))
        .child(data_table("workforce-room", caption, false, vec![head, body(rows)]))
        .html()
}
