//! Rows that people put beside the schemes of a tracker and that are none: what is to be saved, what is missing of it, sums
//! that are not called a total, and what part of the amounts above something is. Only these words count, with those that may
//! stand beside them; whether a sum is one, and whether the total counts what is called so, the amounts decide.

use crate::cells::{key_of, without_years};
use one_plan_model::quantity::MoneyUnit;

/// What a row beside the schemes is by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// What is to be saved.
    Target,
    /// What the schemes leave of it.
    Gap,
    /// What is carried from one page to the next, or the sum of all.
    Sum,
    /// What part of the amounts above it is: "of which recurrent".
    Part,
}

const TARGETS: [&str; 4] = ["target", "targets", "requirement", "required"];
const GAPS: [&str; 4] = ["gap", "shortfall", "variance", "difference"];
/// What may stand beside these words without saying anything else.
const BESIDE: [&str; 35] = [
    "cip",
    "crip",
    "qipp",
    "saving",
    "savings",
    "efficiency",
    "efficiencies",
    "scheme",
    "schemes",
    "programme",
    "plan",
    "trust",
    "icb",
    "system",
    "organisation",
    "annual",
    "full",
    "in",
    "year",
    "total",
    "overall",
    "remaining",
    "residual",
    "unidentified",
    "identified",
    "to",
    "from",
    "against",
    "versus",
    "vs",
    "v",
    "the",
    "for",
    "of",
    "on",
];
/// Gaps by other words.
const OTHER_GAPS: [&str; 10] = [
    "stilltofind",
    "lefttofind",
    "balancetofind",
    "stilltobefound",
    "stilltobeidentified",
    "unidentifiedbalance",
    "surplusshortfall",
    "shortfallsurplus",
    "overunderdelivery",
    "overunderachievement",
];
const SUMS: [&str; 15] = [
    "carriedforward",
    "carryforward",
    "carriedfwd",
    "cforward",
    "cfwd",
    "cf",
    "broughtforward",
    "bringforward",
    "broughtfwd",
    "bforward",
    "bfwd",
    "bf",
    "overall",
    "sum",
    "allschemes",
];

impl Aside {
    /// What a row is that is called so.
    pub fn named(words: &str) -> Option<Self> {
        let words = without_years(words).to_lowercase();
        let parts = words.split(|letter: char| letter.is_whitespace() || "()[]/-\u{2013}:&".contains(letter));
        let parts: Vec<String> = parts.filter(|part| MoneyUnit::read(part).is_none()).map(key_of).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let key = parts.concat();
        if matches!(parts.as_slice(), ["of", "which", ..] | ["ofwhich", ..] | ["memo" | "memorandum", ..]) {
            return Some(Self::Part);
        }
        if SUMS.contains(&key.as_str()) {
            return Some(Self::Sum);
        }
        // "Target total" is a total.
        let ends_with_total = parts.last().is_some_and(|last| ["total", "totals", "subtotal"].contains(last));
        let is_gap = |part: &&str| GAPS.contains(part) || ["over", "under"].contains(part);
        let is_target = |part: &&str| TARGETS.contains(part);
        let says_more = |part: &&str| !is_gap(part) && !is_target(part) && !BESIDE.contains(part);
        if OTHER_GAPS.contains(&key.as_str()) {
            Some(Self::Gap)
        } else if ends_with_total || parts.iter().any(says_more) {
            None
        } else if parts.iter().any(|part| GAPS.contains(part))
            || (parts.iter().any(is_gap) && parts.iter().any(is_target))
            || (parts.contains(&"over") && parts.contains(&"under"))
        {
            Some(Self::Gap)
        } else {
            parts.iter().any(is_target).then_some(Self::Target)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_a_target_a_gap_or_a_sum_name_one() {
        for (words, aside) in [
            ("Target", Aside::Target),
            ("CIP target 2026/27 (£000)", Aside::Target),
            ("Total savings requirement", Aside::Target),
            ("Gap to target", Aside::Gap),
            ("Unidentified gap", Aside::Gap),
            ("Variance to target", Aside::Gap),
            ("Over / (under) target", Aside::Gap),
            ("Shortfall", Aside::Gap),
            ("Over/(under)", Aside::Gap),
            ("(Under) / over in year", Aside::Gap),
            ("Still to find", Aside::Gap),
            ("Carried forward", Aside::Sum),
            ("C/f", Aside::Sum),
            ("Overall", Aside::Sum),
            ("of which: recurrent", Aside::Part),
            ("Memo: pay", Aside::Part),
        ] {
            assert_eq!(Aside::named(words), Some(aside), "{words}");
        }
        for scheme in [
            "Unidentified",
            "Targeted prescribing",
            "Target lung checks",
            "Gap analysis",
            "Target total",
            "Total",
            "",
            "Overall length of stay",
            "Memory clinics",
            "Over 65s",
            "Under 18s, over 12s",
        ] {
            assert_eq!(Aside::named(scheme), None, "{scheme}");
        }
    }
}
