//! Changes of activity that follow from a rule: what is eligible, what of it changes, at which
//! prices.
//!
//! * CR12–CR20, CR43, CR56, CR58, CR59: each rule of the plans with its parameters.
//! * An emergency admission that is avoided (rules `marginal-rate` and `admission-cap`) in a contract
//!   with a marginal-rate baseline saves the marginal rate of its price as far as the contract lies
//!   above the baseline, and its whole price below; the saving says which. Each rule is worked out
//!   from the contract as it stands, not after the other rules.
//! * What is reinvested leaves no saving.
//!
//! Three questions decide each rule: how many cases it changes, whether they arrive elsewhere, and
//! what each saves.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "activity_rules": [
//!         {"id": "zero-stay", "name": "Zero length of stay", "rule": "local-price", "eligible": "4,013",
//!          "price": "1,000", "new_price": "400", "unit": "£"},
//!         {"id": "follow-up", "name": "Follow-ups", "rule": "follow-up-ratio", "eligible": "692,721", "base": "300,744",
//!          "ratio": "2.2", "price": "100.89", "unit": "£"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("activity-rule.zero-stay.saving"), "2407800");
//! assert_eq!(outcome.text("activity-rule.zero-stay.arriving"), "4013");
//! assert_eq!(outcome.text("activity-rule.follow-up.leaving"), "31084.2");
//! ```

use super::contracts::unpaid_at_margin;
use crate::calculation::{
    CellAddress, Dimension, Finding, Ledger, Number, NumberTotal, Severity, YEAR, figures, format, run_formulas,
};
use crate::parameters::{CAESAREAN_CAP, Parameter, READMISSION_ELECTIVE, READMISSION_EMERGENCY};
use crate::plan::{Row, ActivityRule, ActivityRuleKind, Contract, FinancialYear, Id, Table};
use crate::quantity::{Month, put_in_order, whole};

const RULE: Dimension = Dimension::Row(Table::ActivityRule);
const PLANS: &str = "NHS Surrey, One Plan, l. 643-670, 823-877, 1091-1228; Arden Cluster System Plan, l. 426, 467, 886";

figures! {
    /// How many cases leave, or are priced anew.
    LEAVING: count("activity-rule.{}.leaving", "{}: cases that change", [RULE])
        by("CR12-CR20", "eligible − excluded, then the share, or what lies above the limit, ratio or cap", PLANS)
    /// How many arrive elsewhere.
    ARRIVING: count("activity-rule.{}.arriving", "{}: cases that arrive", [RULE])
        by("CR12-CR20", "as many as change, or the number that the plan gives", PLANS)
    /// How many cases are put off into the next year, once.
    PUT_OFF: count("activity-rule.{}.put-off", "{}: cases put off into the next year", [RULE])
        by("CR12-CR20", "(eligible − excluded − cases that change) × months later ÷ 12, at most all of them", "NHS Surrey, One Plan, l. 670, 1181-1183")
    /// What they cost then: it is put off and not saved.
    PUT_OFF_COST: money("activity-rule.{}.put-off-cost", "{}: cost put off into the next year", [RULE])
        by("CR12-CR20", "cases put off × price", "NHS Surrey, One Plan, l. 670, 1181-1183")
        { ActivityRule [*] = [PUT_OFF] * price }
    /// What is saved in a whole year.
    SAVING: money("activity-rule.{}.saving", "{}: saving of a whole year", [RULE])
        by("CR12-CR20", "cases × price − cases that arrive × new price", PLANS)
    /// What would be saved without the marginal rate.
    SAVING_AT_FULL_PRICE: money("activity-rule.{}.saving-at-full-price", "{}: saving if every case were paid in full", [RULE])
        by("CR12-CR20", "cases × price", PLANS)
    /// What the rules of a contract save together where they share its emergency baseline.
    TOGETHER: money("contract.{}.emergency-saving-together.{}", "{}: saving of its rules for emergency admissions, together, {}", [Dimension::Row(Table::Contract), YEAR])
        by("CR12-CR20", "all cases × price − what of it was not paid at the marginal rate", PLANS)
    /// What goes into reinvestment.
    REINVESTED: money("activity-rule.{}.reinvested", "{}: put into reinvestment", [RULE])
        by("CR12", "the saving, where it is reinvested", "NHS Surrey, One Plan, l. 962-973")
    /// What is left of the saving.
    NET_SAVING: money("activity-rule.{}.net-saving", "{}: saving after reinvestment", [RULE])
        by("CR12", "saving − reinvestment", "NHS Surrey, One Plan, l. 962-973")
    /// The price at which a transfer is neutral.
    NEUTRAL_PRICE: money("activity-rule.{}.neutral-price", "{}: price at which neither side loses", [RULE])
        by("CR59", "income that leaves ÷ cases that arrive", "Arden Cluster System Plan, l. 886")
    /// How many cases change in a year.
    LEAVING_IN: count("activity-rule.{}.leaving.{}", "{}: cases that change in {}", [RULE, YEAR])
        by("CR18", "cases of a whole year, by the share of the year, × months in force ÷ 12", "NHS Surrey, One Plan, l. 654, 855, 1003")
    /// What is saved in a year.
    SAVING_IN: money("activity-rule.{}.saving.{}", "{}: saving in {}", [RULE, YEAR])
        by("CR18", "saving of a whole year, by the share of the year, × months in force ÷ 12", "NHS Surrey, One Plan, l. 654, 855, 1003")
    /// What all rules save in a whole year.
    TOTAL: money("activity-rules.net-saving", "All activity rules: saving after reinvestment", [])
        by("CR12-CR20", "the sum of the rules", PLANS)
        { sum of NET_SAVING [] }
}

/// Computes every activity rule.
pub fn run(ledger: &mut Ledger<'_>) {
    for (row, rule) in ledger.plan.activity_rules.iter() {
        apply(ledger, row, rule);
        if rule.start().zip(rule.end()).is_some_and(|(start, end)| end < start) {
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code: "ends-before-it-starts",
                places: vec![CellAddress { table: Table::ActivityRule, row: row.index(), column: "end" }],
                figures: Vec::new(),
                message: format!("\"{}\" ends before it starts: it is never in force.", rule.name()),
                advice: "Correct one of the two months.",
            });
        }
    }
    run_formulas(ledger, FORMULAS);
    together_at_margin(ledger);
}

/// Several rules that avoid emergency admissions in one contract share its baseline: what they save
/// together is not the sum of what each would save alone. Year by year, as rules come and go.
fn together_at_margin(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rules: Vec<(Id<Contract>, Id<ActivityRule>, Number, Number)> = Vec::new();
    for (row, rule) in plan.activity_rules.iter() {
        let subject = [row.index()];
        let values = ledger.figure(&SAVING_AT_FULL_PRICE, subject).zip(ledger.figure(&SAVING, subject));
        if let Some((contract, (value, saving))) = rule.contract().zip(values) {
            rules.push((contract, row, value, saving));
        }
    }
    put_in_order(&mut rules, &|left, right| (left.0.index(), left.1.index()).cmp(&(right.0.index(), right.1.index())));
    for rules in rules.chunk_by(|left, right| left.0 == right.0) {
        let mut before = Vec::new();
        for year in plan.years() {
            let in_force = |(_, row, ..): &&(_, Id<ActivityRule>, _, _)| {
                let months = |rule: Row<'_, ActivityRule>| year.first_month().months_in_force(rule.start(), rule.end());
                plan.activity_rules.get(*row).is_some_and(|rule| months(rule) > 0)
            };
            let rules: Vec<_> = rules.iter().filter(in_force).copied().collect();
            let [(contract, first, ..), _, ..] = *rules.as_slice() else { continue };
            let (mut value, mut alone) = (NumberTotal::default(), NumberTotal::default());
            for (_, _, of_rule, saving) in &rules {
                value.add(of_rule);
                alone.add(saving);
            }
            let (value, alone) = (value.finish(), alone.finish());
            let Some(unpaid) = at_margin(ledger, contract, &value) else { continue };
            let subjects = [contract.index(), u32::from(year.start())];
            let together = ledger.publish(&TOGETHER, subjects, value.minus(&unpaid));
            let apart = together.minus(&alone).fixed();
            // The same rules as in the year before say nothing new.
            let these: Vec<u32> = rules.iter().map(|(_, row, ..)| row.index()).collect();
            let again = before == these;
            before = these;
            if again || apart.is_zero() || apart.is_fault() {
                continue;
            }
            let message = format!(
                "{}: its {} rules for emergency admissions save {} together in a whole year such as {year}, and {} if each is looked at alone.",
                plan.title(Table::Contract, contract.index()).unwrap_or_default(),
                rules.len(),
                format::money(together.value()),
                format::money(alone.value())
            );
            ledger.report(|| Finding {
                severity: Severity::Information,
                code: "rules-share-a-baseline",
                places: vec![CellAddress { table: Table::ActivityRule, row: first.index(), column: "contract" }],
                figures: vec![TOGETHER.at(subjects)],
                message,
                advice: "Use what they save together for the contract.",
            });
        }
    }
}

fn apply(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>) {
    let Some(cases) = leaving(ledger, row, rule, None) else { return };
    let leaving = ledger.publish(&LEAVING, [row.index()], cases);
    put_off(ledger, row, rule, &leaving);
    let arriving = arriving(ledger, row, rule, leaving).map(|number| ledger.publish(&ARRIVING, [row.index()], number));
    let saving = saving(ledger, row, rule, &leaving, arriving);
    if let Some(saving) = saving {
        let saving = ledger.publish(&SAVING, [row.index()], saving);
        let nothing = Number::nothing();
        let reinvested = if rule.reinvested() == Some(true) { saving } else { nothing };
        let reinvested = ledger.publish(&REINVESTED, [row.index()], reinvested);
        ledger.publish(&NET_SAVING, [row.index()], saving.minus(&reinvested));
    }
    if rule.start().is_none() && rule.end().is_none() {
        return;
    }
    by_years(ledger, row, rule, &leaving);
}

/// What changes and is saved in each year, by the months in force and by the share of that year, where the
/// share is a dated parameter.
fn by_years(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>, of_first: &Number) {
    for year in ledger.plan.years() {
        let of_year = leaving(ledger, row, rule, Some(year)).filter(|cases| cases.fixed() != of_first.fixed());
        let leaving = of_year.unwrap_or(*of_first);
        let months = year.first_month().months_in_force(rule.start(), rule.end());
        let months = Number::constant(whole(months), "months in force");
        let twelve = Number::months_of_a_year();
        let subjects = [row.index(), u32::from(year.start())];
        ledger.publish(&LEAVING_IN, subjects, leaving.times(&months).over(&twelve));
        let saving = match of_year {
            Some(cases) => {
                let arriving = arriving(ledger, row, rule, cases);
                saving(ledger, row, rule, &cases, arriving)
            }
            None => ledger.figure(&SAVING, [row.index()]),
        };
        if let Some(saving) = saving {
            ledger.publish(&SAVING_IN, subjects, saving.times(&months).over(&twelve));
        }
    }
}

/// The share of the row, or else a parameter in a year: that in which the rule starts, or the first of the plan.
fn share(
    ledger: &Ledger<'_>,
    _row: Id<ActivityRule>,
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
fn scope(_ledger: &Ledger<'_>, _row: Id<ActivityRule>, rule: Row<'_, ActivityRule>) -> Option<Number> {
    let eligible = rule.eligible().map(Number::cell)?;
    Some(match rule.excluded().map(Number::cell) {
        Some(excluded) => eligible.minus(&excluded).maximum(&Number::nothing()),
        None => eligible,
    })
}

/// What stays is put off, where a course comes first: no longer than into the next year.
fn put_off(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>, leaving: &Number) {
    let months = rule.months_later().map(Number::cell);
    let (Some(months), Some(scope)) = (months, scope(ledger, row, rule)) else { return };
    let twelve = Number::months_of_a_year();
    let months = months.minimum(&twelve).maximum(&Number::nothing());
    let stays = scope.minus(leaving).maximum(&Number::nothing());
    ledger.publish(&PUT_OFF, [row.index()], stays.times(&months).over(&twelve));
}

/// How many cases change in a whole year; by the share of that year, where it is a dated parameter.
fn leaving(
    ledger: &Ledger<'_>,
    row: Id<ActivityRule>,
    rule: Row<'_, ActivityRule>,
    year: Option<FinancialYear>,
) -> Option<Number> {
    use ActivityRuleKind as Kind;
    let scope = scope(ledger, row, rule)?;
    let nothing = Number::nothing();
    let above = |limit: Number| scope.minus(&limit).maximum(&nothing);
    let base = rule.base().map(Number::cell);
    Some(match rule.rule() {
        Kind::AdmissionCap | Kind::BaselineReturn => rule.limit().map(Number::cell).map_or(scope, above),
        Kind::FollowUpRatio => {
            let ratio = rule.ratio().map(Number::cell);
            match (ratio, base) {
                (Some(ratio), Some(first)) => above(ratio.times(&first)),
                // Without both, what is eligible is what lies above the ratio already.
                (None, None) => scope,
                _ => return None,
            }
        }
        Kind::CaesareanCap => {
            let cap = share(ledger, row, rule, Some(&CAESAREAN_CAP), year);
            cap.zip(base).map_or(scope, |(cap, births)| above(cap.times(&births)))
        }
        // The share is what is paid, not how many.
        Kind::ShortStay | Kind::PriceChange => scope,
        Kind::ReadmissionElective => scope.times(&share(ledger, row, rule, Some(&READMISSION_ELECTIVE), year)?),
        Kind::ReadmissionEmergency => scope.times(&share(ledger, row, rule, Some(&READMISSION_EMERGENCY), year)?),
        // Who needs no surgery after a course is not known unless the plan says so: then none.
        Kind::CourseBeforeSurgery => share(ledger, row, rule, None, year).map_or(nothing, |share| scope.times(&share)),
        _ => share(ledger, row, rule, None, year).map_or(scope, |share| scope.times(&share)),
    })
}

/// How many cases arrive elsewhere, for rules that move activity.
fn arriving(_ledger: &Ledger<'_>, _row: Id<ActivityRule>, rule: Row<'_, ActivityRule>, leaving: Number) -> Option<Number> {
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

/// What is saved in a whole year; nothing where a price is not given.
fn saving(
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
                None => price_before.times(&share(ledger, row, rule, None, None)?),
            };
            let days = rule.base().map(Number::cell).filter(|_| rule.rule() == Kind::Placement);
            let saved = leaving.times(&less);
            Some(days.map_or(saved, |days| saved.times(&days)))
        }
        Kind::ShortStay => {
            let paid = share(ledger, row, rule, None, None)?;
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

/// What avoiding admissions of this value does not save, because they were not paid in full.
fn at_margin(ledger: &Ledger<'_>, id: Id<Contract>, value: &Number) -> Option<Number> {
    let contract = ledger.plan.contracts.get(id)?;
    let emergency = Number::cell(contract.emergency()?);
    let before = unpaid_at_margin(ledger, id, &emergency)?;
    let after = unpaid_at_margin(ledger, id, &emergency.minus(value))?;
    Some(before.minus(&after))
}
