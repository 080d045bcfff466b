//! What is to be said of a column of a tracker that is not read, or is read in another column's place.

use super::open_points::COUNTED;
use crate::cells::{Heading, are_mostly_numbers, number_of_month};
use crate::headings::{Field, HeadingNames, MonthKind};
use crate::issues::Severity;
use crate::tracker::columns::{and_more, either, of_half};
use crate::tracker::header::{LeftAlone, TrackerColumn};
use crate::tracker::reading::Reader;

/// What is expected of amounts of another year.
pub(super) const OF_OTHER_YEAR: &str =
    "nothing, if the plan does not need it; otherwise the amounts of each year in columns that say it";

/// What is expected where all is as it should be.
const IF_MEANT: &str = "nothing, if that is meant";

/// What is to be said of a column.
pub(super) struct AboutColumn {
    pub(super) severity: Severity,
    /// What is done with it, and why.
    pub(super) what: String,
    /// What would be read.
    pub(super) expected: &'static str,
}

impl AboutColumn {
    fn information(what: String, expected: &'static str) -> Self {
        Self { severity: Severity::Information, what, expected }
    }

    fn warning(what: String, expected: &'static str) -> Self {
        Self { severity: Severity::Warning, what, expected }
    }

    fn error(what: String, expected: &'static str) -> Self {
        Self { severity: Severity::Error, what, expected }
    }
}

impl Reader<'_> {
    /// What is to be said of a column; nothing of one that is read as what it says.
    pub(super) fn about_column(&self, column: &TrackerColumn) -> Option<AboutColumn> {
        let words = column.words.line();
        Some(match (column.field, column.left, column.repeats) {
            (Some(_), ..) if column.is_part => AboutColumn::information(
                format!("\"{words}\" is read as the programme, for no other column is that"),
                "nothing, if that is meant; or a mapping that says what it is",
            ),
            (None, ..) if column.is_part => AboutColumn::information(
                format!("\"{words}\" is left alone: a plan says of a scheme its programme and its organisation"),
                "nothing; or a mapping that says that it is one of these",
            ),
            (Some(_), ..) => return None,
            (None, Some(LeftAlone::OfQuarter), _)
                if !self.header.names_months() && self.header.quarters_left_alone().first() != Some(&column.at) =>
            {
                return None;
            }
            (None, Some(left), _) => self.about_left_alone(column, left, &words),
            (None, None, Some(repeats)) => self.about_repeated(column, repeats, &words),
            (None, None, None) => self.about_unknown(column, &words),
        })
    }

    /// A column of which it is known what it holds, and which is not read for a reason.
    fn about_left_alone(&self, column: &TrackerColumn, left: LeftAlone, words: &str) -> AboutColumn {
        let alone = |why: &str| format!("\"{words}\" is left alone: {why}");
        match left {
            LeftAlone::InDate => AboutColumn::information(alone("its month is part of what is told to date"), IF_MEANT),
            LeftAlone::OfQuarter if self.header.names_months() => AboutColumn::information(
                alone("it is of a quarter, and other columns say more of it, or nothing has come of it"),
                IF_MEANT,
            ),
            LeftAlone::OfQuarter => self.about_quarters(words),
            LeftAlone::CountsSchemes => AboutColumn::warning(
                alone(
                    "it holds how many schemes there are, and not what they are called; each row counts as one scheme by \
                     the name beside it",
                ),
                "nothing, if the schemes are not needed one by one; otherwise a row for each scheme",
            ),
            LeftAlone::NumbersForNames => {
                let (what, expected) = (
                    alone("numbers stand below it, and no scheme is called by one"),
                    "a column with the names of the schemes; or a mapping that says what it is",
                );
                match self.may_be_the_plan(column) {
                    true => AboutColumn::error(what, expected),
                    false => AboutColumn::warning(what, expected),
                }
            }
            LeftAlone::OfOtherYear => {
                let why = match column.year {
                    Some(year) => format!("it is of {year}, and this is read for {}", self.all_years),
                    None => "it is of another year".to_owned(),
                };
                AboutColumn::warning(alone(&why), OF_OTHER_YEAR)
            }
            LeftAlone::AddedTo(whole) => AboutColumn::information(
                format!("\"{words}\" is added to the parts beside it: together they are {}", whole.about()),
                "nothing, if that is meant; otherwise a column \"Total\" beside these",
            ),
            LeftAlone::NumberOfMonth => {
                let either = number_of_month(column.words.own.trim()).map(either).unwrap_or_default();
                AboutColumn::error(alone(&format!("which month it is, is not said: {either}")), COUNTED)
            }
            LeftAlone::WholeOfOthers => AboutColumn::information(
                alone("it follows from the columns beside it, and is held against them"),
                IF_MEANT,
            ),
            LeftAlone::OfKind | LeftAlone::OtherHalf => self.about_part_of_whole(column, left, words),
        }
    }

    /// Columns for quarters of which it cannot be told what they hold: once for all of them.
    fn about_quarters(&self, words: &str) -> AboutColumn {
        let count = self.header.quarters_left_alone().len();
        let are = and_more(&format!("\"{words}\""), count, "is left alone: it is", "are left alone: they are");
        let mut what = format!(
            "{are} of a quarter, and whether it is the plan or the actual of it is not said, or not of which year"
        );
        if let Some((row, sum, plan)) = self.header.quarters_beside_the_plan(self.sheet) {
            what.push_str(&format!(
                "; they would be the plan, and in row {} they add up to {}, and the plan of the year is {}",
                u64::from(row) + 1,
                sum.normalize(),
                plan.normalize()
            ));
        }
        AboutColumn::warning(
            what,
            "\"Plan\" or \"Actual\" over the quarters or beside them, from the first on; four that add up to the plan of the \
             year need no word",
        )
    }

    /// A column that holds a part of something, which may stand as a whole in a column of its own.
    fn about_part_of_whole(&self, column: &TrackerColumn, left: LeftAlone, words: &str) -> AboutColumn {
        let is_of_kind = left == LeftAlone::OfKind;
        let why = match is_of_kind {
            true => "it is a part, by pay, non-pay and income",
            false => "a plan says only of what is planned how much of it is recurrent",
        };
        let what = format!("\"{words}\" is left alone: {why}");
        match (self.has_whole_of(column), is_of_kind) {
            (true, _) => AboutColumn::information(what, "nothing; the whole stands in a column of its own"),
            (false, true) => AboutColumn::error(what, "a column \"Total\" beside these, with the whole of them"),
            (false, false) => AboutColumn::warning(what, "a column with the whole of it"),
        }
    }

    /// A column that would be what another one is read as.
    fn about_repeated(&self, column: &TrackerColumn, repeats: Field, words: &str) -> AboutColumn {
        let alone = |why: String| format!("\"{words}\" is left alone: {why}");
        if self.header.is_told_later(column) {
            let why = format!("the column of a later month is read as {}", repeats.about());
            AboutColumn::information(alone(why), IF_MEANT)
        } else if column.is_cumulative {
            let why = "it is the year up to its month, and the months alone are there too".to_owned();
            AboutColumn::information(alone(why), IF_MEANT)
        } else {
            let why = format!("another column is read as {}", repeats.about());
            AboutColumn::warning(alone(why), "one column of that meaning; or a mapping that says which")
        }
    }

    /// A column of which nobody knows what it holds.
    fn about_unknown(&self, column: &TrackerColumn, words: &str) -> AboutColumn {
        if column.is_said {
            return AboutColumn::information(format!("\"{words}\" is left alone, as the mapping says"), "nothing");
        }
        if column.words.field(&HeadingNames::default()) == Some(Field::Recurrent) {
            return AboutColumn::warning(
                format!("\"{words}\" is left alone: it holds amounts, and not whether a scheme is recurrent"),
                "the amounts that are not recurrent beside it, or a column with \"R\" or \"NR\"",
            );
        }
        if self.may_be_the_plan(column) {
            return AboutColumn::error(
                format!("\"{words}\" is left alone, and no column is read as the plan of the year: this may be it"),
                "a heading such as \"Plan\"; or a mapping that says what it is",
            );
        }
        let (what, expected) = (
            format!("\"{words}\" is left alone: it is no known heading of a tracker"),
            "nothing, if the plan does not need it; otherwise a mapping that says what it is",
        );
        // Of money nothing is left out in passing.
        match column.unit.is_some() || self.holds_amounts(column) {
            true => AboutColumn::warning(what, expected),
            false => AboutColumn::information(what, expected),
        }
    }

    /// Whether nothing says what is planned for the year, and a column that nobody knows may.
    fn may_be_the_plan(&self, column: &TrackerColumn) -> bool {
        let is_of_plan = |column: &TrackerColumn| {
            matches!(column.amount(), Some(Field::PlanOfYear | Field::RecurrentPart | Field::Month(MonthKind::Plan, _)))
        };
        let key = column.words.key_of_own();
        let says_so = ["plan", "saving", "efficienc", "target", "value", "benefit", "cip", "qipp", "budget"];
        !column.words.is_variance()
            && says_so.iter().any(|word| key.contains(word))
            && !self.header.columns.iter().any(is_of_plan)
            && self.holds_amounts(column)
    }

    /// Whether the whole of what a column holds a part of stands in a column of its own.
    fn has_whole_of(&self, column: &TrackerColumn) -> bool {
        let (over, names) = (column.words.key_over(), HeadingNames::default());
        let of = of_half(&column.words, &names).or_else(|| names.field(&over));
        of.or_else(|| over.is_empty().then_some(Field::PlanOfYear)).is_some_and(|of| self.header.has(of))
    }

    /// Whether most of what stands in a column that is not known are numbers, as amounts are; a share of a whole is none.
    fn holds_amounts(&self, column: &TrackerColumn) -> bool {
        !Heading::of(&column.words.own).is_percent && are_mostly_numbers(self.sheet, self.header.first_row, column.at)
    }
}
