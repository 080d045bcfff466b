//! The page: opens a plan file, runs the plan model and shows what follows, all on the person's
//! own machine.
//!
//! * [`session`]: what is open, and what the person may do with it.
//! * [`pages`]: one for each question a person comes with.
//! * [`components`]: the parts of which pages are made.
//! * [`chart`]: pictures of plans, each with an equal table.

pub mod chart;
pub mod components;
pub mod pages;
pub mod session;
