//! A curve of straight pieces: what one number comes to for each other number, with a band and the point of today.

mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{Curve, CurveLine, CurvePoint};
