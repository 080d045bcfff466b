//! Findings by what they have in common: most of the many things that do not agree have few causes.

use crate::calculation::{FigureKind, Finding, Severity};
use crate::outcome::compared::{
    FIGURES_DIFFER, NOT_PRINTED, PRINTED_BUT_NOT_COMPUTED, PRINTED_DIFFERS, PRINTED_IN_TWO_WAYS,
};
use crate::outcome::{Outcome, UNLIKELY_ROUNDING};
use crate::plan::Table;
use crate::quantity::{Decimal, InOrder};
use std::cmp::Reverse;

/// Findings that have a cause in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Of which kind the findings are: their code.
    pub code: &'static str,
    /// What those of a kind that can be about anything share besides: about which figures they are, or else about the
    /// rows of which table.
    pub about: CauseAbout,
    /// The positions of the findings, from the most pounds apart to the fewest.
    pub findings: Vec<usize>,
    /// The most pounds that one of them is about; nothing where none is about money.
    pub pounds: Option<Decimal>,
    /// Whether that one is about two amounts that should be the same.
    pub disagrees: bool,
    /// How many are open.
    pub open: usize,
    /// How much the gravest of them matters.
    pub severity: Severity,
}

/// What findings of a kind that can be about anything share.
#[derive(Clone, Copy, Debug)]
pub enum CauseAbout {
    /// Nothing besides their kind, which says it all.
    Kind,
    /// A kind of figure.
    Figures(&'static FigureKind),
    /// A table.
    Rows(Table),
}

impl PartialEq for CauseAbout {
    fn eq(&self, other: &Self) -> bool {
        self.word() == other.word()
    }
}

impl Eq for CauseAbout {}

impl CauseAbout {
    /// The word for it in an address: the identifier of the kind of figure, or the name of the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind => "",
            Self::Figures(kind) => kind.id,
            Self::Rows(table) => table.name(),
        }
    }
}

/// The kinds of findings that compare whatever the plan gives: what they are about says more than that they differ.
pub(in crate::outcome) fn is_about_anything(code: &str) -> bool {
    let general = [
        &PRINTED_DIFFERS,
        &PRINTED_BUT_NOT_COMPUTED,
        &PRINTED_IN_TWO_WAYS,
        &NOT_PRINTED,
        &FIGURES_DIFFER,
        &UNLIKELY_ROUNDING,
    ];
    general.iter().any(|kind| kind.code == code)
}

fn about(finding: &Finding) -> CauseAbout {
    match (finding.figures.first(), finding.places.first()) {
        _ if !is_about_anything(finding.code) => CauseAbout::Kind,
        (Some(figure), _) => CauseAbout::Figures(figure.kind),
        (None, Some(place)) => CauseAbout::Rows(place.table),
        (None, None) => CauseAbout::Kind,
    }
}

impl Outcome {
    /// The findings by their causes: errors first, then what does not agree by how many pounds it is about, what is only
    /// worth knowing last; of each, what is open before what is settled.
    ///
    /// ```
    /// use one_plan_model::example;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}],
    ///     "stated": [
    ///         {"figure": "schemes.list.plan.gross", "value": "300", "unit": "£000"},
    ///         {"figure": "scheme.a.gross", "value": "900", "unit": "£000"},
    ///         {"figure": "risks.number", "value": "4", "unit": "count"}
    ///     ]
    /// "#);
    /// let pounds: Vec<_> = example.outcome.causes().iter().map(|cause| cause.pounds).collect();
    /// assert_eq!(pounds, [Some(700_000.into()), Some(100_000.into()), None]);
    /// ```
    pub fn causes(&self) -> Vec<Cause> {
        let mut order: Vec<usize> = (0..self.findings.len()).collect();
        let urgencies = self.urgencies();
        order.order_by_key(|at| (urgencies.get(*at).copied(), *at));
        let mut causes: Vec<Cause> = Vec::new();
        for at in order {
            let Some(finding) = self.findings.get(at) else { continue };
            let (code, about) = (finding.code, about(finding));
            let is_open = usize::from(!self.is_settled(at));
            // The first finding of a cause is the gravest, so causes come in their order.
            match causes.iter_mut().find(|cause| cause.code == code && cause.about == about) {
                Some(cause) => {
                    cause.findings.push(at);
                    cause.open += is_open;
                    cause.severity = cause.severity.min(finding.severity);
                }
                None => causes.push(Cause {
                    code,
                    about,
                    findings: vec![at],
                    pounds: finding.pounds_apart(),
                    disagrees: finding.disagrees,
                    open: is_open,
                    severity: finding.severity,
                }),
            }
        }
        causes
    }

    /// What decides for each finding which comes first: the smallest first. One from which others may follow is as urgent as
    /// these, and stands before them.
    fn urgencies(&self) -> Vec<(Severity, Reverse<Decimal>)> {
        let mut urgencies: Vec<_> = (0..self.findings.len()).map(|at| self.own_urgency(at)).collect();
        for (at, cause) in self.follows.iter().enumerate() {
            if let Some(urgency) = cause.and_then(|cause| urgencies.get_mut(cause)) {
                let (severity, pounds) = self.own_urgency(at);
                *urgency = (urgency.0.min(severity), urgency.1.min(pounds));
            }
        }
        urgencies
    }

    fn own_urgency(&self, at: usize) -> (Severity, Reverse<Decimal>) {
        let finding = self.findings.get(at);
        let severity = finding.map_or(Severity::Information, |finding| finding.severity);
        (severity, Reverse(finding.and_then(Finding::pounds_apart).unwrap_or_default()))
    }
}
