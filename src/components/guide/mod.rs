//! The help: what a table and its columns mean.

mod guide_read;
mod table_guide;

pub use guide_read::{Guide, GuideRead, GuidedColumn, GuidedTable, GuidedWord, Task, not_at_hand, use_guide};
pub use table_guide::{TableGuide, TableGuideProperties};
