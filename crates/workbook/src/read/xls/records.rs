//! The records of a stream, one after the other.

use crate::read::fields::Fields;
use crate::read::refusal::Trouble;

/// A record that goes on with what did not fit into the one before it.
const CONTINUES: u16 = 0x3C;

/// What begins the records of a workbook, a sheet or a chart, and what ends them.
pub(super) const BEGIN: u16 = 0x809;
pub(super) const END: u16 = 0x0A;

pub(super) struct Records<'a> {
    rest: Fields<'a>,
    begin: usize,
}

impl<'a> Records<'a> {
    /// The records from a place of the stream on.
    pub(super) fn at(stream: &'a [u8], place: usize) -> Self {
        let rest = Fields(stream.get(place..).unwrap_or_default());
        Self { begin: rest.0.len(), rest }
    }

    /// How many bytes are behind.
    pub(super) const fn position(&self) -> u64 {
        (self.begin - self.rest.0.len()) as u64
    }

    /// The next record: its kind and its fields. The stream must not end before a record says that it does.
    pub(super) fn next(&mut self) -> Result<(u16, Fields<'a>), Trouble> {
        if self.rest.0.len() < 4 {
            return Err(Trouble::damaged("it ends too early"));
        }
        let kind = self.rest.u16()?;
        let length = self.rest.u16()?;
        Ok((kind, Fields(self.rest.take(usize::from(length))?)))
    }

    /// What follows the record that was taken and belongs to it: its own bytes first.
    pub(super) fn continued(&mut self, own: Fields<'a>) -> Result<Vec<&'a [u8]>, Trouble> {
        let mut pieces = vec![own.0];
        while self.kind_ahead() == Some(CONTINUES) {
            pieces.push(self.next()?.1.0);
        }
        Ok(pieces)
    }

    /// The kind of the record that comes next.
    pub(super) fn kind_ahead(&self) -> Option<u16> {
        let mut ahead = self.rest;
        ahead.u16().ok()
    }
}
