//! Where everything on a curve goes.

use super::super::bounds::Bounds;
use super::super::label;
use super::super::placer::Placer;
use super::super::scale::LinearScale;
use super::super::scene::{Group, Mark, Path, Rect, Scene, Step};
use super::super::text::{Anchor, Text};
use super::diagram::{Curve, CurvePoint};

const SMALL: f64 = 12.0;
/// Half the height and the width of a corner.
const DOT: f64 = 4.0;

impl Curve {
    /// The drawing.
    pub fn scene(&self) -> Scene {
        let points: Vec<&CurvePoint> = self.lines.iter().flat_map(|line| &line.points).chain(&self.today).collect();
        if self.lines.iter().all(|line| line.points.len() < 2) {
            return Scene::nothing_to_show(&self.id, &self.title, self.width);
        }
        let reach = |of: fn(&CurvePoint) -> f64| {
            let sizes = points.iter().map(|point| of(point));
            sizes.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), size| (low.min(size), high.max(size)))
        };
        let (top, bottom) = (44.0, 44.0 + self.plot_height);
        let (low, high) = reach(|point| point.up.size());
        let up = LinearScale::nice(low, high, 5).onto(bottom, top);
        let labels: Vec<String> = up.ticks().iter().map(|tick| up.tick_label(*tick)).collect();
        let left = labels.iter().map(|text| label::width(text, SMALL, false)).fold(0.0, f64::max) + 12.0;
        let (low, high) = reach(|point| point.across.size());
        let wanted = if self.width < 560.0 { 3 } else { 6 };
        let across = LinearScale::nice(low, high, wanted).onto(left, self.width - 16.0);

        let mut words = Placer::default();
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(words.place(Text::new("axis", 0.0, 12.0, &self.unit).sized(SMALL)).map(Mark::from));
        if let Some((from, to, name)) = &self.band {
            let (start, end) = (across.place(from.size()).max(left), across.place(to.size()).min(self.width - 16.0));
            let said = format!("{name}: from {} to {} {}", from.label, to.label, self.unit);
            marks.push(Rect::new("band", Bounds::new(start, top, end - start, self.plot_height)).titled(said).into());
        }
        for (tick, text) in up.ticks().iter().zip(labels) {
            let y = up.place(*tick);
            marks.push(Path::line(if *tick == 0.0 { "zero" } else { "grid" }, (left, y), (self.width, y)).into());
            let text = Text::new("axis", left - 8.0, y + 4.0, text).sized(SMALL).anchored(Anchor::End);
            marks.extend(words.place(text).map(Mark::from));
        }
        for tick in across.ticks() {
            let text = Text::new("axis", across.place(*tick), bottom + 18.0, across.tick_label(*tick)).sized(SMALL);
            marks.extend(
                words.place(text.anchored(Anchor::Middle)).filter(|text| fits(text, self.width)).map(Mark::from),
            );
        }
        let name = Text::new("axis", self.width, bottom + 36.0, &self.across).sized(SMALL).anchored(Anchor::End);
        marks.extend(words.place(name.wrapped(self.width, 1)).map(Mark::from));
        let place = |point: &CurvePoint| (across.place(point.across.size()), up.place(point.up.size()));
        marks.extend(self.today_marks(&place, (left, bottom), &mut words));
        for (index, line) in self.lines.iter().enumerate() {
            marks.push(self.line_marks(index, &line.name, &line.points, &place).into());
            let Some(last) = line.points.last().filter(|_| self.lines.len() > 1) else { continue };
            let (x, y) = place(last);
            let text = Text::new("label", x.min(self.width), y - 8.0, &line.name).sized(SMALL).anchored(Anchor::End);
            marks.extend(words.place(text).map(Mark::from));
        }
        Scene {
            id: self.id.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            width: self.width,
            height: bottom + 44.0,
            marks,
        }
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
            let said = format!(
                "{}: {} {unit}; {name}: {} {unit}",
                self.across,
                point.across.label,
                point.up.label,
                unit = self.unit
            );
            let corner = Bounds::new(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT);
            group.marks.push(Rect::new(format!("corner {class}"), corner).titled(said).into());
        }
        group
    }

    fn today_marks(
        &self,
        place: &dyn Fn(&CurvePoint) -> (f64, f64),
        (left, bottom): (f64, f64),
        words: &mut Placer,
    ) -> Vec<Mark> {
        let Some(today) = &self.today else { return Vec::new() };
        let (x, y) = place(today);
        let said =
            format!("Today: {} {unit}, which comes to {} {unit}", today.across.label, today.up.label, unit = self.unit);
        let dot = 1.5 * DOT;
        let mut marks: Vec<Mark> = vec![
            Path::line("leader", (x, y), (x, bottom)).into(),
            Path::line("leader", (left, y), (x, y)).into(),
            Rect::new("today", Bounds::new(x - dot, y - dot, 2.0 * dot, 2.0 * dot)).titled(said).into(),
        ];
        let text = Text::new("total", x, y - 12.0, format!("Today {}", today.up.label)).bold();
        let near_the_end = x + text.bounds().width > self.width;
        let text = text.anchored(if near_the_end { Anchor::End } else { Anchor::Start });
        marks.extend(words.place(text).filter(|text| fits(text, self.width)).map(Mark::from));
        marks
    }
}

fn fits(text: &Text, width: f64) -> bool {
    let bounds = text.bounds();
    bounds.x >= 0.0 && bounds.x + bounds.width <= width
}
