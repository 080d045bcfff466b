//! Where the names of a legend stand above a drawing: from the left, in as many rows as are needed.

use super::bounds::Bounds;
use super::placer::Placer;
use super::scene::Mark;
use super::text::Text;

/// The room that what stands before a name takes.
pub(super) const SWATCH: f64 = 18.0;

/// The names from a height downwards, each with what `swatch` draws in the room before it, and where the legend ends.
pub(super) fn above<'a>(
    names: impl IntoIterator<Item = &'a str>,
    width: f64,
    words: &mut Placer,
    swatch: &dyn Fn(usize, Bounds) -> Vec<Mark>,
) -> (Vec<Mark>, f64) {
    let mut marks: Vec<Mark> = Vec::new();
    let (mut x, mut y) = (0.0, 22.0);
    for (at, name) in names.into_iter().enumerate() {
        let text = Text::new("label", 0.0, 0.0, name).wrapped(width - SWATCH - 8.0, 1);
        let wide = SWATCH + 8.0 + text.bounds().width;
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + 22.0);
        }
        marks.extend(swatch(at, Bounds::new(x, y, SWATCH, 16.0)));
        let text = Text { x: x + SWATCH + 8.0, y: y + 12.5, ..text };
        x += wide + 20.0;
        marks.extend(words.place(text).map(Mark::from));
    }
    (marks, y + 34.0)
}
