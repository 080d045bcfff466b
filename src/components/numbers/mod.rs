//! Numbers as people read them: figures, statements, and the form in which they are shown.

mod arrow;
mod drawn;
mod figure;
mod figure_cells;
mod framework_statement;
mod short_words;
mod shown;
mod statement;

pub use arrow::{ArrowWords, arrow, arrow_words};
pub use drawn::{drawn_count, drawn_money, drawn_number, drawn_percent, sum, unit_for};
pub use figure::{
    explained, figure, figure_in_full, figure_in_table, figure_in_words, form_of, form_of_sums, form_of_table,
};
pub use figure_cells::{FigureColumn, column, figure_cell, figure_cells};
pub use framework_statement::{balance_years, framework_statement, medium_term_statement};
pub use short_words::{figure_kind_words, pounds_in_words, pounds_short};
pub use shown::{Shown, shown};
pub use statement::{StatementLine, statement};
