//! Where everything on a curve goes.

use super::super::axis::{self, SMALL, Upwards, fits};
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::placer::Placer;
use super::super::scale::LinearScale;
use super::super::scene::{Group, Mark, Path, Rect, Step};
use super::super::text::{Anchor, Text};
use super::super::value::in_unit;
use super::diagram::{Curve, CurvePoint};

/// Half the height and the width of a corner.
const DOT: f64 = 4.0;

/// A reach of the axis upwards that is no shorter than that across: both are money, so that a line rises as steeply as it pays,
/// and what pays the same for everything is a level line in the middle. What is paid is never drawn below nothing for it.
fn as_far_as(across: f64, (low, high): (f64, f64)) -> (f64, f64) {
    let lacking = (across - (high - low)).max(0.0);
    let below = (lacking / 2.0).min(low.max(0.0));
    (low - below, high + (lacking - below))
}

impl Curve {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        let points: Vec<&CurvePoint> =
            self.lines.iter().flat_map(|line| &line.points).chain(&self.today).chain(&self.tried).collect();
        if self.lines.iter().all(|line| line.points.len() < 2) {
            return None;
        }
        let reach = |of: fn(&CurvePoint) -> f64| {
            let sizes = points.iter().map(|point| of(point));
            sizes.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), size| (low.min(size), high.max(size)))
        };
        let (top, bottom) = (44.0, 44.0 + self.plot_height);
        let (low, high) = reach(|point| point.across.size());
        let axis = Upwards::new(as_far_as(high - low, reach(|point| point.up.size())), top, bottom);
        let (up, left) = (&axis.scale, axis.left);
        let wanted = if self.frame.is_narrow() { 3 } else { 6 };
        let across = LinearScale::nice(low, high, wanted).onto(left, self.frame.width - 16.0);

        let mut words = Placer::default();
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(axis::unit(&mut words, &self.unit, self.frame.width));
        if let Some((from, to, name)) = &self.band {
            let (start, end) =
                (across.place(from.size()).max(left), across.place(to.size()).min(self.frame.width - 16.0));
            let said =
                format!("{name}: from {} to {}", in_unit(&from.label, &self.unit), in_unit(&to.label, &self.unit));
            marks.push(Rect::new("band", Bounds::new(start, top, end - start, self.plot_height)).titled(said).into());
        }
        marks.extend(axis.marks(self.frame.width, &mut words));
        for tick in across.ticks() {
            marks.extend(axis::number_below(&across, *tick, bottom + 18.0, self.frame.width, &mut words));
        }
        let name = Text::new("axis", self.frame.width, bottom + 36.0, &self.across).sized(SMALL).anchored(Anchor::End);
        marks.extend(words.place(name.wrapped(self.frame.width, 1)).map(Mark::from));
        let place = |point: &CurvePoint| (across.place(point.across.size()), up.place(point.up.size()));
        // Their words have the first choice of place; they are drawn over the corners of the curve.
        let mut standing = self.standing(&self.today, "Today", &place, (left, bottom), &mut words);
        standing.extend(self.standing(&self.tried, "Tried", &place, (left, bottom), &mut words));
        for (index, line) in self.lines.iter().enumerate() {
            marks.push(self.line_marks(index, &line.name, &line.points, &place).into());
            let Some(last) = line.points.last().filter(|_| self.lines.len() > 1) else { continue };
            let (x, y) = place(last);
            let text =
                Text::new("label", x.min(self.frame.width), y - 8.0, &line.name).sized(SMALL).anchored(Anchor::End);
            marks.extend(words.place(text).map(Mark::from));
        }
        marks.extend(standing);
        Some(Drawing { height: bottom + 44.0, marks })
    }

    fn line_marks(
        &self,
        index: usize,
        name: &str,
        points: &[CurvePoint],
        place: &dyn Fn(&CurvePoint) -> (f64, f64),
    ) -> Group {
        let class = if index == 0 { "first" } else { "other" };
        let mut group = Group { class: "line".to_owned(), ..Group::default() };
        let mut steps = Vec::with_capacity(points.len());
        for point in points {
            let (x, y) = place(point);
            steps.push(if steps.is_empty() { Step::Move(x, y) } else { Step::Line(x, y) });
        }
        group.marks.push(Path { class: format!("curve {class}"), steps, title: None }.into());
        for point in points {
            let (x, y) = place(point);
            let [across, up] = [&point.across, &point.up].map(|value| in_unit(&value.label, &self.unit));
            let said = format!("{}: {across}; {name}: {up}", self.across);
            let corner = Bounds::new(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT);
            group.marks.push(Rect::new(format!("corner {class}"), corner).titled(said).into());
        }
        group
    }

    /// A point that stands out, with lines to both axes.
    fn standing(
        &self,
        point: &Option<CurvePoint>,
        name: &str,
        place: &dyn Fn(&CurvePoint) -> (f64, f64),
        (left, bottom): (f64, f64),
        words: &mut Placer,
    ) -> Vec<Mark> {
        let Some(point) = point else { return Vec::new() };
        let (x, y) = place(point);
        let [across, up] = [&point.across, &point.up].map(|value| in_unit(&value.label, &self.unit));
        let said = format!("{name}: {across}, which comes to {up}");
        let dot = 1.5 * DOT;
        let mark: Mark = if name == "Today" {
            Rect::new("today", Bounds::new(x - dot, y - dot, 2.0 * dot, 2.0 * dot)).titled(said).into()
        } else {
            let reach = 1.3 * dot;
            let corner = |across: f64, down: f64| Step::Line(x + across, y + down);
            let steps = vec![
                Step::Move(x, y - reach),
                corner(reach, 0.0),
                corner(0.0, reach),
                corner(-reach, 0.0),
                Step::Close,
            ];
            Path { class: "tried".to_owned(), steps, title: Some(said) }.into()
        };
        let mut marks: Vec<Mark> = vec![
            Path::line("leader", (x, y), (x, bottom)).into(),
            Path::line("leader", (left, y), (x, y)).into(),
            mark,
        ];
        let text = Text::new("total beside", x, y - 12.0, format!("{name} {}", point.up.label)).bold();
        let near_the_end = x + text.bounds().width > self.frame.width;
        let text = text.anchored(if near_the_end { Anchor::End } else { Anchor::Start });
        marks.extend(words.place(text).filter(|text| fits(text, self.frame.width)).map(Mark::from));
        marks
    }
}
