//! Trackers as people have them: made up here, each of another layout, with figures worked out by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "tracker/aside.rs"]
mod aside;
#[path = "tracker/awkward.rs"]
mod awkward;
#[path = "tracker/beside_plan.rs"]
mod beside_plan;
#[path = "tracker/by_division.rs"]
mod by_division;
#[path = "tracker/called_trackers.rs"]
mod called_trackers;
#[path = "tracker/columns.rs"]
mod columns;
#[path = "tracker/cumulative.rs"]
mod cumulative;
#[path = "tracker/forecasts_at.rs"]
mod forecasts_at;
#[path = "tracker/groups.rs"]
mod groups;
#[path = "tracker/halves.rs"]
mod halves;
#[path = "tracker/ids_given_twice.rs"]
mod ids_given_twice;
#[path = "tracker/income_among_spending.rs"]
mod income_among_spending;
#[path = "tracker/layouts.rs"]
mod layouts;
#[path = "tracker/lines.rs"]
mod lines;
#[path = "tracker/lists_beside.rs"]
mod lists_beside;
#[path = "tracker/messy.rs"]
mod messy;
#[path = "tracker/months_of_plan.rs"]
mod months_of_plan;
#[path = "tracker/near_sums.rs"]
mod near_sums;
#[path = "tracker/no_schemes.rs"]
mod no_schemes;
#[path = "tracker/noughts_and_counts.rs"]
mod noughts_and_counts;
#[path = "tracker/numbered_months.rs"]
mod numbered_months;
#[path = "tracker/of_one_month.rs"]
mod of_one_month;
#[path = "tracker/of_rows.rs"]
mod of_rows;
#[path = "tracker/outline_numbers.rs"]
mod outline_numbers;
#[path = "tracker/parts_by_kind.rs"]
mod parts_by_kind;
#[path = "tracker/property.rs"]
mod property;
#[path = "tracker/quarters.rs"]
mod quarters;
#[path = "tracker/questions.rs"]
mod questions;
#[path = "tracker/rounded_total.rs"]
mod rounded_total;
#[path = "tracker/scheme_lists.rs"]
mod scheme_lists;
#[path = "tracker/set_aside.rs"]
mod set_aside;
#[path = "tracker/signs.rs"]
mod signs;
#[path = "tracker/snapshots.rs"]
mod snapshots;
#[path = "tracker/spending.rs"]
mod spending;
#[path = "tracker/spent_sheets.rs"]
mod spent_sheets;
#[path = "tracker/stacked.rs"]
mod stacked;
#[path = "tracker/support.rs"]
mod support;
#[path = "tracker/totals.rs"]
mod totals;
#[path = "tracker/units_in_formats.rs"]
mod units_in_formats;
#[path = "tracker/unnamed_sums.rs"]
mod unnamed_sums;
#[path = "tracker/until.rs"]
mod until;
#[path = "tracker/wholes.rs"]
mod wholes;
#[path = "tracker/written_once.rs"]
mod written_once;
#[path = "tracker/years.rs"]
mod years;
