//! Income and expenditure accounts: lines, sides and net surplus.
//!
//! * CR32: net surplus = income − expenditure; both are positive. CR21: change in per cent = plan ÷ forecast outturn − 1,
//!   of the lines that give both.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "income_and_expenditure": [
//!         {"id": "limit", "name": "Limit", "side": "income", "forecast": "100", "plan": "102", "unit": "£m"},
//!         {"id": "acute", "name": "Acute", "side": "expenditure", "forecast": "99", "plan": "101", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("accounts.net-surplus.plan"), "1000000");
//! ```

mod one_side;

use crate::calculation::{
    Dimension, Fails, FigureIndex, FigureKey, Finding, Key, Ledger, Number, NumberTotal, ORGANISATION, Term, Test,
    YEAR, column, figures, findings, format, run_formulas, run_tests, summed,
};
use crate::plan::{AccountLine, AccountSide, CellAddress, FinancialYear, Id, NumberCell, Plan, Row, Table};
use crate::quantity::{Amount, Fault, InOrder};
use crate::rules::common_findings::{NOT_IN_THE_TOTAL, PLANNED_DEFICIT};
use crate::rules::finance::resource_limit::report_deficits;
use crate::rules::signs::{report_lessening, report_turned, turned};
use std::collections::BTreeMap;

const SIDE: Dimension = Dimension::Choice(AccountSide::CHOICES);
const LINE: Dimension = Dimension::Row(Table::AccountLine);
const ACCOUNTS: &str = "Arden Cluster System Plan, l. 1476-1498";

figures! {
    /// The forecast outturn of a line.
    LINE_FORECAST: money("accounts.line.{}.forecast", "{}: forecast outturn", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
    /// The plan of a line.
    LINE_PLAN: money("accounts.line.{}.plan", "{}: plan", [LINE])
        by("CR32", "the amount that the plan gives", ACCOUNTS)
    /// The change of a line from forecast to plan.
    LINE_CHANGE: money("accounts.line.{}.change", "{}: change", [LINE])
        by("CR32", "plan − forecast outturn", ACCOUNTS)
        { AccountLine [*] = [LINE_PLAN] - [LINE_FORECAST] }
    /// The change in per cent.
    LINE_PERCENT: percent("accounts.line.{}.change-percent", "{}: change in per cent", [LINE])
        by("CR21", "plan ÷ forecast outturn − 1", ACCOUNTS)
        { AccountLine [*] = ([LINE_PLAN] - [LINE_FORECAST]) / [LINE_FORECAST] }
    /// The forecast outturn of a side.
    SIDE_FORECAST: money("accounts.{}.forecast", "Total {}: forecast outturn", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] if (organisation empty) (year empty) = {Term::FigureOf(&LINE_FORECAST, &[Key::Row])} }
    /// The plan of a side.
    SIDE_PLAN: money("accounts.{}.plan", "Total {}: plan", [SIDE])
        by("CR32", "the sum of the lines", ACCOUNTS)
        { AccountLine [side] if (organisation empty) (year empty) = {Term::FigureOf(&LINE_PLAN, &[Key::Row])} }
    /// The change of a side in per cent.
    SIDE_PERCENT: percent("accounts.{}.change-percent", "Total {}: change in per cent", [SIDE])
        by("CR21", "plan ÷ forecast outturn − 1, of the lines that give both", ACCOUNTS)
    /// A line as a share of its side in the plan.
    LINE_SHARE: percent("accounts.line.{}.share", "{}: share of the plan", [LINE])
        by("CR32", "plan of the line ÷ plan of its side", ACCOUNTS)
        { AccountLine [*] if (organisation empty) (year empty) = [LINE_PLAN] / {Term::FigureOf(&SIDE_PLAN, &[Key::Column(column!(AccountLine, side))])} }
    /// The forecast outturn of a side of the account of an organisation.
    OF_FORECAST: money("accounts.of.{}.{}.{}.forecast", "{}, {}, total {}: forecast outturn", [ORGANISATION, YEAR, SIDE])
        by("CR32", "the sum of the lines of the organisation and the year", ACCOUNTS)
        { AccountLine [organisation, year, side] = {Term::FigureOf(&LINE_FORECAST, &[Key::Row])} }
    /// The plan of a side of the account of an organisation.
    OF_PLAN: money("accounts.of.{}.{}.{}.plan", "{}, {}, total {}: plan", [ORGANISATION, YEAR, SIDE])
        by("CR32", "the sum of the lines of the organisation and the year", ACCOUNTS)
        { AccountLine [organisation, year, side] = {Term::FigureOf(&LINE_PLAN, &[Key::Row])} }
    /// The surplus of an organisation by forecast outturn.
    OF_NET_FORECAST: money("accounts.of.{}.{}.net-surplus.forecast", "{}, {}: net surplus, forecast outturn", [ORGANISATION, YEAR])
        by("CR32", "income − expenditure", ACCOUNTS)
    /// The surplus of an organisation by its plan.
    OF_NET_PLAN: money("accounts.of.{}.{}.net-surplus.plan", "{}, {}: net surplus, plan", [ORGANISATION, YEAR])
        by("CR32", "income − expenditure", ACCOUNTS)
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

findings! {
    ..one_side
}

const TESTS: &[Test] = &[Test::of(
    &NET_PLAN_SURPLUS,
    Fails::Below(Term::NOTHING),
    &PLANNED_DEFICIT,
    "and a plan that balances has at least",
)];

/// Computes the accounts.
pub fn run(ledger: &mut Ledger<'_>) {
    publish_as_meant(ledger);
    run_formulas(ledger, FORMULAS);
    let of_both = changes(ledger);
    net_surplus(ledger, of_both);
    surplus_of_organisations(ledger);
    one_side::report(ledger);
    run_tests(ledger, TESTS);
    report_deficits(ledger, &OF_NET_PLAN, (&PLANNED_DEFICIT, "and a plan that balances has at least"));
}

/// The two amounts of a line, each with its cell.
type Cells = [Option<NumberCell<Amount>>; 2];

fn cells(row: Row<'_, AccountLine>) -> Cells {
    [row.forecast(), row.plan()]
}

/// A side of the account of an organisation in a year, or of the whole plan.
type Side = (Option<u32>, Option<FinancialYear>, Option<AccountSide>);

fn side_of(row: Row<'_, AccountLine>) -> Side {
    (row.organisation().map(Id::index), row.year(), row.side())
}

/// The sides of accounts that come to less than nothing as they are given, by forecast and by plan: no side can, so that
/// what has a minus there is spending, or income, like the rest.
fn below_nothing(plan: &Plan) -> BTreeMap<Side, [bool; 2]> {
    let mut sums: BTreeMap<Side, [NumberTotal; 2]> = BTreeMap::new();
    for (_, row) in plan.income_and_expenditure.iter() {
        for (sum, cell) in sums.entry(side_of(row)).or_default().iter_mut().zip(cells(row)) {
            cell.into_iter().for_each(|cell| sum.add(&Number::cell(cell)));
        }
    }
    sums.into_iter().map(|(side, sums)| (side, sums.map(|sum| sum.finish().is_negative()))).collect()
}

/// Lines with the sign that is meant. Where a side of an account comes to less than nothing, or a line is negative in one
/// column and positive in the other, the minus only says that it is spending; any other line with a minus lessens its side.
fn publish_as_meant(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let below_nothing = below_nothing(plan);
    let kinds = [&LINE_FORECAST, &LINE_PLAN];
    for (at, row) in plan.income_and_expenditure.iter() {
        let of_side = below_nothing.get(&side_of(row)).copied().unwrap_or_default();
        let amounts = cells(row).map(|cell| cell.map(|cell| (cell, Number::cell(cell))));
        let is_positive = |amount: &Option<(_, Number)>| amount.is_some_and(|(_, number)| number.is_positive());
        let mut lessens = false;
        let beside_positive = amounts.iter().any(is_positive);
        for (((amount, kind), whole), column) in amounts.into_iter().zip(kinds).zip(of_side).zip(["forecast", "plan"]) {
            let Some((cell, number)) = amount else {
                let cell = CellAddress { table: Table::AccountLine, row: at.index(), column };
                ledger.lacks(kind.at([at.index()]), cell);
                continue;
            };
            let is_wrong = number.is_negative() && (whole || beside_positive);
            if is_wrong {
                let label = kind.at([at.index()]).label(plan);
                report_turned(ledger, &label, &number, "income and expenditure are both positive", cell.address());
            } else if number.is_negative() && !lessens {
                let says = || {
                    let label = kind.at([at.index()]).label(plan);
                    let amount = format::money(number.shown().value());
                    format!("{label} is {amount} among lines that are positive: it lessens its side.")
                };
                report_lessening(ledger, says, cell.address());
                lessens = true;
            }
            ledger.publish(kind, [at.index()], if is_wrong { turned(&number) } else { number });
        }
    }
}

/// How the sides change in per cent, over the lines that give both forecast and plan. Gives what these come to, where
/// others give only one of the two.
fn changes(ledger: &mut Ledger<'_>) -> Option<[[Number; 2]; 2]> {
    let plan = ledger.plan;
    let mut of_both = Vec::new();
    let mut is_whole = true;
    for side in [AccountSide::Income, AccountSide::Expenditure] {
        let [forecast, planned] = [&SIDE_FORECAST, &SIDE_PLAN].map(|kind| ledger.figure(kind, [side as u32]));
        let (Some(forecast), Some(planned)) = (forecast, planned) else { continue };
        let of_side =
            plan.income_and_expenditure.iter().filter(|(_, row)| is_of_the_whole(*row) && row.side() == Some(side));
        let halves: Vec<_> =
            of_side.clone().filter(|(_, row)| row.forecast().is_some() != row.plan().is_some()).collect();
        let (mut forecast, mut planned) = (forecast, planned);
        if !halves.is_empty() {
            let both = of_side.filter(|(_, row)| row.forecast().is_some() && row.plan().is_some());
            let rows: Vec<u32> = both.map(|(at, _)| at.index()).collect();
            let sum = |kind| {
                let mut total = NumberTotal::default();
                rows.iter().filter_map(|row| ledger.figure(kind, [*row])).for_each(|number| total.add(&number));
                total.finish()
            };
            (forecast, planned) = (sum(&LINE_FORECAST), sum(&LINE_PLAN));
            is_whole = false;
        }
        of_both.push([forecast, planned]);
        ledger.publish(&SIDE_PERCENT, [side as u32], planned.minus(&forecast).over(&forecast));
        for (at, row) in halves {
            let (column, given, missing) = match row.plan() {
                Some(_) => ("forecast", "a plan", "no forecast outturn"),
                None => ("plan", "a forecast outturn", "no plan"),
            };
            let key = SIDE_PERCENT.at([side as u32]);
            let label = key.label(plan);
            ledger.report(|| {
                let message = format!("{} has {given} and {missing}: it is not part of \"{label}\".", row.name());
                Finding::of(&NOT_IN_THE_TOTAL, message).at(Table::AccountLine, at.index(), column).figure(key)
            });
        }
    }
    match of_both.as_slice() {
        [income, expenditure] if !is_whole => Some([*income, *expenditure]),
        _ => None,
    }
}

/// Whether a line is part of the account of the whole plan: those of organisations are accounts of their own, and nothing
/// of different organisations or years is added up.
fn is_of_the_whole(row: Row<'_, AccountLine>) -> bool {
    row.organisation().is_none() && row.year().is_none()
}

/// A surplus lacks what one of its sides lacks.
fn carry_lack(ledger: &mut Ledger<'_>, surplus: FigureKey, sides: [FigureKey; 2]) {
    if let Some(cell) = sides.into_iter().find_map(|side| ledger.lacking().cell(side)) {
        ledger.lacks(surplus, cell);
    }
}

/// The surplus of each organisation that gives both sides of its account.
fn surplus_of_organisations(ledger: &mut Ledger<'_>) {
    let [income, expenditure] = [AccountSide::Income as u32, AccountSide::Expenditure as u32];
    let mut without_side: Vec<[u32; 2]> = Vec::new();
    for (_, row) in ledger.plan.income_and_expenditure.iter().filter(|(_, row)| row.side().is_none()) {
        if let (Some(organisation), Some(year)) = (row.organisation(), row.year()) {
            without_side.push([organisation.index(), u32::from(year.start())]);
        }
    }
    without_side.order_by(Ord::cmp);
    for (of_side, kind) in [(&OF_FORECAST, &OF_NET_FORECAST), (&OF_PLAN, &OF_NET_PLAN)] {
        let mut found = Vec::new();
        for (key, comes_in) in ledger.all(of_side).into_iter().filter(|(key, _)| key.index.get(2) == income) {
            let [organisation, year] = [key.index.get(0), key.index.get(1)];
            let about = [organisation, year];
            let Some(goes_out) = ledger.figure(of_side, [organisation, year, expenditure]) else { continue };
            let is_known = without_side.binary_search(&about).is_err();
            carry_lack(
                ledger,
                kind.at(about),
                [income, expenditure].map(|side| of_side.at([organisation, year, side])),
            );
            let net = if is_known { comes_in.minus(&goes_out) } else { Number::fault(Fault::NotGiven) };
            found.push((FigureIndex::new(about), net));
        }
        ledger.add(summed(kind, found));
    }
}

fn net_surplus(ledger: &mut Ledger<'_>, of_both: Option<[[Number; 2]; 2]>) {
    let sides = [AccountSide::Income as u32, AccountSide::Expenditure as u32];
    let mut nets = Vec::new();
    let mut all_are_known = true;
    for (of_side, kind) in [(&SIDE_FORECAST, &NET_FORECAST), (&SIDE_PLAN, &NET_PLAN_SURPLUS)] {
        let [income, expenditure] = sides.map(|side| ledger.figure(of_side, [side]));
        let (Some(income), Some(expenditure)) = (income, expenditure) else { continue };
        // A line that stands on no side may be income or expenditure: then the surplus is not known.
        let of_column = |row: Row<'_, AccountLine>| cells(row).get(nets.len()).copied().flatten();
        let mut lines = ledger.plan.income_and_expenditure.iter().filter(|(_, row)| is_of_the_whole(*row));
        let is_known = lines.all(|(_, row)| row.side().is_some() || of_column(row).is_none());
        all_are_known &= is_known;
        let net = if is_known { income.minus(&expenditure) } else { Number::fault(Fault::NotGiven) };
        carry_lack(ledger, kind.at([]), sides.map(|side| of_side.at([side])));
        nets.push(ledger.publish(kind, [], net));
    }
    if let Some([[income, planned_income], [expenditure, planned]]) = of_both.filter(|_| all_are_known) {
        nets = vec![income.minus(&expenditure), planned_income.minus(&planned)];
    }
    if let [forecast, plan] = nets.as_slice() {
        let change = plan.minus(forecast).over(forecast);
        ledger.publish(&NET_PERCENT, [], change);
    }
}
