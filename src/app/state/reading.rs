//! A file is read, and what was read is opened.

use super::State;
use super::opening::Opening;
use crate::components::check_words;
use crate::navigation::Page;
use crate::open_file::{Progress, Refusal};
use crate::session::{Kept, KeptKind};
use std::rc::Rc;

impl State {
    /// How far a reading is, or how it ended.
    pub(super) fn read(&mut self, progress: Progress) {
        let current = self.ticket();
        match progress {
            // Of two at a time the one asked for last wins.
            Progress::Started { ticket, name, is_answered } => {
                self.say(format!("Reading {name}"));
                self.reading = Some((ticket, name));
                self.progress = None;
                self.refusal = None;
                if !is_answered {
                    self.questioned = None;
                }
            }
            Progress::Reading { ticket, words } if current == Some(ticket) => self.progress = Some(words),
            Progress::Over { ticket } if current == Some(ticket) => self.reading = None,
            Progress::Stopped { ticket } if current == Some(ticket) => {
                self.reading = None;
                self.say("Reading was stopped. What was open stays open.".to_owned());
            }
            Progress::Opened { ticket, session } if current == Some(ticket) => {
                self.reading = None;
                self.questioned = None;
                self.open_or_ask(Opening::of(session));
            }
            Progress::Asked { ticket, asked } if current == Some(ticket) => {
                self.reading = None;
                if let Some(why) = &asked.refused {
                    self.say(why.to_string());
                }
                self.questioned = Some(asked);
            }
            Progress::Refused { ticket, refusal } if current == Some(ticket) => {
                self.reading = None;
                self.questioned = None;
                self.refusal = Some(refusal);
                self.all_problems = false;
            }
            Progress::Opened { .. }
            | Progress::Asked { .. }
            | Progress::Refused { .. }
            | Progress::Reading { .. }
            | Progress::Over { .. }
            | Progress::Stopped { .. } => {}
        }
    }

    /// Opens a plan, or asks what is to become of changes that are not saved.
    pub(super) fn open_or_ask(&mut self, opening: Opening) {
        if self.is_unsaved() { self.waiting = Some(opening) } else { self.open(opening) }
    }

    pub(super) fn open(&mut self, Opening { session, saved, fetched }: Opening) {
        self.say(format!("{} is open. {}", session.title(), check_words(session.outcome())));
        // Who reads the help while what was open is opened again goes on reading.
        let stays = fetched.is_some() && self.session.is_none() && self.page == Page::Help;
        self.session = Some(session);
        self.questioned = None;
        self.waiting = None;
        self.refusal = None;
        self.saved = saved;
        self.handed = None;
        self.kept = Kept::default();
        self.seen_trouble = KeptKind::None;
        self.opening = self.opening.wrapping_add(1);
        self.fetched = fetched;
        self.trail = Rc::new([]);
        let next = std::mem::replace(&mut self.next_page, Page::Overview);
        self.page = if stays { Page::Help } else { next };
        self.arrivals = self.arrivals.wrapping_add(1);
        let explained = std::mem::take(&mut self.next_explained);
        self.explain_by_id(&explained);
    }

    /// What is being read is not wanted any more.
    pub(super) fn stop_reading(&mut self) {
        if self.reading.take().is_some() {
            self.stops = self.stops.wrapping_add(1);
            // The worker is gone, and with it the files of which it was asked.
            self.questioned = None;
            self.say("Reading was stopped. What was open stays open.".to_owned());
        }
    }

    /// The plan of which something is not used is opened all the same.
    pub(super) fn open_questioned(&mut self) {
        if let Some(session) = self.questioned.take().and_then(|asked| asked.session) {
            self.open_or_ask(Opening::of(session));
        }
    }

    /// The waiting plan takes the place of the open one.
    pub(super) fn open_waiting(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            self.open(waiting);
        }
    }

    /// A kept plan was read, which was asked for during an opening.
    pub(super) fn restore(&mut self, during: u32, kept: Opening) {
        if during == self.opening {
            self.open_or_ask(kept);
        } else {
            self.say(format!("{} was not opened: another plan was opened meanwhile.", kept.session.title()));
        }
    }

    /// Something cannot be opened.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.refusal = Some(refusal);
        self.all_problems = false;
    }
}
