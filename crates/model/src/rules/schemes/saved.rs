//! What a scheme saves, how far its plan is, and what part of it is expected.

use crate::calculation::Number;
use crate::parameters::{
    EXPECTED_AT_HIGH_RISK, EXPECTED_AT_LOW_RISK, EXPECTED_AT_MEDIUM_RISK, EXPECTED_UNIDENTIFIED, Parameter,
};
use crate::plan::{RiskLevel, Row, Scheme, SchemeDevelopment, SchemeStatus};

/// What a scheme saves.
#[derive(Clone, Default)]
pub(super) struct Saved {
    pub(super) gross: Option<Number>,
    pub(super) reinvestment: Option<Number>,
    pub(super) net: Option<Number>,
    pub(super) low: Option<Number>,
    pub(super) high: Option<Number>,
    pub(super) expected: Option<Number>,
}

/// How far the plan of a scheme is, as it says or as follows from its status.
pub(super) fn development(scheme: Row<'_, Scheme>) -> Option<SchemeDevelopment> {
    scheme.development().or_else(|| {
        Some(match scheme.status()? {
            SchemeStatus::Made | SchemeStatus::InProgress => SchemeDevelopment::FullyDeveloped,
            SchemeStatus::Identified => SchemeDevelopment::InProgress,
            SchemeStatus::NoProgress => SchemeDevelopment::Opportunity,
            SchemeStatus::Unidentified => SchemeDevelopment::Unidentified,
        })
    })
}

/// The parameter that says what part of a scheme is expected in view of its risk.
pub(super) fn expected_part(scheme: Row<'_, Scheme>) -> Option<&'static Parameter> {
    match scheme.risk() {
        Some(RiskLevel::High) => Some(&EXPECTED_AT_HIGH_RISK),
        Some(RiskLevel::Medium) => Some(&EXPECTED_AT_MEDIUM_RISK),
        Some(RiskLevel::Low) => Some(&EXPECTED_AT_LOW_RISK),
        None => (development(scheme) == Some(SchemeDevelopment::Unidentified)).then_some(&EXPECTED_UNIDENTIFIED),
    }
}
