//! What a rule saves in a whole year.

use super::cases::share;
use super::emergency::at_margin;
use super::{NEUTRAL_PRICE, SAVING_AT_FULL_PRICE};
use crate::calculation::{Ledger, Number};
use crate::plan::{ActivityRule, ActivityRuleKind, Id, Row};
use crate::quantity::whole;

/// What is saved in a whole year; nothing where a price is not given.
pub(super) fn saving(
    ledger: &mut Ledger<'_>,
    row: Id<ActivityRule>,
    rule: Row<'_, ActivityRule>,
    leaving: &Number,
    arriving: Option<Number>,
) -> Option<Number> {
    use ActivityRuleKind as Kind;
    let price_before = rule.price().map(Number::cell)?;
    let price_after = rule.new_price().map(Number::cell);
    let value = leaving.times(&price_before);
    match rule.rule() {
        Kind::PriceChange | Kind::Placement => {
            let less = match price_after {
                Some(after) => price_before.minus(&after),
                None => price_before.times(&share(ledger, rule, None, None)?),
            };
            let days = rule.base().map(Number::cell).filter(|_| rule.rule() == Kind::Placement);
            let saved = leaving.times(&less);
            Some(days.map_or(saved, |days| saved.times(&days)))
        }
        Kind::ShortStay => {
            let paid = share(ledger, rule, None, None)?;
            Some(value.minus(&value.times(&paid)))
        }
        Kind::IncomeNeutral => {
            let neutral = value.over(&arriving?);
            ledger.publish(&NEUTRAL_PRICE, [row.index()], neutral);
            Some(Number::constant(whole(0), "neither side gains or loses"))
        }
        _ => {
            let saved = match (arriving, price_after) {
                (Some(arriving), Some(after)) => value.minus(&arriving.times(&after)),
                // Without the price at which it arrives the saving is not known.
                (Some(_), None) => return None,
                _ => value,
            };
            let emergency = matches!(rule.rule(), Kind::MarginalRate | Kind::AdmissionCap);
            if !emergency {
                return Some(saved);
            }
            let unpaid = rule.contract().and_then(|contract| at_margin(ledger, contract, &value));
            Some(unpaid.map_or(saved, |unpaid| {
                ledger.publish(&SAVING_AT_FULL_PRICE, [row.index()], saved);
                saved.minus(&unpaid).because("the part above the emergency baseline saves only the marginal rate", &[])
            }))
        }
    }
}
