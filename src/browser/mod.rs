//! What the page asks of the browser beside drawing: to save a file, to move the focus, and what the
//! document's own policy promises.

mod download;
mod focus;
mod privacy;

pub use download::save;
pub use focus::{focus_element, focus_first, has_focus};
pub use privacy::Privacy;
