//! The fields of a binary record, one after the other. Where one is missing the record is damaged.

use super::refusal::Trouble;

/// What is left of a record.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Trouble> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(too_short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn chunk<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], Trouble> {
        let (taken, rest) = self.0.split_first_chunk().ok_or_else(too_short)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Trouble> {
        self.chunk().map(|[byte]| byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, Trouble> {
        self.chunk().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Trouble> {
        self.chunk().map(u32::from_le_bytes)
    }

    pub(super) fn f64(&mut self) -> Result<f64, Trouble> {
        self.chunk().map(f64::from_le_bytes)
    }

    /// So many letters of UTF-16.
    pub(super) fn utf_16(&mut self, count: usize) -> Result<String, Trouble> {
        let bytes = self.take(count.checked_mul(2).ok_or_else(too_short)?)?;
        Ok(encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned())
    }
}

fn too_short() -> Trouble {
    Trouble::damaged("a record in it is too short")
}
