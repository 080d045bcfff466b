//! What became of the plan file, and of the work in the browser.

use super::State;
use crate::session::Kept;

impl State {
    /// The file was handed to the browser, with what stood at a mark.
    pub(super) fn handed_over(&mut self, mark: Option<u32>) {
        self.handed = Some(mark);
        self.say("The plan file was handed to your browser. Please say whether it is there.".to_owned());
    }

    /// The file is there, with what stood at a mark. A plan that waits for it is opened, unless something was changed since.
    pub(super) fn saved(&mut self, mark: Option<u32>) {
        self.saved = mark;
        // Where all of it is saved there is nothing to ask about another file of it.
        if self.handed == Some(mark) || !self.is_unsaved() {
            self.handed = None;
        }
        if self.is_unsaved() {
            self.say("The plan file is saved; what was changed since is not in it.".to_owned());
            return;
        }
        self.say("The plan file is saved.".to_owned());
        if let Some(waiting) = self.waiting.take() {
            self.open(waiting);
        }
    }

    /// The file that was handed to the browser is not there.
    pub(super) fn not_saved(&mut self) {
        self.handed = None;
        self.say("The plan file does not count as saved.".to_owned());
    }

    /// Something became of the work that is kept.
    pub(super) fn keep(&mut self, kept: Kept) {
        // What became of a plan that was open before says nothing of this one.
        if kept.opening == 0 || kept.opening == self.opening {
            self.kept = kept;
        }
    }
}
