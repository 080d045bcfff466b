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
//! Data flows one way, and each floor knows nothing of those after it, from the lowest to the highest:
//!
//! 1. [`sheet`]: a file as sheets of cells, whatever its format
//! 2. [`read`]: the bytes of a file as such sheets
//! 3. [`cells`]: what a cell says by itself: words, numbers, units, dates and years
//! 4. [`issues`]: what a person should know, and what only a person can say
//! 5. [`sums`]: which rows are the sums of others
//! 6. [`headings`]: the headings that are known, of tables and of trackers
//! 7. [`vocabulary`]: the words that are known, in names, titles and cells
//! 8. [`answers`]: what a person said, and how it is kept
//! 9. [`tables`]: a sheet as one table of the plan
//! 10. [`tracker`]: a sheet by which people follow savings, or income and expenditure, as several tables
//! 11. [`recognise`]: what each sheet is, and what several sheets say of the same
//! 12. [`contract_monitoring`]: files of contract monitoring and activity plans, added up row by row
//! 13. [`load`]: a plan of what was recognised, and the report of every problem
//! 14. [`write`](mod@write): a plan as a workbook, as text, as a template; a corrected copy of a file
//!
//! What a table and a column is stands in the model (`table!`): nothing here knows one by name, but for `tracker` and
//! `contract_monitoring`, whose rows have a meaning and no form, and for a few rules of what people write in place of a table.

pub mod answers;
pub mod cells;
pub mod contract_monitoring;
pub mod headings;
pub mod issues;
pub mod load;
pub mod read;
pub mod recognise;
pub mod sheet;
pub mod sums;
pub mod tables;
pub mod tracker;
pub mod vocabulary;
pub mod write;
