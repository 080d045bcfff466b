//! What pages are put together of: elements, sections, tables, and the words in them.

mod attribute_names;
mod fold;
mod section;
mod show_more;
mod table;
mod table_stop;
mod tag;
mod words;

pub use fold::use_fold;
pub use section::{answer, card, fact, section, titled, titled_by, titled_with_link};
pub use show_more::{ROWS_AT_A_TIME, show_more};
pub use table::{
    body, cell_for_number, data_table, empty_cell, head, headings, not_given, number_cell, number_heading, row,
    words_cell, words_heading,
};
pub use tag::{Tag, nodes, tag};
pub use words::{capitalised, choice_words, field_value, is_opened, mentions};
