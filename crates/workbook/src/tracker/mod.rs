//! Trackers as people have them: a row for each scheme, with its months beside it.
//!
//! No two trackers have the same columns, and nobody turns one into tables. So a sheet that follows schemes is known by its
//! headings (`names`, one list of all that are known; what is merely like one is left alone and said), and each of its rows
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
//! ([`Follows`]), they are monitored lines of income or expenditure alone, or it is asked.
//!
//! Headings may stand in two rows ("Plan" over April to March), months may be dates, names or `M1` to `M12`. The year is
//! that of the headings, of what stands above them, of the name of the sheet or of the file, or what a cover says of all
//! sheets; else it is asked, as is a unit that nothing says and a word whose meaning is a decision. Nothing is guessed.
//!
//! What each column was read as is a [`Mapping`]: it is shown for confirmation, and kept it reads the next tracker of the
//! same kind. The tables of one tracker are several lists of rows, each of which knows where its columns stand: problems
//! lead back to their cells as for any table.
//!
//! This is the one place of the crate that knows tables by name: what a tracker holds is a meaning, not a form.

mod aside;
mod below_total;
mod beside_plan;
mod called_trackers;
mod cells;
mod cells_of_rows;
mod cumulative;
mod families;
mod field;
mod field_of_heading;
mod find_header;
mod follows;
mod forecasts_at;
mod header;
mod header_rows;
mod heading_keys;
mod heading_words;
mod issue_of_row;
mod kind_of_rows;
mod kinds;
mod left_aside;
mod lines_of_rows;
mod lists;
mod lists_beside;
mod mapping;
mod mapping_as_json;
mod monitored_lines;
mod monitored_months;
mod monitoring;
mod months_from_april;
mod months_in_rows;
mod months_of_plan;
mod months_to_come;
mod names;
mod no_schemes;
mod numbers_as_names;
mod of_rows;
mod open_points;
mod outline_numbers;
mod period;
mod printed_figures;
mod quarters;
mod read;
mod reader;
mod reading;
mod recurrent_parts;
mod recurrent_schemes;
mod repeated;
mod rounded_total;
mod row_kinds;
mod rows;
mod rows_as_schemes;
mod rows_beside;
mod rows_told;
mod said_once;
mod scheme_counts;
mod scheme_lists;
mod scheme_row;
mod schemes;
mod schemes_of_sheet;
mod set_aside;
mod signs_of_kinds;
mod signs_of_schemes;
mod snapshots;
mod stacked;
mod sums;
mod tables_of_year;
mod time;
mod told_columns;
mod told_elsewhere;
mod told_families;
mod told_months;
mod tracker_column;
mod trackers_beside;
mod unnamed_sums;
mod used;
mod uses;
mod variance;
mod variances_of_months;
mod what_rows_are;
mod words;
mod words_above;
mod words_for_nothing;
mod written_once;
mod year_and_unit_of_row;
mod year_or_unit;
mod years;
mod years_half_told;
mod years_read;

pub use aside::Aside;
pub use field::{Field, MonthKind};
pub use follows::Follows;
pub use header::TrackerHeader;
pub use heading_words::HeadingWords;
pub use lists_beside::schemes_not_read;
pub use mapping::{MappedHeading, MappedWord, Mapping};
pub use months_from_april::months_from_april;
pub use names::HeadingNames;
pub(crate) use period::Period;
pub use read::{TrackerRead, read};
pub use reading::Reading;
pub use snapshots::Snapshot;
pub use stacked::kinds_in_rows;
pub use time::{NamedMonth, month_named, years_in};
pub use told_elsewhere::ToldElsewhere;
pub use tracker_column::TrackerColumn;
pub use trackers_beside::TrackersBeside;
pub use used::UsedByTrackers;
pub use words::{word_of_scheme, words_of};
pub(crate) use words_above::words_above;
