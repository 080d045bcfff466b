//! The archive (zip) that a workbook is: its parts by their names, unpacked piece by piece within limits.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::limits;
use super::refusal::Trouble;

/// An archive in memory.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    bytes: &'a [u8],
    /// The entries by their names in small letters: programs do not agree on capitals.
    by_name: HashMap<String, usize>,
    names: Vec<String>,
    /// What all parts together have been unpacked to.
    pub(super) expanded: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive; what has been unpacked before it counts too.
    pub(super) fn open(bytes: &'a [u8], expanded: u64) -> Result<Self, Trouble> {
        // Counted before anything is allocated for them: each entry begins its line of the directory with these letters.
        let entries = count(bytes, b"PK\x01\x02");
        if entries > limits::MOST_ENTRIES {
            return Err(Trouble::too_much(
                format!("an archive of at most {} files", limits::MOST_ENTRIES),
                format!("This one has about {entries}."),
            ));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let mut names = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let name = zip.name_for_index(index).and_then(Result::ok).unwrap_or_default();
            names.push(name.replace('\\', "/"));
        }
        let by_name = names.iter().enumerate().map(|(index, name)| (plain(name), index)).collect();
        Ok(Self { zip, bytes, by_name, names, expanded })
    }

    /// The names of the entries, in their order.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&plain(name))
    }

    /// How many bytes a part says that it has.
    pub(super) fn size(&self, name: &str) -> u64 {
        let index = self.by_name.get(&plain(name)).copied();
        index.and_then(|index| self.zip.by_index_data(index).ok()).map_or(0, |entry| entry.size())
    }

    /// A part by its name, to be read.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Trouble> {
        match self.by_name.get(&plain(name)).copied() {
            Some(index) => self.part_at(index).map(Some),
            None => Ok(None),
        }
    }

    /// A part that the file cannot do without.
    pub(super) fn needed(&mut self, name: &str) -> Result<Part<'_, 'a>, Trouble> {
        self.part(name)?.ok_or_else(|| Trouble::damaged(format_args!("the part {name} is missing")))
    }

    /// A part that is small in every workbook.
    pub(super) fn small(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Trouble> {
        let part = self.part(name)?;
        Ok(part.map(|part| Part { most: limits::LARGEST_SMALL_PART, ..part }))
    }

    /// The part at a position among the names.
    pub(super) fn part_at(&mut self, index: usize) -> Result<Part<'_, 'a>, Trouble> {
        let file = self.zip.by_index(index)?;
        let packed = file.compressed_size().min(self.bytes.len() as u64);
        Ok(Part { file, packed, read: 0, most: limits::MOST_EXPANDED, expanded: &mut self.expanded })
    }
}

/// A part of an archive while it is unpacked.
pub(super) struct Part<'p, 'a> {
    file: ZipFile<'p, Cursor<&'a [u8]>>,
    packed: u64,
    read: u64,
    most: u64,
    expanded: &'p mut u64,
}

impl Part<'_, '_> {
    /// All of it.
    pub(super) fn whole(mut self) -> Result<Vec<u8>, Trouble> {
        let mut bytes = Vec::new();
        self.by_ref().take(limits::LARGEST_FILE + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limits::LARGEST_FILE {
            return Err(too_large(None));
        }
        Ok(bytes)
    }
}

impl Read for Part<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(into)?;
        self.read += count as u64;
        *self.expanded = self.expanded.saturating_add(count as u64);
        let is_bomb = self.read > limits::ALWAYS_EXPANDED && self.read / limits::GREATEST_RATIO > self.packed;
        if is_bomb || self.read > self.most || *self.expanded > limits::MOST_EXPANDED {
            return Err(expands_too_far().into());
        }
        Ok(count)
    }
}

/// What is said of a file larger than the largest.
pub(super) fn too_large(bytes: Option<u64>) -> Trouble {
    let megabytes = limits::LARGEST_FILE / 1_000_000;
    Trouble::too_much(
        format!("at most {megabytes} MB large"),
        match bytes {
            Some(bytes) => format!("This one is {} MB.", bytes.div_ceil(1_000_000)),
            None => "This one is larger.".to_owned(),
        },
    )
}

fn expands_too_far() -> Trouble {
    Trouble::refused(
        "an archive or a workbook that is of a sensible size when it is unpacked",
        "This one becomes many times as large as spreadsheet programs write them, which files made to do harm do.",
        "Open it in a spreadsheet program that you trust with it and save it again.",
    )
}

fn plain(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

/// How often a few letters stand in bytes.
fn count(bytes: &[u8], letters: &[u8; 4]) -> usize {
    let [first, ..] = letters;
    let mut found = 0;
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        found += usize::from(rest.starts_with(letters));
        rest = rest.get(1..).unwrap_or_default();
    }
    found
}
