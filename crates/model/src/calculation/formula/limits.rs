use super::Term;
use super::bound::{Bound, EvalContext, year_in};
use crate::calculation::{FigureKey, FigureKind, Finding, FindingKind, Ledger, Severity, format};
use crate::quantity::{Fixed, absolute};

/// A test of every figure of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The figures that are tested.
    pub of: &'static FigureKind,
    /// What fails.
    pub fails: Fails,
    /// What is then reported.
    pub finding: &'static FindingKind,
    /// What is said after the figure and its value: `below the national requirement of`.
    pub says: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What to do.
    pub advice: &'static str,
    /// Whether it fails all the same where the figure lacks a part.
    pub without_parts: bool,
}

impl Test {
    /// A test of the figures of a kind: what fails, what is then reported, and what is said after the figure and its
    /// value.
    pub const fn of(of: &'static FigureKind, fails: Fails, finding: &'static FindingKind, says: &'static str) -> Self {
        Self { of, fails, finding, says, severity: finding.severity, advice: finding.advice, without_parts: false }
    }

    /// Here it matters as much as the finding does otherwise.
    #[must_use]
    pub const fn otherwise(mut self) -> Self {
        if let Some(severity) = self.finding.or {
            self.severity = severity;
        }
        self
    }

    /// What is not given yet can only make it worse.
    #[must_use]
    pub const fn also_without_parts(self) -> Self {
        Self { without_parts: true, ..self }
    }

    /// What to do here.
    #[must_use]
    pub const fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }
}

/// When a figure fails its test.
#[derive(Clone, Copy, Debug)]
pub enum Fails {
    /// It is below a limit.
    Below(Term),
    /// It is above a limit.
    Above(Term),
    /// It is not the same, and rounding does not explain it.
    Differs(Term),
}

/// Reports every figure that fails a test.
pub fn run_tests(ledger: &mut Ledger<'_>, tests: &[Test]) {
    if !ledger.wants_findings() {
        return;
    }
    for test in tests {
        #[cfg(test)]
        super::worked_out(test.finding.code);
        #[cfg(test)]
        let test = &super::changed::limit(test);
        for failed in failed(ledger, test) {
            report(ledger, test, failed);
        }
    }
}

/// The figures that fail a test, each with its value and its limit as they are shown.
fn failed(ledger: &Ledger<'_>, test: &Test) -> Vec<(FigureKey, Fixed, Fixed)> {
    let Some(series) = ledger.series(test.of) else { return Vec::new() };
    let (Fails::Below(term) | Fails::Above(term) | Fails::Differs(term)) = test.fails;
    let limit = Bound::new(term, ledger, None);
    let mut failed = Vec::new();
    for (key, number) in series.iter() {
        let context = EvalContext { row: 0, index: key.index, each: Some(number), year: year_in(test.of, key.index) };
        let Some(limit) = limit.number(&context) else { continue };
        // What lacks a part may be anything once the part is given.
        if !test.without_parts && ledger.lacking().cell(key).is_some() {
            continue;
        }
        let (value, limit) = (number.shown(), limit.shown());
        if value.is_fault() || limit.is_fault() {
            continue;
        }
        let fails = match test.fails {
            Fails::Below(_) => value.is_below(limit),
            Fails::Above(_) => limit.is_below(value),
            Fails::Differs(_) => value != limit,
        };
        if fails {
            failed.push((key, value, limit));
        }
    }
    failed
}

fn report(ledger: &mut Ledger<'_>, test: &Test, (key, value, limit): (FigureKey, Fixed, Fixed)) {
    let unit = key.kind.unit;
    let message = format!(
        "{} is {}, {} {}.",
        key.label(ledger.plan),
        format::in_unit(value.value(), unit),
        test.says,
        format::in_unit(limit.value(), unit)
    );
    let finding = || {
        Finding::of(test.finding, message)
            .with_severity(test.severity)
            .at_cells(key.place())
            .figure(key)
            .advise(test.advice)
    };
    match (test.fails, value.minus(limit).value()) {
        (Fails::Differs(_), Ok(apart)) => ledger.report_beyond_rounding(key, absolute(apart), finding),
        // What lies beyond a limit is no other value of the same thing.
        (_, Ok(apart)) => ledger.report(|| finding().apart(apart, unit).both_right()),
        _ => ledger.report(finding),
    }
}
