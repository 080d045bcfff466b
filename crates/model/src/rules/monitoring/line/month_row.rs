use crate::plan::{Id, MonitoredMonth, Row};

/// A row of a month, and where it stands.
pub(super) type MonthRow<'a> = (Id<MonitoredMonth>, Row<'a, MonitoredMonth>);
