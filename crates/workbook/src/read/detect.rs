//! What a file is, by what stands in it. Its ending is not asked: a `.xls` may be a web page, a `.csv` a workbook.

use super::archive::Archive;
use super::cfb::{self, Compound};
use super::csv::encoding;
use super::package;
use super::refusal::Trouble;

/// A file of a kind that is read.
pub(super) enum Detected<'a> {
    /// Excel since 2007, with the part that is the workbook.
    Xlsx(Archive<'a>, String),
    /// The same in binary parts.
    Xlsb(Archive<'a>, String),
    /// Excel up to 2003: the stream that is the workbook.
    Xls(Vec<u8>),
    /// OpenDocument.
    Ods(Archive<'a>),
    /// Text with values set apart.
    Text,
    /// An archive of other files.
    Bundle(Archive<'a>),
}

/// How much of a text is looked at.
const SAMPLE: usize = 65_536;

/// What files of other kinds begin with.
const BEGINNINGS: [(&[u8], &str); 24] = [
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"%!PS", "a print file (PostScript)"),
    (b"\x1F\x8B", "an archive of another kind (gzip)"),
    (b"7z\xBC\xAF\x27\x1C", "an archive of another kind (7z)"),
    (b"Rar!", "an archive of another kind (RAR)"),
    (b"BZh", "an archive of another kind (bzip2)"),
    (b"\xFD7zXZ", "an archive of another kind (xz)"),
    (b"\x28\xB5\x2F\xFD", "an archive of another kind (zstd)"),
    (b"MZ", "a program"),
    (b"\x7FELF", "a program"),
    (b"\0asm", "a program"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"\0\x01\0\0Standard ", "a database (Access)"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
];

/// Says what a file is, or why it is not read.
pub(super) fn detect(bytes: &[u8], expanded: u64) -> Result<Detected<'_>, Trouble> {
    if bytes.is_empty() {
        return Err(Trouble::is("an empty file"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08") {
        return archive(bytes, expanded);
    }
    if bytes.starts_with(&cfb::SIGNATURE) {
        return compound(bytes);
    }
    if encoding::utf_16(bytes).is_none() && ![b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(*mark)) {
        if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| is_that(bytes, beginning)) {
            return Err(Trouble::is(kind));
        }
        // PDF may have other bytes before its first, and films and pictures of telephones have a length there.
        if bytes.get(..1_024).unwrap_or(bytes).windows(5).any(|letters| letters == b"%PDF-") {
            return Err(Trouble::is("a PDF"));
        }
        if bytes.get(4..8) == Some(b"ftyp") {
            return Err(Trouble::is("a picture or a film"));
        }
        if matches!(bytes, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x10, 0x00, ..]) {
            return Err(Trouble::is_but("a workbook of a very old Excel", "Open it in Excel and save it as .xlsx."));
        }
        if is_binary(bytes) {
            return Err(Trouble::is("a file of a kind that is not known here"));
        }
    }
    text(bytes)
}

/// Whether bytes begin like a kind of file; where that is only letters, a text may do so too.
fn is_that(bytes: &[u8], beginning: &[u8]) -> bool {
    let is_word = beginning.iter().all(u8::is_ascii_alphanumeric);
    bytes.starts_with(beginning) && (!is_word || is_binary(bytes))
}

/// Whether there is much that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    let others = sample.iter().filter(|byte| matches!(byte, 1..=8 | 11 | 14..=25 | 28..=31 | 127)).count();
    others * 50 > sample.len() || zeros * 3 > sample.len()
}

fn text(bytes: &[u8]) -> Result<Detected<'_>, Trouble> {
    // A zero between the letters is what UTF-16 has; which kind of text it is can be told without them.
    let letters: Vec<u8> = bytes.iter().filter(|byte| **byte != 0).take(SAMPLE).copied().collect();
    let letters = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
        .iter()
        .fold(&*letters, |rest, mark| rest.strip_prefix(*mark).unwrap_or(rest));
    let letters = letters.trim_ascii_start();
    let beginning = letters.get(..2_048).unwrap_or(letters).to_ascii_lowercase();
    let has = |words: &[u8]| beginning.windows(words.len()).any(|found| found == words);
    if letters.is_empty() {
        return Err(Trouble::is("a file with nothing but blanks"));
    }
    if is_json(letters) {
        return Err(Trouble::is_but("a JSON file", "A plan file is opened by itself, not together with others."));
    }
    if beginning.starts_with(b"<?xml") || beginning.starts_with(b"<workbook") {
        if has(b"urn:schemas-microsoft-com:office:spreadsheet") {
            return Err(Trouble::is_but("a workbook of Excel 2003 as XML", "Open it in Excel and save it as .xlsx."));
        }
        if has(b"urn:oasis:names:tc:opendocument") {
            return Err(Trouble::is_but("a flat OpenDocument file", "Open it in LibreOffice and save it as .ods."));
        }
        if !has(b"<html") {
            return Err(Trouble::is("an XML file"));
        }
    }
    let tags: [&[u8]; 9] =
        [b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<?xml", b"<div"];
    if tags.iter().any(|tag| beginning.starts_with(tag)) || (beginning.starts_with(b"<!--") && has(b"<html")) {
        return Err(Trouble::is_but(
            "a web page (HTML), whatever its name says",
            "Open it in Excel and save it as .xlsx.",
        ));
    }
    if beginning.starts_with(b"mime-version:") && has(b"multipart/related") {
        return Err(Trouble::is_but("a web page in one file", "Open it in Excel and save it as .xlsx."));
    }
    if beginning.starts_with(b"id;p") {
        return Err(Trouble::is_but("a SYLK file", "Open it in Excel and save it as .xlsx."));
    }
    Ok(Detected::Text)
}

/// Whether text is JSON, as plan files are, by its first letters.
pub(super) fn is_json(letters: &[u8]) -> bool {
    match letters.trim_ascii_start() {
        [b'{', rest @ ..] => matches!(rest.trim_ascii_start(), [] | [b'"' | b'}', ..]),
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start(), [b'{' | b'[' | b'"' | b']', ..]),
        _ => false,
    }
}

fn archive(bytes: &[u8], expanded: u64) -> Result<Detected<'_>, Trouble> {
    let mut archive = Archive::open(bytes, expanded)?;
    if archive.has("mimetype") {
        let kind = archive.needed("mimetype")?.whole()?;
        let kind = String::from_utf8_lossy(&kind);
        match kind.trim() {
            "application/vnd.oasis.opendocument.spreadsheet"
            | "application/vnd.oasis.opendocument.spreadsheet-template" => return Ok(Detected::Ods(archive)),
            "application/vnd.oasis.opendocument.text" => return Err(Trouble::is("a text document (OpenDocument)")),
            "application/vnd.oasis.opendocument.presentation" => {
                return Err(Trouble::is("a presentation (OpenDocument)"));
            }
            "application/epub+zip" => return Err(Trouble::is("a book (EPUB)")),
            other if other.starts_with("application/vnd.oasis.opendocument") => {
                return Err(Trouble::is("an OpenDocument file without sheets"));
            }
            _ => {}
        }
    }
    if archive.has("[Content_Types].xml") {
        let main = package::main_part(&mut archive)?.unwrap_or_default();
        let folder = main.split('/').next().unwrap_or_default();
        return match folder {
            "word" => Err(Trouble::is("a Word document")),
            "ppt" => Err(Trouble::is("a PowerPoint presentation")),
            "visio" => Err(Trouble::is("a Visio drawing")),
            _ if main.to_ascii_lowercase().ends_with(".bin") => Ok(Detected::Xlsb(archive, main)),
            _ if main.to_ascii_lowercase().ends_with(".xml") => Ok(Detected::Xlsx(archive, main)),
            _ => Err(Trouble::is("an Office document without sheets")),
        };
    }
    if archive.names().iter().any(|name| name.ends_with(".iwa")) {
        return Err(Trouble::is_but("an Apple Numbers document", "In Numbers, export it to Excel."));
    }
    // Without the list of its parts it still may be a workbook.
    match ["xl/workbook.xml", "xl/workbook.bin"].into_iter().find(|name| archive.has(name)) {
        Some(main) if main.ends_with(".bin") => Ok(Detected::Xlsb(archive, main.to_owned())),
        Some(main) => Ok(Detected::Xlsx(archive, main.to_owned())),
        None => Ok(Detected::Bundle(archive)),
    }
}

fn compound(bytes: &[u8]) -> Result<Detected<'_>, Trouble> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") || file.has("EncryptionInfo") {
        return Err(Trouble::password());
    }
    for name in ["Workbook", "Book"] {
        if let Some(stream) = file.stream(name)? {
            return Ok(Detected::Xls(stream));
        }
    }
    Err(Trouble::is(if file.has("WordDocument") {
        "a Word document"
    } else if file.has("PowerPoint Document") {
        "a PowerPoint presentation"
    } else if file.has("__properties_version1.0") {
        "an Outlook message"
    } else if file.has("VisioDocument") {
        "a Visio drawing"
    } else {
        "an Office document without sheets"
    }))
}
