//! Words beside a bar, for parts that have no room for them.

use super::super::axis::SMALL;
use super::super::bounds::Bounds;
use super::super::label;
use super::super::placer::Placer;
use super::super::scene::{Mark, Path};
use super::super::text::Text;

/// Whether words fit into a width.
pub(super) fn fits(text: &str, room: f64) -> bool {
    label::width(text, SMALL, false) <= room
}

/// Words to the right of a bar, each joined to its part by a thin line.
pub(super) fn words_beside(mut parts: Vec<(f64, f64, Vec<String>)>, room: Bounds, words: &mut Placer) -> Vec<Mark> {
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
