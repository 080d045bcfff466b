use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableCellElement, HtmlTableRowElement, KeyboardEvent};
use yew::prelude::*;

/// What stands in the cells of a table and can be pressed.
const PRESSED: &str = ":is(td, th) :is(button, a)";

/// Arrow keys go through the numbers and links of a table, which is one stop of the Tab key.
#[hook]
pub fn use_table_keys(root: &NodeRef) {
    use_effect_with((), {
        let root = root.clone();
        move |()| {
            let preventing = EventListenerOptions::enable_prevent_default();
            let listener = root.cast::<Element>().map(|root| {
                EventListener::new_with_options(&root, "keydown", preventing, |event| {
                    if event.dyn_ref::<KeyboardEvent>().and_then(go).is_some() {
                        event.prevent_default();
                    }
                })
            });
            move || drop(listener)
        }
    });
}

/// Goes where the key says; nothing where the key is not for a table.
fn go(event: &KeyboardEvent) -> Option<()> {
    if event.alt_key() || event.shift_key() || event.meta_key() || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let region = target.closest(".table-scroll").ok()??;
    let is_region = target == region;
    if !is_region && !matches!(target.tag_name().as_str(), "BUTTON" | "A") {
        return None;
    }
    let found = region.query_selector_all(PRESSED).ok()?;
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    let elements: Vec<HtmlElement> = elements.collect();
    let places: Vec<Place> = elements.iter().filter_map(|element| place(element)).collect();
    let at = elements.iter().position(|element| **element == target);
    let next = next(&places, at, &event.key(), event.ctrl_key())?;
    elements.get(next)?.focus().ok()
}

/// In which row and in which column of it something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    row: i32,
    column: i32,
}

fn place(element: &Element) -> Option<Place> {
    let cell = element.closest("td, th").ok()??.dyn_into::<HtmlTableCellElement>().ok()?;
    let row = cell.closest("tr").ok()??.dyn_into::<HtmlTableRowElement>().ok()?;
    Some(Place { row: row.row_index(), column: cell.cell_index() })
}

/// Where a key leads among places, which come row by row; from the region itself into the table.
fn next(places: &[Place], at: Option<usize>, key: &str, is_command: bool) -> Option<usize> {
    let Some(at) = at else {
        return (matches!(key, "ArrowDown" | "ArrowRight") && !is_command && !places.is_empty()).then_some(0);
    };
    let here = *places.get(at)?;
    let in_row = |other: &Place| other.row == here.row;
    let nearest = |row: i32| {
        let in_that = places.iter().enumerate().filter(|(_, place)| place.row == row);
        in_that.min_by_key(|(_, place)| (place.column - here.column).abs()).map(|(at, _)| at)
    };
    match (key, is_command) {
        ("ArrowRight", false) => Some(at + 1).filter(|next| places.get(*next).is_some_and(in_row)),
        ("ArrowLeft", false) => at.checked_sub(1).filter(|before| places.get(*before).is_some_and(in_row)),
        ("ArrowDown", false) => nearest(places.iter().map(|place| place.row).filter(|row| *row > here.row).min()?),
        ("ArrowUp", false) => nearest(places.iter().map(|place| place.row).filter(|row| *row < here.row).max()?),
        ("Home", false) => places.iter().position(in_row),
        ("End", false) => places.iter().rposition(in_row),
        ("Home", true) => Some(0),
        ("End", true) => places.len().checked_sub(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three rows: two numbers; one in the third column; three.
    const PLACES: [(i32, i32); 6] = [(1, 1), (1, 2), (3, 3), (4, 1), (4, 2), (4, 3)];

    fn gone(at: usize, key: &str, is_command: bool) -> Option<usize> {
        let places: Vec<Place> = PLACES.iter().map(|(row, column)| Place { row: *row, column: *column }).collect();
        next(&places, Some(at), key, is_command)
    }

    #[test]
    fn arrows_go_along_rows_and_columns_and_over_rows_without_numbers() {
        assert_eq!(gone(0, "ArrowRight", false), Some(1));
        assert_eq!(gone(1, "ArrowRight", false), None, "the row ends");
        assert_eq!(gone(3, "ArrowLeft", false), None, "the row begins");
        assert_eq!(gone(1, "ArrowDown", false), Some(2), "the nearest column");
        assert_eq!(gone(2, "ArrowDown", false), Some(5));
        assert_eq!(gone(4, "ArrowUp", false), Some(2));
        assert_eq!(gone(0, "ArrowUp", false), None);
        assert_eq!(gone(5, "ArrowDown", false), None);
    }

    #[test]
    fn home_and_end_go_to_the_ends_of_the_row_and_of_the_table() {
        assert_eq!(gone(4, "Home", false), Some(3));
        assert_eq!(gone(3, "End", false), Some(5));
        assert_eq!(gone(4, "Home", true), Some(0));
        assert_eq!(gone(1, "End", true), Some(5));
        assert_eq!(gone(1, "a", false), None);
    }

    #[test]
    fn the_region_leads_into_the_table() {
        let places = [Place { row: 1, column: 1 }];
        assert_eq!(next(&places, None, "ArrowDown", false), Some(0));
        assert_eq!(next(&places, None, "End", false), None, "the region scrolls");
        assert_eq!(next(&[], None, "ArrowDown", false), None);
    }
}
