//! Levers of scenarios that are not set, are set in a column that is that of another lever, or are set to what cannot be.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scenarios": [{"id": "one", "name": "One"}],
//!     "scenario_levers": [{"scenario": "one", "lever": "delay", "setting": "5%"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "lever-is-not-set"));
//! ```

use crate::calculation::{Finding, FindingKind, Ledger, findings};
use crate::plan::{Id, LeverKind, NumberCell, Plan, Row, ScenarioLever, Table};
use crate::quantity::{Fixed, Rate};
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A lever is not set in the column that is its own: the scenario is without it.
    LEVER_IS_NOT_SET: warning("lever-is-not-set", "Fill the column that is named, or take the lever out.")
    /// A column of a lever is filled that says nothing for a lever of its kind.
    LEVER_COLUMN_NOT_USED: warning("lever-column-not-used", "Empty the cell, or correct which lever is meant.")
    /// A lever is set to less than nothing.
    LEVER_BELOW_NOTHING: error("lever-below-nothing", "Correct the setting: 95% is what is left of the plan, not what is added to it.")
    /// A lever is set so far from the plan that a change of it may be meant, or what is left of it: prices and activity to
    /// less than 50% or more than 150%, what is delivered and CQUIN of all to less than 30%, or of a part to less than 10%,
    /// and not to 0%, to more than 125% and 200%, growth to more than 20 points either way.
    LEVER_FAR_FROM_THE_PLAN: warning(
        "lever-far-from-the-plan",
        "Prices, activity and what is delivered are set to what is left of the plan, such as 98%; growth to the \
         points that are added, such as 1%. Correct the setting, or settle the finding with a note why it is right."
    )
}

/// Reports levers that count for nothing, or for what cannot be.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    for (row, lever) in plan.scenario_levers.iter() {
        let kind = lever.lever();
        let is_drawn = lever.low().is_some() && lever.high().is_some();
        let (own, is_set) = match kind {
            LeverKind::Delay => ("months", lever.months().is_some()),
            LeverKind::ContractForm => ("form", lever.form().is_some()),
            _ => ("setting", lever.setting().is_some() || is_drawn),
        };
        let in_vain = filled_in_vain(lever, own);
        if is_set {
            for column in in_vain {
                let says = format!("does not use {column}");
                report(ledger, (row, lever), &LEVER_COLUMN_NOT_USED, column, &says);
            }
        } else {
            // What stands in another column may be what is missing in its own: that is one slip.
            let elsewhere = match in_vain.join(" and ") {
                none if none.is_empty() => none,
                columns => format!(", and it does not use {columns}"),
            };
            let says = format!("is not set: {own} is empty{elsewhere}");
            report(ledger, (row, lever), &LEVER_IS_NOT_SET, own, &says);
        }
        report_below_nothing(ledger, (row, lever));
        report_far(ledger, (row, lever));
    }
}

/// Columns that are filled and say nothing for this lever.
fn filled_in_vain(lever: Row<'_, ScenarioLever>, own: &str) -> Vec<&'static str> {
    let has_range = own == "setting";
    let filled = [
        ("setting", lever.setting().is_some(), own == "setting"),
        ("months", lever.months().is_some(), own == "months"),
        ("form", lever.form().is_some(), own == "form"),
        ("low", lever.low().is_some(), has_range),
        ("high", lever.high().is_some(), has_range),
    ];
    let in_vain = filled.into_iter().filter(|(_, is_filled, is_used)| *is_filled && !is_used);
    in_vain.map(|(column, ..)| column).collect()
}

/// A share of the plan that is below nothing. Growth may be less, by percentage points.
fn report_below_nothing(ledger: &mut Ledger<'_>, (row, lever): (Id<ScenarioLever>, Row<'_, ScenarioLever>)) {
    if lever.lever() == LeverKind::Growth {
        return;
    }
    let of = |cell: Option<NumberCell<Rate>>| cell.is_some_and(|cell| cell.fixed().is_below(Fixed::ZERO));
    for (column, is_below) in [("setting", of(lever.setting())), ("low", of(lever.low())), ("high", of(lever.high()))] {
        if is_below {
            report(ledger, (row, lever), &LEVER_BELOW_NOTHING, column, &format!("is set below nothing in {column}"));
        }
    }
}

/// Between which settings a lever is as people set it, in hundredths; the ends are a judgement, not a rule. Of one scheme or
/// programme little may be left, of all hardly.
const fn usual(kind: LeverKind, is_narrowed: bool) -> Option<[i64; 2]> {
    match kind {
        LeverKind::Price | LeverKind::Outturn => Some([50, 150]),
        LeverKind::Delivery => Some([if is_narrowed { 10 } else { 30 }, 125]),
        // Half of it may be planned.
        LeverKind::Cquin => Some([if is_narrowed { 10 } else { 30 }, 200]),
        LeverKind::Growth => Some([-20, 20]),
        LeverKind::Delay | LeverKind::ContractForm => None,
    }
}

fn report_far(ledger: &mut Ledger<'_>, (row, lever): (Id<ScenarioLever>, Row<'_, ScenarioLever>)) {
    let narrowing = [
        lever.programme().is_some(),
        lever.status().is_some(),
        lever.risk().is_some(),
        lever.contract().is_some(),
        lever.organisation().is_some(),
    ];
    let Some([least, most]) = usual(lever.lever(), narrowing.contains(&true)) else { return };
    let of = |hundredths: i64| Fixed::whole(hundredths).over(Fixed::whole(100));
    let (least, most) = (of(least), of(most));
    let columns = [("setting", lever.setting()), ("low", lever.low()), ("high", lever.high())];
    let is_far = |number: Fixed| number.is_below(least) && !number.is_negative() || most.is_below(number);
    // That nothing is delivered or earned is a question of its own. Below nothing only growth may be set; anything else has a
    // finding of its own.
    let may_be_nothing = matches!(lever.lever(), LeverKind::Delivery | LeverKind::Cquin);
    let is_far = |number: Fixed| is_far(number) && !(may_be_nothing && number.is_zero());
    let is_far = |number: Fixed| is_far(number) || lever.lever() == LeverKind::Growth && number.is_below(least);
    let far = columns.into_iter().find_map(|(column, cell)| cell.filter(|cell| is_far(cell.fixed())).map(|_| column));
    if let Some(column) = far {
        report(
            ledger,
            (row, lever),
            &LEVER_FAR_FROM_THE_PLAN,
            column,
            &format!("is set far from the plan in {column}"),
        );
    }
}

fn report(
    ledger: &mut Ledger<'_>,
    (row, lever): (Id<ScenarioLever>, Row<'_, ScenarioLever>),
    finding: &'static FindingKind,
    column: &'static str,
    says: &str,
) {
    let message = format!(
        "The lever {} of the scenario \"{}\" {says}.",
        words(lever.lever()),
        scenario(ledger.as_written, lever)
    );
    ledger.report(|| Finding::of(finding, message).at(Table::ScenarioLever, row.index(), column));
}

fn scenario<'a>(plan: &'a Plan, lever: Row<'_, ScenarioLever>) -> &'a str {
    plan.title(Table::Scenario, lever.scenario().index()).unwrap_or_default()
}

fn words(kind: LeverKind) -> String {
    kind.word().replace('-', " ")
}
