//! Where everything on a bridge goes.

use super::super::axis;
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::label;
use super::super::placer::Placer;
use super::super::scale::LinearScale;
use super::super::scene::{Mark, Path, Pattern, Rect};
use super::super::text::{Anchor, Text};
use super::super::value::in_unit;
use super::diagram::{Bridge, BridgeStep};

const BAR: f64 = 18.0;
/// Where the levels lie this near together, as a part of the highest, the scale does not begin at nothing.
const NEAR: f64 = 0.5;

/// A step with where it begins and ends on the scale.
struct Placed<'a> {
    step: &'a BridgeStep,
    from: f64,
    to: f64,
}

impl Bridge {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        if self.steps.is_empty() {
            return None;
        }
        let (placed, begins) = self.placed();
        let reach = placed.iter().flat_map(|placed| [placed.from, placed.to]);
        let (low, high) = reach.fold((begins, begins), |(low, high), to| (low.min(to), high.max(to)));
        let narrow = self.frame.is_narrow();
        let widest = self.steps.iter().map(|step| label::width(&step.value.label, Text::SIZE, true));
        let value_room = (widest.fold(0.0, f64::max) + 8.0).min(self.frame.width * 0.4);
        let name_room = if narrow { 0.0 } else { self.name_room() };
        let (left, right) = (name_room, self.frame.width - value_room);
        let scale = LinearScale::nice(low, high, if narrow { 3 } else { 6 }).onto(left, right);

        let mut words = Vec::new();
        let mut bars: Vec<Mark> = Vec::new();
        let mut y = 24.0;
        let mut before: Option<(f64, f64)> = None;
        for one in &placed {
            let name_width = if narrow { self.frame.width } else { name_room - 12.0 };
            let name =
                Text { bold: one.step.is_level, ..Text::new(self.frame.name_class(), 0.0, y + 13.0, &one.step.name) };
            let name = name.wrapped(name_width, 2);
            let lines = name.line_height() * name.lines.len() as f64;
            let top = if narrow { y + lines + 3.0 } else { y };
            let ends = [scale.place(one.from), scale.place(one.to)];
            let bounds = Bounds::new(ends[0].min(ends[1]), top, (ends[0] - ends[1]).abs().max(1.0), BAR);
            if let Some((x, bottom)) = before {
                bars.push(Path::line("leader", (x, bottom), (x, top)).into());
            }
            bars.push(self.bar(one, bounds).into());
            before = Some((ends[1], top + BAR));
            let value = Text::new(if one.step.is_level { "total" } else { "label" }, self.frame.width, top + 13.5, "");
            let value = Text { lines: vec![one.step.value.label.clone()], bold: one.step.is_level, ..value };
            words.push(Mark::from(value.anchored(Anchor::End).wrapped(value_room, 1)));
            words.push(name.into());
            y = (top + BAR).max(if narrow { 0.0 } else { y + lines }) + 10.0;
        }
        let mut marks = self.axis(&scale, y, begins);
        marks.extend(bars);
        marks.extend(words);
        Some(Drawing { height: y + 24.0, marks })
    }

    /// The steps with their ends, and where the scale begins.
    fn placed(&self) -> (Vec<Placed<'_>>, f64) {
        let mut level = 0.0;
        let mut reached = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let size = step.value.size();
            let from = if step.is_level { 0.0 } else { level };
            level = if step.is_level { size } else { level + size };
            reached.push((from, level));
        }
        let ends = || reached.iter().map(|(_, to)| *to);
        let (low, high) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
        // Beside budgets of thousands of millions nobody would see a saving of ten: the scale begins near them, and says so.
        let begins = if low > 0.0 && low < high && high - low < NEAR * high {
            let room = ((high - low) * 0.25).max(high * 1e-6);
            LinearScale::nice((low - room).max(0.0), high, 6).ticks().first().copied().unwrap_or(0.0)
        } else {
            0.0
        };
        let placed = self.steps.iter().zip(reached).map(|(step, (from, to))| Placed {
            step,
            from: if step.is_level { begins } else { from },
            to,
        });
        (placed.collect(), begins)
    }

    fn name_room(&self) -> f64 {
        let widest = self.steps.iter().map(|step| label::width(&step.name, Text::SIZE, step.is_level));
        (widest.fold(0.0, f64::max) + 16.0).min(self.frame.width * 0.34)
    }

    fn bar(&self, one: &Placed<'_>, bounds: Bounds) -> Rect {
        let (class, pattern) = match (one.step.is_level, one.to < one.from) {
            (true, _) => ("step level", None),
            (false, false) => ("step rise", None),
            (false, true) => ("step fall", Some(Pattern::Lines)),
        };
        let words = format!("{}: {}", one.step.name, in_unit(&one.step.value.label, &self.unit));
        Rect::new(class, bounds).titled(words).patterned(pattern)
    }

    /// Lines for the round numbers, and where the scale begins if it is not at nothing.
    fn axis(&self, scale: &LinearScale, bottom: f64, begins: f64) -> Vec<Mark> {
        let mut words = Placer::default();
        let said = if begins == 0.0 {
            self.unit.clone()
        } else {
            format!("{}; the scale begins at {}, not at 0", self.unit, scale.tick_label(begins))
        };
        let mut marks: Vec<Mark> = axis::unit(&mut words, &said, self.frame.width).into_iter().collect();
        marks.extend(axis::across(scale, 20.0, bottom, self.frame.width, &mut words));
        marks
    }
}
