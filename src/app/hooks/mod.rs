//! What the application does beside drawing itself: the address, the title, the focus, files that
//! are dropped, and the warning before work is lost. Each is a hook of its own.

mod address;
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

pub use address::{state_of_address, use_address, went_to_explanation_before};
pub use document_title::use_document_title;
pub use dropped_files::use_dropped_files;
pub use focus::{use_focus, use_focus_on_notices};
pub use fold_out::{FoldOut, use_fold_out};
pub use kept_work::use_kept_work;
pub use refused_links::use_refused_links;
pub use stop_by_key::use_stop_by_key;
pub use stopping::use_stopping;
pub use table_keys::use_table_keys;
pub use undo_keys::use_undo_keys;
pub use unsaved_work::{use_rescue, use_warning_before_loss};
