//! Why schemes do not count, or may not, in words.

use crate::issues::{Effect, Issue, Place, Severity};
use crate::vocabulary::says_not_in_plan;
use one_plan_model::quantity::{Decimal, format};

/// Why the schemes of a sheet, or of a part of one, do not count, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyAside {
    /// They show how to fill in a sheet.
    Example,
    /// They are not in the plan.
    NotInPlan,
    /// They are closed, and nothing says that they have delivered.
    Closed,
    /// They are closed, and have delivered: they count.
    ClosedAndDelivered,
    /// They are closed, and cannot be read before something is said: it is asked.
    ClosedAndNotRead,
    /// The heading above them says that they are not in the plan.
    NotInPlanByHeading,
    /// The sheet is an earlier version of another.
    EarlierThan(String),
    /// The sheet is called old, and nothing says of what it is an old version: it counts.
    Old,
    /// The name says that they are not agreed yet: they count.
    Pipeline,
    /// A title, in this cell, or the name of the sheet or the file says that they are spent and not saved.
    Spending(Option<(u32, u32)>),
}

impl WhyAside {
    /// What the heading over a part of a sheet says of it.
    pub fn of_part(part: &str, sheet: &str) -> Option<Self> {
        let heading = if part == sheet { None } else { Some(part.strip_prefix(sheet).unwrap_or(part)) };
        heading.is_some_and(says_not_in_plan).then_some(Self::NotInPlanByHeading)
    }

    pub(super) const fn counts(&self) -> bool {
        matches!(self, Self::Old | Self::Pipeline | Self::ClosedAndDelivered | Self::ClosedAndNotRead)
    }

    fn why(&self) -> String {
        match self {
            Self::Example => "the name of this sheet says that it shows how to fill in others".to_owned(),
            Self::NotInPlan => "the name of this sheet says that its schemes are not in the plan".to_owned(),
            Self::Closed => {
                "the name of this sheet says that its schemes are closed, and nothing in it says that they have delivered"
                    .to_owned()
            }
            Self::ClosedAndDelivered => {
                "the name of this sheet says that its schemes are closed, and they have delivered".to_owned()
            }
            Self::ClosedAndNotRead => {
                "the name of this sheet says that its schemes are closed, and whether they have delivered is known once it is read"
                    .to_owned()
            }
            Self::NotInPlanByHeading => "the heading above these schemes says that they are not in the plan".to_owned(),
            Self::EarlierThan(other) => {
                format!(
                    "the name of this sheet says that it is an earlier version than the sheet \"{other}\", which counts"
                )
            }
            Self::Old => {
                "the name of this sheet says that it is old, and no sheet is there of which it is an old version"
                    .to_owned()
            }
            Self::Spending(Some(_)) => {
                "this title says that what stands below it is spent, and not that it is saved".to_owned()
            }
            Self::Spending(None) => {
                "its name says that what stands in this sheet is spent, and not that it is saved".to_owned()
            }
            Self::Pipeline => "the name of this sheet says that its schemes are not agreed yet".to_owned(),
        }
    }

    pub(super) fn issue(&self, place: Place, value: String, schemes: Option<(usize, Decimal)>) -> Issue {
        let amount = schemes.map(|(schemes, pounds)| {
            let words = if schemes == 1 { "scheme" } else { "schemes" };
            format!("{schemes} {words} with a plan of {} in all", format::money(Ok(pounds)))
        });
        let amount = amount.as_deref().unwrap_or("what stands in it");
        let are_several = schemes.is_some_and(|(schemes, _)| schemes != 1);
        let (what, expected, effect) = if *self == Self::ClosedAndNotRead {
            let expected = "an answer to what is asked about it; or another name that does not say so";
            (format!("{}: until then nothing of it counts", self.why()), expected, Effect::LeftAlone)
        } else if self.counts() {
            let count = if are_several { "count like those" } else { "counts like that" };
            let expected = "nothing, if these are schemes of the plan; otherwise the workbook without this sheet, or the answer that it \
                            holds nothing of the plan";
            (format!("{}: {amount} {count} of any other sheet", self.why()), expected, Effect::Used)
        } else {
            let are = if are_several { "are" } else { "is" };
            let expected = match self {
                Self::Spending(_) => {
                    "nothing, if no saving is meant; otherwise a title that says so, such as \"CIP\" or \"Savings\""
                }
                _ => "nothing, if that is meant; otherwise another name or heading that does not say so",
            };
            (format!("{}: {amount} {are} left out", self.why()), expected, Effect::LeftAlone)
        };
        Issue { severity: Severity::Warning, place, column: None, value, what, expected: expected.to_owned(), effect }
    }
}
