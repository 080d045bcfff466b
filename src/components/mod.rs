//! The parts of which pages are made.

mod arrow;
mod cell;
mod drawn;
mod explanation;
mod figure;
mod number_field;
mod show_more;
mod step_list;
mod table;

pub use arrow::{Arrow, ArrowWords, arrow_words};
pub use cell::{cell_place, cell_place_only, cell_words, lines_words, spaced};
pub use drawn::{drawn_count, drawn_money, sum};
pub use explanation::{Explanation, ExplanationProperties, cell_places};
pub use figure::{Figure, shown};
pub use number_field::NumberField;
pub use show_more::{ROWS_AT_A_TIME, ShowMore, counted};
pub use step_list::{StepList, StepListProperties};
pub use table::{DataTable, Shown, figure_cell, not_given, number_cell, number_heading, words_cell, words_heading};
