//! A seal: a short text that follows from everything that decides the figures of a plan, and files that carry it.
//!
//! ```
//! use one_plan_model::{example, outcome::{sealed_file, verify, Seal}};
//! let example = example::outcome(r#""beds": [{"provider": "a", "now": "100", "plan": "90"}],
//!     "organisations": [{"id": "a", "name": "A", "kind": "nhs-trust"}]"#);
//! let file = sealed_file(&example.plan, &example.outcome);
//! let verified = verify(file.as_bytes()).unwrap();
//! assert!(verified.is_reproduced());
//! assert_eq!(verified.now.hash, Seal::of(&example.plan).hash);
//! // A number is changed in the file by hand.
//! let verified = verify(file.replace("\"90\"", "\"80\"").as_bytes()).unwrap();
//! assert!(!verified.is_reproduced());
//! assert!(verified.figures.iter().any(|figure| figure.id == "beds.a.change"));
//! ```

mod file;
mod hash;
mod verified;

pub use file::{is_sealed, sealed_file};
pub use hash::Seal;
pub use verified::{FigureDifference, SealDifference, Verified, verify};
