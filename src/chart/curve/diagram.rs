//! The points of a curve, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, Curve, CurveLine, CurvePoint, Value};
///
/// let point = |across: f64, up: f64| {
///     CurvePoint::new(Value::new(across, format!("{across:.1}")), Value::new(up, format!("{up:.1}")))
/// };
/// let chart = Curve {
///     frame: Frame::new("chart", "What the contract pays", ""),
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
    /// What it is called, and how wide it is.
    pub frame: Frame,
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
    /// What a person tries.
    pub tried: Option<CurvePoint>,
    /// Height of the area of the curves.
    pub plot_height: f64,
}

impl Default for Curve {
    fn default() -> Self {
        Self {
            frame: Frame::new("curve", "", ""),
            unit: String::new(),
            across: String::new(),
            lines: Vec::new(),
            band: None,
            today: None,
            tried: None,
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

chart!(Curve);

impl Curve {
    /// The table that says the same as the drawing: every corner, then where things stand today and what is tried.
    pub(super) fn in_table(&self) -> Table {
        let row = |name: &str, point: &CurvePoint, total: bool| Row {
            cells: vec![name.to_owned(), point.across.label.clone(), point.up.label.clone()],
            total,
        };
        let corners = self.lines.iter().flat_map(|line| line.points.iter().map(|point| row(&line.name, point, false)));
        let today = self.today.iter().map(|point| row("Today", point, true));
        let tried = self.tried.iter().map(|point| row("Tried", point, true));
        Table {
            caption: format!("{} ({})", self.frame.title, self.unit),
            columns: vec![
                Column::words("Line"),
                Column::numbers(&self.across),
                Column::numbers(self.lines.first().map_or("Value", |line| &line.name)),
            ],
            rows: corners.chain(today).chain(tried).collect(),
        }
    }
}
