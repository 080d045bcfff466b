//! Where everything on a course goes.

use super::super::axis::{self, SMALL, Upwards, every, fits};
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::label;
use super::super::legend;
use super::super::placer::Placer;
use super::super::scene::{Group, Mark, Path, Rect, Step};
use super::super::text::{Anchor, Text};
use super::super::value::in_unit;
use super::clear::{self, DOT};
use super::diagram::{Course, CourseLine, Look};

impl Course {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        let values = || self.lines.iter().flat_map(|line| &line.points).filter(|(at, _)| *at < self.moments.len());
        let first = values().next()?;
        let size = first.1.size();
        let (low, high) =
            values().fold((size, size), |(low, high), (_, value)| (low.min(value.size()), high.max(value.size())));
        // Beside large values that hardly move nobody would see a move: only then the axis does not begin at nothing.
        let low = if low > 0.0 && high - low >= 0.25 * high { 0.0 } else { low };

        let width = self.frame.width;
        let mut words = Placer::default();
        let mut marks: Vec<Mark> = axis::unit(&mut words, &self.unit, width).into_iter().collect();
        let swatch = |at: usize, room: Bounds| {
            let look = self.lines.get(at).map_or(Look::Plan, |line| line.look);
            let middle = (room.x + room.width / 2.0, room.y + room.height / 2.0);
            vec![
                Path::line(line_class(look), (room.x, middle.1), (room.x + room.width, middle.1)).into(),
                mark(look, middle, None),
            ]
        };
        let names = self.lines.iter().map(|line| line.name.as_str());
        let (named, top) = legend::above(names, width, &mut words, &swatch);
        marks.extend(named);
        let bottom = top + self.plot_height;
        let axis = Upwards::new((low, high), top, bottom);
        marks.extend(axis.marks(width, &mut words));

        let place = self.places(axis.left + 12.0, width - 20.0);
        marks.extend(self.names_of_moments(&place, width - axis.left, bottom, &mut words));
        let highest_at = |at: usize| {
            let values = self.lines.iter().flat_map(|line| &line.points).filter(|(moment, _)| *moment == at);
            values.map(|(_, value)| value.size()).fold(f64::NEG_INFINITY, f64::max)
        };
        let mut placed: Vec<Vec<_>> = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let points = line.points.iter();
            let points =
                points.filter_map(|(at, value)| Some((*at, (*place.get(*at)?, axis.scale.place(value.size())), value)));
            placed.push(points.collect());
        }
        let drawn: Vec<Vec<(f64, f64)>> =
            placed.iter().map(|points| points.iter().map(|(_, place, _)| *place).collect()).collect();
        let mut lines = Vec::new();
        for (line, points) in self.lines.iter().zip(&placed) {
            if let Some((at, end, value)) = points.last() {
                // What lies below another value has its words below it.
                let is_below = value.size() < highest_at(*at);
                let text = clear::text_at_end(&value.label, *end, is_below, &drawn, (top, bottom), &mut words);
                lines.extend(text.filter(|text| fits(text, width)).map(Mark::from));
            }
            let mut steps = Vec::with_capacity(points.len());
            for (_, (x, y), _) in points {
                steps.push(if steps.is_empty() { Step::Move(*x, *y) } else { Step::Line(*x, *y) });
            }
            let mut group = Group { class: "line".to_owned(), ..Group::default() };
            group.marks.push(Path { class: line_class(line.look).to_owned(), steps, title: None }.into());
            for (at, middle, value) in points {
                group.marks.push(mark(line.look, *middle, Some(self.said(line, *at, &value.label))));
            }
            marks.push(group.into());
        }
        marks.extend(lines);
        Some(Drawing { height: bottom + 30.0, marks })
    }

    /// The names of the moments below their places, in so much room from the axis on.
    fn names_of_moments(&self, place: &[f64], room: f64, bottom: f64, words: &mut Placer) -> Vec<Mark> {
        let width = self.frame.width;
        let names = self.moments.iter().map(|moment| &moment.name);
        let every = every(names, room / self.moments.len().max(1) as f64);
        let mut marks = Vec::new();
        for (moment, x) in self.moments.iter().zip(place).step_by(every) {
            let half = label::width(&moment.name, SMALL, false) / 2.0;
            let x = x.clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
            let name = Text::new("axis", x, bottom + 18.0, &moment.name).sized(SMALL).anchored(Anchor::Middle);
            marks.extend(words.place(name).filter(|name| fits(name, width)).map(Mark::from));
        }
        marks
    }

    /// Where each moment lies between two places: as far from the others as it is in time.
    fn places(&self, from: f64, to: f64) -> Vec<f64> {
        let at = |moment: &super::Moment| if moment.at.is_finite() { moment.at.clamp(-1e9, 1e9) } else { 0.0 };
        let ends = self.moments.iter().map(at);
        let (first, last) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
        let place = |moment| match last > first {
            true => from + (at(moment) - first) / (last - first) * (to - from),
            false => (from + to) / 2.0,
        };
        self.moments.iter().map(place).collect()
    }

    fn said(&self, line: &CourseLine, at: usize, label: &str) -> String {
        let when = self.moments.get(at).map(|moment| moment.name.as_str()).unwrap_or_default();
        format!("{}, {when}: {}", line.name, in_unit(label, &self.unit))
    }
}

const fn line_class(look: Look) -> &'static str {
    match look {
        Look::Plan => "curve planned",
        Look::Actual => "curve first",
        Look::Forecast => "curve other",
    }
}

/// A mark in the shape of its line.
fn mark(look: Look, (x, y): (f64, f64), title: Option<String>) -> Mark {
    let square = Bounds::new(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT);
    let class = match look {
        Look::Plan => "corner planned",
        Look::Actual => "corner full",
        Look::Forecast => {
            let reach = DOT * 1.3;
            let steps = vec![
                Step::Move(x, y - reach),
                Step::Line(x + reach, y),
                Step::Line(x, y + reach),
                Step::Line(x - reach, y),
                Step::Close,
            ];
            return Path { class: "corner other".to_owned(), steps, title }.into();
        }
    };
    Rect { title, ..Rect::new(class, square) }.into()
}
