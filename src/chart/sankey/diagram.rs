//! The nodes and the flows of a Sankey, and the table that says the same as its drawing.

use std::fmt;

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, Flow, Node, NodeKind, Sankey, Value};
///
/// let chart = Sankey {
///     frame: Frame::new("shifts", "Emergency spells moved", ""),
///     unit: "spells".into(),
///     left: vec![Node::new("Emergency spells", "20,267")],
///     right: vec![
///         Node::new("Locally priced activity", "11,354"),
///         Node::new("Outpatient procedures", "8,000"),
///         Node::new("Not accounted for", "913").of_kind(NodeKind::Unaccounted),
///     ],
///     flows: vec![
///         Flow::new(0, 0, Value::new(11_354.0, "11,354"), "spells"),
///         Flow::new(0, 1, Value::new(8_000.0, "8,000"), "spells"),
///         Flow::new(0, 2, Value::new(913.0, "913"), "spells"),
///     ],
///     ..Sankey::default()
/// };
/// chart.check()?;
/// let scene = chart.scene();
/// assert_eq!(scene.paths("ribbon").len(), 3);
/// assert_eq!(scene.rects("unaccounted").len(), 1);
/// # Ok::<(), one_plan_page::chart::SankeyError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sankey {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The one unit of all flows.
    pub unit: String,
    /// Heading over the left nodes.
    pub left_heading: String,
    /// Heading over the right nodes.
    pub right_heading: String,
    /// Where things leave.
    pub left: Vec<Node>,
    /// Where things arrive.
    pub right: Vec<Node>,
    /// What moves.
    pub flows: Vec<Flow>,
    /// Height that all flows together take; gaps and labels come on top.
    pub flow_height: f64,
}

impl Default for Sankey {
    fn default() -> Self {
        Self {
            frame: Frame::new("chart", "", ""),
            unit: String::new(),
            left_heading: "Leaves".to_owned(),
            right_heading: "Arrives".to_owned(),
            left: Vec::new(),
            right: Vec::new(),
            flows: Vec::new(),
            flow_height: 300.0,
        }
    }
}

/// A place that things leave or arrive at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// What it is called.
    pub name: String,
    /// Its total in words; empty where none is to be shown.
    pub total: String,
    /// How it is drawn.
    pub kind: NodeKind,
}

impl Node {
    /// An ordinary node with its total in words.
    pub fn new(name: impl Into<String>, total: impl Into<String>) -> Self {
        Self { name: name.into(), total: total.into(), kind: NodeKind::Ordinary }
    }

    /// The same node, drawn as another kind.
    #[must_use]
    pub fn of_kind(self, kind: NodeKind) -> Self {
        Self { kind, ..self }
    }
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeKind {
    /// A setting or a point of delivery.
    #[default]
    Ordinary,
    /// Activity that is stated to happen no longer.
    Avoided,
    /// Activity that leaves and arrives nowhere: a finding.
    Unaccounted,
}

impl NodeKind {
    /// The class names that it adds to a mark.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Ordinary => "",
            Self::Avoided => " avoided",
            Self::Unaccounted => " unaccounted",
        }
    }
}

/// Something that moves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// Index of the left node.
    pub from: usize,
    /// Index of the right node.
    pub to: usize,
    /// How much; a negative value is drawn at its size, with a dashed outline.
    pub value: Value,
    /// What is counted.
    pub unit: String,
}

impl Flow {
    /// A flow from a left node to a right node.
    pub fn new(from: usize, to: usize, value: Value, unit: impl Into<String>) -> Self {
        Self { from, to, value, unit: unit.into() }
    }
}

/// Why flows cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SankeyError {
    /// Flows of two units were given to one drawing.
    MixedUnits {
        /// The unit of the drawing.
        expected: String,
        /// The other unit.
        found: String,
    },
    /// A flow names a node that is not there.
    UnknownNode {
        /// Index of the flow.
        flow: usize,
    },
}

impl fmt::Display for SankeyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MixedUnits { expected, found } => {
                write!(formatter, "a drawing of {expected} was given a flow of {found}: draw each unit on its own")
            }
            Self::UnknownNode { flow } => {
                write!(formatter, "flow {flow} names a node that is not there")
            }
        }
    }
}

impl std::error::Error for SankeyError {}

chart!(Sankey);

impl Sankey {
    /// The table that says the same as the drawing: every flow, then the totals of every node.
    pub(super) fn in_table(&self) -> Table {
        let name = |nodes: &[Node], index: usize| nodes.get(index).map(|node| node.name.clone()).unwrap_or_default();
        let mut rows: Vec<Row> = self
            .flows
            .iter()
            .map(|flow| Row {
                cells: vec![name(&self.left, flow.from), name(&self.right, flow.to), flow.value.label.clone()],
                total: false,
            })
            .collect();
        let totals = |nodes: &[Node], row: fn(&Node) -> Vec<String>| {
            let with_total = nodes.iter().filter(|node| !node.total.is_empty());
            with_total.map(|node| Row { cells: row(node), total: true }).collect::<Vec<_>>()
        };
        rows.extend(totals(&self.left, |node| {
            vec![node.name.clone(), "All destinations".to_owned(), node.total.clone()]
        }));
        rows.extend(totals(&self.right, |node| vec!["All sources".to_owned(), node.name.clone(), node.total.clone()]));
        Table {
            caption: format!("{} ({})", self.frame.title, self.unit),
            columns: vec![Column::words("From"), Column::words("To"), Column::numbers(&self.unit)],
            rows,
        }
    }

    /// Whether it can be drawn.
    ///
    /// # Errors
    /// When the flows are not all in the unit of the drawing, or name a node that is not there.
    pub fn check(&self) -> Result<(), SankeyError> {
        for (index, flow) in self.flows.iter().enumerate() {
            if flow.unit != self.unit {
                return Err(SankeyError::MixedUnits { expected: self.unit.clone(), found: flow.unit.clone() });
            }
            if flow.from >= self.left.len() || flow.to >= self.right.len() {
                return Err(SankeyError::UnknownNode { flow: index });
            }
        }
        Ok(())
    }
}
