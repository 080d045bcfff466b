//! What the definition of each table says about its rows, held against them: which row is about what, which numbers may
//! stand in a cell, and how cells of one row stand to each other.
//!
//! Nothing here knows a table: `key`, `where` and `with` of `table!` say it all, and of wholes a list with one line for
//! each table. A plan with such an error still opens.

mod alike;
pub mod circles;
pub mod empty;
pub mod fractions;
pub mod grown;
mod joined;
pub mod keys;
pub mod odd_signs;
pub mod peers;
pub mod ranges;
pub mod relations;
pub mod scenario_changes;
pub mod scenario_levers;
mod totals;
pub mod twice;
pub mod unnamed_totals;
pub mod unusual;
pub mod wholes;
pub mod year_gaps;
pub mod years;

use super::folder::in_order;

in_order! {
    keys,
    ranges,
    unusual,
    fractions,
    peers,
    grown,
    relations,
    odd_signs,
    circles,
    wholes,
    empty,
    scenario_changes,
    scenario_levers,
    twice,
    unnamed_totals,
    years,
    year_gaps,
}
