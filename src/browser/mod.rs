//! What the page asks of the browser beside drawing: to save a file, to move the focus, and what the
//! document's own policy promises.

mod address;
mod download;
mod focus;
mod keep;
mod letters;
mod one_by_one;
mod parts;
mod picture;
mod privacy;
mod room;
mod share;
mod time;
mod turn;
mod workbook;

pub use address::{
    Entry, address, entry, follow, go_back, keep_scroll, note_scroll, own_address, owns_address, push_address,
    replace_address, scroll_back, scroll_to,
};
pub use download::{save, save_as, save_bytes};
pub use focus::{application_of, application_with, focus_element, focus_first, focused_beside, has_focus};
pub use keep::{
    Fetched, KeptFile, begin_keeping, erase_everything, forget_plan, go_on_keeping, is_kept_here, keep_as_copy,
    keep_entry, keep_here, keep_saved, kept_plan, kept_plan_was_read, kept_plans, listen_to_keeping,
    promise_of_browser, save_to_chosen_file, writes_chosen_files,
};
pub use letters::measure_letters;
pub use one_by_one::{Place, one_by_one};
pub use parts::{blob_of, part_of};
pub use picture::save_picture;
pub use privacy::Privacy;
pub use room::{WatchedForRoom, when_it_has_room};
pub use share::share_link;
pub use time::{now, time_words, today};
pub use turn::{clock, in_slices, next_turn};
pub use workbook::{
    OpenedFiles, ReadingProgress, WritingProgress, answer_files, begin_workbook, corrected_copy, hand_plan, open_files,
    stop_workbook, written_file, written_workbook,
};
