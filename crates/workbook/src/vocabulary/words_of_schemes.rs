//! What the words in the cells of a tracker mean in a plan. Each known word stands here; what does not is a question, and the
//! plan remembers the answer.
//!
//! Where the words come from: how far a plan is, from the efficiency returns of integrated care boards of 2024/25 (fully
//! developed, in progress, opportunity, unidentified); blue for what is fully implemented, from trackers with BRAG ratings
//! (Barking, Havering and Redbridge, November 2012); risk, from the risk matrix of the National Patient Safety Agency, 2008
//! (low, moderate, high, extreme; rare to almost certain; negligible to catastrophic) and from red, amber and green. A word whose meaning differs from one place to another,
//! such as "pipeline", "on hold" or "closed", is asked.

use crate::cells::key_of;
use crate::headings::Field;
use one_plan_model::plan::{ColumnKind, Table};

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It says this of the scheme.
    Says(Vec<(usize, Box<str>)>),
    /// It is what a plan takes for granted: that a saving releases cash.
    GoesWithoutSaying,
    /// Only a person can say.
    Unknown,
}

const DEVELOPMENT: &[(&str, &[&str])] = &[
    ("fully-developed", &["fullydeveloped", "fullydevelopedplan", "fullydevelopedplans", "developed", "plandeveloped"]),
    (
        "in-progress",
        &[
            "plansinprogress",
            "planinprogress",
            "indevelopment",
            "developing",
            "planindevelopment",
            "plansindevelopment",
        ],
    ),
    ("opportunity", &["opportunity", "opportunities", "opportunityidentified", "idea", "ideas"]),
];
const DELIVERY: &[(&str, &[&str])] = &[
    (
        "made",
        &[
            "delivered",
            "fullydelivered",
            "complete",
            "completed",
            "implemented",
            "fullyimplemented",
            "achieved",
            "made",
            "blue",
            "b",
        ],
    ),
    ("in-progress", &["indelivery", "delivering", "beingdelivered", "inimplementation", "live", "underway"]),
    ("no-progress", &["notstarted", "noprogress", "nostarted", "yettostart"]),
    ("identified", &["identified", "planned"]),
];
/// Words that are of both: what else stands in the column decides.
const EITHER: &[&str] = &["inprogress", "progressing"];
const UNIDENTIFIED: &[&str] = &[
    "unidentified",
    "notidentified",
    "notyetidentified",
    "unidentifiedcip",
    "unidentifiedqipp",
    "unidentifiedsavings",
    "unidentifiedsaving",
    "unidentifiedscheme",
    "unidentifiedschemes",
    "unidentifiedefficiencies",
    "tobeidentified",
];
const RISK: &[(&str, &[&str])] = &[
    ("high", &["high", "h", "red", "r", "highrisk", "veryhigh", "vh", "extreme"]),
    ("medium", &["medium", "m", "med", "moderate", "amber", "a", "mediumrisk"]),
    ("low", &["low", "l", "green", "g", "lowrisk", "verylow", "vl"]),
];
const RECURRENT: &[(&str, &[&str])] = &[
    ("yes", &["r", "rec", "recurrent", "recurring", "yes", "y", "true"]),
    ("no", &["nr", "nonrec", "nonrecurrent", "nonrecurring", "no", "n", "false", "oneoff", "onceoff", "nonr"]),
];
const RELEASES: &[&str] = &["yes", "y", "cr", "cash", "cashable", "cashreleasing", "cashout", "true"];
const RELEASES_NOT: &[&str] =
    &["no", "n", "ncr", "noncash", "noncashable", "noncashreleasing", "notcashreleasing", "costavoidance", "false"];
const KIND: &[(&str, &[&str])] = &[
    ("pay", &["pay", "p", "staff", "staffing", "staffcosts", "paycosts"]),
    ("non-pay", &["nonpay", "np", "nonstaff", "nonpaycosts", "nonstaffcosts"]),
    ("income", &["income", "i", "inc", "incomegeneration", "incomegenerating", "incomegrowth", "additionalincome"]),
];

/// What a column of words says besides the word that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    has_development: bool,
    has_delivery: bool,
}

impl Vocabulary {
    /// That of a column, from the words in it.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut found = Self::default();
        for key in words.map(key_of) {
            found.has_development |= word_in(DEVELOPMENT, &key).is_some();
            found.has_delivery |= word_in(DELIVERY, &key).is_some();
        }
        found
    }
}

/// What a word means in a field, within the vocabulary of its column.
pub fn meaning(field: Field, words: &str, column: Vocabulary) -> Meaning {
    let key = key_of(words);
    let one = |name: &str, word: Option<&str>| word.map(|word| vec![(name.to_owned(), word.to_owned())]);
    let known = match field {
        Field::Recurrent => one("recurrent", word_in(RECURRENT, &key)),
        Field::CashReleasing if RELEASES_NOT.contains(&key.as_str()) => one("class", Some("cost-containment")),
        Field::CashReleasing if RELEASES.contains(&key.as_str()) => return Meaning::GoesWithoutSaying,
        Field::Kind => one("kind", word_in(KIND, &key)),
        Field::Risk if key == "blue" => one("status", Some("made")),
        Field::Risk => one("risk", word_in(RISK, &key)),
        Field::Status if is_unidentified(words) => {
            let both = ["status", "development"].map(|name| (name.to_owned(), "unidentified".to_owned()));
            Some(both.to_vec())
        }
        Field::Status if EITHER.contains(&key.as_str()) => match (column.has_development, column.has_delivery) {
            (true, false) => one("development", Some("in-progress")),
            (false, true) => one("status", Some("in-progress")),
            _ => None,
        },
        Field::Status => {
            one("development", word_in(DEVELOPMENT, &key)).or_else(|| one("status", word_in(DELIVERY, &key)))
        }
        _ => None,
    };
    let said = known.and_then(|said| {
        said.into_iter().map(|(name, word)| Some((Table::Scheme.column(&name)?, word.into()))).collect()
    });
    said.map_or(Meaning::Unknown, Meaning::Says)
}

/// What a person may mean by a word of a field: columns of `schemes` with their words.
pub fn choices_for(field: Field) -> Vec<(&'static str, Vec<&'static str>)> {
    let columns: &[&'static str] = match field {
        Field::Recurrent => &["recurrent"],
        Field::CashReleasing => &["class"],
        Field::Kind => &["kind", "class"],
        Field::Risk => &["risk"],
        Field::Status => &["development", "status"],
        _ => &[],
    };
    columns.iter().map(|name| (*name, words_of(name))).collect()
}

/// The words that a column of `schemes` can have.
pub fn words_of(column: &str) -> Vec<&'static str> {
    let at = Table::Scheme.column(column);
    match at.and_then(|at| Table::Scheme.columns().get(at)).map(|column| column.kind) {
        Some(ColumnKind::Choice(choices)) => choices.iter().map(|choice| choice.word).collect(),
        Some(ColumnKind::Flag) => vec!["yes", "no"],
        _ => Vec::new(),
    }
}

/// The word of a column of `schemes` for one that people write in its place, such as `made` for "Delivered" and `medium` for
/// "M", without capitals and blanks.
pub fn word_of_scheme(column: &str, key: &str) -> Option<&'static str> {
    let list = match column {
        "status" => DELIVERY,
        "development" => DEVELOPMENT,
        "risk" => RISK,
        "recurrent" => RECURRENT,
        "kind" => KIND,
        _ => return None,
    };
    word_in(list, key)
}

/// Whether words say that nobody knows by what a saving is made.
pub fn is_unidentified(words: &str) -> bool {
    UNIDENTIFIED.contains(&key_of(words).as_str())
}

/// Whether words say that something is pay, non-pay or income.
pub fn is_kind(words: &str) -> bool {
    word_in(KIND, &key_of(words)).is_some()
}

/// Whether words say that something is income.
pub fn is_income(words: &str) -> bool {
    word_in(KIND, &key_of(words)) == Some("income")
}

fn word_in(list: &[(&'static str, &[&str])], key: &str) -> Option<&'static str> {
    list.iter().find(|(_, words)| words.contains(&key)).map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_a_word_of_the_plan() {
        let lists = [
            (DEVELOPMENT, "development"),
            (DELIVERY, "status"),
            (RISK, "risk"),
            (RECURRENT, "recurrent"),
            (KIND, "kind"),
        ];
        for (list, column) in lists {
            for (word, _) in list {
                assert!(words_of(column).contains(word), "{column}: {word}");
            }
        }
    }

    #[test]
    fn in_progress_is_what_the_column_is_about() {
        let with = |others: &[&str]| meaning(Field::Status, "In progress", Vocabulary::of(others.iter().copied()));
        let says = |column: &str| {
            Meaning::Says(vec![(Table::Scheme.column(column).unwrap_or_default(), "in-progress".into())])
        };
        assert_eq!(with(&["Fully developed"]), says("development"));
        assert_eq!(with(&["Delivered"]), says("status"));
        assert_eq!(with(&[]), Meaning::Unknown);
        assert_eq!(with(&["Delivered", "Opportunity"]), Meaning::Unknown);
        assert_eq!(meaning(Field::Status, "Amber", Vocabulary::default()), Meaning::Unknown);
    }
}
