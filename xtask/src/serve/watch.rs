//! What `serve` watches. It looks rather than being told: the folders are small, and looking works on every system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::workspace::Workspace;

/// The files and folders that the page is made from.
const WATCHED: [&str; 6] = ["src", "crates/model", "styles", "plans", "index.html", "Cargo.toml"];

/// Every watched file with the time of its last change and its length.
pub type State = BTreeMap<PathBuf, (SystemTime, u64)>;

/// The watched files as they are now.
pub fn state(workspace: &Workspace) -> State {
    let mut state = State::new();
    for watched in WATCHED {
        visit(&workspace.path(watched), &mut state);
    }
    state
}

fn visit(path: &Path, state: &mut State) {
    // A file that vanishes while it is looked at is simply not there any more.
    let Ok(metadata) = fs::metadata(path) else {
        return;
    };
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    if hidden {
        // Editors keep their swap files beside the file that is edited.
        return;
    }
    if metadata.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            visit(&entry.path(), state);
        }
    } else if let Ok(changed) = metadata.modified() {
        state.insert(path.to_path_buf(), (changed, metadata.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_and_a_changed_file_are_noticed_and_a_swap_file_is_not() {
        let root = std::env::temp_dir().join(format!("one-plan-{}-watch", std::process::id()));
        let _ = fs::create_dir_all(root.join("styles"));
        let workspace = Workspace::at(root.clone());
        let empty = state(&workspace);
        let _ = fs::write(root.join("styles/.tokens.css.swp"), "");
        assert_eq!(state(&workspace), empty);
        let _ = fs::write(root.join("styles/tokens.css"), "a");
        let written = state(&workspace);
        assert_ne!(written, empty);
        let _ = fs::write(root.join("styles/tokens.css"), "ab");
        assert_ne!(state(&workspace), written);
        let _ = fs::remove_dir_all(root);
    }
}
