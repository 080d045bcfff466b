use crate::browser;
use crate::session::Session;
use one_plan_model::exchange::write_json;
use yew::prelude::*;

/// Saves the plan file when it is pressed, and says what stood in it when that is done.
pub fn save_plan(session: Session, saved: Callback<Option<u32>>) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        if browser::save(session.file_name(), &write_json(session.plan())).is_ok() {
            saved.emit(session.history().mark());
        }
    })
}
