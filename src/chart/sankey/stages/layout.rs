//! Where everything on a drawing of several columns goes.

use super::super::super::frame::Drawing;
use super::super::super::placer::Placer;
use super::super::super::scene::{Mark, Path, Pattern, Rect};
use super::super::super::series;
use super::super::super::text::Text;
use super::super::super::value::in_unit;
use super::super::diagram::{Flow, NodeKind};
use super::super::layout::{MOST_LINES, column_height, node_words, stack};
use super::super::placed::{LOWEST_NODE, NODE_WIDTH, Placed, order, size};
use super::super::ribbons::{ribbon, ribbon_tops};
use super::{Stage, Stages, keys};

/// From a node to its words.
const APART: f64 = 5.0;
/// Ribbons can be followed only where so much of the room between two columns is left without words.
const FREE: f64 = 40.0;
/// A heading takes at most so many lines.
const HEADING_LINES: usize = 2;

/// The places of the columns.
struct Across {
    /// From one column to the next; the first stands at the left edge.
    pitch: f64,
    /// How wide the words beside a node may be.
    words: f64,
}

impl Stages {
    /// The drawing; nothing where [`Stages::check`] finds fault with it.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        self.check().ok()?;
        let drawn: Vec<Vec<&Flow>> =
            self.links.iter().map(|links| links.iter().filter(|flow| flow.value.size() != 0.0).collect()).collect();
        let largest = drawn.iter().map(|links| links.iter().map(|flow| size(flow)).sum()).fold(0.0, f64::max);
        if largest <= 0.0 {
            return None;
        }
        let per_unit = self.flow_height / largest;
        let across = self.across();
        let mut columns = self.columns(&drawn, per_unit, across.words);

        let mut words = Placer::default();
        let (mut node_marks, top) = self.headings(&across, &mut words);
        let height = columns.iter().map(|column| column_height(column)).fold(0.0, f64::max);
        columns.iter_mut().for_each(|column| stack(column, top, height));

        let last = self.stages.len().saturating_sub(1);
        let mut key = 0;
        for ((number, stage), column) in self.stages.iter().enumerate().zip(&columns) {
            let x = across.pitch * number as f64;
            for (position, placed) in column.iter().enumerate() {
                let Some(node) = stage.nodes.get(placed.index) else { continue };
                let colour = if number == last { "arrival".to_owned() } else { series::class(placed.index) };
                node_marks.push(
                    Rect::new(format!("node {colour}{}", node.kind.class()), placed.rect(x))
                        .titled(format!("{}, {}: {}", stage.heading, node.name, in_unit(&node.total, &self.unit)))
                        .patterned((node.kind == NodeKind::Unaccounted).then_some(Pattern::Lines))
                        .into(),
                );
                let beside = x + NODE_WIDTH + APART;
                if self.frame.is_narrow() {
                    node_marks.extend(keys::beside(key + position, beside, placed, &mut words));
                } else {
                    node_marks.extend(node_words(node, placed, beside, &mut words).into_iter().map(over_ribbons));
                }
            }
            key += column.len();
        }
        let mut bottom = top + height + 8.0;
        if self.frame.is_narrow() {
            let (marks, below) = keys::list(self, &columns, bottom, &mut words);
            node_marks.extend(marks);
            bottom = below;
        }
        let mut marks = self.ribbons(&drawn, &columns, across.pitch, per_unit);
        marks.extend(node_marks);
        Some(Drawing { height: bottom, marks })
    }

    /// The words of the last column stand at its right like those of all others, so that each pair of columns is the same.
    fn across(&self) -> Across {
        let gaps = self.stages.len().saturating_sub(1).max(1) as f64;
        let width = self.frame.width;
        let last = if self.frame.is_narrow() { keys::ROOM } else { (width / (gaps + 1.0) - FREE).clamp(60.0, 170.0) };
        let pitch = (width - NODE_WIDTH - APART - last) / gaps;
        Across { pitch, words: (pitch - NODE_WIDTH - APART - FREE).clamp(20.0, last.max(20.0)) }
    }

    /// The nodes of each column in their order: the first as given, each other by where its nodes come from, so that few
    /// ribbons cross. What is special stands last.
    fn columns(&self, drawn: &[Vec<&Flow>], per_unit: f64, room: f64) -> Vec<Vec<Placed>> {
        let mut columns: Vec<Vec<Placed>> = Vec::with_capacity(self.stages.len());
        for (number, stage) in self.stages.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|before| drawn.get(before));
            let mut sizes = vec![[0.0_f64; 2]; stage.nodes.len()];
            let mut add = |index: usize, side: usize, flow: &Flow| {
                if let Some(sum) = sizes.get_mut(index).and_then(|sums| sums.get_mut(side)) {
                    *sum += size(flow);
                }
            };
            before.into_iter().flatten().for_each(|flow| add(flow.to, 0, flow));
            drawn.get(number).into_iter().flatten().for_each(|flow| add(flow.from, 1, flow));
            let sizes = sizes.into_iter().map(|[enters, leaves]| enters.max(leaves));
            let mut column = self.sized(stage, sizes, per_unit, room);
            let origins = before.zip(columns.last()).map(|(links, column)| origins(links, column, stage.nodes.len()));
            let origin =
                |node: &Placed| origins.as_ref().and_then(|of| of.get(node.index)).copied().unwrap_or_default();
            order(&mut column, &stage.nodes, &origin);
            columns.push(column);
        }
        columns
    }

    fn sized(&self, stage: &Stage, sizes: impl Iterator<Item = f64>, per_unit: f64, room: f64) -> Vec<Placed> {
        let with_flows = stage.nodes.iter().zip(sizes).enumerate().filter(|(_, (_, size))| *size > 0.0);
        with_flows
            .map(|(index, (node, size))| {
                let label = Text::new("label", 0.0, 0.0, &node.name).wrapped(room, MOST_LINES);
                let lines = match self.frame.is_narrow() {
                    true => 1,
                    false => label.lines.len() + usize::from(!node.total.is_empty()),
                };
                let thickness = size * per_unit;
                let slot = thickness.max(LOWEST_NODE).max(lines as f64 * label.line_height());
                Placed { index, thickness, slot, label, top: 0.0 }
            })
            .collect()
    }

    /// What stands over the columns, and where these begin. On a narrow screen it is their numbers.
    fn headings(&self, across: &Across, words: &mut Placer) -> (Vec<Mark>, f64) {
        let (mut marks, mut bottom) = (Vec::new(), 0.0_f64);
        for (number, stage) in self.stages.iter().enumerate() {
            let x = across.pitch * number as f64;
            let mut heading = Text::new("axis", x, 14.0, &stage.heading);
            let line = heading.line_height();
            if self.frame.is_narrow() {
                heading.lines = vec![format!("{}", number + 1)];
            } else {
                heading = heading.wrapped(across.words + NODE_WIDTH + APART, HEADING_LINES);
                let y = heading.y + line * heading.lines.len() as f64;
                let total = Text::new("axis sum", x, y, in_unit(&stage.total, &self.unit)).bold();
                bottom = bottom.max(y);
                marks.extend(words.place(total).map(Mark::from));
            }
            bottom = bottom.max(heading.y);
            marks.extend(words.place(heading).map(Mark::from));
        }
        (marks, bottom + 16.0)
    }

    fn ribbons(&self, drawn: &[Vec<&Flow>], columns: &[Vec<Placed>], pitch: f64, per_unit: f64) -> Vec<Mark> {
        let mut marks = Vec::new();
        let neighbours = columns.iter().zip(columns.iter().skip(1));
        for (number, ((flows, (left, right)), (from, to, _))) in
            drawn.iter().zip(neighbours).zip(self.steps()).enumerate()
        {
            let leaving = ribbon_tops(left, right, flows, |flow| flow.from, |flow| flow.to, per_unit);
            let arriving = ribbon_tops(right, left, flows, |flow| flow.to, |flow| flow.from, per_unit);
            let x = pitch * number as f64;
            for ((flow, from_y), to_y) in flows.iter().zip(leaving).zip(arriving) {
                let (Some(origin), Some(goal)) = (from.nodes.get(flow.from), to.nodes.get(flow.to)) else { continue };
                let special = if goal.kind == NodeKind::Ordinary { origin.kind } else { goal.kind };
                let negative = if flow.value.size() < 0.0 { " negative" } else { "" };
                marks.push(Mark::Path(Path {
                    class: format!("ribbon {}{}{negative}", series::class(flow.from), special.class()),
                    steps: ribbon((x + NODE_WIDTH, from_y), (x + pitch, to_y), size(flow) * per_unit),
                    title: Some(format!(
                        "{} to {}: {}",
                        origin.name,
                        goal.name,
                        in_unit(&flow.value.label, &flow.unit)
                    )),
                }));
            }
        }
        marks
    }
}

/// The mean place in the column before of what arrives at each node.
fn origins(links: &[&Flow], before: &[Placed], nodes: usize) -> Vec<f64> {
    let mut ranks = vec![0.0; before.iter().map(|node| node.index + 1).max().unwrap_or_default()];
    for (rank, node) in before.iter().enumerate() {
        if let Some(place) = ranks.get_mut(node.index) {
            *place = rank as f64;
        }
    }
    let mut sums = vec![(0.0, 0.0); nodes];
    for flow in links {
        if let Some((weighted, all)) = sums.get_mut(flow.to) {
            *weighted += size(flow) * ranks.get(flow.from).copied().unwrap_or_default();
            *all += size(flow);
        }
    }
    // A node at which nothing arrives stands first. Shares that are the same but for the last digit of a float are the same:
    // such nodes keep the order in which they are given.
    let place = |(weighted, all): (f64, f64)| if all > 0.0 { (weighted / all * 1e6).round() } else { 0.0 };
    sums.into_iter().map(place).collect()
}

/// Words that lie over ribbons have a rim of the ground's colour.
fn over_ribbons(mark: Mark) -> Mark {
    match mark {
        Mark::Text(text) => Mark::Text(Text { class: format!("beside {}", text.class), ..text }),
        other => other,
    }
}
