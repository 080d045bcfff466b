//! Contract monitoring and indicative activity plans: what providers and commissioners send each other every month.
//!
//! Such a file has a row for everything that is counted apart, and a plan needs sums. They are known by their headings, read
//! row by row, and added up by provider, commissioner, point of delivery and month; what files state more than once counts once
//! (`counting.rs`). Of the sums come organisations, points of delivery, activity by month, and contracts with their months.

mod about_codes;
mod about_market_forces;
mod about_rows;
mod about_sheets;
mod about_submissions;
mod activity;
mod codes;
mod column;
mod contracts;
mod contracts_of_load;
mod counting;
mod coverage;
mod figures;
mod found_rows;
mod given_months;
mod known_rows;
mod layout;
mod lists;
mod market_forces;
mod monitoring;
mod months;
mod named_rows;
mod names;
mod opposite_signs;
mod plan_columns;
mod reader;
mod repeated_rows;
mod rows_and_pounds;
mod sheet_read;
mod stated;
mod statement_names;
mod telling;
mod told_apart;
mod totals;
mod unread_cells;
mod values;

pub use about_submissions::answer_column;
pub use monitoring::{Monitoring, RowsOfMonitoring};
pub use rows_and_pounds::{Control, Part, RowsAndPounds};
