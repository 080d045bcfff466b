//! What is due when, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Due, DueState, Frame, Timeline};
///
/// let chart = Timeline {
///     frame: Frame::new("milestones", "Milestones", "One is overdue."),
///     rows: vec!["Dementia".into()],
///     columns: vec!["April 2011".into(), "May 2011".into()],
///     dues: vec![Due { row: 0, column: 1, from: Some(0), state: DueState::Overdue, names: vec!["Clinic opens".into()] }],
///     today: None,
/// };
/// assert_eq!(chart.scene().spots()[0].words, "Dementia, May 2011, moved from April 2011: 1 overdue: Clinic opens");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The sequences, from the top.
    pub rows: Vec<String>,
    /// The stretches of time, from the earliest.
    pub columns: Vec<String>,
    /// What is due.
    pub dues: Vec<Due>,
    /// How many columns have passed on the day on which it is looked at, and what that day is called.
    pub today: Option<(f64, String)>,
}

/// Milestones of one row that are due in one column and are equally far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The position of the row.
    pub row: usize,
    /// The position of the column.
    pub column: usize,
    /// The column in which they were due first, where that is another.
    pub from: Option<usize>,
    /// How far they are.
    pub state: DueState,
    /// What they are called.
    pub names: Vec<String>,
}

/// How far something is that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// Reached.
    Reached,
    /// Not reached, and its day has not passed or no day is known on which to look.
    ToCome,
    /// Its day has passed, and it is not reached.
    Overdue,
}

impl DueState {
    /// Every state, in the order of the legend.
    pub(super) const ALL: [Self; 3] = [Self::Reached, Self::ToCome, Self::Overdue];

    /// What it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::ToCome => "not yet reached",
            Self::Overdue => "overdue",
        }
    }
}

chart!(Timeline);

impl Timeline {
    pub(super) fn when(&self, due: &Due) -> String {
        let name = |column: usize| self.columns.get(column).map(String::as_str).unwrap_or_default();
        match due.from {
            Some(from) => format!("{}, moved from {}", name(due.column), name(from)),
            None => name(due.column).to_owned(),
        }
    }

    /// A row for each mark.
    pub(super) fn in_table(&self) -> Table {
        let rows = self.dues.iter().map(|due| {
            let row = self.rows.get(due.row).cloned().unwrap_or_default();
            let count = due.names.len().to_string();
            let state = due.state.words().to_owned();
            Row { cells: vec![row, self.when(due), state, count, due.names.join("; ")], total: false }
        });
        Table {
            caption: self.frame.title.clone(),
            columns: vec![
                Column::words("Sequence"),
                Column::words("When"),
                Column::words("State"),
                Column::numbers("Milestones"),
                Column::words("Which"),
            ],
            rows: rows.collect(),
        }
    }
}
