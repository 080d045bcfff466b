//! What follows from a plan as text: lists of figures, and the progress report.

mod listing;
mod progress;

pub use listing::{dictionary_as_csv, digits, figures_as_csv, figures_as_json};
pub use progress::progress_report;
