//! The money of the plan beyond the framework, one file for each subject, in the order in which a plan gives it.

pub mod accounts;
pub mod budgets;
pub mod funding;
pub mod medium_term;
pub mod member_plans;
pub mod providers;
pub mod reductions;
pub mod reserves;
pub mod resource_limit;
pub mod savings_delivery;
pub mod spending;
pub mod versions;

use super::folder::in_order;

in_order! {
    resource_limit,
    medium_term,
    versions,
    reserves,
    savings_delivery,
    accounts,
    providers,
    budgets,
    funding,
    reductions,
    member_plans,
    spending,
}
