//! What the name of a sheet, or the heading over some rows of it, says of whether its schemes count: "Rejected", "CIP (old)",
//! "Tracker v1", "Example", "Pipeline".
//!
//! A word says it where it stands last, or with nothing beside it but what any such sheet is called: "Rejected schemes" are
//! rejected, "Closed beds" are a scheme.

use super::versions::{Version, version};
use super::words_of_names::{is_beside, says, words_of};

/// What words say of whether schemes count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameSays {
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

/// What the name of a sheet says; nothing where it says nothing of this.
pub fn said_by_name(name: &str) -> Option<NameSays> {
    let words = words_of(name);
    let found = if is_said_in_words(&words) || says(&words, &NOT_IN_PLAN) {
        Some(NameSays::NotInPlan)
    } else if says(&words, &CLOSED) {
        Some(NameSays::Closed)
    } else if says(&words, &EXAMPLES) {
        Some(NameSays::Example)
    } else {
        version(&words).map(NameSays::Version)
    };
    found.or_else(|| says(&words, &PIPELINE).then_some(NameSays::Pipeline))
}

/// Whether the heading over some rows says that they are not in the plan, or not yet.
pub fn says_not_in_plan(heading: &str) -> bool {
    matches!(
        said_by_name(heading),
        Some(NameSays::NotInPlan | NameSays::Closed | NameSays::Pipeline | NameSays::Example)
    )
}

/// Whether a name says nothing but what any sheet with schemes is called.
pub fn is_any_name(name: &str) -> bool {
    words_of(name).iter().all(|word| is_beside(word))
}

/// The name of a sheet as that of which another may be a version.
pub fn plain_name(name: &str) -> String {
    words_of(name).join(" ")
}

fn is_said_in_words(words: &[String]) -> bool {
    let all = format!(" {} ", words.join(" "));
    NOT_IN_PLAN_IN_WORDS.iter().any(|said| all.contains(&format!(" {said} ")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::vocabulary::versions::{Rank, Version};

    #[test]
    fn a_name_says_whether_its_schemes_count() {
        for (name, says) in [
            ("Rejected", NameSays::NotInPlan),
            ("Rejected schemes 2026-27", NameSays::NotInPlan),
            ("Surgery - closed", NameSays::Closed),
            ("Closed schemes 26/27", NameSays::Closed),
            ("Removed from plan", NameSays::NotInPlan),
            ("Pipeline ideas (not in plan)", NameSays::NotInPlan),
            ("Schemes not taken forward", NameSays::NotInPlan),
            ("Example", NameSays::Example),
            ("CIP template", NameSays::Example),
            ("Pipeline", NameSays::Pipeline),
            ("Pipeline schemes", NameSays::Pipeline),
            ("CIP opportunities", NameSays::Pipeline),
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
            assert!(
                matches!(found, None | Some(NameSays::Version(Version { rank: Some(_), .. }))),
                "{name}: {found:?}"
            );
        }
    }

    #[test]
    fn versions_follow_one_another() {
        let version = |name: &str| match said_by_name(name) {
            Some(NameSays::Version(version)) => version,
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
