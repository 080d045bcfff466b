//! What is kept while a page stands, in its address, or while a plan is open; and work that is done meanwhile.

mod address_value;
mod asked_work;
mod live_state;
mod remembered;
mod worked_out;

pub use address_value::{address_value, keep_in_address, use_address_value, use_arrivals};
pub use asked_work::{AskedWork, use_asked_work};
pub use live_state::{LiveState, use_following_text, use_live_state};
pub use remembered::{Remembered, use_remembered_state};
pub use worked_out::{BEING_WORKED_OUT, Wanted, being_worked_out, use_is_drawn, use_kept_result, use_worked_out};
