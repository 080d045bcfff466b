//! From bytes to text, in the encodings in which programs in Britain write CSV.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is looked at where a file does not say how it is encoded.
const SAMPLE: usize = 4_096;

/// The text of a file, and what a person should know of how it was read.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<String>) {
    let mut remarks = Vec::new();
    let mut text = match bytes {
        [0xFF, 0xFE, rest @ ..] => other(UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => other(UTF_16BE, rest),
        _ => match utf_16(bytes) {
            Some(encoding) => other(encoding, bytes),
            None => of_single_bytes(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), &mut remarks),
        },
    };
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    if zeros > 0 {
        text = Cow::Owned(text.replace('\0', ""));
        remarks.push(format!("bytes that are zero were left out: {zeros}"));
    }
    (text, remarks)
}

/// Whether every other byte is zero, as in UTF-16 of Latin letters: then which of them.
pub(in crate::read) fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let zeros = |at: usize| sample.chunks_exact(2).filter(|pair| pair.get(at) == Some(&0)).count();
    if pairs == 0 {
        None
    } else if zeros(1) * 10 > pairs * 6 && zeros(0) * 10 < pairs {
        Some(UTF_16LE)
    } else if zeros(0) * 10 > pairs * 6 && zeros(1) * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn other<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Cow<'a, str> {
    encoding.decode_without_bom_handling(bytes).0
}

fn of_single_bytes<'a>(bytes: &'a [u8], remarks: &mut Vec<String>) -> Cow<'a, str> {
    let Err(error) = std::str::from_utf8(bytes) else { return String::from_utf8_lossy(bytes) };
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|letter| !letter.is_ascii()).count() - broken;
    // A file cut off in the middle of a letter, or one in UTF-8 with a few bytes of another encoding in it.
    if (error.error_len().is_none() && broken == 1) || broken * 10 < whole {
        remarks
            .push(format!("letters that could not be read and are shown as {}: {broken}", char::REPLACEMENT_CHARACTER));
        return lossy;
    }
    remarks.push("read as text of Windows (Windows-1252), as it is not UTF-8".to_owned());
    other(WINDOWS_1252, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_each_encoding() {
        let text = "scheme,£m\r\nCafé – 5,1.5\r\n";
        let sixteen = |wide: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(wide).collect::<Vec<u8>>();
        let windows = WINDOWS_1252.encode(text).0.into_owned();
        let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let le = sixteen(u16::to_le_bytes);
        let be = sixteen(u16::to_be_bytes);
        for bytes in [
            text.as_bytes().to_vec(),
            with(b"\xEF\xBB\xBF", text.as_bytes()),
            with(b"\xFF\xFE", &le),
            with(b"\xFE\xFF", &be),
            le,
            be,
            windows,
        ] {
            assert_eq!(decode(&bytes).0, text);
        }
    }

    #[test]
    fn what_was_done_to_read_it_is_said() {
        assert_eq!(decode(b"a,b").1, Vec::<String>::new());
        assert!(decode(b"a,\xA35").1.first().is_some_and(|remark| remark.contains("Windows-1252")));
        assert_eq!(decode(b"a\0,b").0, "a,b");
        assert_eq!(decode(b"a\0,b").1, ["bytes that are zero were left out: 1"]);
        // Cut off within the pound sign.
        let (text, remarks) = decode(b"a,\xC2");
        assert_eq!((text.as_ref(), remarks.len()), ("a,\u{FFFD}", 1));
        // A single byte of Windows in a long text of UTF-8.
        let mixed = ["£".repeat(30).as_bytes(), b"\xA3"].concat();
        assert!(decode(&mixed).0.starts_with("££"));
    }
}
