//! The categories and series of stacked bars, and the table that says the same as their drawing.

use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Category, Series, StackedBar, Value};
///
/// let chart = StackedBar {
///     id: "savings".into(),
///     title: "Planned savings by programme".into(),
///     description: "Savings fall to £59.00m in 2013/14.".into(),
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
    /// Unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// The unit of the values, shown at the axis.
    pub unit: String,
    /// What a row of the table is called (`Programme`).
    pub series_heading: String,
    /// The bars, from the left.
    pub categories: Vec<Category>,
    /// The parts, from zero outwards.
    pub series: Vec<Series>,
    /// Natural width of the drawing.
    pub width: f64,
    /// Height of the bars' area.
    pub plot_height: f64,
}

impl Default for StackedBar {
    fn default() -> Self {
        Self {
            id: "chart".to_owned(),
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            series_heading: "Series".to_owned(),
            categories: Vec::new(),
            series: Vec::new(),
            width: 880.0,
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

impl StackedBar {
    /// The same chart for a narrow screen, with an id of its own.
    #[must_use]
    pub fn narrow(&self) -> Self {
        Self { id: format!("{}-narrow", self.id), width: 340.0, ..self.clone() }
    }

    /// The table that says the same as the drawing.
    pub fn table(&self) -> Table {
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
        Table { caption: format!("{}{}", self.title, self.unit_in_brackets()), columns, rows }
    }

    /// The unit as it stands after other words.
    pub(super) fn unit_in_brackets(&self) -> String {
        if self.unit.is_empty() { String::new() } else { format!(" ({})", self.unit) }
    }
}
