//! Scenarios: what they make of a plan, and everything that is worked out over many of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod bridges;
mod definitions;
mod documentation;
mod goals;

mod late_schemes;
mod levers;
mod ranges;
mod sides;
mod support;
mod swings;
