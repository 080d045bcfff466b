//! What rules asked for in a run: which rows of the plan were used, and what has no value.

use super::value::ParameterValue;
use crate::plan::{CellAddress, FinancialYear};
use crate::quantity::Month;
use std::collections::{BTreeMap, BTreeSet};

/// A parameter in a year.
pub(super) type Question = (&'static str, FinancialYear);

/// What was found for a parameter in a year.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) value: Option<ParameterValue>,
    /// The rows of the plan that decide about it.
    pub(super) rows: BTreeSet<u32>,
    /// The months for which neither the plan nor the model says anything.
    pub(super) lacking: Vec<Month>,
}

/// The questions of a run and their answers: filled while rules run, which only look at the parameters.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) found: BTreeMap<Question, Found>,
    /// The questions without an answer, with the cells for which they were asked.
    pub(super) missing: BTreeMap<Question, BTreeSet<CellAddress>>,
}

impl Asked {
    /// Whether a row of the plan decided about anything.
    pub(super) fn used_rows(&self) -> BTreeSet<u32> {
        self.found.values().flat_map(|found| found.rows.iter().copied()).collect()
    }
}
