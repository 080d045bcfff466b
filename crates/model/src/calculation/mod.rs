//! How rules are written once and run in two ways.
//!
//! A rule computes with [`Number`]s and publishes figures in a [`Ledger`]. Run plainly it does
//! just that; run [`recorded`] every number also notes the step by which it came about, and the
//! [`Record`] says why each figure is what it is. There is one piece of code for both, so an
//! explanation cannot drift from the calculation. From the record it also follows how far a
//! figure may lie from its printed value because what it stands on is printed rounded:
//! [`Tolerances`].
//!
//! ```
//! use one_plan_model::calculation::{Number, Reason, recorded};
//! use one_plan_model::quantity::whole;
//! let (quarter, record) = recorded(4, || Number::constant(whole(3), "months").over(&Number::constant(whole(12), "a year")));
//! assert_eq!(quarter.value().unwrap().to_string(), "0.25");
//! assert!(matches!(record.step(quarter.step()), Some((_, Reason::Quotient(_, _)))));
//! ```

mod figure;
mod finding;
mod finding_kind;
mod formula;
mod record;
mod replay;
mod run;
mod tolerance;

pub use figure::{Dimension, FigureIndex, FigureKey, FigureKind, FigureNames, Subject, Unit, format};
pub(crate) use figure::{LIST, ORGANISATION, POINT, PROGRAMME, SCHEME, SETTING, YEAR, year_of};
pub(crate) use record::recorded_in_slices;
pub use record::{Reason, Record, StepId, recorded, recorded_with_guards};
pub use run::{Lacking, Ledger, Number, NumberTotal, PendingFinding, Run, Series, SeriesByKind};
pub use tolerance::{Explains, MOST_DEVIATIONS, Ratio, Reach, Tolerances};

pub use crate::plan::CellAddress;
pub use finding::Finding;
pub use finding_kind::{FindingFile, FindingKind, Severity};
pub(crate) use finding_kind::{findings, findings_of_part, joined_findings, no_findings};
#[cfg(test)]
pub(crate) use formula::{Changed, faults_of, fits, is_same, late_in, with_change, worked_out_in};
pub use formula::{
    ColumnOf, Fails, Formula, Key, RuleFile, Source, Term, Test, When, column, formula, run_formulas, run_tests,
    split_before, term, word,
};
pub(crate) use formula::{figures, finding_files, no_tests, summed};
pub use replay::{Answers, Program};
