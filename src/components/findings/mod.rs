//! What the check and the reading of files say.

mod corrected_copies;
mod finding_link;
mod load_issue;
mod status;

pub use corrected_copies::{CorrectedCopies, CorrectedCopiesProperties};
pub use finding_link::{FINDING, finding_link, show_in_view};
pub use load_issue::load_issue;
pub use status::{check_words, compared, status};
