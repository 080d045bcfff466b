//! Contract monitoring and indicative activity plans as providers send them: made up here, with sums worked out by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "contract_monitoring/beside_tables.rs"]
mod beside_tables;
#[path = "contract_monitoring/computed.rs"]
mod computed;
#[path = "contract_monitoring/layouts.rs"]
mod layouts;
#[path = "contract_monitoring/many_rows.rs"]
mod many_rows;
#[path = "contract_monitoring/rows.rs"]
mod rows;
#[path = "contract_monitoring/slips.rs"]
mod slips;
#[path = "contract_monitoring/submissions.rs"]
mod submissions;
#[path = "contract_monitoring/support.rs"]
mod support;
#[path = "contract_monitoring/values.rs"]
mod values;
