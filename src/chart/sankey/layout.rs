//! Where everything on a Sankey goes.

use super::super::frame::Drawing;
use super::super::label;
use super::super::placer::Placer;
use super::super::scene::{Mark, Pattern, Rect};
use super::super::series;
use super::super::text::{Anchor, Text};
use super::super::value::in_unit;
use super::diagram::{Flow, Node, NodeKind, Sankey};
use super::placed::{LOWEST_NODE, NODE_WIDTH, Placed, order, size};
use super::ribbons::ribbons;

/// Room between two nodes, one above the other.
const GAP: f64 = 14.0;
/// The name of a node takes at most so many lines: on a phone a line holds little more than a word, and a name that is cut says
/// no longer what it names.
pub(super) const MOST_LINES: usize = 7;

impl Sankey {
    /// The drawing; nothing where [`Sankey::check`] finds fault with it.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        self.check().ok()?;
        let drawn: Vec<&Flow> = self.flows.iter().filter(|f| f.value.size() != 0.0).collect();
        let total: f64 = drawn.iter().map(|flow| size(flow)).sum();
        if drawn.is_empty() {
            return None;
        }
        let per_unit = self.flow_height / total;
        let mut left = self.side(&self.left, &drawn, per_unit, |flow| flow.from, Anchor::End);
        let mut right = self.side(&self.right, &drawn, per_unit, |flow| flow.to, Anchor::Start);
        self.order_right(&mut right, &drawn);

        let top = 44.0;
        let height = column_height(&left).max(column_height(&right));
        stack(&mut left, top, height);
        stack(&mut right, top, height);

        let label_room = self.label_room();
        let left_x = label_room + 8.0;
        let right_x = self.frame.width - label_room - 8.0 - NODE_WIDTH;
        let mut words = Placer::default();
        let mut node_marks: Vec<Mark> = Vec::new();
        for text in self.headings(left_x, right_x) {
            node_marks.extend(words.place(text).map(Mark::from));
        }
        for (nodes, placed, x, label_x) in
            [(&self.left, &left, left_x, label_room), (&self.right, &right, right_x, self.frame.width - label_room)]
        {
            for one in placed {
                let Some(node) = nodes.get(one.index) else {
                    continue;
                };
                let colour = if x == left_x { series::class(one.index) } else { "arrival".to_owned() };
                let pattern = match node.kind {
                    NodeKind::Unaccounted => Some(Pattern::Lines),
                    _ => None,
                };
                node_marks.push(
                    Rect::new(format!("node {colour}{}", node.kind.class()), one.rect(x))
                        .titled(format!("{}: {}", node.name, in_unit(&node.total, &self.unit)))
                        .patterned(pattern)
                        .into(),
                );
                node_marks.extend(node_words(node, one, label_x, &mut words));
            }
        }

        let mut marks = ribbons(self, &drawn, &left, &right, [left_x + NODE_WIDTH, right_x], per_unit, &mut words);
        marks.extend(node_marks);
        Some(Drawing { height: top + height + 8.0, marks })
    }

    /// The headings of the two sides, over their nodes where there is room, else from the edge of the drawing.
    fn headings(&self, left_x: f64, right_x: f64) -> [Text; 2] {
        let heading = |text: &str, over: (f64, Anchor), edge: (f64, Anchor)| {
            let narrow = label::width(text, Text::SIZE, false) > self.label_room() + NODE_WIDTH;
            let (x, anchor) = if narrow { edge } else { over };
            Text::new("axis", x, 14.0, text).anchored(anchor).wrapped(self.frame.width / 2.0 - 8.0, 2)
        };
        let (start, end) = (Anchor::Start, Anchor::End);
        [
            heading(&self.left_heading, (left_x + NODE_WIDTH, end), (0.0, start)),
            heading(&self.right_heading, (right_x, start), (self.frame.width, end)),
        ]
    }

    fn label_room(&self) -> f64 {
        (self.frame.width * 0.25).clamp(84.0, 220.0)
    }

    fn side(
        &self,
        nodes: &[Node],
        drawn: &[&Flow],
        per_unit: f64,
        end: fn(&Flow) -> usize,
        anchor: Anchor,
    ) -> Vec<Placed> {
        let mut sizes = vec![0.0; nodes.len()];
        for flow in drawn {
            if let Some(sum) = sizes.get_mut(end(flow)) {
                *sum += size(flow);
            }
        }
        let with_flows = nodes.iter().zip(sizes).enumerate();
        with_flows
            .filter(|(_, (_, size))| *size > 0.0)
            .map(|(index, (node, size))| {
                let label = Text::new("label", 0.0, 0.0, &node.name)
                    .anchored(anchor)
                    .wrapped(self.label_room() - 4.0, MOST_LINES);
                let lines = label.lines.len() + usize::from(!node.total.is_empty());
                let thickness = size * per_unit;
                Placed {
                    index,
                    thickness,
                    slot: thickness.max(LOWEST_NODE).max(lines as f64 * label.line_height()),
                    label,
                    top: 0.0,
                }
            })
            .collect()
    }

    /// Right nodes in the order of where they come from.
    fn order_right(&self, right: &mut [Placed], drawn: &[&Flow]) {
        let origin = |node: &Placed| {
            let arriving = drawn.iter().filter(|flow| flow.to == node.index);
            let (weighted, sum) = arriving
                .fold((0.0, 0.0), |(weighted, sum), flow| (weighted + size(flow) * flow.from as f64, sum + size(flow)));
            weighted / sum
        };
        order(right, &self.right, &origin);
    }
}

/// How high nodes are above each other, with the room between them.
pub(super) fn column_height(nodes: &[Placed]) -> f64 {
    let slots: f64 = nodes.iter().map(|node| node.slot).sum();
    slots + GAP * nodes.len().saturating_sub(1) as f64
}

/// Gives each node its place, the shorter column spread over the height of the longer one.
pub(super) fn stack(nodes: &mut [Placed], top: f64, height: f64) {
    let spare = height - column_height(nodes);
    let extra = spare / (nodes.len() + 1) as f64;
    let mut y = top + extra;
    for node in nodes {
        node.top = y + (node.slot - node.thickness) / 2.0;
        y += node.slot + GAP + extra;
    }
}

/// The name and the total of a node, in the middle of its height.
pub(super) fn node_words(node: &Node, placed: &Placed, x: f64, words: &mut Placer) -> Vec<Mark> {
    let mut name = placed.label.clone();
    let line = name.line_height();
    let lines = name.lines.len() + usize::from(!node.total.is_empty());
    let middle = placed.top + placed.thickness / 2.0;
    let first = middle - line * lines as f64 / 2.0 + name.size * 0.9;
    name.x = x;
    name.y = first;
    name.class = format!("label{}", node.kind.class());
    let mut total =
        Text::new("total", x, first + line * name.lines.len() as f64, &node.total).anchored(name.anchor).bold();
    total.class = format!("total{}", node.kind.class());
    let texts = [Some(name), (!node.total.is_empty()).then_some(total)];
    let placed = texts.into_iter().flatten().filter_map(|text| words.place(text));
    placed.map(Mark::from).collect()
}
