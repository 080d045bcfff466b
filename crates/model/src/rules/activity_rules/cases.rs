//! How many cases a rule changes, and how many arrive elsewhere.

use super::PUT_OFF;
use crate::calculation::{Ledger, Number};
use crate::parameters::{CAESAREAN_CAP, Parameter, READMISSION_ELECTIVE, READMISSION_EMERGENCY};
use crate::plan::{ActivityRule, ActivityRuleKind, FinancialYear, Id, Table};
use crate::quantity::{Count, Month};

pub(super) fn count(
    ledger: &Ledger<'_>,
    row: Id<ActivityRule>,
    column: &'static str,
    count: Option<Count>,
) -> Option<Number> {
    ledger.cell_if_given(Table::ActivityRule, row, column, count)
}

/// The share that the row gives, or else the parameter in the given year; where no year is given, in the year in
/// which the rule starts, or in the first of the plan.
pub(super) fn share(
    ledger: &Ledger<'_>,
    row: Id<ActivityRule>,
    rule: &ActivityRule,
    default: Option<&Parameter>,
    year: Option<FinancialYear>,
) -> Option<Number> {
    if let Some(share) = rule.share {
        return Some(ledger.cell(Table::ActivityRule, row, "share", &share));
    }
    let year = year.or_else(|| rule.start.and_then(Month::financial_year));
    ledger.parameter(default?, year)
}

/// How many cases the rule may change.
fn scope(ledger: &Ledger<'_>, row: Id<ActivityRule>, rule: &ActivityRule) -> Option<Number> {
    let eligible = count(ledger, row, "eligible", rule.eligible)?;
    Some(match count(ledger, row, "excluded", rule.excluded) {
        Some(excluded) => eligible.minus(&excluded).maximum(&Number::nothing()),
        None => eligible,
    })
}

/// How many cases change in a whole year. Where the share is a dated parameter, `year` says which year's counts.
pub(super) fn leaving(
    ledger: &Ledger<'_>,
    row: Id<ActivityRule>,
    rule: &ActivityRule,
    year: Option<FinancialYear>,
) -> Option<Number> {
    use ActivityRuleKind as Kind;
    let scope = scope(ledger, row, rule)?;
    let nothing = Number::nothing();
    let above = |limit: Number| scope.minus(&limit).maximum(&nothing);
    let base = count(ledger, row, "base", rule.base);
    Some(match rule.rule {
        Kind::AdmissionCap | Kind::BaselineReturn => count(ledger, row, "limit", rule.limit).map_or(scope, above),
        Kind::FollowUpRatio => {
            let ratio = rule.ratio.map(|ratio| ledger.cell(Table::ActivityRule, row, "ratio", &ratio));
            match (ratio, base) {
                (Some(ratio), Some(first)) => above(ratio.times(&first)),
                // Where neither is given, only the cases above the ratio are counted as eligible in the first place.
                (None, None) => scope,
                _ => return None,
            }
        }
        Kind::CaesareanCap => {
            let cap = share(ledger, row, rule, Some(&CAESAREAN_CAP), year);
            cap.zip(base).map_or(scope, |(cap, births)| above(cap.times(&births)))
        }
        // Here the share says what part of the price is paid, not how many cases change.
        Kind::ShortStay | Kind::PriceChange => scope,
        Kind::ReadmissionElective => scope.times(&share(ledger, row, rule, Some(&READMISSION_ELECTIVE), year)?),
        Kind::ReadmissionEmergency => scope.times(&share(ledger, row, rule, Some(&READMISSION_EMERGENCY), year)?),
        // How many need no surgery after a course is known only where the plan says so; otherwise it is none.
        Kind::CourseBeforeSurgery => share(ledger, row, rule, None, year).map_or(nothing, |share| scope.times(&share)),
        _ => share(ledger, row, rule, None, year).map_or(scope, |share| scope.times(&share)),
    })
}

/// How many cases arrive elsewhere, for rules that move activity.
pub(super) fn arriving(
    ledger: &Ledger<'_>,
    row: Id<ActivityRule>,
    rule: &ActivityRule,
    leaving: Number,
) -> Option<Number> {
    use ActivityRuleKind as Kind;
    if let Some(arriving) = count(ledger, row, "arriving", rule.arriving) {
        return Some(arriving);
    }
    let moves = matches!(
        rule.rule,
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
pub(super) fn put_off(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: &ActivityRule, leaving: &Number) {
    let months = count(ledger, row, "months_later", rule.months_later);
    let (Some(months), Some(scope)) = (months, scope(ledger, row, rule)) else { return };
    let twelve = Number::months_of_a_year();
    let months = months.minimum(&twelve).maximum(&Number::nothing());
    let stays = scope.minus(leaving).maximum(&Number::nothing());
    ledger.publish(&PUT_OFF, [row.index()], stays.times(&months).over(&twelve));
}
