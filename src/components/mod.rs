//! The parts of which pages are made, by what they are for.
//!
//! * `elements`: what pages are put together of; `fields`: what is typed and chosen; `states`: what is kept meanwhile.
//! * `numbers`: figures as people read them; `places`: where they stand; `pictures`: the same drawn.
//! * `explanation`: why a figure is what it is; `findings`: what the check and the reading of files say; `guide`: the help.

mod elements;
mod explanation;
mod fields;
mod findings;
mod guide;
mod numbers;
mod pictures;
mod places;
mod states;

pub use elements::*;
pub use explanation::*;
pub use fields::*;
pub use findings::*;
pub use guide::*;
pub use numbers::*;
pub use one_plan_model::calculation::format::{count_of, counted};
pub use pictures::*;
pub use places::*;
pub use states::*;
