//! What passes through several columns: nodes in each, ribbons between neighbours.
//!
//! What enters a node leaves it again, so that every column holds the same. What is not known, or not placed, is a node
//! of its own and no gap.

mod keys;
mod layout;
#[cfg(test)]
mod tests;

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::diagram::{Flow, Node, SankeyError};

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Flow, Frame, Node, Stage, Stages, Value};
///
/// let all = || Value::new(3.0, "3.00");
/// let chart = Stages {
///     frame: Frame::new("stages", "Where the money goes", ""),
///     unit: "£m".into(),
///     stages: vec![
///         Stage::new("Who pays", "3.00", vec![Node::new("Board", "3.00")]),
///         Stage::new("Contract", "3.00", vec![Node::new("Beds", "3.00")]),
///         Stage::new("Who is paid", "3.00", vec![Node::new("Trust", "3.00")]),
///     ],
///     links: vec![vec![Flow::new(0, 0, all(), "£m")], vec![Flow::new(0, 0, all(), "£m")]],
///     flow_height: 100.0,
/// };
/// chart.check()?;
/// assert_eq!(chart.scene().paths("ribbon").len(), 2);
/// # Ok::<(), one_plan_page::chart::SankeyError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stages {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The one unit of all flows.
    pub unit: String,
    /// The columns, from the left.
    pub stages: Vec<Stage>,
    /// What goes from each column to the next: one list fewer than columns.
    pub links: Vec<Vec<Flow>>,
    /// Height that all flows of a column together take; gaps and labels come on top.
    pub flow_height: f64,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// What its nodes are.
    pub heading: String,
    /// What they hold together, in words.
    pub total: String,
    /// What stands in it.
    pub nodes: Vec<Node>,
}

impl Stage {
    /// A column with its heading and total.
    pub fn new(heading: impl Into<String>, total: impl Into<String>, nodes: Vec<Node>) -> Self {
        Self { heading: heading.into(), total: total.into(), nodes }
    }
}

chart!(Stages);

impl Stages {
    /// The columns in pairs of neighbours, with what goes from one to the other.
    fn steps(&self) -> impl Iterator<Item = (&Stage, &Stage, &[Flow])> {
        let pairs = self.stages.iter().zip(self.stages.iter().skip(1));
        pairs.zip(&self.links).map(|((from, to), links)| (from, to, links.as_slice()))
    }

    /// Whether it can be drawn.
    ///
    /// # Errors
    /// When the flows are not all in the unit of the drawing, or name a node or a column that is not there.
    pub fn check(&self) -> Result<(), SankeyError> {
        if self.links.len() + 1 > self.stages.len().max(1) {
            return Err(SankeyError::UnknownNode { flow: 0 });
        }
        for (from, to, links) in self.steps() {
            for (index, flow) in links.iter().enumerate() {
                if flow.unit != self.unit {
                    return Err(SankeyError::MixedUnits { expected: self.unit.clone(), found: flow.unit.clone() });
                }
                if flow.from >= from.nodes.len() || flow.to >= to.nodes.len() {
                    return Err(SankeyError::UnknownNode { flow: index });
                }
            }
        }
        Ok(())
    }

    /// The table that says the same as the drawing: every flow of every step, then each column with its nodes and its total.
    fn in_table(&self) -> Table {
        let name =
            |stage: &Stage, index: usize| stage.nodes.get(index).map(|node| node.name.clone()).unwrap_or_default();
        let mut rows: Vec<Row> = Vec::new();
        for (from, to, links) in self.steps() {
            let step = format!("{} → {}", from.heading, to.heading);
            rows.extend(links.iter().map(|flow| Row {
                cells: vec![step.clone(), name(from, flow.from), name(to, flow.to), flow.value.label.clone()],
                total: false,
            }));
        }
        for stage in &self.stages {
            let of_stage = |name: &str, total: &str| Row {
                cells: vec![stage.heading.clone(), name.to_owned(), String::new(), total.to_owned()],
                total: true,
            };
            rows.extend(stage.nodes.iter().map(|node| of_stage(&node.name, &node.total)));
            rows.push(of_stage("All", &stage.total));
        }
        Table {
            caption: format!("{} ({})", self.frame.title, self.unit),
            columns: vec![
                Column::words("Stage"),
                Column::words("From"),
                Column::words("To"),
                Column::numbers(&self.unit),
            ],
            rows,
        }
    }
}
