//! How many cases a rule changes, and how many arrive elsewhere.

use super::PUT_OFF;
use crate::calculation::{Ledger, Number};
use crate::parameters::{CAESAREAN_CAP, Parameter, READMISSION_ELECTIVE, READMISSION_EMERGENCY};
use crate::plan::{ActivityRule, ActivityRuleKind, FinancialYear, Id, Row};
use crate::quantity::Month;

/// The share that the row gives, or else the parameter in the given year; where no year is given, in the year in
/// which the rule starts, or in the first of the plan.
pub(super) fn share(
    ledger: &Ledger<'_>,
    rule: Row<'_, ActivityRule>,
    default: Option<&Parameter>,
    year: Option<FinancialYear>,
) -> Option<Number> {
    if let Some(share) = rule.share() {
        return Some(Number::cell(share));
    }
    let year = year.or_else(|| rule.start().and_then(Month::financial_year));
    ledger.parameter(default?, year)
}

/// How many cases the rule may change.
fn scope(rule: Row<'_, ActivityRule>) -> Option<Number> {
    let eligible = rule.eligible().map(Number::cell)?;
    Some(match rule.excluded().map(Number::cell) {
        Some(excluded) => eligible.minus(&excluded).maximum(&Number::nothing()),
        None => eligible,
    })
}

/// How many cases change in a whole year. Where the share is a dated parameter, `year` says which year's counts.
pub(super) fn leaving(ledger: &Ledger<'_>, rule: Row<'_, ActivityRule>, year: Option<FinancialYear>) -> Option<Number> {
    use ActivityRuleKind as Kind;
    let scope = scope(rule)?;
    let nothing = Number::nothing();
    let above = |limit: Number| scope.minus(&limit).maximum(&nothing);
    let base = rule.base().map(Number::cell);
    Some(match rule.rule() {
        Kind::AdmissionCap | Kind::BaselineReturn => rule.limit().map(Number::cell).map_or(scope, above),
        Kind::FollowUpRatio => {
            let ratio = rule.ratio().map(Number::cell);
            match (ratio, base) {
                (Some(ratio), Some(first)) => above(ratio.times(&first)),
                // Where neither is given, only the cases above the ratio are counted as eligible in the first place.
                (None, None) => scope,
                _ => return None,
            }
        }
        Kind::CaesareanCap => {
            let cap = share(ledger, rule, Some(&CAESAREAN_CAP), year);
            cap.zip(base).map_or(scope, |(cap, births)| above(cap.times(&births)))
        }
        // Here the share says what part of the price is paid, not how many cases change.
        Kind::ShortStay | Kind::PriceChange => scope,
        Kind::ReadmissionElective => scope.times(&share(ledger, rule, Some(&READMISSION_ELECTIVE), year)?),
        Kind::ReadmissionEmergency => scope.times(&share(ledger, rule, Some(&READMISSION_EMERGENCY), year)?),
        // How many need no surgery after a course is known only where the plan says so; otherwise it is none.
        Kind::CourseBeforeSurgery => share(ledger, rule, None, year).map_or(nothing, |share| scope.times(&share)),
        _ => share(ledger, rule, None, year).map_or(scope, |share| scope.times(&share)),
    })
}

/// How many cases arrive elsewhere, for rules that move activity.
pub(super) fn arriving(rule: Row<'_, ActivityRule>, leaving: Number) -> Option<Number> {
    use ActivityRuleKind as Kind;
    if let Some(arriving) = rule.arriving().map(Number::cell) {
        return Some(arriving);
    }
    let moves = matches!(
        rule.rule(),
        Kind::LocalPrice
            | Kind::ShortStay
            | Kind::Repatriation
            | Kind::DayCaseToOutpatient
            | Kind::Reprovision
            | Kind::CaesareanCap
            | Kind::IncomeNeutral
    );
    moves.then_some(leaving)
}

/// Where a course comes first, the cases that remain come some months later: that part of a year's cases falls into
/// the next year, at most all of them.
pub(super) fn put_off(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>, leaving: &Number) {
    let months = rule.months_later().map(Number::cell);
    let (Some(months), Some(scope)) = (months, scope(rule)) else { return };
    let twelve = Number::months_of_a_year();
    let months = months.minimum(&twelve).maximum(&Number::nothing());
    let stays = scope.minus(leaving).maximum(&Number::nothing());
    ledger.publish(&PUT_OFF, [row.index()], stays.times(&months).over(&twelve));
}
