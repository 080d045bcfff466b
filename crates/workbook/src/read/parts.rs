//! A file as the parts of which it consists: for what changes some of them and keeps all others byte for byte.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::archive::Archive;
use super::detect::{self, Detected};
use super::package;
use super::refusal::{Reason, Refusal, Trouble};

/// An archive whose parts can be changed.
pub(crate) struct Parts<'a> {
    name: String,
    archive: Archive<'a>,
    bytes: &'a [u8],
}

/// What refers to a part, or to something outside.
pub(crate) struct Target {
    /// The last word of its type: `worksheet`, `comments`.
    pub(crate) kind: String,
    /// The name of the part in the archive.
    pub(crate) part: String,
}

/// What a file is, as far as it matters for changing it.
pub(crate) enum Changeable<'a> {
    /// A workbook of XML parts, and the name of its main part.
    Workbook(Parts<'a>, String),
    /// An archive of other files.
    Bundle(Parts<'a>),
    /// Text with values set apart.
    Text,
    /// Of a format that is only read.
    Other,
}

/// Says what a file is.
pub(crate) fn changeable<'a>(name: &str, bytes: &'a [u8]) -> Result<Changeable<'a>, Refusal> {
    let parts = |archive| Parts { name: name.to_owned(), archive, bytes };
    match detect::detect(bytes, 0) {
        Ok(Detected::Xlsx(archive, main)) => Ok(Changeable::Workbook(parts(archive), main)),
        Ok(Detected::Bundle(archive)) => Ok(Changeable::Bundle(parts(archive))),
        Ok(Detected::Text) => Ok(Changeable::Text),
        Ok(Detected::Xlsb(..) | Detected::Xls(_) | Detected::Ods(_)) => Ok(Changeable::Other),
        Err(trouble) => Err(refusal(name, trouble)),
    }
}

impl Parts<'_> {
    /// The names of the parts, in their order.
    pub(crate) fn names(&self) -> &[String] {
        self.archive.names()
    }

    /// Whether there is a part of that name, in whatever letters.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.archive.has(part)
    }

    /// A part as text; nothing where there is none of that name.
    pub(crate) fn text(&mut self, part: &str) -> Result<Option<String>, Refusal> {
        let found = self.archive.part(part).and_then(|found| found.map(|found| found.whole()).transpose());
        let Some(bytes) = found.map_err(|trouble| refusal(&self.name, trouble))? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| {
            refusal(&self.name, Trouble::damaged(format_args!("the part {part} holds letters that are none")))
        })?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    /// The bytes of the part at a position among the names.
    pub(crate) fn bytes_at(&mut self, index: usize) -> Result<Vec<u8>, Refusal> {
        let found = self.archive.part_at(index).and_then(|found| found.whole());
        found.map_err(|trouble| refusal(&self.name, trouble))
    }

    /// What a part refers to, by the identifiers that it uses.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<HashMap<String, Target>, Refusal> {
        let found = package::relationships(&mut self.archive, part).map_err(|trouble| refusal(&self.name, trouble))?;
        Ok(found.into_iter().map(|(id, to)| (id, Target { kind: to.kind, part: to.target })).collect())
    }

    /// The archive with other contents of some parts, by their names, or without them, and with further parts behind all
    /// others.
    pub(crate) fn with(
        &self,
        changed: &HashMap<String, Option<Vec<u8>>>,
        added: &[(String, Vec<u8>)],
    ) -> zip::result::ZipResult<Vec<u8>> {
        let changed: HashMap<String, &Option<Vec<u8>>> =
            changed.iter().map(|(name, content)| (plain(name), content)).collect();
        let mut from = ZipArchive::new(Cursor::new(self.bytes))?;
        let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        for (index, name) in self.names().iter().enumerate() {
            match changed.get(&plain(name)) {
                Some(None) => {}
                Some(Some(content)) => {
                    to.start_file(name, options)?;
                    to.write_all(content)?;
                }
                None => to.raw_copy_file(from.by_index_raw(index)?)?,
            }
        }
        for (name, content) in added {
            to.start_file(name, options)?;
            to.write_all(content)?;
        }
        Ok(to.finish()?.into_inner())
    }
}

/// Where a part says to what it refers.
pub(crate) fn relationships_part(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

fn plain(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

fn refusal(name: &str, trouble: Trouble) -> Refusal {
    match trouble {
        Trouble::Refused(reason) => reason.of(name),
        Trouble::Stopped => {
            let (expected, found) = ("read to its end".to_owned(), "This one was not.".to_owned());
            Reason { expected, found, advice: String::new() }.of(name)
        }
    }
}
