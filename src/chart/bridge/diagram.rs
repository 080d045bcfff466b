//! The steps of a bridge, and the table that says the same as its drawing.

use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Bridge, BridgeStep, Value};
///
/// let chart = Bridge {
///     title: "From gross budgets to the resource limit".into(),
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
    /// Unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// The unit of the values.
    pub unit: String,
    /// What a row of the table is called.
    pub step_heading: String,
    /// The steps, from the top.
    pub steps: Vec<BridgeStep>,
    /// Natural width of the drawing.
    pub width: f64,
}

impl Default for Bridge {
    fn default() -> Self {
        Self {
            id: "bridge".to_owned(),
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            step_heading: "Step".to_owned(),
            steps: Vec::new(),
            width: 880.0,
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

impl Bridge {
    /// The same chart for a narrow screen, with an id of its own.
    #[must_use]
    pub fn narrow(&self) -> Self {
        Self { id: format!("{}-narrow", self.id), width: 340.0, ..self.clone() }
    }

    /// The table that says the same as the drawing.
    pub fn table(&self) -> Table {
        let rows = self
            .steps
            .iter()
            .map(|step| Row { cells: vec![step.name.clone(), step.value.label.clone()], total: step.is_level });
        Table {
            caption: format!("{} ({})", self.title, self.unit),
            columns: vec![Column::words(&self.step_heading), Column::numbers(&self.unit)],
            rows: rows.collect(),
        }
    }
}
