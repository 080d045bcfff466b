use super::asked::Asked;
use super::refusal::Refusal;
use crate::session::Session;
use std::rc::Rc;

/// How far the reading has come. Each reading has its own ticket, so that of two at a time the one
/// asked for last wins.
#[derive(Clone)]
pub enum Progress {
    /// It begins.
    Started {
        /// Which reading.
        ticket: u32,
        /// What is read.
        name: Rc<str>,
        /// Whether it is read with answers: the questions stay until something came of them.
        is_answered: bool,
    },
    /// The plan was read and everything that follows was computed.
    Opened {
        /// Which reading.
        ticket: u32,
        /// The plan.
        session: Session,
    },
    /// It can be read, and the person decides first.
    Asked {
        /// Which reading.
        ticket: u32,
        /// What is asked.
        asked: Asked,
    },
    /// It goes on: how far it is, in words.
    Reading {
        /// Which reading.
        ticket: u32,
        /// How far it is.
        words: Rc<str>,
    },
    /// It is over, and what came of it is said otherwise.
    Over {
        /// Which reading.
        ticket: u32,
    },
    /// The person did not want to wait.
    Stopped {
        /// Which reading.
        ticket: u32,
    },
    /// It cannot be used.
    Refused {
        /// Which reading.
        ticket: u32,
        /// Why.
        refusal: Refusal,
    },
}
