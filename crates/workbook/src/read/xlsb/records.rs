//! The records of a part, one after the other.

use std::io::{BufReader, Read};

use crate::read::fields::Fields;
use crate::read::limits;
use crate::read::refusal::Trouble;

pub(super) struct Records<R: Read> {
    part: BufReader<R>,
    data: Vec<u8>,
    position: u64,
}

impl<R: Read> Records<R> {
    pub(super) fn new(part: R) -> Self {
        Self { part: BufReader::with_capacity(1 << 16, part), data: Vec::new(), position: 0 }
    }

    /// How many bytes are behind.
    pub(super) const fn position(&self) -> u64 {
        self.position
    }

    /// The next record: its kind and its fields. `None` at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<(u32, Fields<'_>)>, Trouble> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let kind = self.rest_of_number(first, 2)?;
        let first = self.byte()?.ok_or_else(too_early)?;
        let length = self.rest_of_number(first, 4)? as usize;
        if length > limits::LONGEST_PIECE {
            return Err(Trouble::damaged("a record in it is longer than any cell"));
        }
        self.data.clear();
        // Not allocated before it is there: a length is easily written.
        let read = self.part.by_ref().take(length as u64).read_to_end(&mut self.data)?;
        self.position += read as u64;
        if read < length {
            return Err(too_early());
        }
        Ok(Some((kind, Fields(&self.data))))
    }

    /// A number of seven bits in each byte, the highest bit of which says that another one follows.
    fn rest_of_number(&mut self, first: u8, most: u32) -> Result<u32, Trouble> {
        let mut number = u32::from(first & 0x7F);
        let mut last = first;
        for place in 1..most {
            if last & 0x80 == 0 {
                break;
            }
            last = self.byte()?.ok_or_else(too_early)?;
            number |= u32::from(last & 0x7F) << (7 * place);
        }
        Ok(number)
    }

    fn byte(&mut self) -> Result<Option<u8>, Trouble> {
        let mut byte = [0];
        let count = self.part.read(&mut byte)?;
        self.position += count as u64;
        let [byte] = byte;
        Ok((count == 1).then_some(byte))
    }
}

/// A text with its length before it.
pub(super) fn text(fields: &mut Fields<'_>) -> Result<String, Trouble> {
    let length = fields.u32()?;
    // A text that is not there has the length of −1.
    if length == u32::MAX { Ok(String::new()) } else { fields.utf_16(length as usize) }
}

fn too_early() -> Trouble {
    Trouble::damaged("it ends too early")
}
