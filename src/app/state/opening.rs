//! A plan on its way to be open.

use crate::browser::Fetched;
use crate::session::Session;

/// A plan that is about to be open.
#[derive(Clone, PartialEq)]
pub struct Opening {
    /// The plan.
    pub session: Session,
    /// What of it was saved last.
    pub saved: Option<u32>,
    /// What is kept of it, where it is a kept plan.
    pub fetched: Option<Fetched>,
}

impl Opening {
    /// A plan that was read.
    pub const fn of(session: Session) -> Self {
        Self { session, saved: None, fetched: None }
    }
}
