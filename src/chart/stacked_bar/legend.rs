//! Which colour, pattern and key letter stands for which series.

use super::super::axis::SMALL;
use super::super::bounds::Bounds;
use super::super::label;
use super::super::scene::{Group, Rect};
use super::super::series;
use super::super::text::{Anchor, Text};
use super::diagram::StackedBar;

/// The legend below a drawing, and where it ends.
pub(super) fn legend(chart: &StackedBar, top: f64) -> (Group, f64) {
    const SWATCH: f64 = 24.0;
    const ROW: f64 = 24.0;
    let widest = chart.series.iter().map(|series| label::width(&series.name, Text::SIZE, false)).fold(0.0, f64::max);
    let column = (SWATCH + 8.0 + widest + 20.0).min(chart.frame.width);
    let columns = ((chart.frame.width / column).floor() as usize).max(1);
    let rows = chart.series.len().div_ceil(columns);
    let mut group = Group { class: "legend".to_owned(), ..Group::default() };
    for (index, series) in chart.series.iter().enumerate() {
        // Down the columns, so that the letters read in order.
        let x = (index / rows) as f64 * chart.frame.width / columns as f64;
        let y = top + (index % rows) as f64 * ROW;
        let class = format!("swatch {}", series::class(index));
        group.marks.push(Rect::new(class, Bounds::new(x, y, SWATCH, 18.0)).patterned(series::pattern(index)).into());
        group.marks.push(
            Text::new("on-series", x + SWATCH / 2.0, y + 13.0, series::key(index))
                .sized(SMALL)
                .anchored(Anchor::Middle)
                .into(),
        );
        let room = chart.frame.width / columns as f64 - SWATCH - 16.0;
        group.marks.push(Text::new("label", x + SWATCH + 8.0, y + 13.5, &series.name).wrapped(room, 1).into());
    }
    (group, top + rows as f64 * ROW)
}
