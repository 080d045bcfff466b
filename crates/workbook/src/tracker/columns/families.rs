//! Columns that are not read and are alike but for their month: what is to be said, or asked, of them is that once.

use crate::cells::NamedMonth;
use crate::headings::MonthKind;
use crate::issues::{Asks, Place, Question};
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use std::collections::HashMap;

/// Columns that differ in their month alone.
#[derive(Clone, Debug)]
pub struct Family {
    /// The first of them.
    pub first: u32,
    /// All of them, each with its month, counted from one for April; nought for what is of no month.
    pub columns: Vec<(u32, u8)>,
    /// Whether they hold what months differ by, which follows from other columns.
    pub is_variance: bool,
    /// Whether they hold shares in per cent, which are no amounts.
    pub is_percent: bool,
    /// Whether they are of another year than those for which the tracker is read.
    pub is_of_other_year: bool,
}

impl Family {
    /// Those of a tracker. Where a month stands twice, a second family begins: the plan often stands before the actual.
    pub fn of(header: &TrackerHeader) -> Vec<Self> {
        let mut families: Vec<Self> = Vec::new();
        let mut last: HashMap<(bool, bool, bool, String), usize> = HashMap::new();
        for column in &header.columns {
            let is_variance = column.words.is_variance();
            let Some(nth) = month_of(column, is_variance) else { continue };
            let is_of_other_year = column.left == Some(LeftAlone::OfOtherYear);
            let is_percent = column.words.is_percent();
            let words = if is_variance { String::new() } else { column.words.without_month() };
            let key = (is_variance, is_percent, is_of_other_year, words);
            let open = last.get(&key).copied().and_then(|at| families.get_mut(at));
            match open.filter(|family| is_variance || family.columns.iter().all(|(_, month)| *month != nth)) {
                Some(family) => family.columns.push((column.at, nth)),
                None => {
                    last.insert(key, families.len());
                    families.push(Self {
                        first: column.at,
                        columns: vec![(column.at, nth)],
                        is_variance,
                        is_percent,
                        is_of_other_year,
                    });
                }
            }
        }
        families
    }

    /// Whether a column is one of them.
    pub fn has(&self, column: &TrackerColumn) -> bool {
        self.columns.iter().any(|(at, _)| *at == column.at)
    }

    /// The question what they hold of their months.
    pub(crate) fn question(&self, first: &TrackerColumn, place: Place) -> Question {
        let words = first.words.line();
        let question = match self.columns.len() {
            1 => format!("What does \"{words}\" hold of its month?"),
            several => {
                format!("What do {}?", and_more(&format!("\"{words}\""), several, "", "hold of their months"))
            }
        };
        Question::Tracker {
            sheet: (place.file, place.sheet.unwrap_or_default()),
            column: Some(first.at),
            asks: Asks::Heading,
            value: words,
            question,
            candidates: MonthKind::ALL.map(|kind| kind.word().to_owned()).to_vec(),
        }
    }
}

/// The month of a column that is not read, though nobody said so and nothing else explains it, and is that of one month, or of
/// what it differs by.
fn month_of(column: &TrackerColumn, is_variance: bool) -> Option<u8> {
    let is_explained = matches!(
        column.left,
        Some(LeftAlone::InDate | LeftAlone::OtherHalf | LeftAlone::OfKind | LeftAlone::AddedTo(_))
    );
    let is_open = column.field.is_none() && column.repeats.is_none() && !column.is_said && !is_explained;
    column.month.map(NamedMonth::nth).or(is_variance.then_some(0)).filter(|_| is_open)
}

/// "X is", or "X and 2 more columns are".
pub(crate) fn and_more(first: &str, count: usize, one: &str, several: &str) -> String {
    match count {
        0 | 1 => format!("{first} {one}"),
        2 => format!("{first} and 1 more column {several}"),
        _ => format!("{first} and {} more columns {several}", count - 1),
    }
}
