//! The pages, one for each question a person comes with.

mod activity;
mod checks;
mod cquin;
mod overview;
mod savings;
mod start;

pub use activity::ActivityPage;
pub use checks::ChecksPage;
pub use cquin::CquinPage;
pub use overview::OverviewPage;
pub use savings::SavingsPage;
pub use start::StartPage;
