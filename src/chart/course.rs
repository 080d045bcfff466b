//! How something goes over time: what is planned, what came of it and what is forecast, moment by moment.
//!
//! Moments lie as far apart as they are in time. The lines differ in how they are drawn and in the shape of their marks,
//! not only in their colour. A line goes from mark to mark: between them nothing is said.

mod clear;
mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{Course, CourseLine, Look, Moment};
