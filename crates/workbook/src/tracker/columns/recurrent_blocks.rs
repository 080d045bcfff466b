//! What is recurrent and what is not, each with its plan, its actual and whatever else is told of it: "Recurrent",
//! "Non-recurrent" and "Total" over several columns, "Plan" over both halves, or one heading such as "NR actual".
//!
//! The halves of the plan are what of a saving is recurrent and what is saved once. A plan has no place for those of anything
//! else: their whole is read where it stands beside them, and else they are added up.

use super::recurrent_parts::is_half_of_plan;
use crate::cells::key_of;
use crate::headings::{Field, HeadingNames, HeadingWords};
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use std::collections::BTreeMap;

/// What the halves and the whole are called.
const CALLED: [(Half, &[&str]); 3] = [
    (
        Half::Recurrent,
        &["recurrent", "recurring", "rec", "r", "recurrentsaving", "recurrentsavings", "recurrentschemes"],
    ),
    (
        Half::Once,
        &[
            "nonrecurrent",
            "nonrecurring",
            "nonrec",
            "nr",
            "oneoff",
            "nonrecurrentsaving",
            "nonrecurrentsavings",
            "nonrecurrentschemes",
        ],
    ),
    (Half::Whole, &["total", "totals", "combined", "overall", "all", "totalsaving", "totalsavings", "totalschemes"]),
];
/// No name of a half has more words.
const MOST_WORDS: usize = 3;

/// Which half of an amount a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    /// What is recurrent.
    Recurrent,
    /// What is saved once.
    Once,
    /// Both together.
    Whole,
}

/// An amount of which halves stand in columns of their own, and the year that their headings say.
type Halved = (Field, Option<FinancialYear>);

impl TrackerHeader {
    /// Takes the halves of amounts, and their wholes.
    pub(crate) fn take_halves(&mut self, names: &HeadingNames) {
        let mut blocks: BTreeMap<Halved, Vec<(usize, Half)>> = BTreeMap::new();
        for (at, column) in self.columns.iter().enumerate() {
            let Some((half, _)) = half_and_rest(&column.words) else { continue };
            if let Some(of) = of_half(&column.words, names) {
                blocks.entry((of, column.year)).or_default().push((at, half));
            }
        }
        for (halved, columns) in blocks {
            self.take_block(halved, &columns);
        }
    }

    fn take_block(&mut self, (of, year): Halved, columns: &[(usize, Half)]) {
        let of_half = |half: Half| -> Vec<usize> {
            let open = columns.iter().filter(|(at, is)| *is == half && self.is_open_half(*at, of));
            open.map(|(at, _)| *at).collect()
        };
        let (recurrent, once) = (of_half(Half::Recurrent), of_half(Half::Once));
        let (Some(first), false) = (recurrent.first().copied(), once.is_empty()) else { return };
        let is_half = |at: usize| columns.iter().any(|(other, half)| *other == at && *half != Half::Whole);
        for (at, _) in columns.iter().filter(|(_, half)| *half == Half::Whole) {
            if let Some(column) = self.columns.get_mut(*at).filter(|column| !column.is_said) {
                column.field = Some(of);
            }
        }
        let has_whole =
            self.columns.iter().enumerate().any(|(at, column)| {
                !is_half(at) && column.field == Some(of) && (column.year == year || year.is_none())
            });
        let added: Vec<TrackerColumn> = once.iter().filter_map(|at| self.columns.get(*at)).cloned().collect();
        for (at, half) in columns.iter().filter(|(_, half)| *half != Half::Whole) {
            let is_open = self.is_open_half(*at, of);
            let Some(column) = self.columns.get_mut(*at).filter(|_| is_open) else { continue };
            (column.field, column.left) = match (of, half) {
                (Field::PlanOfYear, _) if column.is_said => (column.field, None),
                (Field::PlanOfYear, Half::Recurrent) => (Some(Field::Recurrent), None),
                (Field::PlanOfYear, _) => (Some(Field::NonRecurrentPart), None),
                _ if has_whole => (None, Some(LeftAlone::OtherHalf)),
                _ if *at == first => (Some(of), None),
                (_, Half::Recurrent) => (column.field, column.left),
                _ => (None, Some(LeftAlone::AddedTo(of))),
            };
            if column.field == Some(of) && *at == first && of != Field::PlanOfYear {
                column.added.clone_from(&added);
            }
        }
    }

    /// Whether nobody said what the column of a half is, or what was said is what it is read as.
    fn is_open_half(&self, at: usize, of: Field) -> bool {
        self.columns.get(at).is_some_and(|column| {
            let is_of_plan = of == Field::PlanOfYear && is_half_of_plan(column);
            !column.is_said || column.field == Some(of) || is_of_plan
        })
    }
}

impl HeadingWords {
    /// What the words over halves say that these are halves of; nothing where that is no money.
    fn whole_of_halves(&self, names: &HeadingNames) -> Option<Field> {
        let plan = || names.kind_of_months(&self.key_of_own()).is_some_and(|kind| kind.word() == "plan");
        let of = self.field(names).or_else(|| (self.over.is_empty() && plan()).then_some(Field::PlanOfYear));
        of.filter(|of| of.is_money())
    }
}

/// What a heading that names a half says that this is half of.
pub(crate) fn of_half(words: &HeadingWords, names: &HeadingNames) -> Option<Field> {
    half_and_rest(words)?.1.whole_of_halves(names)
}

/// Which half a heading names, and what it says besides; nothing where it says nothing else, or no half.
fn half_and_rest(words: &HeadingWords) -> Option<(Half, HeadingWords)> {
    let (over, own) = (half_in(&words.over), half_in(&words.own));
    let (half, rest) = match (over, own) {
        // "Recurrent" over "Total plan" is the plan of what is recurrent.
        (Some((half, rest)), of_own) if of_own.as_ref().is_none_or(|(own, _)| *own == Half::Whole && half != *own) => {
            let own = of_own.map_or_else(|| words.own.clone(), |(_, rest)| rest);
            (half, HeadingWords { over: rest, own })
        }
        (None, Some((half, rest))) if rest.is_empty() => {
            (half, HeadingWords { over: String::new(), own: words.over.clone() })
        }
        (None, Some((half, rest))) => (half, HeadingWords { over: words.over.clone(), own: rest }),
        _ => return None,
    };
    (!rest.own.trim().is_empty()).then_some((half, rest))
}

/// The half that some words begin or end with, and the other words.
fn half_in(words: &str) -> Option<(Half, String)> {
    let parts = words.split(|letter: char| letter.is_whitespace() || "()[]-\u{2013}:".contains(letter));
    let parts: Vec<&str> =
        parts.filter(|part| MoneyUnit::read(part).is_none() && part.contains(char::is_alphanumeric)).collect();
    let half_of = |words: &[&str]| {
        let key = key_of(&words.concat());
        CALLED.iter().find(|(_, names)| names.contains(&key.as_str())).map(|(half, _)| *half)
    };
    let longest = parts.len().min(MOST_WORDS);
    (1..=longest).rev().find_map(|count| {
        let (first, behind) = parts.split_at_checked(count)?;
        let (before, last) = parts.split_at_checked(parts.len() - count)?;
        let found = half_of(first).map(|half| (half, behind));
        let found = found.or_else(|| half_of(last).map(|half| (half, before)));
        // "R / NR" says of each row which half it is.
        found.filter(|(_, rest)| half_of(rest).is_none()).map(|(half, rest)| (half, rest.join(" ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_stands_over_what_is_told_of_it_or_beside_it() {
        let of = |words: &str| half_and_rest(&HeadingWords::read(words)).map(|(half, rest)| (half, rest.line()));
        for (words, half, rest) in [
            ("Recurrent | YTD Plan", Half::Recurrent, "YTD Plan"),
            ("Non-recurrent (£000) | Plan", Half::Once, "Plan"),
            ("Plan | Non recurrent", Half::Once, "Plan"),
            ("NR Actual £000", Half::Once, "Actual"),
            ("Annual plan - recurrent", Half::Recurrent, "Annual plan"),
            ("YTD | Rec plan", Half::Recurrent, "YTD | plan"),
            ("Recurrent | Total plan", Half::Recurrent, "plan"),
            ("Total | Actual", Half::Whole, "Actual"),
        ] {
            assert_eq!(of(words), Some((half, rest.to_owned())), "{words}");
        }
        for words in ["Recurrent", "Total", "Plan", "Recurrent | Non-recurrent", "R / NR", "Overall rating RAG all"] {
            assert_eq!(of(words).filter(|(half, _)| *half != Half::Whole), None, "{words}");
        }
    }
}
