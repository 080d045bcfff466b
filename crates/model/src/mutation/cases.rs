//! The files of cases, ready to be tried with a changed formula.

use super::case::{self, Case, NO_FIGURE};
use super::changes::Change;
use crate::calculation::with_change;
use crate::exchange::read_json;
use crate::outcome::{compute, resolve};
use crate::plan::Plan;
use std::collections::{BTreeSet, HashSet};

/// A case with its plan, and what it can notice.
pub struct PreparedCase {
    plan: Plan,
    case: Case,
    /// The kinds of the figures that it asserts.
    asserted: HashSet<&'static str>,
    /// The codes of the findings that it asserts.
    codes: HashSet<String>,
    /// The kinds of the figures that its plan gives rise to.
    computed: HashSet<&'static str>,
}

/// All cases whose plans can be read and that hold as the rules are.
pub fn all() -> Vec<PreparedCase> {
    let mut all = Vec::new();
    for path in case::all_files() {
        let Ok(file) = case::read(&path) else { continue };
        for one in &file.case {
            let Ok(tables) = case::tables(&file, one) else { continue };
            let Ok(read) = read_json(&case::plan_file(&tables)) else { continue };
            all.extend(PreparedCase::new(read.plan, one.clone()));
        }
    }
    all
}

impl PreparedCase {
    fn new(plan: Plan, case: Case) -> Option<Self> {
        let outcome = compute(&plan);
        // A case that does not hold is told by the test of the cases; here it would notice everything.
        if !case::expectations(&plan, &outcome, &case).is_empty() {
            return None;
        }
        let given = case.figures.iter().filter(|(_, value)| *value != NO_FIGURE).map(|(id, _)| id);
        let asserted = given.filter_map(|id| resolve(&plan, id)).map(|figure| figure.kind.id).collect();
        let code = |finding: &String| finding.split(" at ").next().unwrap_or_default().to_owned();
        let codes = case.findings.iter().flatten().chain(&case.finds).map(code).collect();
        let computed = outcome.figures().map(|(key, _)| key.kind.id).collect();
        Some(Self { plan, case, asserted, codes, computed })
    }

    /// Whether a change can matter to it at all.
    fn is_reached(&self, change: &Change) -> bool {
        change.tables.iter().any(|table| self.plan.store(*table).rows() > 0)
            || change.kinds.iter().any(|kind| self.computed.contains(kind.id))
    }

    fn notices(&self) -> bool {
        !case::expectations(&self.plan, &compute(&self.plan), &self.case).is_empty()
    }
}

/// Whether some case does not hold once a formula or a limit is changed. Those are tried first that assert what is
/// changed.
pub fn is_noticed(change: &Change, cases: &[PreparedCase]) -> bool {
    let is_near = |case: &&PreparedCase| {
        if change.is_limit { case.codes.contains(change.of) } else { case.asserted.contains(change.of) }
    };
    let (near, far): (Vec<_>, Vec<_>) = cases.iter().filter(|case| case.is_reached(change)).partition(is_near);
    with_change(change.changed, || near.iter().chain(&far).any(|case| case.notices()))
}

/// The kinds of figures that some case asserts.
pub fn asserted(cases: &[PreparedCase]) -> BTreeSet<&'static str> {
    cases.iter().flat_map(|case| &case.asserted).copied().collect()
}

/// The codes of findings that some case asserts.
pub fn codes(cases: &[PreparedCase]) -> BTreeSet<&str> {
    cases.iter().flat_map(|case| &case.codes).map(String::as_str).collect()
}
