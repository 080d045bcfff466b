use super::address::use_address;
use super::document_title::use_document_title;
use super::dropped_files::use_dropped_files;
use super::focus::{use_focus, use_focus_on_notices};
use super::kept_work::use_kept_work;
use super::refused_links::use_refused_links;
use super::stop_by_key::use_stop_by_key;
use super::stopping::use_stopping;
use super::table_keys::use_table_keys;
use super::undo_keys::use_undo_keys;
use super::unsaved_work::{use_rescue, use_warning_before_loss};
use crate::app::host_mode::HostMode;
use crate::app::state::State;
use crate::open_file::Source;
use yew::prelude::*;

/// All that the application does beside drawing itself. `root` is its element; a plan that it is given takes the place of what
/// was open before.
#[hook]
pub fn use_browser(
    mode: HostMode,
    is_given_a_plan: bool,
    root: &NodeRef,
    state: &UseReducerHandle<State>,
    onopen: &Callback<Source>,
) {
    use_address(mode, root, state);
    use_document_title(mode, state);
    use_focus(mode, root, state);
    use_dropped_files(mode, root, onopen, state.dispatcher());
    use_undo_keys(mode, root, state);
    use_rescue(root, state.session().cloned());
    use_kept_work(mode, is_given_a_plan, state);
    use_warning_before_loss(state.is_unsaved() && !state.kept().is_safe());
    use_focus_on_notices(root, state);
    use_table_keys(root);
    use_refused_links(state.dispatcher());
    use_stopping(state);
    use_stop_by_key(state.reading().is_some(), state.dispatcher());
}
