//! Trackers as people have them: a row for each scheme, with its months beside it.
//!
//! No two trackers have the same columns, and nobody turns one into tables. So a sheet that follows schemes is known by its
//! headings (`HeadingNames`, one list of all that are known; what is merely like one is left alone and said), and each of its rows
//! becomes what a plan has for it:
//!
//! ```text
//! the sheet ──▶ a list of schemes for the year
//! a row     ──▶ a scheme, its programme and its organisation ──▶ a monitored line of savings
//! a month   ──▶ a monitored month: plan, actual, forecast
//! to date   ──▶ held against the months, as a printed figure; where there are no months, the year so far
//! forecast  ──▶ what is expected of the year up to its last month
//! variance  ──▶ a printed figure, held against what follows
//! ```
//!
//! A finance report has such headings too, and its rows are no savings: where nothing says that rows are schemes
//! (`Follows`), they are monitored lines of income or expenditure alone, or it is asked.
//!
//! Headings may stand in two rows ("Plan" over April to March), months may be dates, names or `M1` to `M12`. The year is
//! that of the headings, of what stands above them, of the name of the sheet or of the file, or what a cover says of all
//! sheets; else it is asked, as is a unit that nothing says and a word whose meaning is a decision. Nothing is guessed.
//!
//! What each column was read as is a `Mapping`: it is shown for confirmation, and kept it reads the next tracker of the
//! same kind. The tables of one tracker are several lists of rows, each of which knows where its columns stand: problems
//! lead back to their cells as for any table.
//!
//! What a tracker holds is a meaning, not a form: so tables are known by name here.
//!
//! 1. `header`: the headings as they were found, what each column is read as, and what the rows are by them
//! 2. `columns`: columns whose meaning depends on what stands beside or below them
//! 3. `finding`: in which rows of a sheet the headings stand, and whether they are enough
//! 4. `unread_layouts`: layouts that are not read
//! 5. `time`: the years and the month of a tracker
//! 6. `rows`: which rows are schemes, and which are totals, sums, targets and gaps
//! 7. `reading`: the words and amounts of the cells for one year, each row as a scheme
//! 8. `told`: what is said and asked of columns and months, and how the whole was read
//! 9. `plan`: what it becomes in a plan
//! 10. `tables_of_year`: the tables of one year
//! 11. `read`: all of that together, year by year

mod columns;
mod finding;
mod header;
mod plan;
mod read;
mod reading;
mod rows;
mod tables_of_year;
mod time;
mod told;
mod unread_layouts;

pub(crate) use finding::schemes_not_read;
pub use header::TrackerHeader;
pub(crate) use read::read_tracker;
pub use reading::UsedByTrackers;
pub use time::{Period, Snapshot, left_out};
pub use told::Reading;
pub(crate) use unread_layouts::kinds_in_rows;
