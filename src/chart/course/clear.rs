//! The value at the end of a line stands where no line and no mark goes through it.

use super::super::axis::SMALL;
use super::super::bounds::Bounds;
use super::super::placer::Placer;
use super::super::text::{Anchor, Text};

/// Half the height and the width of a mark.
pub(super) const DOT: f64 = 4.5;
/// How far the words move away from the mark at a time, and how often.
const MOVE: f64 = 4.0;
const MOVES: usize = 7;

/// The words of a value at the end of a line: above or below it as it is wanted, as near as it can be without a line through
/// it, or else on the other side; where that is nowhere, as it is wanted. Nothing where other words leave no room.
pub(super) fn text_at_end(
    label: &str,
    (x, y): (f64, f64),
    is_below: bool,
    drawn: &[Vec<(f64, f64)>],
    (top, bottom): (f64, f64),
    words: &mut Placer,
) -> Option<Text> {
    let at = |is_below: bool, away: f64| {
        let baseline = if is_below { y + 19.0 + away } else { y - 9.0 - away };
        Text::new("beside", x + 4.0, baseline, label).sized(SMALL).anchored(Anchor::End)
    };
    let sides = [is_below, !is_below].into_iter();
    let places = sides.flat_map(|side| (0..MOVES).map(move |moves| at(side, MOVE * moves as f64)));
    let mut clear = places.filter(|text| {
        let room = text.bounds();
        room.y >= top - SMALL && room.y + room.height <= bottom && !is_drawn_on(room, drawn)
    });
    clear.find_map(|text| words.place(text)).or_else(|| words.place(at(is_below, 0.0)))
}

/// Whether a line, or one of its marks, goes through a place.
fn is_drawn_on(room: Bounds, drawn: &[Vec<(f64, f64)>]) -> bool {
    drawn.iter().any(|line| {
        let is_marked = |(x, y): &(f64, f64)| room.overlaps(&Bounds::new(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT));
        let is_crossed = |ends: &[(f64, f64)]| matches!(ends, [from, to] if room.is_crossed(*from, *to));
        line.iter().any(is_marked) || line.windows(2).any(is_crossed)
    })
}
