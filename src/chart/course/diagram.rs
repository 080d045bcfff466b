//! The moments and lines of a course, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Course, CourseLine, Frame, Look, Moment, Value};
///
/// let chart = Course {
///     frame: Frame::new("savings", "Savings to date", "Behind the plan since June."),
///     unit: "£m".into(),
///     moments: vec![Moment::new(0.0, "April 2011"), Moment::new(1.0, "May 2011")],
///     lines: vec![
///         CourseLine::new("Plan", Look::Plan, vec![(0, Value::new(2.0, "2.00")), (1, Value::new(4.0, "4.00"))]),
///         CourseLine::new("Actual", Look::Actual, vec![(0, Value::new(1.5, "1.50"))]),
///     ],
///     ..Course::default()
/// };
/// assert_eq!(chart.scene().spots().len(), 3);
/// assert_eq!(chart.table().rows[1].cells, ["May 2011", "4.00", ""]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The unit of the values.
    pub unit: String,
    /// What a row of the table is called.
    pub moment_heading: String,
    /// The moments, from the earliest.
    pub moments: Vec<Moment>,
    /// What is followed.
    pub lines: Vec<CourseLine>,
    /// Height of the area of the lines.
    pub plot_height: f64,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            frame: Frame::default(),
            unit: String::new(),
            moment_heading: "When".to_owned(),
            moments: Vec::new(),
            lines: Vec::new(),
            plot_height: 220.0,
        }
    }
}

/// A moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// How far along in time it lies.
    pub at: f64,
    /// What it is called.
    pub name: String,
}

impl Moment {
    /// A moment.
    pub fn new(at: f64, name: impl Into<String>) -> Self {
        Self { at, name: name.into() }
    }
}

/// What is followed.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseLine {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub look: Look,
    /// The position of a moment, and the value then.
    pub points: Vec<(usize, Value)>,
}

impl CourseLine {
    /// A line with its points.
    pub fn new(name: impl Into<String>, look: Look, points: Vec<(usize, Value)>) -> Self {
        Self { name: name.into(), look, points }
    }
}

/// What a line says, which decides how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What is to be: dashed, with hollow marks.
    Plan,
    /// What came of it: a whole line with full marks.
    Actual,
    /// What is expected: dotted, with marks that stand on a corner.
    Forecast,
}

chart!(Course);

impl Course {
    /// A row for each moment of which something is said, a column for each line.
    pub(super) fn in_table(&self) -> Table {
        let mut columns = vec![Column::words(&self.moment_heading)];
        columns.extend(self.lines.iter().map(|line| Column::numbers(&line.name)));
        let mut rows = Vec::new();
        for (at, moment) in self.moments.iter().enumerate() {
            let of = |line: &CourseLine| {
                let point = line.points.iter().find(|(moment, _)| *moment == at);
                point.map(|(_, value)| value.label.clone())
            };
            if self.lines.iter().any(|line| of(line).is_some()) {
                let values = self.lines.iter().map(|line| of(line).unwrap_or_default());
                let cells = std::iter::once(moment.name.clone()).chain(values).collect();
                rows.push(Row { cells, total: false });
            }
        }
        Table { caption: format!("{} ({})", self.frame.title, self.unit), columns, rows }
    }
}
