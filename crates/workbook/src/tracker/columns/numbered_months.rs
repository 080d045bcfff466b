//! Months that are headed by their numbers alone. Those that begin with 1 are counted from April; 4 to 12 with 1 to 3 behind them
//! are those of the calendar, for a financial year ends with its third.

use crate::cells::number_of_month;
use crate::headings::{Field, MonthKind};
use crate::tracker::header::TrackerHeader;

const MONTHS_OF_A_YEAR: u8 = 12;
/// The first month of a financial year in the calendar.
const APRIL: u8 = 4;

impl TrackerHeader {
    /// Reads numbers that go on with 1 behind 12 as months of the calendar.
    pub(crate) fn take_months_of_calendar(&mut self) {
        let mut runs: Vec<Vec<(usize, MonthKind, u8)>> = Vec::new();
        for (at, column) in self.columns.iter().enumerate().filter(|(_, column)| !column.is_said) {
            let Some(Field::Month(kind, _)) = column.field else { continue };
            let Some(number) = number_of_month(column.words.own.trim()) else { continue };
            let follows = |run: &&mut Vec<(usize, MonthKind, u8)>| {
                run.last().is_some_and(|(_, of, last)| *of == kind && last % MONTHS_OF_A_YEAR + 1 == number)
            };
            match runs.iter_mut().rev().find(follows) {
                Some(run) => run.push((at, kind, number)),
                None => runs.push(vec![(at, kind, number)]),
            }
        }
        for run in runs {
            let goes_on = run.windows(2).any(|pair| matches!(pair, [(.., MONTHS_OF_A_YEAR), (.., 1)]));
            let first_last = run.first().zip(run.last());
            // From April to March at most: what goes beyond is of several years.
            let is_within = first_last.is_some_and(|((.., first), (.., last))| *first >= APRIL && *last < APRIL);
            if !goes_on || !is_within || run.len() > usize::from(MONTHS_OF_A_YEAR) {
                continue;
            }
            for (at, kind, number) in run {
                let nth = (number + MONTHS_OF_A_YEAR - APRIL) % MONTHS_OF_A_YEAR + 1;
                if let Some(column) = self.columns.get_mut(at) {
                    column.field = Some(Field::Month(kind, nth));
                }
            }
        }
    }
}
