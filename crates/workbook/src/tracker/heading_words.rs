use super::cumulative::without_cumulative;
use super::field::{Field, MonthKind};
use super::months_from_april::months_from_april;
use super::names::HeadingNames;
use super::time::{NamedMonth, month_named, months_in, number_of_month, without_years, years_in};
use crate::recognise::{Heading, key_of, with_units_in_one_word};
use one_plan_model::quantity::{FinancialYear, MoneyUnit};

/// What stands between the upper and the lower words of a heading of two rows, where it is written in one line.
const OVER: &str = " | ";

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
    pub(super) fn months_told(&self) -> Vec<u8> {
        let months = match (self.until(), months_in(&self.line())) {
            (Some((month, _)), _) => vec![month],
            (None, months) if months.is_empty() => self.month().into_iter().collect(),
            (None, months) => months,
        };
        months.into_iter().map(NamedMonth::nth).collect()
    }

    /// The one of these months.
    pub(super) fn month_told(&self) -> Option<u8> {
        self.months_told().into_iter().max()
    }

    /// Whether nothing but a year, and a unit, stands there.
    pub fn is_year_alone(&self) -> bool {
        self.over.is_empty() && is_year(&self.own)
    }

    /// What the column holds, by names that are known.
    pub fn field(&self, names: &HeadingNames) -> Option<Field> {
        if self.is_percent() {
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
    pub(super) fn looseness(&self) -> u8 {
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

    /// The key of the words of the column alone.
    pub(super) fn key_of_own(&self) -> String {
        plain_key(&self.own)
    }

    /// The key of what stands over the column and others.
    pub(super) fn key_over(&self) -> String {
        plain_key(&self.over)
    }

    /// Whether they say what months hold, and stand over them.
    pub fn is_of_months(&self, names: &HeadingNames) -> bool {
        names.kind_of_months(&plain_key(&without_cumulative(&self.own))).is_some()
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
            ["variance", "variances", "var"]
                .iter()
                .any(|word| key == *word || key.starts_with("var") && key.ends_with(word))
        })
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

/// The month at the beginning or the end of some words, and the other words.
fn month_and_rest(words: &str) -> Option<(NamedMonth, String)> {
    let parts: Vec<&str> = words.split_whitespace().filter(|part| part.contains(char::is_alphanumeric)).collect();
    (1..parts.len()).find_map(|at| {
        let (before, after) = parts.split_at_checked(at)?;
        let (before, after) = (before.join(" "), after.join(" "));
        match (month_named(&before), month_named(&after)) {
            (Some(month), None) => Some((month, after)),
            (None, Some(month)) => Some((month, before)),
            _ => None,
        }
    })
}

/// Whether some words are a year and nothing else but a unit.
fn is_year(words: &str) -> bool {
    years_in(words).len() == 1 && plain_key(words).is_empty()
}

fn without_units(words: &str) -> String {
    let words = with_units_in_one_word(words);
    let parts = words.split(|letter: char| letter.is_whitespace() || "()[]{}".contains(letter));
    parts.filter(|part| !part.is_empty() && MoneyUnit::read(part).is_none()).collect::<Vec<_>>().join(" ")
}

/// The words without years, units and the number of a month: `YTD plan M5 2026/27 (£000)` is `ytdplan`.
fn plain_key(words: &str) -> String {
    let words = without_units(&without_years(words));
    let parts: Vec<&str> = words.split_whitespace().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let pair = parts.get(at + 1).map(|next| format!("{part} {next}"));
        if parts.len() > 2 && pair.is_some_and(|pair| is_number_of_month(&pair)) {
            at += 2;
            continue;
        }
        if parts.len() == 1 || !is_number_of_month(part) {
            kept.push(*part);
        }
        at += 1;
    }
    key_of(&kept.join(" "))
}

/// Whether words are a month as a number, such as `M5` or `Month 5`.
fn is_number_of_month(words: &str) -> bool {
    words.contains(|letter: char| letter.is_ascii_digit()) && matches!(month_named(words), Some(NamedMonth::Nth(_)))
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
        for unknown in ["In month | Plan", "Previous month | Actual", "Gross Variance (%)", "Apr", "QIA signed", ""] {
            assert_eq!(field(unknown), None, "{unknown}");
        }
    }

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
