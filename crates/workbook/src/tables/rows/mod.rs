//! The rows below the headings of a table: which of them are its rows, and what each cell of these is as text.
//!
//! Totals, groups of rows, headings once more and notes are no rows of the table: they are held against it, or said. To which row
//! of another table a row belongs is no part of this.

mod beside_schemes;
mod detail_sums;
mod headings_over_rows;
mod issue_of_row;
mod names_left_out;
mod read_rows;
mod row_amounts;
mod row_kinds;
mod rows_of_years;
mod table_groups;
mod texts_of_row;
mod words_read;
