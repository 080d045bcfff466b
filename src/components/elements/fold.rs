use super::words::is_opened;
use yew::prelude::*;

/// Whether a part that is folded is open, and what follows the person who opens and closes it: what is closed need not be made.
/// `asked` opens it from elsewhere, such as an address that leads to it.
#[hook]
pub fn use_fold(asked: bool) -> (bool, Callback<Event>) {
    let is_open = use_state_eq(|| asked);
    use_effect_with(asked, {
        let is_open = is_open.setter();
        move |asked| {
            if *asked {
                is_open.set(true);
            }
        }
    });
    let ontoggle = use_callback(is_open.setter(), |event: Event, is_open| is_open.set(is_opened(&event)));
    (*is_open, ontoggle)
}
