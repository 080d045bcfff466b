//! What the page asks of the browser beside drawing: to save a file, to move the focus, and what the
//! document's own policy promises.

mod download;
mod focus;
mod privacy;
mod time;
mod workbook;

pub use download::{save, save_bytes};
pub use focus::{focus_element, focus_first, has_focus};
pub use privacy::Privacy;
pub use time::{now, time_words};
pub use workbook::{OpenedFiles, ReadingProgress, corrected_copy, open_files, stop_workbook, written_file};
