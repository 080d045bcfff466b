//! What the JavaScript API answers with. The names of the fields are the API: see `one-plan.d.ts`.

mod checked;
mod computed;
mod digits;
mod explained;
mod place;
mod refused;
mod scenarios;

pub use checked::Checked;
pub use computed::Computed;
pub use digits::digits;
pub use explained::Explained;
pub use place::Place;
pub use refused::{Refused, refused_in_words};
pub use scenarios::Scenarios;
