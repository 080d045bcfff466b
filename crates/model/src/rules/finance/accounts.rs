//! Income and expenditure accounts: lines, sides and net surplus.
//!
//! * CR32: net surplus = income − expenditure. CR21: change in per cent = plan ÷ forecast outturn − 1.

use crate::calculation::{Dimension, Key, Ledger, Term, column, figures, run_formulas};
use crate::plan::{AccountSide, Table};

const SIDE: Dimension = Dimension::Choice(AccountSide::CHOICES);
const LINE: Dimension = Dimension::Row(Table::AccountLine);
const ACCOUNTS: &str = "Arden Cluster System Plan, l. 1476-1498";

figures! {
    /// The forecast outturn of a line.
    LINE_FORECAST: money("accounts.line.{}.forecast", "{}: forecast outturn", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
        { AccountLine [*] = forecast }
    /// The plan of a line.
    LINE_PLAN: money("accounts.line.{}.plan", "{}: plan", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
        { AccountLine [*] = plan }
    /// The change of a line from forecast to plan.
    LINE_CHANGE: money("accounts.line.{}.change", "{}: change", [LINE])
        by("CR32", "plan − forecast outturn", ACCOUNTS)
        { AccountLine [*] = plan - forecast }
    /// The change in per cent.
    LINE_PERCENT: percent("accounts.line.{}.change-percent", "{}: change in per cent", [LINE])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
        { AccountLine [*] = (plan - forecast) / forecast }
    /// The forecast outturn of a side.
    SIDE_FORECAST: money("accounts.{}.forecast", "Total {}: forecast outturn", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] = forecast }
    /// The plan of a side.
    SIDE_PLAN: money("accounts.{}.plan", "Total {}: plan", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] = plan }
    /// The change of a side in per cent.
    SIDE_PERCENT: percent("accounts.{}.change-percent", "Total {}: change in per cent", [SIDE])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
        { from SIDE_FORECAST [0] = ([SIDE_PLAN] - {Term::Each}) / {Term::Each} }
    /// A line as a share of its side in the plan.
    LINE_SHARE: percent("accounts.line.{}.share", "{}: share of the plan", [LINE])
        by("CR32", "plan of the line ÷ plan of its side", ACCOUNTS)
        { AccountLine [*] = plan / {Term::FigureOf(&SIDE_PLAN, &[Key::Column(column!(AccountLine, side))])} }
    /// The surplus by forecast outturn.
    NET_FORECAST: money("accounts.net-surplus.forecast", "Net surplus: forecast outturn", [])
        by("CR32", "income − expenditure", ACCOUNTS)
    /// The surplus by the plan.
    NET_PLAN_SURPLUS: money("accounts.net-surplus.plan", "Net surplus: plan", [])
        by("CR32", "income − expenditure", ACCOUNTS)
    /// The change of the surplus in per cent.
    NET_PERCENT: percent("accounts.net-surplus.change-percent", "Net surplus: change in per cent", [])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
}

/// Computes the accounts.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    net_surplus(ledger);
}

fn net_surplus(ledger: &mut Ledger<'_>) {
    let sides = [AccountSide::Income as u32, AccountSide::Expenditure as u32];
    let mut nets = Vec::new();
    for (of_side, kind) in [(&SIDE_FORECAST, &NET_FORECAST), (&SIDE_PLAN, &NET_PLAN_SURPLUS)] {
        let [income, expenditure] = sides.map(|side| ledger.figure(of_side, [side]));
        let (Some(income), Some(expenditure)) = (income, expenditure) else { continue };
        nets.push(ledger.publish(kind, [], income.minus(&expenditure)));
    }
    if let [forecast, plan] = nets.as_slice() {
        let change = plan.minus(forecast).over(forecast);
        ledger.publish(&NET_PERCENT, [], change);
    }
}
