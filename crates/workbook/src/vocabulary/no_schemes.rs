//! Rows below the last total that are no schemes by what they are called: what another year brought, a share of something, and
//! a forecast that is put right by what is done about risks.

use crate::cells::{key_of, years_in};
use one_plan_model::quantity::FinancialYear;

/// The year before, by words.
const YEAR_BEFORE: [&str; 5] = ["prioryear", "previousyear", "lastyear", "yearbefore", "lastfinancialyear"];
/// What a share is called.
const SHARES: [&str; 5] = ["percentof", "percentageof", "aspercent", "asapercent", "percentdelivered"];
/// What says that a forecast is put right.
const ADJUSTED: [&str; 5] = ["adjusted", "mitigated", "unmitigated", "mitigation", "mitigations"];
/// What may stand beside it without saying anything else.
const BESIDE: [&str; 18] = [
    "forecast", "fot", "outturn", "position", "risk", "risks", "after", "before", "of", "the", "total", "net", "year",
    "end", "savings", "likely", "further", "other",
];

/// What a row is that is called so, in words, of a tracker for a year; nothing where it may be a scheme.
pub fn no_scheme(words: &str, year: FinancialYear) -> Option<&'static str> {
    let key = key_of(words);
    let years = years_in(words);
    if YEAR_BEFORE.iter().any(|before| key.contains(before)) || (!years.is_empty() && !years.contains(&year)) {
        return Some("is of another year");
    }
    let is_share = words.trim_start().starts_with('%') || words.contains("% of");
    if is_share || SHARES.iter().any(|share| key.contains(share)) {
        return Some("is a share, and no amount");
    }
    let parts: Vec<String> = words.split(|letter: char| !letter.is_alphanumeric()).map(key_of).collect();
    let mut parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
    let is_adjusted = parts.clone().any(|part| ADJUSTED.contains(&part));
    (is_adjusted && parts.all(|part| ADJUSTED.contains(&part) || BESIDE.contains(&part)))
        .then_some("is what is forecast of all, or done about it")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_these_words_name_what_is_no_scheme() {
        let year = FinancialYear::read("2026/27").unwrap();
        for words in [
            "2025/26 outturn",
            "Prior year FYE",
            "Last year",
            "% of turnover",
            "Savings as a percentage of income",
            "CIP as % of budget",
            "Adjusted forecast",
            "Mitigations",
            "Risk-adjusted forecast outturn",
        ] {
            assert!(no_scheme(words, year).is_some(), "{words}");
        }
        for scheme in
            ["Theatres 2026/27", "Falls mitigation service", "Agency", "Forecast", "10% less agency", "Year of care"]
        {
            assert_eq!(no_scheme(scheme, year), None, "{scheme}");
        }
    }
}
