//! Where everything on stacked bars goes.

use super::super::axis::{self, SMALL, Upwards};
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::placer::Placer;
use super::super::scale::{BandScale, LinearScale};
use super::super::scene::{Group, Mark, Rect};
use super::super::series;
use super::super::text::{Anchor, Text};
use super::super::value::{Value, in_unit};
use super::beside::{fits, words_beside};
use super::diagram::{Category, StackedBar};
use super::legend::legend;

/// A part lower than this has its words beside the bar.
const ROOM_FOR_WORDS: f64 = 15.0;
/// A part lower than this is drawn without the white gap, which would cover it.
const THIN: f64 = 3.0;

/// One part of one bar, with its place on the axis.
struct Part<'a> {
    series: usize,
    name: &'a str,
    value: &'a Value,
    from: f64,
    to: f64,
}

impl StackedBar {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        if self.categories.is_empty() || self.series.is_empty() {
            return None;
        }
        let stacks: Vec<Vec<Part>> = (0..self.categories.len()).map(|category| self.stack(category)).collect();
        let reach = stacks.iter().flatten().map(|part| part.to);
        let (low, high) = reach.fold((0.0, 0.0), |(low, high): (f64, f64), to| (low.min(to), high.max(to)));

        let top = 44.0;
        let bottom = top + self.plot_height;
        let axis = Upwards::new((low, high), top, bottom);
        let scale = &axis.scale;
        let bands = self.bands(axis.left);

        let mut words = Placer::default();
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(axis::unit(&mut words, &self.unit, self.frame.width));
        marks.extend(axis.marks(self.frame.width, &mut words));

        let mut names_bottom = bottom;
        for (index, category) in self.categories.iter().enumerate() {
            let name = Text::new("label", bands.middle(index), bottom + 20.0, &category.name)
                .anchored(Anchor::Middle)
                .wrapped((bands.step() - 6.0).min(2.0 * bands.middle(index)), 3);
            if let Some(name) = words.place(name) {
                let bounds = name.bounds();
                names_bottom = names_bottom.max(bounds.y + bounds.height);
                marks.push(name.into());
            }
        }

        // Totals first: of all words on a bar they are needed most.
        let mut totals = Vec::new();
        for (index, (category, stack)) in self.categories.iter().zip(&stacks).enumerate() {
            totals.extend(total(category, stack, scale, bands.middle(index), &mut words));
        }
        for (index, (category, stack)) in self.categories.iter().zip(&stacks).enumerate() {
            marks.push(self.bar(category, stack, scale, bands, index, &mut words));
        }
        marks.extend(totals);

        let mut height = names_bottom + 12.0;
        if self.series.len() > 1 {
            let (legend, legend_bottom) = legend(self, height + 12.0);
            marks.push(legend.into());
            height = legend_bottom;
        }
        Some(Drawing { height, marks })
    }

    fn bands(&self, left: f64) -> BandScale {
        const WIDEST: f64 = 150.0;
        let count = self.categories.len();
        let step = (self.frame.width - left) / count as f64;
        let filled = if step < 110.0 { 0.68 } else { 0.56_f64.min(WIDEST / step) };
        // Several series need room to the right of each bar for the words of thin parts.
        let lean = if self.series.len() > 1 { (step * (1.0 - filled) / 2.0 - 8.0).clamp(0.0, 64.0) } else { 0.0 };
        BandScale::new(count, left - lean, self.frame.width - lean, filled)
    }

    fn stack(&self, category: usize) -> Vec<Part<'_>> {
        let (mut above, mut below) = (0.0, 0.0);
        let mut parts = Vec::new();
        for (index, series) in self.series.iter().enumerate() {
            let Some(value) = series.values.get(category) else {
                continue;
            };
            let size = value.size();
            let reached = if size < 0.0 { &mut below } else { &mut above };
            let from = *reached;
            *reached += size;
            if size != 0.0 {
                parts.push(Part { series: index, name: &series.name, value, from, to: *reached });
            }
        }
        parts
    }

    fn bar(
        &self,
        category: &Category,
        stack: &[Part],
        scale: &LinearScale,
        bands: BandScale,
        index: usize,
        words: &mut Placer,
    ) -> Mark {
        let (x, width) = bands.band(index);
        let mut group = Group { class: "bar".to_owned(), ..Group::default() };
        let mut beside = Vec::new();
        for part in stack {
            let ends = [scale.place(part.from), scale.place(part.to)];
            let (y, height) = (ends[0].min(ends[1]), (ends[0] - ends[1]).abs());
            let thin = if height < THIN { " thin" } else { "" };
            let class = format!("part {}{thin}", series::class(part.series));
            let title = format!("{}, {}: {}", part.name, category.name, in_unit(&part.value.label, &self.unit));
            group.marks.push(
                Rect::new(class, Bounds::new(x, y, width, height))
                    .titled(title)
                    .patterned(series::pattern(part.series))
                    .into(),
            );
            let middle = y + height / 2.0;
            let wordings = self.wordings(part);
            let inside = (height >= ROOM_FOR_WORDS)
                .then(|| wordings.iter().find(|text| fits(text, width - 8.0)))
                .flatten()
                .and_then(|text| {
                    let text = Text::new("on-series", x + width / 2.0, middle + 4.0, text)
                        .sized(SMALL)
                        .anchored(Anchor::Middle);
                    words.place(text)
                });
            match inside {
                Some(text) => group.marks.push(text.into()),
                None => beside.push((middle, height, wordings)),
            }
        }
        let room = Bounds::new(
            x + width,
            scale.place(scale.ticks().last().copied().unwrap_or(0.0)),
            (bands.step() - width).min(self.frame.width - x - width),
            self.plot_height,
        );
        group.marks.extend(words_beside(beside, room, words));
        group.into()
    }

    /// What a part may say, the fullest first.
    fn wordings(&self, part: &Part) -> Vec<String> {
        let value = part.value.label.clone();
        if self.series.len() == 1 {
            return vec![value];
        }
        let key = series::key(part.series);
        vec![format!("{key} {value}"), key]
    }
}

fn total(category: &Category, stack: &[Part], scale: &LinearScale, middle: f64, words: &mut Placer) -> Option<Mark> {
    if category.total.is_empty() {
        return None;
    }
    let ends = || stack.iter().map(|part| part.to);
    let highest = ends().fold(0.0, f64::max);
    let lowest = ends().fold(0.0, f64::min);
    let baseline = if highest == 0.0 && lowest < 0.0 { scale.place(lowest) + 16.0 } else { scale.place(highest) - 7.0 };
    let text = Text::new("total", middle, baseline, &category.total).bold().anchored(Anchor::Middle);
    words.place(text).map(Mark::from)
}
