//! The categories and series of stacked bars, and the table that says the same as their drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, Category, Series, StackedBar, Value};
///
/// let chart = StackedBar {
///     frame: Frame::new("savings", "Planned savings by programme", "Savings fall to £59.00m in 2013/14."),
///     unit: "£m".into(),
///     categories: vec![Category::new("2011/12", "23.41"), Category::new("2012/13", "3.24")],
///     series: vec![
///         Series::new("Acute Care", vec![Value::new(13.1, "13.10"), Value::new(1.78, "1.78")]),
///         Series::new("Medicines", vec![Value::new(10.31, "10.31"), Value::new(1.46, "1.46")]),
///     ],
///     ..StackedBar::default()
/// };
/// let scene = chart.scene();
/// assert_eq!(scene.rects("part").len(), 4);
/// assert_eq!(chart.table().rows[0].cells, ["Acute Care", "13.10", "1.78"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct StackedBar {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The unit of the values, shown at the axis.
    pub unit: String,
    /// What a row of the table is called (`Programme`).
    pub series_heading: String,
    /// The bars, from the left.
    pub categories: Vec<Category>,
    /// The parts, from zero outwards.
    pub series: Vec<Series>,
    /// Height of the bars' area.
    pub plot_height: f64,
}

impl Default for StackedBar {
    fn default() -> Self {
        Self {
            frame: Frame::new("chart", "", ""),
            unit: String::new(),
            series_heading: "Series".to_owned(),
            categories: Vec::new(),
            series: Vec::new(),
            plot_height: 360.0,
        }
    }
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// What the bar is called.
    pub name: String,
    /// The total in words; empty where none is to be shown.
    pub total: String,
}

impl Category {
    /// A bar with its total in words.
    pub fn new(name: impl Into<String>, total: impl Into<String>) -> Self {
        Self { name: name.into(), total: total.into() }
    }
}

/// One part of every bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What the part is called.
    pub name: String,
    /// One value for each category; what is missing is drawn as nothing.
    pub values: Vec<Value>,
}

impl Series {
    /// A part with its values.
    pub fn new(name: impl Into<String>, values: Vec<Value>) -> Self {
        Self { name: name.into(), values }
    }
}

chart!(StackedBar);

impl StackedBar {
    /// The table that says the same as the drawing.
    pub(super) fn in_table(&self) -> Table {
        let mut columns = vec![Column::words(&self.series_heading)];
        columns.extend(self.categories.iter().map(|c| Column::numbers(&c.name)));
        let mut rows: Vec<Row> = self
            .series
            .iter()
            .map(|series| {
                let values = (0..self.categories.len()).map(|category| {
                    let value = series.values.get(category);
                    value.map(|value| value.label.clone()).unwrap_or_default()
                });
                Row { cells: std::iter::once(series.name.clone()).chain(values).collect(), total: false }
            })
            .collect();
        if self.categories.iter().any(|c| !c.total.is_empty()) {
            let totals = self.categories.iter().map(|c| c.total.clone());
            rows.push(Row { cells: std::iter::once("Total".to_owned()).chain(totals).collect(), total: true });
        }
        Table { caption: format!("{}{}", self.frame.title, self.unit_in_brackets()), columns, rows }
    }

    /// The unit as it stands after other words.
    pub(super) fn unit_in_brackets(&self) -> String {
        if self.unit.is_empty() { String::new() } else { format!(" ({})", self.unit) }
    }
}
