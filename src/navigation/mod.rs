//! Where a person can go: the pages, the parts of the plan, and the addresses that lead to them.

mod page;
mod plan_part;

pub use page::Page;
pub use plan_part::PlanPart;
