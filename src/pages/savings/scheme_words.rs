//! What people call the classes and the states of schemes.

use one_plan_model::plan::{RiskLevel, SavingKind, SchemeClass, SchemeStatus};

/// What people call a class.
pub(super) const fn class_name(class: SchemeClass) -> &'static str {
    match class {
        SchemeClass::Transformational => "Transformational",
        SchemeClass::Transactional => "Transactional",
        SchemeClass::CostContainment => "Cost containment",
    }
}

/// What a class means.
pub(super) const fn class_meaning(class: SchemeClass) -> &'static str {
    match class {
        SchemeClass::Transformational => "Changes how care is given",
        SchemeClass::Transactional => "Pays less for the same care",
        SchemeClass::CostContainment => "Avoids growth: no cash is released",
    }
}

/// What people call a state.
pub(super) const fn status_name(status: SchemeStatus) -> &'static str {
    match status {
        SchemeStatus::Identified => "Identified",
        SchemeStatus::Unidentified => "Unidentified",
        SchemeStatus::InProgress => "In progress",
        SchemeStatus::Made => "Delivered",
        SchemeStatus::NoProgress => "No progress",
    }
}

/// What people call what a saving changes.
pub(super) const fn kind_name(kind: SavingKind) -> &'static str {
    match kind {
        SavingKind::Pay => "Pay",
        SavingKind::NonPay => "Non-pay",
        SavingKind::Income => "Income",
    }
}

/// What people call a risk.
pub(super) const fn risk_name(risk: RiskLevel) -> &'static str {
    match risk {
        RiskLevel::High => "High",
        RiskLevel::Medium => "Medium",
        RiskLevel::Low => "Low",
    }
}
