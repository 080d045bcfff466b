//! The drawing of a grid: its headings and the rows that are in sight.

use super::edits::shown;
use super::not_taken::Place;
use super::shown_rows::{Order, ShownRows};
use crate::components::{Tag, capitalised, choice_words, tag};
use crate::session::ChangedCells;
use one_plan_model::plan::{Plan, Table};
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The height of a row in pixels, as the style sheet has it.
pub const ROW_HEIGHT: i32 = 36;
/// So many rows are drawn at a time: more than are in sight, so that a little scrolling shows no gap.
pub const ROWS_DRAWN: u32 = 40;

/// The first row that is drawn where another is the uppermost in sight: not another with every row, as more is drawn than
/// is seen.
pub fn first_drawn(uppermost: u32) -> u32 {
    uppermost.saturating_sub(ROWS_DRAWN / 4) / 8 * 8
}

/// What is drawn of a grid.
pub struct Cells<'a> {
    /// The plan whose cells they are.
    pub plan: &'a Plan,
    /// The table.
    pub table: Table,
    /// Which rows are shown.
    pub rows: &'a ShownRows,
    /// Which cells a person changed.
    pub changed: &'a ChangedCells,
    /// The first row that is drawn.
    pub first: u32,
    /// The active cell.
    pub active: Place,
    /// The chosen cells.
    pub chosen: (RangeInclusive<u32>, RangeInclusive<usize>),
    /// The field that stands in the active cell while a person writes in it.
    pub field: Option<Tag>,
    /// Goes to a cell; with Shift it chooses all cells up to it.
    pub go: Callback<(Place, bool)>,
}

impl Cells<'_> {
    /// The id of a cell.
    pub fn id(table: Table, (row, column): Place) -> String {
        format!("grid-{}-{row}-{column}", table.name())
    }

    /// The headings; whoever presses one orders the rows by it.
    pub fn head(&self, order: Option<Order>, onorder: &Callback<usize>) -> Html {
        let mut head = tag("tr").attribute("role", "row").attribute("aria-rowindex", "1").child(
            tag("th").key("#").attribute("role", "columnheader").attribute("scope", "col").class("num").words("Row"),
        );
        for (at, column) in self.table.columns().iter().enumerate() {
            let way = match order.filter(|order| order.column == at) {
                None => "none",
                Some(order) if order.descending => "descending",
                Some(_) => "ascending",
            };
            head = head.child(
                tag("th")
                    .key(column.name)
                    .attribute("role", "columnheader")
                    .attribute("scope", "col")
                    .attribute("aria-colindex", (at + 2).to_string())
                    .attribute("aria-sort", way)
                    .class(if column.kind.is_number() { "num" } else { "" })
                    .onclick(onorder.reform(move |_| at))
                    .words(capitalised(&choice_words(column.name))),
            );
        }
        head.html()
    }

    /// The rows that are in sight, with room for those that are not.
    pub fn body(&self) -> Html {
        let start = self.first.min(self.rows.count());
        let end = start.saturating_add(ROWS_DRAWN).min(self.rows.count());
        let mut body = tag("tbody").child(spacer(start).key("above"));
        for place in start..end {
            if let Some(row) = self.rows.at(place) {
                body = body.child(self.row(place, row));
            }
        }
        body = body.child(spacer(self.rows.count().saturating_sub(end)).key("below"));
        // It is there wherever a person has scrolled to: it may be the active one.
        body.child(self.new_rows()).onclick(self.onpress()).html()
    }

    /// Goes to the cell that is pressed: one listener for all of them, of which there may be a thousand.
    fn onpress(&self) -> Callback<MouseEvent> {
        let (go, table) = (self.go.clone(), self.table);
        Callback::from(move |event: MouseEvent| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let cell = pressed.and_then(|pressed| pressed.closest("[role=gridcell]").ok().flatten());
            if let Some(place) = cell.and_then(|cell| Self::place_of(table, &cell.id())) {
                go.emit((place, event.shift_key()));
            }
        })
    }

    /// The cell that has an id; nothing where no cell of the table has such a one.
    fn place_of(table: Table, id: &str) -> Option<Place> {
        let place = id.strip_prefix("grid-")?.strip_prefix(table.name())?.strip_prefix('-')?;
        let (row, column) = place.split_once('-')?;
        Some((row.parse().ok()?, column.parse().ok()?))
    }

    /// The place behind the last row, for rows that are pasted.
    fn new_rows(&self) -> Tag {
        let place = self.rows.count();
        let mut line = tag("tr")
            .key("new")
            .class("grid__new")
            .attribute("role", "row")
            .attribute("aria-rowindex", (u64::from(place) + 2).to_string())
            .child(tag("th").attribute("role", "rowheader").attribute("scope", "row").class("num").words("New"));
        for column in 0..self.table.columns().len() {
            let cell = self.cell((place, column));
            line = line.child(if column == 0 { cell.words("Paste rows here") } else { cell });
        }
        line
    }

    /// A cell without what stands in it.
    fn cell(&self, (place, column): Place) -> Tag {
        let is_chosen = self.chosen.0.contains(&place) && self.chosen.1.contains(&column);
        tag("td")
            .attribute("role", "gridcell")
            .id(Self::id(self.table, (place, column)))
            .attribute("aria-colindex", (column + 2).to_string())
            .attribute("aria-selected", if is_chosen { "true" } else { "false" })
            .flag("data-active", (place, column) == self.active)
    }

    fn row(&self, place: u32, row: u32) -> Tag {
        let number = (u64::from(row) + 1).to_string();
        // Wherever a person has scrolled to, a row says what it is about.
        let mut heading = tag("th").attribute("role", "rowheader").attribute("scope", "row").class("num").words(number);
        if let Some(name) = self.plan.title(self.table, row) {
            heading = heading
                .child(tag("span").class("grid__name").attribute("title", name.to_owned()).words(name.to_owned()));
        }
        let is_changed = self.changed.has_row(row);
        let mut line = tag("tr")
            .key(row)
            .attribute("role", "row")
            .class(if is_changed { "grid__changed-row" } else { "" })
            .attribute("aria-rowindex", (u64::from(place) + 2).to_string())
            .child(heading);
        for (column, of) in self.table.columns().iter().enumerate() {
            let is_active = (place, column) == self.active;
            let cell = self.cell((place, column)).class(if of.kind.is_number() { "num" } else { "" });
            // Only of rows that are changed at all each cell is asked for.
            let change = if is_changed { self.changed.cell(row, column) } else { None };
            let cell = match change {
                Some(step) => cell
                    .attribute("data-changed", "")
                    .attribute("title", format!("Changed: {}", step.name))
                    .attribute("aria-description", "changed"),
                None => cell,
            };
            line = line.child(match self.field.as_ref().filter(|_| is_active) {
                Some(field) => cell.child(field.clone()),
                None => cell.words(shown(self.plan, self.table, row, column)),
            });
        }
        line
    }
}

fn spacer(rows: u32) -> Tag {
    let height = (i64::from(rows) * i64::from(ROW_HEIGHT)).to_string();
    tag("tr")
        .attribute("role", "presentation")
        .child(tag("td").attribute("role", "presentation").attribute("height", height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_by_its_id() {
        for place in [(0, 0), (12, 7), (99_999, 20)] {
            let id = Cells::id(Table::SchemeList, place);
            assert_eq!(Cells::place_of(Table::SchemeList, &id), Some(place));
            assert_eq!(Cells::place_of(Table::Scheme, &id), None);
        }
        assert_eq!(Cells::place_of(Table::Scheme, "grid-schemes-help"), None);
    }

    #[test]
    fn more_is_drawn_than_is_seen_above_and_below() {
        for uppermost in [0, 5, 17, 1_000] {
            let first = first_drawn(uppermost);
            assert!(first <= uppermost && uppermost - first < ROWS_DRAWN / 2, "{uppermost}: {first}");
        }
    }
}
