//! Data inside an HTML file: compressed with gzip, written as base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

use crate::failure::{OrSay, Outcome};

/// Compressed as far as gzip goes: a few seconds of the build take a twentieth off what every person downloads.
/// No time stamp, so that the same input makes the same bytes.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut packed).or_say(|| "compress".to_owned())?;
    Ok(packed)
}

/// Compressed and written in letters that mean nothing to HTML.
pub fn gzip_base64(bytes: &[u8]) -> Outcome<String> {
    Ok(STANDARD.encode(gzip(bytes)?))
}

/// Bytes as base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_input_makes_the_same_bytes() {
        let plan = br#"{"plan":[{"title":"</script><script>alert(1)</script>"}]}"#;
        assert_eq!(gzip(plan), gzip(plan));
    }

    #[test]
    fn packed_data_cannot_end_the_element_it_stands_in() {
        let packed = gzip_base64(b"</script></script></script>").unwrap_or_default();
        assert!(!packed.is_empty());
        assert!(packed.chars().all(|letter| letter.is_ascii_alphanumeric() || "+/=".contains(letter)));
    }
}
