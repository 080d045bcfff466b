//! Where everything on a ladder goes.

use super::super::axis::{self, SMALL};
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::label;
use super::super::legend;
use super::super::placer::Placer;
use super::super::scale::LinearScale;
use super::super::scene::{Mark, Pattern, Rect};
use super::super::text::{Anchor, Text};
use super::super::value::in_unit;
use super::diagram::{Ladder, Looks, Rung};

const BAR: f64 = 20.0;

impl Looks {
    /// The look of a part, counted from the left.
    fn of(self, part: usize) -> (&'static str, Option<Pattern>) {
        let all: &[(&str, Option<Pattern>)] = match self {
            Self::Reached => &[("good", None), ("open", Some(Pattern::Lines)), ("lost", Some(Pattern::Cross))],
            Self::Verdict => &[("good", None), ("worse", Some(Pattern::Lines))],
            Self::Change => &[("rise", None), ("fall", Some(Pattern::Lines))],
        };
        all.get(part % all.len()).copied().unwrap_or(("good", None))
    }
}

impl Ladder {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        if self.rungs.is_empty() || self.parts.is_empty() {
            return None;
        }
        let narrow = self.frame.is_narrow();
        let widest = self.rungs.iter().map(|rung| label::width(&rung.total, Text::SIZE, true)).fold(0.0, f64::max);
        let total_room = (widest + 10.0).min(self.frame.width * 0.35);
        let names = self.rungs.iter().map(|rung| label::width(&rung.name, Text::SIZE, false)).fold(0.0, f64::max);
        let left = if narrow { 0.0 } else { (names + 16.0).min(self.frame.width * 0.38) };
        let (low, high) = self.reach();
        let scale = LinearScale::nice(low, high, if narrow { 3 } else { 6 }).onto(left, self.frame.width - total_room);

        let mut words = Placer::default();
        let (mut marks, mut y) = self.legend(&mut words);
        let top = y;
        let mut bars: Vec<Mark> = Vec::new();
        for rung in &self.rungs {
            let room = if narrow { self.frame.width } else { left - 12.0 };
            let name = Text::new(self.frame.name_class(), 0.0, y + 14.0, &rung.name).wrapped(room, 2);
            let lines = name.line_height() * name.lines.len() as f64;
            let bar_top = if narrow { y + lines + 4.0 } else { y };
            bars.extend(words.place(name).map(Mark::from));
            let total = Text { bold: true, ..Text::new("total", self.frame.width, bar_top + 14.5, &rung.total) };
            bars.extend(words.place(total.anchored(Anchor::End).wrapped(total_room, 1)).map(Mark::from));
            self.bar(rung, bar_top, &scale, &mut bars, &mut words);
            y = (bar_top + BAR).max(if narrow { 0.0 } else { y + lines }) + 10.0;
        }
        marks.extend(axis::across(&scale, top - 4.0, y, self.frame.width, &mut words));
        marks.extend(bars);
        Some(Drawing { height: y + 24.0, marks })
    }

    fn reach(&self) -> (f64, f64) {
        let ends = self.rungs.iter().flat_map(|rung| {
            let together: f64 = rung.parts.iter().map(|part| part.size().max(0.0)).sum();
            let below: f64 = rung.parts.iter().map(|part| part.size().min(0.0)).sum();
            [together, below, rung.mark.as_ref().map_or(0.0, super::super::value::Value::size)]
        });
        ends.fold((0.0, 0.0), |(low, high): (f64, f64), end| (low.min(end), high.max(end)))
    }

    /// What the parts are called, each with how it looks, and where the bars begin.
    fn legend(&self, words: &mut Placer) -> (Vec<Mark>, f64) {
        let mut marks: Vec<Mark> = axis::unit(words, &self.unit, self.frame.width).into_iter().collect();
        let held = Some(self.mark.as_str()).filter(|mark| !mark.is_empty());
        let swatch = |at: usize, room: Bounds| {
            let (class, pattern, room) = if at < self.parts.len() {
                let (class, pattern) = self.looks.of(at);
                (format!("swatch {class}"), pattern, room)
            } else {
                let middle = room.x + room.width / 2.0;
                ("held".to_owned(), None, Bounds::new(middle - 1.5, room.y, 3.0, room.height))
            };
            vec![Rect::new(class, room).patterned(pattern).into()]
        };
        let names = self.parts.iter().map(String::as_str).chain(held);
        let (named, bottom) = legend::above(names, self.frame.width, words, &swatch);
        marks.extend(named);
        (marks, bottom)
    }

    fn bar(&self, rung: &Rung, top: f64, scale: &LinearScale, marks: &mut Vec<Mark>, words: &mut Placer) {
        let (mut above, mut below) = (0.0, 0.0);
        for (at, (part, name)) in rung.parts.iter().zip(&self.parts).enumerate() {
            let size = part.size();
            if size == 0.0 {
                continue;
            }
            let reached = if size < 0.0 { &mut below } else { &mut above };
            let ends = [scale.place(*reached), scale.place(*reached + size)];
            *reached += size;
            let (class, pattern) = self.looks.of(at);
            let bounds = Bounds::new(ends[0].min(ends[1]), top, (ends[0] - ends[1]).abs(), BAR);
            let said = format!("{}, {name}: {}", rung.name, in_unit(&part.label, &self.unit));
            marks.push(Rect::new(format!("part {class}"), bounds).titled(said).patterned(pattern).into());
            // Where a bar is one part, the number beside it is its own.
            if pattern.is_none()
                && self.looks == Looks::Reached
                && label::width(&part.label, SMALL, false) + 8.0 <= bounds.width
                && self.parts.len() > 1
            {
                let text = Text::new("on-series", bounds.x + bounds.width / 2.0, top + 14.0, &part.label).sized(SMALL);
                marks.extend(words.place(text.anchored(Anchor::Middle)).map(Mark::from));
            }
        }
        if let Some(mark) = &rung.mark {
            let x = scale.place(mark.size());
            let said = format!("{}, {}: {}", rung.name, self.mark, in_unit(&mark.label, &self.unit));
            marks.push(Rect::new("held", Bounds::new(x - 1.5, top - 3.0, 3.0, BAR + 6.0)).titled(said).into());
        }
    }
}
