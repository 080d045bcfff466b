//! Every rule at the path that it has in the model: small plans, and values that were worked out by hand. A rule
//! with a limit is held below it, at it and above it; with nothing to divide by; with something missing; negative;
//! and with the largest values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod activity;
mod activity_rules;
mod capacity {
    mod closures;
    mod demand;
    mod room;
    mod what_follows;
    mod workforce_impact;
}
mod challenge;
mod contracts;
mod finance {
    mod budgets;
    mod funding;
    mod medium_term;
    mod member_plans;
    mod providers;
    mod reductions;
    mod reserves;
    mod resource_limit;
    mod savings_delivery;
    mod versions;
}
mod cquin;
mod framework;
mod listing;
mod overlaps;
mod population;
mod prices {
    mod comparisons;
    mod procedures;
}
mod schemes;
#[path = "../support/values.rs"]
mod support;
