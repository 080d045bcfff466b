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

mod cases;
mod emergency;
mod kinds;
mod known_activity;
mod saving;

pub(super) use kinds::RULE_ABOVE_ACTIVITY;
pub use kinds::files;
pub use kinds::{
    ACTIVITY_OF_RULE, ARRIVING, BIRTHS, ELIGIBLE, KINDS, LEAVING, LEAVING_IN, NET_SAVING, NEUTRAL_PRICE, PUT_OFF,
    PUT_OFF_COST, REINVESTED, SAVING, SAVING_AT_FULL_PRICE, SAVING_IN, TOGETHER, TOTAL,
};

use crate::calculation::{Finding, Ledger, Number, findings, run_formulas, run_tests};
use crate::plan::{ActivityRule, Id, Row, Table};
use crate::quantity::whole;
use cases::{arriving, leaving, put_off};
use emergency::{report_without_baseline, together_at_margin};
use kinds::{FORMULAS, TESTS};
use saving::saving;

findings! {
    /// An activity rule ends before it starts.
    ENDS_BEFORE_IT_STARTS: warning("ends-before-it-starts", "Correct one of the two months.")
    /// The months of an activity rule lie outside the years of the plan.
    NEVER_IN_FORCE: warning("never-in-force", "Correct the months, or take the rule out.")
    ..emergency
    ..kinds
}

/// Computes every activity rule.
pub fn run(ledger: &mut Ledger<'_>) {
    for (row, rule) in ledger.plan.activity_rules.iter() {
        apply(ledger, row, rule);
        if rule.start().zip(rule.end()).is_some_and(|(start, end)| end < start) {
            ledger.report(|| {
                Finding::of(
                    &ENDS_BEFORE_IT_STARTS,
                    format!("\"{}\" ends before it starts: it is never in force.", rule.name()),
                )
                .at(Table::ActivityRule, row.index(), "end")
            });
        } else {
            report_never_in_force(ledger, row, rule);
        }
    }
    run_formulas(ledger, FORMULAS);
    known_activity::publish(ledger);
    run_tests(ledger, TESTS);
    together_at_margin(ledger);
    report_without_baseline(ledger);
}

/// A rule whose months lie outside the years of the plan: it does nothing in any of them.
fn report_never_in_force(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>) {
    let Some(details) = ledger.plan.details() else { return };
    let last = details.last_year().first_month().later(11);
    let begins_after = rule.start().is_some_and(|start| start > last);
    let ends_before = rule.end().is_some_and(|end| end < details.first_year().first_month());
    if !begins_after && !ends_before {
        return;
    }
    let message = format!(
        "\"{}\" is in force in no month from {} to {}: it saves nothing in the years of the plan.",
        rule.name(),
        details.first_year(),
        details.last_year()
    );
    let column = if begins_after { "start" } else { "end" };
    ledger.report(|| Finding::of(&NEVER_IN_FORCE, message).at(Table::ActivityRule, row.index(), column));
}

fn apply(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>) {
    let Some(cases) = leaving(ledger, rule, None) else { return };
    let leaving = ledger.publish(&LEAVING, [row.index()], cases);
    put_off(ledger, row, rule, &leaving);
    let arriving = arriving(rule, leaving).map(|number| ledger.publish(&ARRIVING, [row.index()], number));
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

/// Publishes cases and saving of each year: those of a whole year × months in force ÷ 12. Where the share is a
/// dated parameter, each year has its own.
fn by_years(ledger: &mut Ledger<'_>, row: Id<ActivityRule>, rule: Row<'_, ActivityRule>, of_first: &Number) {
    for year in ledger.plan.years() {
        let of_year = leaving(ledger, rule, Some(year)).filter(|cases| cases.differs_from(of_first));
        let leaving = of_year.unwrap_or(*of_first);
        let months = year.first_month().months_in_force(rule.start(), rule.end());
        let months = Number::constant(whole(months), "months in force");
        let twelve = Number::months_of_a_year();
        let subjects = [row.index(), u32::from(year.start())];
        ledger.publish(&LEAVING_IN, subjects, leaving.times(&months).over(&twelve));
        let saving = match of_year {
            Some(cases) => {
                let arriving = arriving(rule, cases);
                saving(ledger, row, rule, &cases, arriving)
            }
            None => ledger.figure(&SAVING, [row.index()]),
        };
        if let Some(saving) = saving {
            ledger.publish(&SAVING_IN, subjects, saving.times(&months).over(&twelve));
        }
    }
}
