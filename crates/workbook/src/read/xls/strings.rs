//! Texts, which may go on from record to record.

use encoding_rs::Encoding;

use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;

/// The bytes of a record and of those that go on with it.
pub(super) struct Pieces<'a> {
    pieces: std::vec::IntoIter<&'a [u8]>,
    piece: &'a [u8],
}

impl<'a> Pieces<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        let mut pieces = pieces.into_iter();
        let piece = pieces.next().unwrap_or_default();
        Self { pieces, piece }
    }

    fn byte(&mut self) -> Result<u8, Trouble> {
        loop {
            if let [first, rest @ ..] = self.piece {
                self.piece = rest;
                return Ok(*first);
            }
            self.piece = self.pieces.next().ok_or_else(too_short)?;
        }
    }

    pub(super) fn u16(&mut self) -> Result<u16, Trouble> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Trouble> {
        Ok(u32::from(self.u16()?) | (u32::from(self.u16()?) << 16))
    }

    fn skip(&mut self, count: usize) -> Result<(), Trouble> {
        let mut left = count;
        while left > 0 {
            if self.piece.is_empty() {
                self.piece = self.pieces.next().ok_or_else(too_short)?;
            }
            let now = left.min(self.piece.len());
            self.piece = self.piece.get(now..).unwrap_or_default();
            left -= now;
        }
        Ok(())
    }

    /// A text of so many letters, with its flags before it and its runs behind it.
    pub(super) fn text(&mut self, letters: usize) -> Result<String, Trouble> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let more = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let mut units = Vec::new();
        let mut is_wide = flags & 1 == 1;
        let mut left = letters;
        while left > 0 {
            if self.piece.is_empty() {
                self.piece = self.pieces.next().ok_or_else(too_short)?;
                // Where a text goes on it is said anew how its letters are kept.
                is_wide = self.byte()? & 1 == 1;
                continue;
            }
            let size = if is_wide { 2 } else { 1 };
            let now = (self.piece.len() / size).min(left);
            if now == 0 {
                return Err(too_short());
            }
            let (taken, rest) = self.piece.split_at_checked(now * size).ok_or_else(too_short)?;
            if is_wide {
                units.extend(
                    taken.chunks_exact(2).filter_map(|pair| pair.first_chunk().copied().map(u16::from_le_bytes)),
                );
            } else {
                units.extend(taken.iter().copied().map(u16::from));
            }
            self.piece = rest;
            left -= now;
        }
        self.skip(runs * 4)?;
        self.skip(more)?;
        Ok(String::from_utf16_lossy(&units))
    }

    /// A text of so many bytes in the encoding of a workbook of Excel 5.
    pub(super) fn bytes(&mut self, count: usize, encoding: &'static Encoding) -> Result<String, Trouble> {
        let mut bytes = Vec::new();
        for _ in 0..count {
            bytes.push(self.byte()?);
        }
        Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }

    /// All the texts of a workbook.
    pub(super) fn table(mut self, work: &mut Work<'_>) -> Result<Vec<Box<str>>, Trouble> {
        self.u32()?; // how often they are used
        let count = self.u32()?;
        let mut strings: Vec<Box<str>> = Vec::new();
        for _ in 0..count {
            // Some programs count more than they write.
            if self.piece.is_empty() && self.pieces.len() == 0 {
                break;
            }
            let letters = usize::from(self.u16()?);
            let string = self.text(letters)?;
            work.take_text(string.len())?;
            if strings.len() as u64 >= limits::MOST_CELLS {
                return Err(Trouble::damaged("it has more texts than cells"));
            }
            strings.push(string.into());
        }
        Ok(strings)
    }
}

fn too_short() -> Trouble {
    Trouble::damaged("a text in it is cut off")
}
