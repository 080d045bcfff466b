//! The steps of a framework, in the order in which it is read: from the gross budgets to what is spent.

use super::kinds::{
    BASELINE, LINE_ADD_BACK, LINE_DEDUCTION, SUB_TOTAL, YEAR_ADD_BACK, YEAR_BASELINE, YEAR_DEDUCTION, YEAR_GROSS,
    YEAR_SUB_TOTAL,
};
use crate::calculation::FigureKey;
use crate::plan::MovementReason;

/// A step of the financial framework of a year, or of one of its lines. A reason is given by its position among those that
/// there are.
///
/// ```
/// use one_plan_model::rules::framework::FrameworkStep;
/// let words: Vec<String> = FrameworkStep::all().map(FrameworkStep::words).collect();
/// assert_eq!(words[..3], ["Gross budgets", "Taken out: commissioning group", "Taken out: QIPP"]);
/// assert_eq!(words.last().map(String::as_str), Some("Planned spending (baseline proposal)"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameworkStep {
    /// The budgets before anything is taken out.
    Gross,
    /// What is taken out for a reason.
    TakenOut(u32),
    /// What is left of the budgets.
    SubTotal,
    /// What is put back for a reason.
    PutBack(u32),
    /// What is spent.
    Baseline,
}

impl FrameworkStep {
    /// Every step, from the first to the last.
    pub fn all() -> impl Iterator<Item = Self> {
        let reasons = || (0..).zip(MovementReason::ALL).map(|(reason, _)| reason);
        std::iter::once(Self::Gross)
            .chain(reasons().map(Self::TakenOut))
            .chain([Self::SubTotal])
            .chain(reasons().map(Self::PutBack))
            .chain([Self::Baseline])
    }

    /// Whether it is the sum of the steps above it; the others move it.
    pub const fn is_sum(self) -> bool {
        matches!(self, Self::Gross | Self::SubTotal | Self::Baseline)
    }

    /// What it is called.
    pub fn words(self) -> String {
        match self {
            Self::Gross => "Gross budgets".to_owned(),
            Self::TakenOut(reason) => format!("Taken out: {}", reason_in_words(reason)),
            Self::SubTotal => "Sub total".to_owned(),
            Self::PutBack(reason) => format!("Put back: {}", reason_in_words(reason)),
            Self::Baseline => "Planned spending (baseline proposal)".to_owned(),
        }
    }

    /// Its figure of a year, which is given by its start.
    pub fn of_year(self, year: u32) -> FigureKey {
        match self {
            Self::Gross => YEAR_GROSS.at([year]),
            Self::TakenOut(reason) => YEAR_DEDUCTION.at([year, reason]),
            Self::SubTotal => YEAR_SUB_TOTAL.at([year]),
            Self::PutBack(reason) => YEAR_ADD_BACK.at([year, reason]),
            Self::Baseline => YEAR_BASELINE.at([year]),
        }
    }

    /// Its figure of a line, by its position; the gross budget of a line is no figure, but a cell of the plan.
    pub fn of_line(self, line: u32) -> Option<FigureKey> {
        match self {
            Self::Gross => None,
            Self::TakenOut(reason) => Some(LINE_DEDUCTION.at([line, reason])),
            Self::SubTotal => Some(SUB_TOTAL.at([line])),
            Self::PutBack(reason) => Some(LINE_ADD_BACK.at([line, reason])),
            Self::Baseline => Some(BASELINE.at([line])),
        }
    }
}

/// A reason as people write it: what is spoken letter by letter stands in capitals.
fn reason_in_words(reason: u32) -> String {
    match MovementReason::CHOICES.get(reason as usize).map_or("", |choice| choice.word) {
        word @ ("qipp" | "cquin") => word.to_uppercase(),
        word => word.replace('-', " "),
    }
}
