use crate::session::{LoadReport, Session};
use std::rc::Rc;

/// Files of which something is not used, or is asked.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// What they are called.
    pub name: Rc<str>,
    /// What is to be said of them.
    pub report: LoadReport,
    /// The plan of what can be used; nothing where there can be none before something is said.
    pub session: Option<Session>,
    /// Why the answers that were given last cannot be used: the questions stand as they stood before.
    pub refused: Option<Rc<str>>,
}
