//! The ribbons from the nodes on the left to those on the right.

use super::super::label;
use super::super::placer::Placer;
use super::super::scene::{Mark, Path, Step};
use super::super::series;
use super::super::text::Text;
use super::super::value::in_unit;
use super::diagram::{Flow, Sankey};
use super::placed::{Placed, size};

/// Height of the words on a ribbon.
const SMALL: f64 = 12.0;

/// The ribbons between the nodes, then the words on them.
pub(super) fn ribbons(
    chart: &Sankey,
    drawn: &[&Flow],
    left: &[Placed],
    right: &[Placed],
    [from_x, to_x]: [f64; 2],
    per_unit: f64,
    words: &mut Placer,
) -> Vec<Mark> {
    // A ribbon leaves in the order of its goals and arrives in the order of its origins.
    let leaving = ribbon_tops(left, right, drawn, |flow| flow.from, |flow| flow.to, per_unit);
    let arriving = ribbon_tops(right, left, drawn, |flow| flow.to, |flow| flow.from, per_unit);
    let mut marks = Vec::new();
    let mut texts = Vec::new();
    for ((flow, from_y), to_y) in drawn.iter().zip(&leaving).zip(&arriving) {
        let (Some(origin), Some(goal)) = (chart.left.get(flow.from), chart.right.get(flow.to)) else {
            continue;
        };
        let thickness = size(flow) * per_unit;
        let negative = if flow.value.size() < 0.0 { " negative" } else { "" };
        marks.push(Mark::Path(Path {
            class: format!("ribbon {}{}{negative}", series::class(flow.from), goal.kind.class()),
            steps: ribbon((from_x, *from_y), (to_x, *to_y), thickness),
            title: Some(format!("{} to {}: {}", origin.name, goal.name, in_unit(&flow.value.label, &flow.unit))),
        }));
        let siblings = drawn.iter().filter(|other| other.from == flow.from).count();
        let room = (to_x - from_x) * 0.4;
        let wide = label::width(&flow.value.label, SMALL, false) <= room;
        if siblings > 1 && thickness >= 15.0 && wide {
            let y = from_y + thickness / 2.0 + 4.0;
            let text = Text::new("on-ribbon", from_x + 8.0, y, &flow.value.label).sized(SMALL);
            texts.extend(words.place(text).map(Mark::from));
        }
    }
    marks.extend(texts);
    marks
}

/// The top of each drawn flow at one side, in the order of `drawn`.
pub(super) fn ribbon_tops(
    here: &[Placed],
    there: &[Placed],
    drawn: &[&Flow],
    end: fn(&Flow) -> usize,
    other_end: fn(&Flow) -> usize,
    per_unit: f64,
) -> Vec<f64> {
    let mut tops = vec![0.0; drawn.len()];
    let mut in_order: Vec<(usize, &Flow)> = Vec::with_capacity(drawn.len());
    for other in there {
        let of_other = drawn.iter().enumerate().filter(|(_, flow)| other_end(flow) == other.index);
        in_order.extend(of_other.map(|(position, flow)| (position, *flow)));
    }
    for node in here {
        let mut y = node.top;
        for (position, flow) in in_order.iter().filter(|(_, flow)| end(flow) == node.index) {
            if let Some(top) = tops.get_mut(*position) {
                *top = y;
            }
            y += size(flow) * per_unit;
        }
    }
    tops
}

/// The outline of a ribbon: along the top to the right, down, and back along the bottom.
pub(super) fn ribbon(from: (f64, f64), to: (f64, f64), thickness: f64) -> Vec<Step> {
    let middle = (from.0 + to.0) / 2.0;
    let (from_low, to_low) = (from.1 + thickness, to.1 + thickness);
    vec![
        Step::Move(from.0, from.1),
        Step::Curve([(middle, from.1), (middle, to.1), to]),
        Step::Line(to.0, to_low),
        Step::Curve([(middle, to_low), (middle, from_low), (from.0, from_low)]),
        Step::Close,
    ]
}
