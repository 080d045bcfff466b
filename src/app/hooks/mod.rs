//! What the application does beside drawing itself: the address, the title, the focus, files that
//! are dropped, and the warning before work is lost. Each is a hook of its own.

mod address;
mod browser;
mod document_title;
mod dropped_files;
mod focus;
mod fold_out;
mod kept_work;
mod refused_links;
mod stop_by_key;
mod stopping;
mod table_keys;
mod undo_keys;
mod unsaved_work;

pub use address::{state_of_address, went_to_explanation_before};
pub use browser::use_browser;
pub use fold_out::{FoldOut, use_fold_out};
