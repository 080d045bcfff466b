use super::{Problem, not_text};

/// The text of a plan file that is brought in part by part, so that nobody waits for all of it at once.
///
/// ```
/// use one_plan_model::exchange::FileText;
/// let mut text = FileText::with_capacity(8);
/// // A part may end within a character.
/// text.push(b"one \xC2").unwrap();
/// text.push(b"\xA3m").unwrap();
/// assert_eq!(text.finish().unwrap(), "one £m");
/// ```
#[derive(Clone, Debug, Default)]
pub struct FileText {
    text: String,
    /// The bytes of a character of which the last part brought only the beginning.
    begun: Vec<u8>,
}

impl FileText {
    /// Nothing yet, with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), begun: Vec::new() }
    }

    /// The next part of the file.
    ///
    /// # Errors
    ///
    /// Where it is no text.
    pub fn push(&mut self, part: &[u8]) -> Result<(), Vec<Problem>> {
        let mut joined = std::mem::take(&mut self.begun);
        let part = if joined.is_empty() {
            part
        } else {
            joined.extend_from_slice(part);
            joined.as_slice()
        };
        let Err(error) = std::str::from_utf8(part).map(|text| self.text.push_str(text)) else { return Ok(()) };
        let (valid, rest) = part.split_at_checked(error.valid_up_to()).unwrap_or_default();
        self.text.push_str(std::str::from_utf8(valid).unwrap_or_default());
        if error.error_len().is_some() {
            return Err(vec![not_text(self.text.len())]);
        }
        self.begun = rest.to_vec();
        Ok(())
    }

    /// The whole text.
    ///
    /// # Errors
    ///
    /// Where the file ends within a character.
    pub fn finish(self) -> Result<String, Vec<Problem>> {
        if self.begun.is_empty() { Ok(self.text) } else { Err(vec![not_text(self.text.len())]) }
    }
}

#[cfg(test)]
mod tests {
    use super::{FileText, Problem};

    fn words(problems: Vec<Problem>) -> String {
        problems.into_iter().map(|problem| problem.what).collect()
    }

    /// The text of a file in parts of a size, or where it stops to be one.
    fn in_parts(bytes: &[u8], size: usize) -> Result<String, String> {
        let mut text = FileText::default();
        for part in bytes.chunks(size) {
            text.push(part).map_err(words)?;
        }
        text.finish().map_err(words)
    }

    #[test]
    fn however_large_the_parts_are_the_text_is_the_same_or_refused_at_the_same_byte() {
        for bytes in
            [&b"plain"[..], "£ – €: 🏥".as_bytes(), b"ab\xFFcd", b"\xE2\x82", b"a\xE2\x82(", b"\xF0\x9F\x8F", b""]
        {
            let expected = std::str::from_utf8(bytes)
                .map(str::to_owned)
                .map_err(|error| super::not_text(error.valid_up_to()).what);
            for size in 1..9 {
                assert_eq!(in_parts(bytes, size), expected, "{bytes:?} in parts of {size}");
            }
        }
    }
}
