//! Forecast outturn and prices, one file for each subject.

pub mod case_price;
pub mod comparisons;
pub mod outturn;
pub mod procedures;
pub mod unit_costs;

use super::folder::in_order;

in_order! {
    outturn,
    case_price,
    procedures,
    unit_costs,
    comparisons,
}
