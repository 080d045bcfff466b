//! Plans in and out of the files that people have.
//!
//! ```text
//! bytes ──read──▶ Sheet ──recognise──▶ rows of tables ──load──▶ Plan + report of every problem
//!               (cells as              (which sheet is which     (the model's own reader,
//!                they stand)            table, which column       each problem led back to
//!                                       is which, in which unit)  its file, sheet and cell)
//!
//! Plan ──write──▶ workbook · CSV · template · a corrected copy of the person's own file
//! ```
//!
//! Data flows one way, and each floor knows nothing of those after it. What a table and a column is stands in the
//! model (`table!`): nothing here knows one by name, but for `tracker`, which reads the sheets by which people follow
//! savings, and which `recognise` asks, and for `contract_monitoring`, which adds up the rows of files of activity.

pub mod contract_monitoring;
pub mod load;
pub mod read;
pub mod recognise;
pub mod sheet;
pub mod tracker;
pub mod write;
