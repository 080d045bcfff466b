//! What a plan says in a way that can be understood in two: rows about the same, and rows that lead back to themselves.

mod ambiguous;
mod circles;
mod key;

pub(crate) use ambiguous::Ambiguous;
