//! The file of many streams in which Office kept its documents before 2007, and keeps those with a password since.

use super::refusal::Trouble;

/// What such a file begins with.
pub(super) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Sectors with numbers from here on mean something else than a sector.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

const MINI_SECTOR: usize = 64;

/// Streams smaller than that stand in the mini stream.
const MINI_LIMIT: usize = 4_096;

/// A file of streams.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
    mini: Vec<u8>,
    mini_next: Vec<u32>,
    entries: Vec<Entry>,
}

/// A stream or a folder in it.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        if bytes.len() < 512 {
            return Err(Trouble::damaged("it ends too early"));
        }
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            _ => return Err(Trouble::damaged("its first bytes contradict each other")),
        };
        let mut file =
            Self { bytes, sector, next: Vec::new(), mini: Vec::new(), mini_next: Vec::new(), entries: Vec::new() };
        file.next = file.table_of_sectors()?;
        let directory = file.chain(u32_at(bytes, 48).unwrap_or(u32::MAX), usize::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(|line| entry(line, sector)).collect();
        if let Some((start, length)) = file.entries.first().map(|root| (root.start, root.length)) {
            let table = file.chain(u32_at(bytes, 60).unwrap_or(u32::MAX), usize::MAX)?;
            file.mini_next = numbers(&table).collect();
            file.mini = file.chain(start, length)?;
        }
        Ok(file)
    }

    /// Whether there is a stream or folder of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        if entry.length >= MINI_LIMIT {
            return self.chain(entry.start, entry.length).map(Some);
        }
        let mut bytes = Vec::new();
        let mut at = entry.start;
        for _ in 0..=self.mini_next.len() {
            if bytes.len() >= entry.length || at >= LAST_SECTOR {
                bytes.truncate(entry.length);
                return Ok(Some(bytes));
            }
            let begin = (at as usize).checked_mul(MINI_SECTOR).ok_or_else(beyond)?;
            let rest = self.mini.get(begin..).filter(|rest| !rest.is_empty()).ok_or_else(beyond)?;
            bytes.extend_from_slice(rest.get(..MINI_SECTOR).unwrap_or(rest));
            at = self.mini_next.get(at as usize).copied().ok_or_else(beyond)?;
        }
        Err(goes_in_circles())
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Which sector follows each.
    fn table_of_sectors(&self) -> Result<Vec<u32>, Trouble> {
        let header = self.bytes.get(76..512).unwrap_or_default();
        let mut parts: Vec<u32> = numbers(header).take_while(|number| *number < LAST_SECTOR).collect();
        let mut more = u32_at(self.bytes, 68).unwrap_or(u32::MAX);
        let most = self.bytes.len() / self.sector + 1;
        let mut seen = 0;
        while more < LAST_SECTOR {
            seen += 1;
            if seen > most {
                return Err(goes_in_circles());
            }
            let list = self.at(more).ok_or_else(beyond)?;
            let (list, link) = list.split_at_checked(self.sector - 4).ok_or_else(beyond)?;
            parts.extend(numbers(list).take_while(|number| *number < LAST_SECTOR));
            more = u32_at(link, 0).unwrap_or(u32::MAX);
        }
        if parts.len() > most {
            return Err(Trouble::damaged("its parts contradict each other"));
        }
        let mut table = Vec::new();
        for part in parts {
            table.extend(numbers(self.at(part).ok_or_else(beyond)?));
        }
        Ok(table)
    }

    /// The bytes of a sector; fewer at the end of a file that was cut off.
    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let begin = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(begin..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The bytes of sectors that follow each other, at most so many.
    fn chain(&self, first: u32, most: usize) -> Result<Vec<u8>, Trouble> {
        let mut bytes = Vec::new();
        let mut number = first;
        for _ in 0..=self.next.len() {
            if number >= LAST_SECTOR || bytes.len() >= most {
                bytes.truncate(most);
                return Ok(bytes);
            }
            bytes.extend_from_slice(self.at(number).ok_or_else(beyond)?);
            // No file has more in it than it is long: then its sectors stand in two chains.
            if bytes.len() > self.bytes.len() {
                return Err(goes_in_circles());
            }
            number = self.next.get(number as usize).copied().ok_or_else(beyond)?;
        }
        Err(goes_in_circles())
    }
}

fn entry(line: &[u8], sector: usize) -> Option<Entry> {
    let length = usize::from(u16_at(line, 64)?).min(64).checked_sub(2)?;
    let name: Vec<u16> = line.get(..length)?.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
    let high = if sector == 512 { 0 } else { u64::from(u32_at(line, 124)?) };
    let size = u64::from(u32_at(line, 120)?) | (high << 32);
    Some(Entry {
        name: String::from_utf16_lossy(&name),
        start: u32_at(line, 116)?,
        length: usize::try_from(size).unwrap_or(usize::MAX),
    })
}

fn beyond() -> Trouble {
    Trouble::damaged("it ends too early")
}

fn goes_in_circles() -> Trouble {
    Trouble::damaged("its parts refer to each other in a circle")
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}
