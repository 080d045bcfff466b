//! How many sheets of paper a board pack takes, nearly: the browser alone knows it.

use web_sys::Element;
use yew::prelude::*;

/// What fits on a sheet of the size of what is shown on the screen, in its pixels, nearly: on paper letters are smaller and
/// lines longer.
const SHEET: f64 = 1_080_000.0;

/// About how many sheets each section takes that is taken in.
pub(super) fn sheets_of_parts(place: &NodeRef) -> Vec<u32> {
    let parts = place.cast::<Element>().map(|place| place.children());
    let all = parts.iter().flat_map(|parts| (0..parts.length()).filter_map(|at| parts.item(at)));
    all.map(|part| (f64::from(part.client_height()) * f64::from(part.client_width()) / SHEET).ceil().max(1.0) as u32)
        .collect()
}

/// Between how many sheets all sections and the cover take: each is only estimated from what it measures on the screen.
pub(super) fn sheets_in_all(sheets: &[u32]) -> [u32; 2] {
    let about = sheets.iter().sum::<u32>();
    [about * 3 / 4 + 1, about * 5 / 4 + 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_estimated_is_said_as_a_range() {
        assert_eq!(sheets_in_all(&[]), [1, 2]);
        assert_eq!(sheets_in_all(&[10, 20, 3]), [25, 43]);
    }
}
