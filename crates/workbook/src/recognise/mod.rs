//! Which sheet is which table, which column is which, and in which unit: by names that are known, never by likeness.

mod answers;
mod answers_as_rows;
mod beside;
mod cell_text;
mod dates;
mod decimal_comma;
mod header_row;
mod heading;
mod issue;
mod kept_answers;
mod merged_rows;
mod names_of_rows;
mod other_files;
mod own_unit;
mod part;
mod parts;
mod recognised;
mod table_names;
mod table_rows;
mod total_rows;
mod tracker_sheet;

pub use answers::{Answers, Asks, Question};
pub use answers_as_rows::HeadingRow;
pub use cell_text::{Adjustment, CellText, at_most_places, text_of};
pub use dates::{date_of, month_of, year_of};
pub use decimal_comma::DecimalComma;
pub(crate) use header_row::LAST_ROW_OF_HEADINGS;
pub use header_row::{FoundColumn, HeaderRow, unit_above};
pub use heading::{Heading, key_of};
pub use issue::{Effect, Issue, Place, Severity};
pub use names_of_rows::{NamesMade, identifier_of};
pub use own_unit::own_unit;
pub use recognised::{Recognised, recognise};
pub use table_names::TableNames;
pub use table_rows::{EXAMPLE_MARK, OtherRows, TableRows};
pub use total_rows::{RunningSum, ends_with_total, has_only_numbers, is_total, number_in};
