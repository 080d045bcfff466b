//! What the column of a heading holds, by names that are known.

use super::field::{Field, MonthKind};
use super::heading_keys::{is_year, month_and_rest, plain_key, without_cumulative, without_units};
use super::heading_names::HeadingNames;
use super::heading_words::HeadingWords;
use crate::cells::{NamedMonth, month_named, number_of_month};

/// Headings that need to be told by what stands over them: the plan of the month is not that of the year.
const SCOPED: [&str; 14] = [
    "plan", "actual", "actuals", "act", "variance", "target", "value", "saving", "savings", "forecast", "fcst",
    "fcast", "fct", "var",
];
/// What stands over headings and says nothing of them.
const NEUTRAL: [&str; 14] = [
    "",
    "saving",
    "savings",
    "financial",
    "financials",
    "finance",
    "annual",
    "fullyear",
    "year",
    "total",
    "inyear",
    "currentyear",
    "plan",
    "forecast",
];
/// What stands over headings of amounts of the whole year.
const OF_THE_YEAR: [&str; 6] = ["annual", "fullyear", "year", "total", "inyear", "currentyear"];

impl HeadingWords {
    /// What the column holds, by names that are known.
    pub fn field(&self, names: &HeadingNames) -> Option<Field> {
        if self.is_percent() {
            return None;
        }
        // It follows from the plan and the actual of its month, and is not what the year so far differs by.
        if self.is_variance_of_month() {
            return None;
        }
        if let Some(field) = self.until().and_then(|(_, key)| names.field(&key)) {
            return Some(field);
        }
        self.field_of_month(names).or_else(|| {
            let (over, own) = (plain_key(&self.over), plain_key(&self.own));
            let together = (!over.is_empty() && !own.is_empty())
                .then(|| names.field(&format!("{over}{own}")).or_else(|| names.field(&format!("{own}{over}"))))
                .flatten();
            // Below what is said of several years stands each of them, and beside its parts the whole.
            let is_whole = || is_year(&self.own) || own == "total";
            let of_whole = || names.field(&over).filter(|field| field.is_money() && is_whole());
            together.or_else(of_whole).or_else(|| {
                let is_told = !SCOPED.contains(&own.as_str()) || NEUTRAL.contains(&over.as_str());
                names.field(&own).filter(|_| is_told)
            })
        })
    }

    /// How loosely they say what the column holds, beside others that say the same: a word alone may be of the month or of the
    /// year; and what is to be saved, what was planned first, and what is left of a saving are the plan only where no other
    /// column is.
    pub(crate) fn looseness(&self) -> u8 {
        let (over, own) = (plain_key(&self.over), plain_key(&self.own));
        let is_other = |key: &String| {
            ["target", "original", "opening", "initial", "submitted", "net"].iter().any(|word| key.contains(word))
        };
        if [&over, &own].into_iter().any(is_other) {
            2
        } else {
            u8::from(SCOPED.contains(&own.as_str()) && !OF_THE_YEAR.contains(&over.as_str()))
        }
    }

    /// Whether they say what months hold, and stand over them.
    pub fn is_of_months(&self, names: &HeadingNames) -> bool {
        names.kind_of_months(&plain_key(&without_cumulative(&self.own))).is_some()
    }

    /// The month of a heading that says that it is told as the year up to it, and what it holds of it.
    pub(crate) fn cumulative_month(&self, names: &HeadingNames) -> Option<Field> {
        let plain = Self { over: without_cumulative(&self.over), own: without_cumulative(&self.own) };
        let is_cumulative = plain.over.len() < self.over.len() || plain.own.len() < self.own.len();
        plain.field(names).filter(|field| is_cumulative && matches!(field, Field::Month(..)))
    }

    fn field_of_month(&self, names: &HeadingNames) -> Option<Field> {
        let kind_of = |words: &str| names.kind_of_months(&plain_key(words));
        let field = |kind: MonthKind, month: NamedMonth| Field::Month(kind, month.nth());
        let own = without_units(&self.own);
        if let Some(month) = month_named(&own) {
            return kind_of(&self.over).map(|kind| field(kind, month));
        }
        if let Some(nth) = number_of_month(own.trim()) {
            return kind_of(&self.over).map(|kind| Field::Month(kind, nth));
        }
        if let Some((month, rest)) = month_and_rest(&own)
            && let Some(kind) = kind_of(&rest)
        {
            return Some(field(kind, month));
        }
        let month = month_named(&without_units(&self.over))?;
        kind_of(&own).map(|kind| field(kind, month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(heading: &str) -> Option<String> {
        HeadingWords::read(heading).field(&HeadingNames::default()).map(|field| field.to_string())
    }

    #[test]
    fn headings_of_one_and_of_two_rows_are_known() {
        for (heading, known) in [
            ("Unique Ref", "reference"),
            ("Scheme / Project", "name"),
            ("Recurrent Plan £k", "full-year-effect"),
            ("In Year Annual Plan £k", "plan-of-year"),
            ("Year to Date Actual £k", "actual-to-date"),
            ("Variance Year to Date £k", "variance-to-date"),
            ("PYE 2026/27 (£'000)", "plan-of-year"),
            ("Plan (£000) | Apr", "plan-month-1"),
            ("Actuals | 2026-05-01", "actual-month-2"),
            ("Plan | M12", "plan-month-12"),
            ("Monthly plan 2026/27 | 3", "plan-month-3"),
            ("Plan Apr-26", "plan-month-1"),
            ("M3 Actual", "actual-month-3"),
            ("Month 5 | Plan", "plan-month-5"),
            ("Year to date | Plan", "plan-to-date"),
            ("YTD M5 | Actual", "actual-to-date"),
            ("YTD M5 variance", "variance-to-date"),
            ("Variance to M5", "variance-to-date"),
            ("Forecast variance M5", "forecast-variance"),
            ("YTD M5 Actual (£000)", "actual-to-date"),
            ("YTD Month 5 Plan", "plan-to-date"),
            ("Plan | Total", "plan-of-year"),
            ("Plan | FYE", "full-year-effect"),
            ("Plan | Forecast", "forecast"),
            ("Actual to M6", "actual-to-date"),
            ("Plan to end of Sep-26 (£k)", "plan-to-date"),
        ] {
            assert_eq!(field(heading).as_deref(), Some(known), "{heading}");
        }
        for unknown in [
            "In month | Plan",
            "Previous month | Actual",
            "Gross Variance (%)",
            "Month 3 Variance",
            "M3 var",
            "In-month variance",
            "Apr",
            "QIA signed",
            "",
        ] {
            assert_eq!(field(unknown), None, "{unknown}");
        }
    }
}
