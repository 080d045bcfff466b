//! Data inside an HTML file: compressed with gzip, written as base64.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{OrSay, Outcome};

/// Compressed as far as gzip goes. No time stamp, so that the same input makes the same bytes.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).or_say(|| "compress".to_owned())
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
