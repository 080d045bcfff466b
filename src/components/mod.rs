//! The parts of which pages are made.

mod arrow;
mod cell;
mod drawn;
mod explanation;
mod figure;
mod filters;
mod number_field;
mod section;
mod show_more;
mod step_list;
mod table;
mod tag;
mod words;

pub use arrow::{ArrowWords, arrow, arrow_words};
pub use cell::{cell_place, cell_place_only, cell_words, lines_words, source_words, spaced};
pub use drawn::{drawn_count, drawn_money, sum};
pub use explanation::{Explanation, cell_places};
pub use figure::{explained, figure, figure_in_full, shown};
pub use filters::{choice, choice_field, field_of, filters, words_field};
pub use number_field::{NumberField, NumberFieldProperties};
pub use section::{card, fact, section, titled, titled_by, titled_with_link};
pub use show_more::{ROWS_AT_A_TIME, counted, focus_element, show_more};
pub use step_list::{STEPS_AT_A_TIME, step_list};
pub use table::{
    FigureColumn, Shown, body, cell_for_number, column, data_table, empty_cell, figure_cell, figure_cells, head,
    headings, not_given, number_cell, number_heading, row, scrolling, words_cell, words_heading,
};
pub use tag::{Tag, nodes, tag};
pub use words::{capitalised, field_value, mentions};
