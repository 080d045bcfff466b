//! Which columns of a tracker are not read, and why.

use crate::cells::{Heading, are_mostly_numbers};
use crate::headings::{Field, HeadingNames, MonthKind};
use crate::issues::{Asks, Effect, Headings, Issue, Severity, unread_cells};
use crate::tracker::columns::Family;
use crate::tracker::header::{LeftAlone, TrackerColumn};
use crate::tracker::reading::Reader;
use one_plan_model::plan::Table;

/// What is expected of amounts of another year.
pub(super) const OF_OTHER_YEAR: &str =
    "nothing, if the plan does not need it; otherwise the amounts of each year in columns that say it";

impl Reader<'_> {
    /// Says which columns are left alone, and why; that is a question where a month does not say what it holds.
    pub fn tell_columns(&mut self, month_is_open: bool) {
        let header = self.header;
        let families = Family::of(header);
        let names = HeadingNames::default();
        for column in header
            .columns
            .iter()
            .filter(|column| column.field.is_none() || column.field == Some(Field::Owner) || column.is_part)
        {
            if let Some(family) = families.iter().find(|family| family.has(column)) {
                // What holds of each of them is said once.
                if family.first == column.at {
                    self.tell_family(family, column);
                }
                continue;
            }
            let words = column.words.line();
            let (severity, what, expected) = match (column.field, column.repeats) {
                (Some(_), _) if column.is_part => (
                    Severity::Information,
                    format!("\"{words}\" is read as the programme, for no other column is that"),
                    "nothing, if that is meant; or a mapping that says what it is",
                ),
                (None, _) if column.is_part => (
                    Severity::Information,
                    format!("\"{words}\" is left alone: a plan says of a scheme its programme and its organisation"),
                    "nothing; or a mapping that says that it is one of these",
                ),
                (Some(_), _) => (
                    Severity::Information,
                    format!("\"{words}\" is left alone: a plan names no persons"),
                    "nothing; its cells stay as they are",
                ),
                (None, _) if column.left == Some(LeftAlone::InDate) => (
                    Severity::Information,
                    format!("\"{words}\" is left alone: its month is part of what is told to date"),
                    "nothing, if that is meant",
                ),
                (None, _) if column.left == Some(LeftAlone::OfQuarter) && header.names_months() => (
                    Severity::Information,
                    format!(
                        "\"{words}\" is left alone: it is of a quarter, and other columns say more of it, or nothing has come of it"
                    ),
                    "nothing, if that is meant",
                ),
                (None, _) if column.left == Some(LeftAlone::OfQuarter) => (
                    Severity::Warning,
                    format!(
                        "\"{words}\" is left alone: it is of a quarter, and whether it is the plan or the actual of it is not said, \
                         or not of which year"
                    ),
                    "\"Plan\" or \"Actual\" over the quarters or beside them, from the first on; four that add up to the plan of \
                     the year need no word",
                ),
                (None, _) if column.left == Some(LeftAlone::CountsSchemes) => (
                    Severity::Warning,
                    format!(
                        "\"{words}\" is left alone: it holds how many schemes there are, and not what they are called; each row \
                         counts as one scheme by the name beside it"
                    ),
                    "nothing, if the schemes are not needed one by one; otherwise a row for each scheme",
                ),
                (None, _) if column.left == Some(LeftAlone::NumbersForNames) => (
                    if self.may_be_the_plan(column) { Severity::Error } else { Severity::Warning },
                    format!("\"{words}\" is left alone: numbers stand below it, and no scheme is called by one"),
                    "a column with the names of the schemes; or a mapping that says what it is",
                ),
                (None, _) if column.left == Some(LeftAlone::OfOtherYear) => {
                    let why = match column.year {
                        Some(year) => format!("it is of {year}, and this is read for {}", self.all_years),
                        None => "it is of another year".to_owned(),
                    };
                    (Severity::Warning, format!("\"{words}\" is left alone: {why}"), OF_OTHER_YEAR)
                }
                (None, _) if let Some(LeftAlone::AddedTo(whole)) = column.left => (
                    Severity::Information,
                    format!("\"{words}\" is added to the parts beside it: together they are {}", whole.about()),
                    "nothing, if that is meant; otherwise a column \"Total\" beside these",
                ),
                (None, _) if column.left == Some(LeftAlone::OfKind) => {
                    let (severity, expected) = match self.has_whole_of(column) {
                        true => (Severity::Information, "nothing; the whole stands in a column of its own"),
                        false => (Severity::Error, "a column \"Total\" beside these, with the whole of them"),
                    };
                    let what = format!("\"{words}\" is left alone: it is a part, by pay, non-pay and income");
                    (severity, what, expected)
                }
                (None, _) if column.left == Some(LeftAlone::OtherHalf) => {
                    let (severity, expected) = match self.has_whole_of(column) {
                        true => (Severity::Information, "nothing; the whole stands in a column of its own"),
                        false => (Severity::Warning, "a column with the whole of it"),
                    };
                    let what = format!(
                        "\"{words}\" is left alone: a plan says only of what is planned how much of it is recurrent"
                    );
                    (severity, what, expected)
                }
                (None, Some(repeats)) if header.is_told_later(column) => (
                    Severity::Information,
                    format!("\"{words}\" is left alone: the column of a later month is read as {}", repeats.about()),
                    "nothing, if that is meant",
                ),
                (None, Some(_)) if column.is_cumulative => (
                    Severity::Information,
                    format!(
                        "\"{words}\" is left alone: it is the year up to its month, and the months alone are there too"
                    ),
                    "nothing, if that is meant",
                ),
                (None, Some(repeats)) => (
                    Severity::Warning,
                    format!("\"{words}\" is left alone: another column is read as {}", repeats.about()),
                    "one column of that meaning; or a mapping that says which",
                ),
                (None, None) if column.is_said => {
                    (Severity::Information, format!("\"{words}\" is left alone, as the mapping says"), "nothing")
                }
                (None, None) if column.words.field(&names) == Some(Field::Recurrent) => (
                    Severity::Warning,
                    format!("\"{words}\" is left alone: it holds amounts, and not whether a scheme is recurrent"),
                    "the amounts that are not recurrent beside it, or a column with \"R\" or \"NR\"",
                ),
                (None, None) if self.may_be_the_plan(column) => (
                    Severity::Error,
                    format!("\"{words}\" is left alone, and no column is read as the plan of the year: this may be it"),
                    "a heading such as \"Plan\"; or a mapping that says what it is",
                ),
                (None, None) => (
                    // Of money nothing is left out in passing.
                    if column.unit.is_some() || self.holds_amounts(column) {
                        Severity::Warning
                    } else {
                        Severity::Information
                    },
                    format!("\"{words}\" is left alone: it is no known heading of a tracker"),
                    "nothing, if the plan does not need it; otherwise a mapping that says what it is",
                ),
            };
            let is_used =
                column.field.is_some() && column.is_part || column.field.is_none() && column.read_as().is_some();
            let effect = if is_used { Effect::Used } else { Effect::LeftAlone };
            self.tell_column(column, severity, what, expected, effect);
        }
        let to_date = [Field::PlanToDate, Field::ActualToDate].into_iter().find(|field| header.has(*field));
        if let Some(field) = to_date.filter(|_| month_is_open && self.month.is_none()) {
            let what = "the figures to date are not used: up to which month they go is not said".to_owned();
            self.tell(
                Severity::Warning,
                header.row,
                field,
                what,
                "the month above the table, such as \"Month 5\"",
                Effect::LeftAlone,
            );
            self.ask(
                Asks::Month,
                None,
                String::new(),
                "Up to which month do the figures to date go?".to_owned(),
                Vec::new(),
            );
        }
    }

    /// Names what belongs to no column: below an empty heading, or above the headings.
    pub(crate) fn tell_unread_cells(&mut self) {
        let header = self.header;
        let columns: Vec<u32> = header.columns.iter().map(|column| column.at).collect();
        let headings = Headings { row: header.row, first_row: header.first_row, columns: &columns };
        self.issues.extend(unread_cells(self.sheet, self.place, Table::Scheme, headings));
    }

    pub(super) fn tell_column(
        &mut self,
        column: &TrackerColumn,
        severity: Severity,
        what: String,
        expected: &str,
        effect: Effect,
    ) {
        self.issues.push(Issue {
            severity,
            place: self.place.cell(self.header.row, column.at),
            column: Some((Table::Scheme, None)),
            value: column.words.line(),
            what,
            expected: expected.to_owned(),
            effect,
        });
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
        let over = column.words.key_over();
        let of = HeadingNames::default().field(&over).or_else(|| over.is_empty().then_some(Field::PlanOfYear));
        of.is_some_and(|of| self.header.has(of))
    }

    /// Whether most of what stands in a column that is not known are numbers, as amounts are; a share of a whole is none.
    fn holds_amounts(&self, column: &TrackerColumn) -> bool {
        !Heading::of(&column.words.own).is_percent && are_mostly_numbers(self.sheet, self.header.first_row, column.at)
    }
}
