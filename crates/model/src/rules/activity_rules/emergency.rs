//! Emergency admissions above a baseline, which are paid at a marginal rate only.

use super::{SAVING, SAVING_AT_FULL_PRICE, TOGETHER};
use crate::calculation::{Finding, Ledger, Number, NumberTotal, Unit, findings_of_part, format};
use crate::plan::{ActivityRule, ActivityRuleKind, Contract, Id, Row, Table};
use crate::quantity::InOrder;
use crate::rules::contracts::{all_are_paid, unpaid_at_margin};
use crate::rules::empty_cells::report_empty;

findings_of_part! {
    /// Rules for emergency admissions share the baseline of a contract, and save something else together than if each
    /// is looked at alone.
    RULES_SHARE_A_BASELINE: information("rules-share-a-baseline", "Use what they save together for the contract.")
}

/// What the commissioner would not have paid for admissions of this value, because of the marginal rate: avoiding
/// them does not save it.
pub(super) fn at_margin(ledger: &Ledger<'_>, id: Id<Contract>, value: &Number) -> Option<Number> {
    let contract = ledger.plan.contracts.get(id)?;
    let emergency = Number::cell(contract.emergency()?);
    let before = unpaid_at_margin(ledger, id, &emergency)?;
    let after = unpaid_at_margin(ledger, id, &emergency.minus(value))?;
    Some(before.minus(&after))
}

/// A rule that saves at the marginal rate needs a contract with emergency admissions and their baseline: without them what
/// it saves is reckoned at the full price. A baseline that is missing beside admissions is reported with all such cells.
pub(super) fn report_without_baseline(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let (mut without_contract, mut without_admissions) = (Vec::new(), Vec::new());
    for (row, rule) in plan.activity_rules.iter().filter(|(_, rule)| rule.rule() == ActivityRuleKind::MarginalRate) {
        if ledger.figure(&SAVING, [row.index()]).is_none() {
            continue;
        }
        match rule.contract().and_then(|contract| plan.contracts.get(contract).zip(Some(contract))) {
            None => without_contract.push(row.index()),
            Some((contract, id))
                if contract.emergency().is_none()
                    && contract.emergency_baseline().is_none()
                    && !all_are_paid(ledger, id.index()) =>
            {
                without_admissions.push(id.index());
            }
            Some(_) => {}
        }
    }
    const RESTS: &str = "what of the saving is made at the marginal rate only";
    report_empty(ledger, Table::ActivityRule, "contract", &without_contract, RESTS);
    report_empty(ledger, Table::Contract, "emergency_baseline", &without_admissions, RESTS);
}

/// Rules that avoid emergency admissions in the same contract share its baseline, so what they save together is not
/// the sum of what each would save alone. It is worked out for each year, because rules start and end.
pub(super) fn together_at_margin(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rules: Vec<(Id<Contract>, Id<ActivityRule>, Number, Number)> = Vec::new();
    for (row, rule) in plan.activity_rules.iter() {
        let subject = [row.index()];
        let values = ledger.figure(&SAVING_AT_FULL_PRICE, subject).zip(ledger.figure(&SAVING, subject));
        if let Some((contract, (value, saving))) = rule.contract().zip(values) {
            rules.push((contract, row, value, saving));
        }
    }
    rules.order_by_key(|(contract, rule, ..)| (contract.index(), rule.index()));
    for rules in rules.chunk_by(|left, right| left.0 == right.0) {
        let mut before = Vec::new();
        for year in plan.years() {
            let in_force = |(_, row, ..): &&(_, Id<ActivityRule>, _, _)| {
                let months = |rule: Row<'_, ActivityRule>| year.first_month().months_in_force(rule.start(), rule.end());
                plan.activity_rules.get(*row).is_some_and(|rule| months(rule) > 0)
            };
            let rules: Vec<_> = rules.iter().filter(in_force).copied().collect();
            let [(contract, ..), _, ..] = *rules.as_slice() else { continue };
            let (mut value, mut alone) = (NumberTotal::default(), NumberTotal::default());
            for (_, _, of_rule, saving) in &rules {
                value.add(of_rule);
                alone.add(saving);
            }
            let (value, alone) = (value.finish(), alone.finish());
            let Some(unpaid) = at_margin(ledger, contract, &value) else { continue };
            let subjects = [contract.index(), u32::from(year.start())];
            let together = ledger.publish(&TOGETHER, subjects, value.minus(&unpaid));
            let apart = together.shown().minus(alone.shown());
            // Where the same rules were in force in the year before, it has been said already.
            let these: Vec<u32> = rules.iter().map(|(_, row, ..)| row.index()).collect();
            let again = before == these;
            before.clone_from(&these);
            if again || apart.is_zero() || apart.is_fault() {
                continue;
            }
            let message = format!(
                "{}: its {} rules for emergency admissions save {} together in a whole year such as {year}, and {} if each is looked at alone.",
                plan.title(Table::Contract, contract.index()).unwrap_or_default(),
                rules.len(),
                format::money(together.shown().value()),
                format::money(alone.shown().value())
            );
            ledger.report(|| {
                Finding::of(&RULES_SHARE_A_BASELINE, message)
                    .at_rows(plan, Table::ActivityRule, these, "contract")
                    .figure(TOGETHER.at(subjects))
                    .between(together.shown().value(), alone.shown().value(), Unit::Money)
                    .both_right()
            });
        }
    }
}
