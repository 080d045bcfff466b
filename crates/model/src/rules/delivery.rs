//! Programmes, decisions, gates and what depends on what, one file for each subject.

pub mod decisions;
pub mod dependencies;
pub mod gates;
pub mod innovations;
pub mod programmes;
pub mod registers;
pub mod scheme_groups;

use super::folder::run_in_order;
use crate::calculation::FigureKind;

/// The figure kinds of this folder. Their order is that of exports, which people compare with earlier ones, so
/// that it does not go by file.
pub const KINDS: &[&FigureKind] = &[
    &programmes::WORK_PROGRAMME_VALUE,
    &programmes::WORK_PROGRAMMES_VALUE,
    &programmes::WORK_PROGRAMME_KIND,
    &programmes::PRIORITY_SHARE,
    &programmes::PRIORITY_SHARE_ALL,
    &programmes::PROGRAMMES,
    &programmes::BIG_TICKETS,
    &scheme_groups::STATUS,
    &scheme_groups::STRATEGY,
    &scheme_groups::WAY,
    &scheme_groups::OF_PROVIDER,
    &scheme_groups::OF_COORDINATOR,
    &scheme_groups::SCALED,
    &scheme_groups::NO_CASH,
    &programmes::CQUIN_OF_PROGRAMME,
    &scheme_groups::CQUIN_OF_SCHEME,
    &programmes::NOTICED,
    &gates::PROGRAMME_GATES,
    &registers::OF_BODY,
    &registers::AT_RISK,
    &registers::TEAMS,
    &scheme_groups::RISK_OWNER,
    &scheme_groups::VOLUNTARY,
    &scheme_groups::IN_FORM,
    &dependencies::DELAY,
    &innovations::TESTS_PASSED,
    &decisions::MONTHS_OPEN,
    &decisions::OUTCOMES,
    &decisions::DECISIONS_OF,
    &gates::GATE_STATES,
    &gates::OPEN_GATES,
    &registers::PRINCIPLES,
    &registers::LINKS,
    &registers::PROJECT_COUNT,
    &registers::PROJECT_VALUE,
    &registers::SITES,
    &registers::LESSON,
    &registers::CONSULTED,
    &registers::STAKEHOLDERS,
];

run_in_order! {
    programmes,
    scheme_groups,
    innovations,
    decisions,
    dependencies,
    gates,
    registers,
}
