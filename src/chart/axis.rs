//! The axes that charts share: round numbers with their lines, upwards or across.

use super::label;
use super::placer::Placer;
use super::scale::LinearScale;
use super::scene::{Mark, Path};
use super::text::{Anchor, Text};

/// Height of the words at an axis.
pub(super) const SMALL: f64 = 12.0;

/// The unit of an axis, at the top left of the drawing.
pub(super) fn unit(words: &mut Placer, unit: &str, width: f64) -> Option<Mark> {
    words.place(Text::new("axis", 0.0, 12.0, unit).sized(SMALL).wrapped(width, 1)).map(Mark::from)
}

/// An axis that goes up at the left of a drawing.
pub(super) struct Upwards {
    /// From numbers to heights.
    pub scale: LinearScale,
    /// Where the axis ends and the drawing begins.
    pub left: f64,
    labels: Vec<String>,
}

impl Upwards {
    /// An axis for numbers between two, from one height down to another.
    pub fn new((low, high): (f64, f64), top: f64, bottom: f64) -> Self {
        let scale = LinearScale::nice(low, high, 5).onto(bottom, top);
        let labels: Vec<String> = scale.ticks().iter().map(|tick| scale.tick_label(*tick)).collect();
        let widest = labels.iter().map(|text| label::width(text, SMALL, false)).fold(0.0, f64::max);
        Self { scale, left: widest + 12.0, labels }
    }

    /// Its lines up to the right edge, and its numbers.
    pub fn marks(&self, width: f64, words: &mut Placer) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (tick, text) in self.scale.ticks().iter().zip(&self.labels) {
            let y = self.scale.place(*tick);
            marks.push(Path::line(line_class(*tick), (self.left, y), (width, y)).into());
            let text = Text::new("axis", self.left - 8.0, y + 4.0, text).sized(SMALL).anchored(Anchor::End);
            marks.extend(words.place(text).map(Mark::from));
        }
        marks
    }
}

/// The lines of an axis that goes across, from a height down to its numbers.
pub(super) fn across(scale: &LinearScale, top: f64, bottom: f64, width: f64, words: &mut Placer) -> Vec<Mark> {
    let mut marks = Vec::new();
    for tick in scale.ticks() {
        let x = scale.place(*tick);
        marks.push(Path::line(line_class(*tick), (x, top), (x, bottom)).into());
        marks.extend(number_below(scale, *tick, bottom + 15.0, width, words));
    }
    marks
}

/// The number of a tick below its place, where it keeps within the drawing.
pub(super) fn number_below(
    scale: &LinearScale,
    tick: f64,
    baseline: f64,
    width: f64,
    words: &mut Placer,
) -> Option<Mark> {
    let text = Text::new("axis", scale.place(tick), baseline, scale.tick_label(tick)).sized(SMALL);
    let text = text.anchored(Anchor::Middle);
    if !fits(&text, width) {
        return None;
    }
    words.place(text).map(Mark::from)
}

/// Of names that stand side by side at equal steps: every how many have room.
pub(super) fn every<'a>(names: impl IntoIterator<Item = &'a String>, step: f64) -> usize {
    const APART: f64 = 10.0;
    let widest = names.into_iter().map(|name| label::width(name, SMALL, false)).fold(0.0, f64::max);
    let steps = ((widest + APART) / step.max(1.0)).ceil();
    (steps.min(1_000.0) as usize).max(1)
}

/// Whether a text keeps within a width.
pub(super) fn fits(text: &Text, width: f64) -> bool {
    let bounds = text.bounds();
    bounds.x >= 0.0 && bounds.x + bounds.width <= width
}

fn line_class(tick: f64) -> &'static str {
    if tick == 0.0 { "zero" } else { "grid" }
}
