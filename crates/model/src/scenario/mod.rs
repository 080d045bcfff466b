//! What would be if something were otherwise.
//!
//! * [`Definition`] and [`applied`]: a scenario of a plan, and the plan that it makes; [`compared`]: scenarios side by side.
//! * [`bridge`]: what of the difference between two is due to what, exact to the penny.
//! * [`seek`] and [`thresholds`]: where a goal is reached, and where a check or a payment flips.
//! * [`tornado()`] and [`Simulation`]: what moves a figure most, and how it is spread where numbers are not certain.
//! * [`both_sides`]: offer and ask of a contract.
//!
//! Levers are said over the definitions of the tables ([`lever`]) and know no plan. Whatever is computed many times is
//! replayed ([`crate::outcome::Replay`]) and has the digits of a whole run. Nothing here is drawn from outside: random
//! numbers are the model's own ([`draw`]).

mod apply;
mod bridge;
mod compare;
mod definition;
pub mod draw;
mod fits;
mod goal_words;
mod headline;
pub mod lever;
mod levered;
mod moves;
mod per_mille;
mod seek;
mod sides;
mod simulate;
mod threshold;
mod together;
mod tornado;

pub use apply::applied;
pub use bridge::{Bridge, BridgePart, Split, bridge};
pub use compare::{Compared, THE_PLAN, compared, scenario_named, side_by_side};
pub use definition::{Change, Definition, SetLever, SetRange, share_words};
pub use goal_words::goal_words;
pub use headline::{balance, headlines};
pub use lever::{Lever, millionths};
pub use levered::Levered;
pub use per_mille::PerMille;
pub use seek::{Crossing, Goal, Sought, seek, seek_in_slices};
pub use sides::{
    LineOfBoth, Position, Totals, at_position, both_sides, frameworks, negotiation_as_csv, state_words, totals,
};
pub use simulate::{Runs, Simulation, Spread};
pub use threshold::{Flip, FlipAbout, Flips, thresholds, thresholds_in_slices};
pub use together::{Together, together};
pub use tornado::{Input, Still, Swing, Tornado, has_own_ranges, levers_of, tornado, tornado_in_slices};
