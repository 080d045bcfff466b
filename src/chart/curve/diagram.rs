//! The points of a curve, and the table that says the same as its drawing.

use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Curve, CurveLine, CurvePoint, Value};
///
/// let point = |across: f64, up: f64| {
///     CurvePoint::new(Value::new(across, format!("{across:.1}")), Value::new(up, format!("{up:.1}")))
/// };
/// let chart = Curve {
///     title: "What the contract pays".into(),
///     unit: "£m".into(),
///     across: "Value of activity".into(),
///     lines: vec![CurveLine::new("Payment", vec![point(0.0, 10.0), point(12.0, 10.0), point(20.0, 18.0)])],
///     today: Some(point(14.0, 12.0)),
///     ..Curve::default()
/// };
/// assert_eq!(chart.scene().paths("curve").len(), 1);
/// assert_eq!(chart.table().rows.len(), 4);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// The unit of both axes.
    pub unit: String,
    /// What goes across.
    pub across: String,
    /// The curves.
    pub lines: Vec<CurveLine>,
    /// From where to where a band reaches across, with what it is called.
    pub band: Option<(Value, Value, String)>,
    /// Where things stand today.
    pub today: Option<CurvePoint>,
    /// Natural width of the drawing.
    pub width: f64,
    /// Height of the area of the curves.
    pub plot_height: f64,
}

impl Default for Curve {
    fn default() -> Self {
        Self {
            id: "curve".to_owned(),
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            across: String::new(),
            lines: Vec::new(),
            band: None,
            today: None,
            width: 880.0,
            plot_height: 260.0,
        }
    }
}

/// One curve.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveLine {
    /// What it is called.
    pub name: String,
    /// Its corners, from the left.
    pub points: Vec<CurvePoint>,
}

impl CurveLine {
    /// A curve with its corners.
    pub fn new(name: impl Into<String>, points: Vec<CurvePoint>) -> Self {
        Self { name: name.into(), points }
    }
}

/// A corner of a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct CurvePoint {
    /// How far across.
    pub across: Value,
    /// How far up.
    pub up: Value,
}

impl CurvePoint {
    /// A corner.
    pub fn new(across: Value, up: Value) -> Self {
        Self { across, up }
    }
}

impl Curve {
    /// The same chart for a narrow screen, with an id of its own.
    #[must_use]
    pub fn narrow(&self) -> Self {
        Self { id: format!("{}-narrow", self.id), width: 340.0, ..self.clone() }
    }

    /// The table that says the same as the drawing: every corner, then where things stand today.
    pub fn table(&self) -> Table {
        let row = |name: &str, point: &CurvePoint, total: bool| Row {
            cells: vec![name.to_owned(), point.across.label.clone(), point.up.label.clone()],
            total,
        };
        let corners = self.lines.iter().flat_map(|line| line.points.iter().map(|point| row(&line.name, point, false)));
        let today = self.today.iter().map(|point| row("Today", point, true));
        Table {
            caption: format!("{} ({})", self.title, self.unit),
            columns: vec![
                Column::words("Line"),
                Column::numbers(&self.across),
                Column::numbers(self.lines.first().map_or("Value", |line| &line.name)),
            ],
            rows: corners.chain(today).collect(),
        }
    }
}
