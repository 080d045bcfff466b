//! What the name of a sheet, or the heading over some rows of it, says of whether its schemes count: "Rejected", "CIP (old)",
//! "Tracker v1", "Example", "Pipeline".
//!
//! A word says it where it stands last, or with nothing beside it but what any such sheet is called: "Rejected schemes" are
//! rejected, "Closed beds" are a scheme.

use super::heading::key_of;

/// What words say of whether schemes count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// They show how to fill in a sheet.
    Example,
    /// They are not in the plan, or no more.
    NotInPlan,
    /// They are closed: delivered, or given up.
    Closed,
    /// They are not agreed yet.
    Pipeline,
    /// This is no more in use, or this is so far on the way to what is: the name of what it is a version of.
    Version(Version),
}

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
    numbers: [u32; 2],
}

impl Rank {
    /// That of a sheet whose name says nothing of versions, beside others: it comes after all that are numbered where one of
    /// them is the first, for then it is what they lead to.
    pub const fn of_plain(is_first_there: bool) -> Self {
        Self { stage: 0, numbers: if is_first_there { [u32::MAX, 0] } else { [0, 0] } }
    }

    /// Whether it is the first of its numbers, or a draft.
    pub const fn is_first(self) -> bool {
        self.numbers[0] <= 1
    }
}

const EXAMPLES: [&str; 11] = [
    "example",
    "examples",
    "template",
    "templates",
    "dummy",
    "illustration",
    "illustrative",
    "guidance",
    "instruction",
    "instructions",
    "sample",
];
const CLOSED: [&str; 1] = ["closed"];
const NOT_IN_PLAN: [&str; 12] = [
    "rejected",
    "withdrawn",
    "cancelled",
    "canceled",
    "declined",
    "abandoned",
    "discontinued",
    "dropped",
    "deleted",
    "removed",
    "excluded",
    "stopped",
];
/// The same in several words, wherever they stand.
const NOT_IN_PLAN_IN_WORDS: [&str; 12] = [
    "not in plan",
    "not in the plan",
    "not in cip",
    "not included",
    "not approved",
    "not pursued",
    "not progressed",
    "not taken forward",
    "not going ahead",
    "not counted",
    "not in total",
    "do not use",
];
const PIPELINE: [&str; 10] = [
    "pipeline",
    "idea",
    "ideas",
    "opportunity",
    "opportunities",
    "potential",
    "longlist",
    "hopper",
    "wishlist",
    "prospects",
];
const OLD: [&str; 8] = ["old", "archive", "archived", "superseded", "obsolete", "replaced", "previous", "outdated"];
/// What any sheet with schemes is called.
const BESIDE: [&str; 33] = [
    "scheme",
    "schemes",
    "idea",
    "ideas",
    "project",
    "projects",
    "initiative",
    "initiatives",
    "proposal",
    "proposals",
    "opportunity",
    "opportunities",
    "saving",
    "savings",
    "efficiency",
    "efficiencies",
    "cip",
    "crip",
    "qipp",
    "plan",
    "plans",
    "tracker",
    "list",
    "log",
    "sheet",
    "tab",
    "programme",
    "version",
    "versions",
    "from",
    "the",
    "for",
    "of",
];

/// What the name of a sheet says; nothing where it says nothing of this.
pub fn said_by_name(name: &str) -> Option<Says> {
    let words = words_of(name);
    let found = if is_said_in_words(&words) || says(&words, &NOT_IN_PLAN) {
        Some(Says::NotInPlan)
    } else if says(&words, &CLOSED) {
        Some(Says::Closed)
    } else if says(&words, &EXAMPLES) {
        Some(Says::Example)
    } else {
        version(&words).map(Says::Version)
    };
    found.or_else(|| says(&words, &PIPELINE).then_some(Says::Pipeline))
}

/// Whether the heading over some rows says that they are not in the plan, or not yet.
pub fn says_not_in_plan(heading: &str) -> bool {
    matches!(said_by_name(heading), Some(Says::NotInPlan | Says::Closed | Says::Pipeline | Says::Example))
}

/// Whether a name says nothing but what any sheet with schemes is called.
pub fn is_any_name(name: &str) -> bool {
    words_of(name).iter().all(|word| is_beside(word))
}

/// The name of a sheet as that of which another may be a version.
pub fn plain_name(name: &str) -> String {
    words_of(name).join(" ")
}

fn words_of(name: &str) -> Vec<String> {
    let words =
        name.split(|letter: char| !(letter.is_alphanumeric() || letter == '.' || letter == '\'')).map(key_with_point);
    words.filter(|word| !word.is_empty()).collect()
}

/// A word without what does not count; the point in "v1.2" stays.
fn key_with_point(word: &str) -> String {
    word.split('.').map(key_of).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

fn is_said_in_words(words: &[String]) -> bool {
    let all = format!(" {} ", words.join(" "));
    NOT_IN_PLAN_IN_WORDS.iter().any(|said| all.contains(&format!(" {said} ")))
}

fn is_beside(word: &str) -> bool {
    BESIDE.contains(&word) || word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// Whether one of some words stands last, or with nothing beside it that says what else is meant.
fn says(words: &[String], said: &[&str]) -> bool {
    let is_said = |word: &String| said.contains(&word.as_str());
    words.iter().rev().find(|word| !is_beside(word) || is_said(word)).is_some_and(is_said)
}

fn version(words: &[String]) -> Option<Version> {
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

/// The numbers of a version: "1.2".
fn numbers_of(digits: &str) -> Option<[u32; 2]> {
    let mut parts = digits.split('.').map(|part| {
        let is_number = !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    });
    let first = parts.next()??;
    Some([first, parts.next().unwrap_or(Some(0))?])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_name_says_whether_its_schemes_count() {
        for (name, says) in [
            ("Rejected", Says::NotInPlan),
            ("Rejected schemes 2026-27", Says::NotInPlan),
            ("Surgery - closed", Says::Closed),
            ("Closed schemes 26/27", Says::Closed),
            ("Removed from plan", Says::NotInPlan),
            ("Pipeline ideas (not in plan)", Says::NotInPlan),
            ("Schemes not taken forward", Says::NotInPlan),
            ("Example", Says::Example),
            ("CIP template", Says::Example),
            ("Pipeline", Says::Pipeline),
            ("Pipeline schemes", Says::Pipeline),
            ("CIP opportunities", Says::Pipeline),
        ] {
            assert_eq!(said_by_name(name), Some(says), "{name}");
        }
        for name in [
            "Closed beds",
            "Ideas in surgery wards",
            "Medicine",
            "Old people",
            "Plan",
            "Savings schemes",
            "Template matching service",
            "",
            "Vaccines",
            "Final salary pensions 2",
        ] {
            let found = said_by_name(name);
            assert!(matches!(found, None | Some(Says::Version(Version { rank: Some(_), .. }))), "{name}: {found:?}");
        }
    }

    #[test]
    fn versions_follow_one_another() {
        let version = |name: &str| match said_by_name(name) {
            Some(Says::Version(version)) => version,
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(version("CIP tracker (old)"), Version { of: "cip tracker".to_owned(), rank: None });
        assert_eq!(version("Archive").of, "");
        let names = ["CIP draft v2", "CIP v0.9", "CIP v1", "CIP Version 1.2", "CIP v10", "CIP final"];
        let ranks: Vec<Rank> = names.iter().map(|name| version(name).rank.unwrap()).collect();
        assert!(ranks.is_sorted_by(|one, next| one < next), "{ranks:?}");
        assert!(names.iter().all(|name| version(name).of == "cip"));
        assert!(Rank::of_plain(true) > version("CIP v10").rank.unwrap());
        assert!(Rank::of_plain(false) < version("CIP v2").rank.unwrap());
    }
}
