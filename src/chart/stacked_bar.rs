//! Stacked bars: one bar for each category (a year), one part for each series (a programme).
//!
//! What is positive stacks upwards from zero, what is negative downwards. A part carries its value,
//! and its key letter where there are several series; a part too thin for words has them beside the
//! bar. What still finds no room is left to the table, which is always complete.

use super::label;
use super::placer::Placer;
use super::scale::{BandScale, LinearScale};
use super::scene::{Anchor, Bounds, Group, Mark, Path, Rect, Scene, Text};
use super::series;
use super::table::{Column, Row, Table};
use super::value::Value;

/// Height of the words in and beside the bars.
const SMALL: f64 = 12.0;
/// A part lower than this has its words beside the bar.
const ROOM_FOR_WORDS: f64 = 15.0;
/// A part lower than this is drawn without the white gap, which would cover it.
const THIN: f64 = 3.0;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Category, Series, StackedBar, Value};
///
/// let chart = StackedBar {
///     id: "savings".into(),
///     title: "Planned savings by programme".into(),
///     description: "Savings fall to £59.00m in 2013/14.".into(),
///     unit: "£m".into(),
///     categories: vec![Category::new("2011/12", "23.41"), Category::new("2012/13", "3.24")],
///     series: vec![
///         Series::new("Acute Care", vec![Value::new(13.1, "13.10"), Value::new(1.78, "1.78")]),
///         Series::new("Medicines", vec![Value::new(10.31, "10.31"), Value::new(1.46, "1.46")]),
///     ],
///     ..StackedBar::default()
/// };
/// let scene = chart.scene();
/// assert_eq!(scene.rects("part").len(), 4);
/// assert_eq!(chart.table().rows[0].cells, ["Acute Care", "13.10", "1.78"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct StackedBar {
    /// Unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// The unit of the values, shown at the axis.
    pub unit: String,
    /// What a row of the table is called (`Programme`).
    pub series_heading: String,
    /// The bars, from the left.
    pub categories: Vec<Category>,
    /// The parts, from zero outwards.
    pub series: Vec<Series>,
    /// Natural width of the drawing.
    pub width: f64,
    /// Height of the bars' area.
    pub plot_height: f64,
}

impl Default for StackedBar {
    fn default() -> Self {
        Self {
            id: "chart".to_owned(),
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            series_heading: "Series".to_owned(),
            categories: Vec::new(),
            series: Vec::new(),
            width: 760.0,
            plot_height: 360.0,
        }
    }
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// What the bar is called.
    pub name: String,
    /// The total in words; empty where none is to be shown.
    pub total: String,
}

impl Category {
    /// A bar with its total in words.
    pub fn new(name: impl Into<String>, total: impl Into<String>) -> Self {
        Self { name: name.into(), total: total.into() }
    }
}

/// One part of every bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What the part is called.
    pub name: String,
    /// One value for each category; what is missing is drawn as nothing.
    pub values: Vec<Value>,
}

impl Series {
    /// A part with its values.
    pub fn new(name: impl Into<String>, values: Vec<Value>) -> Self {
        Self { name: name.into(), values }
    }
}

/// One part of one bar, with its place on the axis.
struct Part<'a> {
    series: usize,
    name: &'a str,
    value: &'a Value,
    from: f64,
    to: f64,
}

impl StackedBar {
    /// The same chart for a narrow screen, with an id of its own.
    #[must_use]
    pub fn narrow(&self) -> Self {
        Self { id: format!("{}-narrow", self.id), width: 340.0, ..self.clone() }
    }

    /// The drawing.
    pub fn scene(&self) -> Scene {
        if self.categories.is_empty() || self.series.is_empty() {
            return Scene::nothing_to_show(&self.id, &self.title, self.width);
        }
        let stacks: Vec<Vec<Part>> = (0..self.categories.len()).map(|category| self.stack(category)).collect();
        let reach = stacks.iter().flatten().map(|part| part.to);
        let (low, high) = reach.fold((0.0, 0.0), |(low, high): (f64, f64), to| (low.min(to), high.max(to)));

        let top = 44.0;
        let bottom = top + self.plot_height;
        let scale = LinearScale::nice(low, high, 5).onto(bottom, top);
        let tick_labels: Vec<String> = scale.ticks().iter().map(|t| scale.tick_label(*t)).collect();
        let widest = tick_labels.iter().map(|text| label::width(text, SMALL, false)).fold(0.0, f64::max);
        let left = widest + 12.0;
        let bands = self.bands(left);

        let mut words = Placer::default();
        let mut marks: Vec<Mark> = Vec::new();
        let unit = Text::new("axis", 0.0, 12.0, &self.unit).sized(SMALL);
        marks.extend(words.place(unit).map(Mark::from));
        for (tick, text) in scale.ticks().iter().zip(tick_labels) {
            let y = scale.place(*tick);
            let class = if *tick == 0.0 { "zero" } else { "grid" };
            marks.push(Path::line(class, (left, y), (self.width, y)).into());
            let text = Text::new("axis", left - 8.0, y + 4.0, text).sized(SMALL).anchored(Anchor::End);
            marks.extend(words.place(text).map(Mark::from));
        }

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
            totals.extend(total(category, stack, &scale, bands.middle(index), &mut words));
        }
        for (index, (category, stack)) in self.categories.iter().zip(&stacks).enumerate() {
            marks.push(self.bar(category, stack, &scale, bands, index, &mut words));
        }
        marks.extend(totals);

        let mut height = names_bottom + 12.0;
        if self.series.len() > 1 {
            let (legend, legend_bottom) = self.legend(height + 12.0);
            marks.push(legend.into());
            height = legend_bottom;
        }
        Scene {
            id: self.id.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            width: self.width,
            height,
            marks,
        }
    }

    /// The table that says the same as the drawing.
    pub fn table(&self) -> Table {
        let mut columns = vec![Column::words(&self.series_heading)];
        columns.extend(self.categories.iter().map(|c| Column::numbers(&c.name)));
        let mut rows: Vec<Row> = self
            .series
            .iter()
            .map(|series| {
                let values = (0..self.categories.len()).map(|category| {
                    let value = series.values.get(category);
                    value.map(|value| value.label.clone()).unwrap_or_default()
                });
                Row { cells: std::iter::once(series.name.clone()).chain(values).collect(), total: false }
            })
            .collect();
        if self.categories.iter().any(|c| !c.total.is_empty()) {
            let totals = self.categories.iter().map(|c| c.total.clone());
            rows.push(Row { cells: std::iter::once("Total".to_owned()).chain(totals).collect(), total: true });
        }
        Table { caption: format!("{}{}", self.title, self.unit_in_brackets()), columns, rows }
    }

    fn unit_in_brackets(&self) -> String {
        if self.unit.is_empty() { String::new() } else { format!(" ({})", self.unit) }
    }

    fn bands(&self, left: f64) -> BandScale {
        const WIDEST: f64 = 150.0;
        let count = self.categories.len();
        let step = (self.width - left) / count as f64;
        let filled = if step < 110.0 { 0.68 } else { 0.56_f64.min(WIDEST / step) };
        // Several series need room to the right of each bar for the words of thin parts.
        let lean = if self.series.len() > 1 { (step * (1.0 - filled) / 2.0 - 8.0).clamp(0.0, 64.0) } else { 0.0 };
        BandScale::new(count, left - lean, self.width - lean, filled)
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
            let title = format!("{}, {}: {}{}", part.name, category.name, part.value.label, self.unit_in_brackets());
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
            (bands.step() - width).min(self.width - x - width),
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

    fn legend(&self, top: f64) -> (Group, f64) {
        const SWATCH: f64 = 24.0;
        const ROW: f64 = 24.0;
        let widest = self.series.iter().map(|series| label::width(&series.name, Text::SIZE, false)).fold(0.0, f64::max);
        let column = (SWATCH + 8.0 + widest + 20.0).min(self.width);
        let columns = ((self.width / column).floor() as usize).max(1);
        let rows = self.series.len().div_ceil(columns);
        let mut group = Group { class: "legend".to_owned(), ..Group::default() };
        for (index, series) in self.series.iter().enumerate() {
            // Down the columns, so that the letters read in order.
            let x = (index / rows) as f64 * self.width / columns as f64;
            let y = top + (index % rows) as f64 * ROW;
            let class = format!("swatch {}", series::class(index));
            group
                .marks
                .push(Rect::new(class, Bounds::new(x, y, SWATCH, 18.0)).patterned(series::pattern(index)).into());
            group.marks.push(
                Text::new("on-series", x + SWATCH / 2.0, y + 13.0, series::key(index))
                    .sized(SMALL)
                    .anchored(Anchor::Middle)
                    .into(),
            );
            let room = self.width / columns as f64 - SWATCH - 16.0;
            group.marks.push(Text::new("label", x + SWATCH + 8.0, y + 13.5, &series.name).wrapped(room, 1).into());
        }
        (group, top + rows as f64 * ROW)
    }
}

fn fits(text: &str, room: f64) -> bool {
    label::width(text, SMALL, false) <= room
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

/// Words to the right of a bar, each joined to its part by a thin line.
fn words_beside(mut parts: Vec<(f64, f64, Vec<String>)>, room: Bounds, words: &mut Placer) -> Vec<Mark> {
    const LINE: f64 = 13.0;
    const LEADER: f64 = 10.0;
    // The thinnest go first when there are more than fit.
    let most = (room.height / LINE).floor().max(0.0) as usize;
    while parts.len() > most {
        let thinnest = parts.iter().enumerate().min_by(|one, other| one.1.1.total_cmp(&other.1.1));
        match thinnest.map(|(index, _)| index) {
            Some(index) => parts.remove(index),
            None => break,
        };
    }
    parts.sort_by(|one, other| one.0.total_cmp(&other.0));
    let middles: Vec<f64> = parts.iter().map(|part| part.0).collect();
    let places = label::spread(&middles, LINE, room.y, room.y + room.height);
    let mut marks = Vec::new();
    for ((middle, _, wordings), place) in parts.iter().zip(places) {
        let room_for_words = room.width - LEADER - 3.0;
        let Some(text) = wordings.iter().find(|text| fits(text, room_for_words)) else {
            continue;
        };
        let text = Text::new("beside", room.x + LEADER + 2.0, place + 4.0, text).sized(SMALL);
        if let Some(text) = words.place(text) {
            marks.push(Path::line("leader", (room.x + 1.0, *middle), (room.x + LEADER, place)).into());
            marks.push(text.into());
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::super::scene::Step;

    #[test]
    fn parts_touch_and_sum_to_the_total_height() {
        let chart = fixture::surrey_savings();
        let scene = chart.scene();
        let parts = scene.rects("part");
        for (index, category) in chart.categories.iter().enumerate() {
            let of_bar: Vec<_> =
                parts.iter().filter(|part| part.title.as_ref().is_some_and(|t| t.contains(&category.name))).collect();
            for pair in of_bar.windows(2) {
                let gap = pair[0].bounds.y - (pair[1].bounds.y + pair[1].bounds.height);
                assert!(gap.abs() < 1e-9, "{category:?}: {gap}");
            }
            let drawn: f64 = of_bar.iter().map(|part| part.bounds.height).sum();
            let amount: f64 = chart.series.iter().map(|s| s.values[index].size()).sum();
            // 0 to 80 over the height of the plot.
            assert!((drawn - amount / 80.0 * chart.plot_height).abs() < 1e-9);
            assert_eq!(format!("{amount:.2}"), category.total);
        }
    }

    #[test]
    fn negative_parts_go_down_from_zero() {
        let chart = fixture::bar(&["2011/12"], &[&[10.0], &[-4.0], &[5.0], &[-6.0]]);
        let scene = chart.scene();
        let zero = scene.paths("zero")[0].steps[0];
        let Step::Move(_, zero) = zero else {
            panic!("a line starts with a move");
        };
        let parts = scene.rects("part");
        assert!((parts[0].bounds.y + parts[0].bounds.height - zero).abs() < 1e-9);
        assert!((parts[1].bounds.y - zero).abs() < 1e-9);
        assert!((parts[3].bounds.y - parts[1].bounds.y - parts[1].bounds.height).abs() < 1e-9);
    }

    #[test]
    fn labels_never_overlap() {
        for chart in fixture::bars() {
            for chart in [chart.narrow(), chart] {
                fixture::assert_words_keep_apart(&chart.scene());
            }
        }
    }

    #[test]
    fn every_text_of_a_value_is_in_the_table() {
        for chart in fixture::bars() {
            let table = chart.table();
            let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
            let values = chart.series.iter().flat_map(|series| &series.values);
            let mut words: Vec<&String> = values.map(|value| &value.label).collect();
            if !chart.series.is_empty() {
                words.extend(chart.categories.iter().map(|category| &category.total));
            }
            assert!(words.iter().all(|word| cells.contains(word)));
            assert!(cells.iter().all(|cell| !cell.contains('…')), "tables are never cut");
        }
    }

    #[test]
    fn nothing_to_draw_says_so() {
        for chart in [fixture::bar(&[], &[]), fixture::bar(&["2011/12"], &[])] {
            let scene = chart.scene();
            assert_eq!(scene.texts()[0].lines, ["Nothing to show"]);
        }
    }

    #[test]
    fn all_zeros_and_what_is_no_number_still_draw() {
        let chart = fixture::bar(&["a", "b"], &[&[0.0, f64::NAN], &[f64::INFINITY, 0.0]]);
        let scene = chart.scene();
        assert!(scene.rects("part").is_empty());
        assert!(scene.texts().iter().any(|text| text.class == "total"));
        fixture::assert_finite(&scene);
    }

    #[test]
    fn huge_ranges_stay_finite() {
        for chart in fixture::bars() {
            fixture::assert_finite(&chart.scene());
        }
    }
}
