use crate::plan::{Choice, FinancialYear, Plan, Table};
use crate::quantity::{DueDate, Month};

/// What a figure is about in one respect, for example which programme or which year.
#[derive(Clone, Copy, Debug)]
pub enum Dimension {
    /// A row of a table.
    Row(Table),
    /// A financial year.
    Year,
    /// A calendar month.
    Month,
    /// A day, a month or a financial year by which something is due: each is another, also where one lies in the other.
    Due,
    /// One of the words of a choice.
    Choice(&'static [Choice]),
}

/// About an organisation.
pub(crate) const ORGANISATION: Dimension = Dimension::Row(Table::Organisation);
/// About a programme.
pub(crate) const PROGRAMME: Dimension = Dimension::Row(Table::Programme);
/// About a scheme.
pub(crate) const SCHEME: Dimension = Dimension::Row(Table::Scheme);
/// About a list of schemes.
pub(crate) const LIST: Dimension = Dimension::Row(Table::SchemeList);
/// About a setting.
pub(crate) const SETTING: Dimension = Dimension::Row(Table::Setting);
/// About a point of delivery.
pub(crate) const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
/// About a financial year.
pub(crate) const YEAR: Dimension = Dimension::Year;

/// What stands in identifiers before a year by which something is due.
const DUE_IN_YEAR: &str = "year-";

impl Dimension {
    pub(super) fn slug(self, plan: &Plan, subject: u32) -> String {
        match self {
            Self::Row(table) => plan.identifier(table, subject).unwrap_or("unknown").to_owned(),
            Self::Month => Month::at(subject).to_string(),
            Self::Due => match DueDate::of_code(subject) {
                // The year 2011/12 is not the month 2011-12.
                Some(DueDate::Year(year)) => format!("{DUE_IN_YEAR}{}", year.slug()),
                due => due.map(|due| due.to_string()).unwrap_or_default(),
            },
            Self::Year => year_of(subject).map(FinancialYear::slug).unwrap_or_default(),
            Self::Choice(choices) => {
                choices.get(subject as usize).map(|choice| choice.word).unwrap_or_default().to_owned()
            }
        }
    }

    pub(super) fn words(self, plan: &Plan, subject: u32) -> String {
        match self {
            Self::Row(table) => plan.title(table, subject).unwrap_or("unknown").to_owned(),
            Self::Month => Month::at(subject).words(),
            Self::Due => DueDate::of_code(subject).map(DueDate::words).unwrap_or_default(),
            Self::Year => year_of(subject).map(|year| year.to_string()).unwrap_or_default(),
            Self::Choice(choices) => {
                choices.get(subject as usize).map(|choice| choice.word.replace('-', " ")).unwrap_or_default()
            }
        }
    }

    pub(super) fn resolve(self, plan: &Plan, slug: &str) -> Option<u32> {
        match self {
            Self::Row(table) => plan.find(table, slug),
            Self::Month => Month::read(slug).ok().map(Month::index),
            Self::Due => match slug.strip_prefix(DUE_IN_YEAR) {
                Some(year) => FinancialYear::from_slug(year).map(|year| DueDate::Year(year).code()),
                None => DueDate::read(slug).filter(|due| !matches!(due, DueDate::Year(_))).map(DueDate::code),
            },
            Self::Year => FinancialYear::from_slug(slug).map(|year| u32::from(year.start())),
            Self::Choice(choices) => {
                choices.iter().position(|choice| choice.word == slug).and_then(|position| u32::try_from(position).ok())
            }
        }
    }
}

/// The year that a subject stands for: a year is its first calendar year.
pub(crate) fn year_of(subject: u32) -> Option<FinancialYear> {
    FinancialYear::starting(u16::try_from(subject).ok()?)
}
