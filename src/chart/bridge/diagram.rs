//! The steps of a bridge, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, Bridge, BridgeStep, Value};
///
/// let chart = Bridge {
///     frame: Frame::new("chart", "From gross budgets to the resource limit", ""),
///     unit: "£m".into(),
///     steps: vec![
///         BridgeStep::level("Gross budgets", Value::new(1701.1, "1,701.10")),
///         BridgeStep::change("QIPP", Value::new(-41.9, "−41.90")),
///         BridgeStep::level("Sub total", Value::new(1659.2, "1,659.20")),
///     ],
///     ..Bridge::default()
/// };
/// assert_eq!(chart.scene().rects("step").len(), 3);
/// assert_eq!(chart.table().rows[1].cells, ["QIPP", "−41.90"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The unit of the values.
    pub unit: String,
    /// What a row of the table is called.
    pub step_heading: String,
    /// The steps, from the top.
    pub steps: Vec<BridgeStep>,
}

impl Default for Bridge {
    fn default() -> Self {
        Self {
            frame: Frame::new("bridge", "", ""),
            unit: String::new(),
            step_heading: "Step".to_owned(),
            steps: Vec::new(),
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgeStep {
    /// What it is called.
    pub name: String,
    /// The level that is reached, or by how much it changes.
    pub value: Value,
    /// Whether it is a level, drawn from the beginning of the scale.
    pub is_level: bool,
}

impl BridgeStep {
    /// A level.
    pub fn level(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), value, is_level: true }
    }

    /// A change of the level before it.
    pub fn change(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), value, is_level: false }
    }
}

chart!(Bridge);

impl Bridge {
    /// The table that says the same as the drawing.
    pub(super) fn in_table(&self) -> Table {
        let rows = self
            .steps
            .iter()
            .map(|step| Row { cells: vec![step.name.clone(), step.value.label.clone()], total: step.is_level });
        Table {
            caption: format!("{} ({})", self.frame.title, self.unit),
            columns: vec![Column::words(&self.step_heading), Column::numbers(&self.unit)],
            rows: rows.collect(),
        }
    }
}
