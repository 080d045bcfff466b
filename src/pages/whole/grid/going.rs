//! A person goes from cell to cell.

use super::cells::{ROW_HEIGHT, ROWS_DRAWN, first_drawn};
use super::doing::Doing;
use super::hooks::focus;
use super::not_taken::Place;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

impl Doing {
    /// Goes to a cell; `extends` chooses all cells from where a person was.
    pub fn go(&self, to: Place, extends: bool) {
        if self.writing.get().text.is_some() {
            // Who presses into the field stays in it, and who presses elsewhere has written what stands there: what cannot be
            // taken is mended first.
            if to == self.at() {
                return;
            }
            if !self.commit() {
                focus(&self.field);
                return;
            }
        }
        if !extends {
            self.anchor.set(None);
        } else if self.anchor.get().is_none() {
            self.anchor.set(Some(self.at()));
        }
        self.draw_around(to.0);
        self.place.set(to);
    }

    /// Goes to a cell from outside the table, which then has the focus.
    pub fn go_in(&self, to: Place) {
        self.go(to, false);
        focus(&self.grid);
    }

    /// Chooses every cell.
    pub fn choose_all(&self) {
        self.anchor.set(Some((0, 0)));
        self.place.set(self.size.last());
    }

    /// Other rows are drawn as the region is scrolled.
    pub fn scrolled(&self, event: &Event) {
        if let Some(region) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            self.first.set(first_drawn(u32::try_from(region.scroll_top() / ROW_HEIGHT).unwrap_or(0)));
        }
    }

    /// Scrolls to a row that is not drawn.
    fn draw_around(&self, row: u32) {
        let first = self.first.get();
        if (row < first || row >= first.saturating_add(ROWS_DRAWN))
            && let Some(region) = self.region.cast::<Element>()
        {
            self.first.set(first_drawn(row));
            region.set_scroll_top(i32::try_from(row).unwrap_or(i32::MAX).saturating_mul(ROW_HEIGHT));
        }
    }
}
