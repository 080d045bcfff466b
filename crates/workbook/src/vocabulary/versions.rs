//! Sheets that are versions of another: "CIP (old)", "Tracker v1", "CIP draft v2".

use super::words_of_names::says;

/// Which version of something a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What it is a version of.
    pub of: String,
    /// How late it is; nothing where it is said to be old.
    pub rank: Option<Rank>,
}

/// How late a version is: whether it is a draft or final, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    stage: i8,
    numbers: [u32; 3],
}

impl Rank {
    /// That of a sheet whose name says nothing of versions, beside others: it comes after all that are numbered where one of
    /// them is the first, for then it is what they lead to.
    pub const fn of_plain(is_first_there: bool) -> Self {
        Self { stage: 0, numbers: if is_first_there { [u32::MAX, 0, 0] } else { [0, 0, 0] } }
    }

    /// Whether it is the first of its numbers, or a draft.
    pub const fn is_first(self) -> bool {
        self.numbers[0] <= 1
    }
}

/// What a sheet is called that is no more in use.
const OLD: [&str; 8] = ["old", "archive", "archived", "superseded", "obsolete", "replaced", "previous", "outdated"];

/// Which version the words of a name say; nothing where they say none.
pub(super) fn version(words: &[String]) -> Option<Version> {
    if says(words, &OLD) {
        let of = words.iter().filter(|word| !OLD.contains(&word.as_str()) && *word != "version");
        return Some(Version { of: of.cloned().collect::<Vec<_>>().join(" "), rank: None });
    }
    let mut stage = None;
    let mut numbers = None;
    let mut of: Vec<&str> = Vec::new();
    let mut rest = words.iter().map(String::as_str).peekable();
    while let Some(word) = rest.next() {
        match word {
            "draft" => stage = Some(-1),
            "final" => stage = Some(1),
            "version" | "ver" | "v" | "rev" if rest.peek().copied().and_then(numbers_of).is_some() => {
                numbers = rest.next().and_then(numbers_of);
            }
            _ => match word.strip_prefix('v').and_then(numbers_of) {
                Some(found) => numbers = Some(found),
                None => of.push(word),
            },
        }
    }
    (stage.is_some() || numbers.is_some()).then(|| {
        let rank = Rank { stage: stage.unwrap_or_default(), numbers: numbers.unwrap_or_default() };
        Version { of: of.join(" "), rank: Some(rank) }
    })
}

/// The numbers of a version: "1.2", and "1.2.3".
fn numbers_of(digits: &str) -> Option<[u32; 3]> {
    let mut parts = digits.split('.').map(|part| {
        let is_number = !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    });
    let first = parts.next()??;
    let [second, third] = [parts.next(), parts.next()].map(|part| part.unwrap_or(Some(0)));
    Some([first, second?, third?]).filter(|_| parts.next().is_none())
}
