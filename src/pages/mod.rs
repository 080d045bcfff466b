//! The pages, one for each question a person comes with. Each is a component that is drawn again only
//! when the plan changes, and so are the parts of a page that a person narrows.

mod activity;
mod checks;
mod cquin;
mod data;
mod delivered;
mod further_down;
mod help;
mod on_screen;
mod one_of;
pub(crate) mod overview;
mod row;
mod savings;
mod savings_bars;
mod scenarios;
mod sections;
mod several_units;
mod start;
mod view_state;
mod where_to_put;
mod whole;

pub use activity::ActivityPage;
pub use checks::ChecksPage;
pub use cquin::CquinPage;
use cquin::not_earned_words as cquin_not_earned_words;
pub use data::DataPage;
pub use help::{HelpEntry, HelpPage, help_entries};
pub use overview::{NOT_STATED, OverviewPage};
pub use row::RowPage;
pub use savings::SavingsPage;
pub use scenarios::ScenariosPage;
pub use sections::{SectionPage, SectionPageProperties};
pub use start::StartPage;
pub use view_state::OnPaper;
pub use whole::page_of_table;
