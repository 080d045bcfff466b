//! How a plan gets onto the page: chosen, dropped, an example, or given by another program.
//!
//! A file is opened whole or not at all. Whatever is wrong with it, the plan that was open before
//! stays open.

mod asked;
mod choose;
mod example;
mod kept_answers;
mod progress;
mod reading;
mod reading_words;
mod refusal;
mod source;
mod under_way;

pub use asked::Asked;
pub use choose::{DropAnywhere, choose_file, choose_hidden_file};
pub use example::{Example, examples};
pub use progress::Progress;
pub use reading::read;
pub use reading_words::stage_words;
pub use refusal::{Refusal, RefusalSummary, RefusalSummaryProperties};
pub use source::{Answers, Source};
pub use under_way::{begin, is_wanted_last, stop, supersede};
