//! Months that are headed by their numbers alone. Those that begin with 1 are counted from April; 4 to 12 with 1 to 3 behind them
//! are those of the calendar, for a financial year ends with its third. 7, 8 and 9 may be either: where no other words count
//! months, it is asked.

use crate::cells::{NamedMonth, months_in, number_of_month, words_above};
use crate::headings::{Field, MonthKind};
use crate::issues::{Asks, Place, Question};
use crate::sheet::Sheet;
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use std::collections::HashSet;

const MONTHS_OF_A_YEAR: u8 = 12;
/// The first month of a financial year in the calendar.
const APRIL: u8 = 4;

/// Numbers that follow one another: the position of each, what it holds of its month, and the number.
type Run = Vec<(usize, MonthKind, u8)>;

/// How months are counted that are headed by numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    /// From April.
    FromApril,
    /// As in the calendar.
    Calendar,
    /// That cannot be told.
    Unknown,
}

impl TrackerHeader {
    /// Reads numbers as the months that they are, and those of which that cannot be told as none.
    pub(crate) fn take_months_of_calendar(&mut self, sheet: &Sheet) {
        let runs = self.runs_of_numbers();
        let begins_with_one = runs.iter().any(|run| matches!(run.first(), Some((.., 1))));
        let is_any_of_calendar = runs.iter().any(is_of_calendar);
        for run in runs {
            let counted = match run.first() {
                _ if is_of_calendar(&run) => Counted::Calendar,
                Some((.., 1)) => Counted::FromApril,
                _ if is_any_of_calendar && !begins_with_one => Counted::Calendar,
                _ if begins_with_one || self.counts_months(sheet) => Counted::FromApril,
                _ => Counted::Unknown,
            };
            for (at, kind, number) in run {
                let Some(column) = self.columns.get_mut(at) else { continue };
                match counted {
                    Counted::FromApril => {}
                    Counted::Calendar => column.field = Some(Field::Month(kind, nth_of(number))),
                    Counted::Unknown => (column.field, column.left) = (None, Some(LeftAlone::NumberOfMonth)),
                }
            }
        }
    }

    fn runs_of_numbers(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (at, column) in self.columns.iter().enumerate().filter(|(_, column)| !column.is_said) {
            let Some(Field::Month(kind, _)) = column.field else { continue };
            let Some(number) = number_of_month(column.words.own.trim()) else { continue };
            let follows = |run: &&mut Run| {
                run.last().is_some_and(|(_, of, last)| *of == kind && last % MONTHS_OF_A_YEAR + 1 == number)
            };
            match runs.iter_mut().rev().find(follows) {
                Some(run) => run.push((at, kind, number)),
                None => runs.push(vec![(at, kind, number)]),
            }
        }
        runs
    }

    /// Whether other words of the sheet count months, as "Month 9" and "M9" do, which is from April.
    fn counts_months(&self, sheet: &Sheet) -> bool {
        let counts = |words: &str| months_in(words).iter().any(|month| matches!(month, NamedMonth::Nth(_)));
        let over: HashSet<&str> = self.columns.iter().map(|column| column.words.over.as_str()).collect();
        let above = words_above(sheet, self.row, &over);
        let headings = self.columns.iter().map(|column| column.words.line());
        above.into_iter().chain(headings).chain([sheet.name.clone()]).any(|words| counts(&words))
    }

    /// The columns that are headed by numbers of which it cannot be told which months they are.
    pub(crate) fn numbers_of_months(&self) -> impl Iterator<Item = &TrackerColumn> {
        self.columns.iter().filter(|column| column.left == Some(LeftAlone::NumberOfMonth))
    }

    /// The question which months they are.
    pub(crate) fn question_of_numbers(&self, place: Place) -> Option<Question> {
        let first = self.numbers_of_months().next()?;
        let number = number_of_month(first.words.own.trim())?;
        let words = first.words.line();
        Some(Question::Tracker {
            sheet: (place.file, place.sheet.unwrap_or_default()),
            column: Some(first.at),
            asks: Asks::Heading,
            value: words.clone(),
            question: format!("Which month is \"{words}\"? {}", either(number)),
            candidates: MonthKind::ALL
                .into_iter()
                .flat_map(|kind| [number, nth_of(number)].map(|nth| Field::Month(kind, nth).to_string()))
                .collect(),
        })
    }
}

/// The two months that a number may be, in words.
pub(crate) fn either(number: u8) -> String {
    let name = |nth: u8| Field::Month(MonthKind::Plan, nth).about();
    let name = |nth: u8| name(nth).rsplit('(').next().unwrap_or_default().trim_end_matches(')').to_owned();
    format!("{number} may be {}, counted from April, or {}, as in the calendar", name(number), name(nth_of(number)))
}

/// The place in the financial year of a month of the calendar.
const fn nth_of(number: u8) -> u8 {
    (number + MONTHS_OF_A_YEAR - APRIL) % MONTHS_OF_A_YEAR + 1
}

/// Whether numbers go on with 1 behind 12, from April to March at most: what goes beyond is of several years.
fn is_of_calendar(run: &Run) -> bool {
    let goes_on = run.windows(2).any(|pair| matches!(pair, [(.., MONTHS_OF_A_YEAR), (.., 1)]));
    let first_last = run.first().zip(run.last());
    let is_within = first_last.is_some_and(|((.., first), (.., last))| *first >= APRIL && *last < APRIL);
    goes_on && is_within && run.len() <= usize::from(MONTHS_OF_A_YEAR)
}
