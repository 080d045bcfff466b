//! What a plan is, and what follows from it.
//!
//! ```text
//! file bytes ──exchange──▶ Plan ──rules──▶ Outcome ──▶ page · command line · exports
//! ```
//!
//! * [`pace`]: long work in slices.
//! * [`quantity`]: money, counts, rates, years; the only place where numbers are operated on.
//! * [`plan`]: the vocabulary; one definition for each table of a plan.
//! * [`parameters`]: dated numbers with their sources.
//! * [`calculation`]: how a rule is written once and run plainly or recorded, and replayed with other numbers.
//! * [`rules`]: one file for each part of the model.
//! * [`outcome`]: figures, findings, comparison with printed figures, explanations.
//! * [`exchange`]: plan files in and out.
//! * [`scenario`]: what would be if something were otherwise: scenarios, bridges, goals, ranges, two sides of a contract.
//!
//! The crate does no input or output, has no clock and no randomness, and lets no float touch
//! money. The same plan gives the same bytes on every machine.
//!
//! ```
//! use one_plan_model::{exchange, outcome};
//! let file = r#"{
//!   "format": "one-plan/1",
//!   "plan": [{"title": "Small plan", "system": "Anywhere", "first_year": "2011/12",
//!             "last_year": "2012/13", "base_year": "2010/11"}],
//!   "programmes": [{"id": "acute", "name": "Acute Care"}],
//!   "programme_savings": [{"programme": "acute", "year": "2011/12", "part": "commissioner",
//!                          "amount": "13.10", "unit": "£m"}]
//! }"#;
//! let plan = exchange::read_json(file.as_bytes()).unwrap().plan;
//! let outcome = outcome::compute(&plan);
//! let figure = outcome::resolve(&plan, "savings.programme.acute").unwrap();
//! assert_eq!(outcome.value(figure).unwrap().unwrap().to_string(), "13100000");
//! ```

pub mod calculation;
pub mod example;
pub mod exchange;
#[cfg(test)]
mod mutation;
pub mod outcome;
pub mod pace;
pub mod parameters;
pub mod plan;
pub mod quantity;
pub mod rules;
pub mod scenario;

// What reads the files of cases is shared with the tests beside the crate, which know it by this name.
#[cfg(test)]
extern crate self as one_plan_model;
