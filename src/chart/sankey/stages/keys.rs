//! Names on a narrow screen: a letter beside each node, and what the letters mean below the drawing.

use super::super::super::label;
use super::super::super::placer::Placer;
use super::super::super::scene::Mark;
use super::super::super::series;
use super::super::super::text::{Anchor, Text};
use super::super::super::value::in_unit;
use super::super::placed::Placed;
use super::Stages;

/// What a letter takes at the right of the last column.
pub(super) const ROOM: f64 = 24.0;
/// From the left edge to the names.
const INDENT: f64 = 30.0;
/// Between the columns in the list.
const GAP: f64 = 10.0;

/// The letter beside a node.
pub(super) fn beside(key: usize, x: f64, placed: &Placed, words: &mut Placer) -> Option<Mark> {
    let middle = placed.top + placed.thickness / 2.0;
    let text = Text::new("beside", x, middle + Text::SIZE * 0.35, series::key(key)).bold();
    words.place(text).map(Mark::from)
}

/// The list of all letters by column, with totals, and where it ends.
pub(super) fn list(chart: &Stages, columns: &[Vec<Placed>], top: f64, words: &mut Placer) -> (Vec<Mark>, f64) {
    let mut marks = Vec::new();
    let (mut y, mut key, width) = (top, 0, chart.frame.width);
    let mut put = |text: Text| marks.extend(words.place(text).map(Mark::from));
    for ((number, stage), column) in chart.stages.iter().enumerate().zip(columns) {
        let line = label::line_height(Text::SIZE);
        y += line + GAP;
        let total = in_unit(&stage.total, &chart.unit);
        let room = |total: &str| width - label::width(total, Text::SIZE, true) - GAP;
        let heading = Text::new("axis", 0.0, y, format!("{} {}", number + 1, stage.heading)).wrapped(room(&total), 1);
        put(heading);
        put(Text::new("axis sum", width, y, total).anchored(Anchor::End).bold());
        for placed in column {
            let Some(node) = stage.nodes.get(placed.index) else { continue };
            y += line;
            let name = Text::new(format!("label{}", node.kind.class()), INDENT, y, &node.name);
            let name = name.wrapped(room(&node.total) - INDENT, super::super::layout::MOST_LINES);
            put(Text::new("label", 0.0, y, series::key(key)).bold());
            let total = Text::new(format!("total{}", node.kind.class()), width, y, &node.total);
            put(total.anchored(Anchor::End).bold());
            y += line * name.lines.len().saturating_sub(1) as f64;
            put(name);
            key += 1;
        }
    }
    (marks, y + GAP)
}
