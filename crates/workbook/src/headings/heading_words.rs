//! The words of a heading of one row or two, and what they say by themselves: a unit, a month, a year.

use super::heading_keys::{is_year, month_and_rest, of_one_month, plain_key, without_units};
use crate::cells::{
    Heading, NamedMonth, key_of, month_named, months_from_april, months_in, number_of_month, without_years, years_in,
};
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

/// What stands between the upper and the lower words of a heading of two rows, where it is written in one line.
const OVER: &str = " | ";

/// The words of a heading: those of the column, and those that stand over it and others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingWords {
    /// What stands over the column and others; empty where nothing does.
    pub over: String,
    /// What stands over the column alone.
    pub own: String,
}

impl HeadingWords {
    /// Words that are written in one line.
    pub fn read(text: &str) -> Self {
        match text.split_once(OVER) {
            Some((over, own)) => Self { over: over.trim().to_owned(), own: own.trim().to_owned() },
            None => Self { over: String::new(), own: text.trim().to_owned() },
        }
    }

    /// In one line.
    pub fn line(&self) -> String {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.over.is_empty() { plain(&self.own) } else { format!("{}{OVER}{}", plain(&self.over), plain(&self.own)) }
    }

    /// What does not change from one file to the next: without years, units, ways to write a month, and the month up to which
    /// figures to date go.
    pub fn key(&self) -> String {
        let words = without_units(&without_years(&self.own));
        let is_to_date = ["ytd", "todate", "cumulative"].iter().any(|word| key_of(&words).contains(word));
        let own = match (month_named(&words), month_and_rest(&words)) {
            _ if let Some((_, until)) = self.until() => until,
            _ if is_to_date => plain_key(&self.own),
            (Some(month), _) => format!("m{}", month.nth()),
            (None, Some((month, rest))) => format!("m{}{}", month.nth(), key_of(&rest)),
            (None, None) => key_of(&words),
        };
        format!("{}|{own}", plain_key(&self.over))
    }

    /// The unit that they give.
    pub fn unit(&self) -> Option<MoneyUnit> {
        Heading::of(&self.own).unit.or_else(|| Heading::of(&self.over).unit)
    }

    /// The unit that the words of the column alone give.
    pub fn own_unit(&self) -> Option<MoneyUnit> {
        Heading::of(&self.own).unit
    }

    /// The month up to which something is told, as in "Actual to M6", and the words before it with "to date" instead.
    pub(super) fn until(&self) -> Option<(NamedMonth, String)> {
        if let Some((month, rest)) = months_from_april(&without_units(&self.own)) {
            let key = key_of(&rest);
            let is_said = ["ytd", "todate"].iter().any(|word| key.contains(word));
            return (!key.is_empty()).then(|| (month, if is_said { key } else { format!("{key}todate") }));
        }
        let (month, rest) = month_and_rest(&without_units(&self.own))?;
        let key = key_of(&rest);
        if ["ytd", "todate"].iter().any(|word| key.contains(word)) {
            return Some((month, key));
        }
        let before = ["toendof", "totheendof", "toend", "upto", "to"].iter().find_map(|to| key.strip_suffix(to))?;
        (!before.is_empty()).then(|| (month, format!("{before}todate")))
    }

    /// The month that they name, if they are about one: what is told up to a month is not of that month.
    pub fn month(&self) -> Option<NamedMonth> {
        if self.until().is_some() {
            return None;
        }
        let own = without_units(&self.own);
        month_named(&own)
            .or_else(|| month_and_rest(&own).map(|(month, _)| month))
            .or_else(|| month_named(&without_units(&self.over)))
    }

    /// The one year that they name, be it that of their month.
    pub fn year(&self) -> Option<FinancialYear> {
        self.until().map(|(month, _)| month).or_else(|| self.month()).and_then(NamedMonth::year).or_else(|| {
            match *years_in(&self.line()) {
                [year] => Some(year),
                _ => None,
            }
        })
    }

    /// The months up to which they say that something is told, counted from one for April.
    pub(crate) fn months_told(&self) -> Vec<u8> {
        let months = match (self.until(), months_in(&self.line())) {
            (Some((month, _)), _) => vec![month],
            (None, months) if months.is_empty() => self.month().into_iter().collect(),
            (None, months) => months,
        };
        months.into_iter().map(NamedMonth::nth).collect()
    }

    /// The one of these months.
    pub(crate) fn month_told(&self) -> Option<u8> {
        self.months_told().into_iter().max()
    }

    /// Whether nothing but a year, and a unit, stands there.
    pub fn is_year_alone(&self) -> bool {
        self.over.is_empty() && is_year(&self.own)
    }

    /// The key of the words of the column alone.
    pub(crate) fn key_of_own(&self) -> String {
        plain_key(&self.own)
    }

    /// The key of what stands over the column and others.
    pub(crate) fn key_over(&self) -> String {
        plain_key(&self.over)
    }

    /// Whether they are those of shares in per cent.
    pub fn is_percent(&self) -> bool {
        Heading::of(&self.own).is_percent || Heading::of(&self.over).is_percent
    }

    /// Whether they are those of a difference between plan and actual.
    pub fn is_variance(&self) -> bool {
        [&self.own, &self.over].into_iter().any(|words| {
            let key = match month_and_rest(&without_units(words)) {
                Some((_, rest)) => plain_key(&rest),
                None => plain_key(words),
            };
            let key = of_one_month(&key).unwrap_or(&key);
            ["variance", "variances", "var"]
                .iter()
                .any(|word| key == *word || key.starts_with("var") && key.ends_with(word))
        })
    }

    /// Whether they are those of what one month differs by: what is told up to a month is not of that month.
    pub(crate) fn is_variance_of_month(&self) -> bool {
        let is_of_one = || of_one_month(&plain_key(&self.own)).is_some();
        self.is_variance()
            && self.until().is_none()
            && (month_and_rest(&without_units(&self.own)).is_some() || is_of_one())
    }

    /// What is left of them without the month that they name.
    pub fn without_month(&self) -> String {
        let own = without_units(&self.own);
        let is_month = |words: &str| month_named(words).is_some() || number_of_month(words.trim()).is_some();
        let over = if is_month(&without_units(&self.over)) { String::new() } else { plain_key(&self.over) };
        let own = match month_and_rest(&own) {
            _ if is_month(&own) => String::new(),
            Some((_, rest)) => plain_key(&rest),
            None => plain_key(&own),
        };
        format!("{over}|{own}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_next_year_is_the_same() {
        let key = |heading: &str| HeadingWords::read(heading).key();
        assert_eq!(key("Plan 2026/27 (£000) | Apr-26"), key("Plan 2027/28 | 2027-04-01"));
        assert_eq!(key("YTD plan M5"), key("YTD Plan M6"));
        assert_eq!(key("YTD M5 plan"), key("YTD Month 6 Plan"));
        assert_eq!(key("Actual to M5"), key("Actual to Sep"));
        assert_eq!(key("Plan Apr-26"), key("Apr plan (£)"));
        for (one, other) in [
            ("Plan | Apr", "Actual | Apr"),
            ("Apr Plan", "May Plan"),
            ("M1 Plan", "M1 Actual"),
            ("Plan | 1", "Plan | 2"),
        ] {
            assert_ne!(key(one), key(other));
        }
    }
}
