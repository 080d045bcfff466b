//! What a column of a tracker can hold.

use one_plan_model::quantity::Month;
use std::fmt;

/// What a column of a tracker holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What the scheme is referred to by.
    Reference,
    /// What the scheme is called.
    Name,
    /// What a line is called that is followed and is no scheme, such as a budget.
    Line,
    /// The financial year of the row, where several stand in one tracker.
    Year,
    /// The unit of the amounts of the row.
    Unit,
    /// What is done.
    Description,
    /// The programme, workstream or category.
    Programme,
    /// The organisation whose saving it is.
    Organisation,
    /// Who answers for it: a plan names no persons, so that it is left alone.
    Owner,
    /// Whether the saving comes back every year.
    Recurrent,
    /// What of the saving comes back every year.
    RecurrentPart,
    /// What of it is saved once.
    NonRecurrentPart,
    /// Pay, non-pay or income.
    Kind,
    /// Whether cash is released.
    CashReleasing,
    /// How far its plan is, or how far it is delivered.
    Status,
    /// How large the risk is.
    Risk,
    /// The first month.
    Start,
    /// The last month.
    End,
    /// The saving of a whole year.
    FullYearEffect,
    /// The saving planned for the year of the tracker.
    PlanOfYear,
    /// What is spent again to make the saving possible.
    Reinvestment,
    /// The plan of the year so far.
    PlanToDate,
    /// What the year has brought so far.
    ActualToDate,
    /// Their difference.
    VarianceToDate,
    /// What the year is expected to bring.
    Forecast,
    /// How that differs from the plan of the year.
    ForecastVariance,
    /// What stands for one month of the year, counted from one for April.
    Month(MonthKind, u8),
}

/// What a column for one month holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MonthKind {
    /// Its plan.
    Plan,
    /// What came of it.
    Actual,
    /// What is expected of it.
    Forecast,
}

/// All fields but those of months, each with its word in a mapping and what it is to a person.
const WORDS: [(Field, &str, &str); 26] = [
    (Field::Reference, "reference", "the reference of the scheme"),
    (Field::Name, "name", "the name of the scheme"),
    (Field::Line, "line", "the line that is followed, such as a budget"),
    (Field::Year, "year", "the year of the row"),
    (Field::Unit, "unit", "the unit of the amounts of the row"),
    (Field::Description, "description", "what is done"),
    (Field::Programme, "programme", "the programme"),
    (Field::Organisation, "organisation", "the organisation"),
    (Field::Owner, "owner", "who answers for it"),
    (Field::Recurrent, "recurrent", "recurrent or non-recurrent"),
    (Field::RecurrentPart, "recurrent-part", "what of the saving is recurrent"),
    (Field::NonRecurrentPart, "non-recurrent-part", "what of the saving is not recurrent"),
    (Field::Kind, "kind", "pay, non-pay or income"),
    (Field::CashReleasing, "cash-releasing", "whether it releases cash"),
    (Field::Status, "status", "the status"),
    (Field::Risk, "risk", "the risk"),
    (Field::Start, "start", "the start"),
    (Field::End, "end", "the end"),
    (Field::FullYearEffect, "full-year-effect", "the full-year effect"),
    (Field::PlanOfYear, "plan-of-year", "the plan of the year (part-year effect)"),
    (Field::Reinvestment, "reinvestment", "what is spent again"),
    (Field::PlanToDate, "plan-to-date", "the plan to date"),
    (Field::ActualToDate, "actual-to-date", "the actual to date"),
    (Field::VarianceToDate, "variance-to-date", "the variance to date"),
    (Field::Forecast, "forecast", "the forecast of the year"),
    (Field::ForecastVariance, "forecast-variance", "the forecast variance"),
];

impl MonthKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Actual, Self::Forecast];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Actual => "actual",
            Self::Forecast => "forecast",
        }
    }
}

impl Field {
    /// The field with a word, as a mapping writes it.
    ///
    /// ```
    /// use one_plan_workbook::headings::{Field, MonthKind};
    /// assert_eq!(Field::named("plan-month-1"), Some(Field::Month(MonthKind::Plan, 1)));
    /// assert_eq!(Field::named("plan-month-13"), None);
    /// assert_eq!(Field::named("risk").unwrap().to_string(), "risk");
    /// ```
    pub fn named(word: &str) -> Option<Self> {
        WORDS.iter().find(|(_, known, _)| *known == word).map(|(field, ..)| *field).or_else(|| {
            let (kind, month) = word.split_once("-month-")?;
            let kind = MonthKind::ALL.into_iter().find(|of| of.word() == kind)?;
            let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(Self::Month(kind, month))
        })
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let months = MonthKind::ALL.into_iter().flat_map(|kind| (1..=12).map(move |month| Self::Month(kind, month)));
        WORDS.iter().map(|(field, ..)| *field).chain(months)
    }

    /// Whether its cells are amounts of money.
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::RecurrentPart
                | Self::NonRecurrentPart
                | Self::FullYearEffect
                | Self::PlanOfYear
                | Self::Reinvestment
                | Self::PlanToDate
                | Self::ActualToDate
                | Self::VarianceToDate
                | Self::Forecast
                | Self::ForecastVariance
                | Self::Month(..)
        )
    }

    /// Whether a scheme can be told from others by it.
    pub const fn is_of_naming(self) -> bool {
        matches!(self, Self::Reference | Self::Name | Self::Line | Self::Description)
    }

    /// Whether it says for which year the row is, or in which unit: any table may have that.
    pub const fn is_of_any_row(self) -> bool {
        matches!(self, Self::Year | Self::Unit)
    }

    /// Whether it says how the year goes, which no list of schemes does.
    pub const fn is_of_monitoring(self) -> bool {
        matches!(self, Self::PlanToDate | Self::ActualToDate | Self::Forecast | Self::Month(..))
    }

    /// What it is, for people.
    pub fn about(self) -> String {
        match self {
            Self::Month(kind, month) => {
                let nth = usize::from(month).saturating_sub(1);
                let name = Month::names_of_financial_year().nth(nth).unwrap_or_default();
                format!("the {} of month {month} ({name})", kind.word())
            }
            field => {
                WORDS.iter().find(|(known, ..)| *known == field).map(|(.., about)| *about).unwrap_or_default().into()
            }
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(kind, month) => write!(out, "{}-month-{month}", kind.word()),
            field => out.write_str(WORDS.iter().find(|(known, ..)| known == field).map_or("", |(_, word, _)| *word)),
        }
    }
}
