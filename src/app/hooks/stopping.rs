use crate::app::state::State;
use crate::browser::stop_workbook;
use crate::open_file::stop;
use yew::prelude::*;

/// What is not read for any more need not be read on: another file was asked for, or the person stopped it. Where a person
/// did, the worker goes with it.
#[hook]
pub fn use_stopping(state: &State) {
    use_effect_with(state.ticket(), |ticket| {
        let ticket = *ticket;
        move || {
            if let Some(ticket) = ticket {
                stop(ticket);
            }
        }
    });
    use_effect_with(state.stops(), |stops| {
        if *stops > 0 {
            stop_workbook();
        }
    });
}
