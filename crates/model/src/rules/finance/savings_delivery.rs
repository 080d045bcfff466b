//! Delivery of savings: requirement, reserve, outturn, and what is carried into the next year.
//!
//! * CR25: net plan = requirement − reserve; variance = outturn − net plan, favourable positive;
//!   delivery = outturn ÷ net plan; what is short is carried into the next year.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "west", "name": "West", "kind": "primary-care-trust"}],
//!     "savings_delivery": [{"organisation": "west", "year": "2011/12", "requirement": "49.9", "reserve": "20.1", "outturn": "19.8", "unit": "£m"}]
//! "#);
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.net-plan"), "29800000");
//! assert_eq!(outcome.text("savings-delivery.west.2011-12.variance"), "-10000000");
//! ```

mod check;
mod delivery;
mod kinds;

pub use kinds::files;
pub use kinds::{
    BROUGHT_FORWARD, BROUGHT_FORWARD_ALL, CARRIED_FORWARD, CARRIED_FORWARD_ALL, DELIVERY, DELIVERY_ALL, KINDS,
    NET_PLAN, NET_PLAN_ALL, NET_PLAN_WITH, NEW_QIPP, OUTTURN_ALL, REQUIREMENT, REQUIREMENT_ALL, REQUIREMENT_WITH,
    REQUIREMENT_WITH_ALL, RESERVE_ALL, VARIANCE, VARIANCE_ALL,
};

use crate::calculation::{
    FigureIndex, FigureKind, Ledger, Number, findings, run_formulas, run_tests, split_before, summed, year_of,
};
use crate::plan::{NumberCell, Table};
use crate::quantity::{Amount, Fault, Fixed, InOrder};
use crate::rules::signs::{report_turned, report_unclear, turned};
use crate::rules::whole_and_parts::{Given, Organisations, by_year};
use delivery::Delivery;
use kinds::{FORMULAS, TESTS};

findings! {
    ..kinds
    ..check
}

/// Computes the delivery of savings, and what one year leaves to the next.
pub fn run(ledger: &mut Ledger<'_>) {
    let rows = as_meant(ledger);
    of_organisations(ledger, &rows);
    let tree = Organisations::of(ledger.plan);
    totals(ledger, &tree, &rows);
    // What is brought forward must be there before the figures that stand on it.
    let (before, after) = split_before(FORMULAS, &REQUIREMENT_WITH_ALL);
    run_formulas(ledger, before);
    carry(ledger, &tree, &rows);
    run_formulas(ledger, after);
    run_tests(ledger, TESTS);
    check::run(ledger, &tree, &rows);
}

/// The rows in the order of organisations and years. A reserve lowers what is required whichever sign it has; a
/// requirement is positive, and where it is given with a minus, so is what is saved of it.
fn as_meant(ledger: &mut Ledger<'_>) -> Vec<Delivery> {
    let plan = ledger.plan;
    let mut rows = Vec::with_capacity(plan.savings_delivery.len());
    for (at, row) in plan.savings_delivery.iter() {
        let who = plan.title(Table::Organisation, row.organisation().index()).unwrap_or_default();
        let mut meant = |cell: NumberCell<Amount>, what: &str, turns: bool| {
            let amount = Number::cell(cell);
            if !turns || !amount.is_negative() {
                return amount;
            }
            let what = format!("{who}, {}: {what}", row.year());
            report_turned(ledger, &what, &amount, "it is positive in this table", cell.address());
            turned(&amount)
        };
        let turns = Number::given(row.requirement()).is_negative();
        let requirement = row.requirement().map(|cell| meant(cell, "the requirement", true));
        let requirement = requirement.unwrap_or_else(|| Number::fault(Fault::NotGiven));
        let reserve = row.reserve().map(|cell| meant(cell, "the reserve", true));
        let outturn = row.outturn().map(|cell| meant(cell, "the outturn", turns));
        if let Some((outturn, cell)) = outturn.zip(row.outturn()).filter(|(outturn, _)| outturn.shown().is_negative()) {
            let says = || {
                let amount = crate::calculation::format::money(outturn.shown().value());
                format!("{who}, {}: an outturn of {amount} says that more was spent instead of saved.", row.year())
            };
            report_unclear(ledger, says, cell.address());
        }
        let half = |cell: Option<NumberCell<Amount>>| cell.map_or(Fixed::ZERO, |cell| cell.half_unit());
        rows.push(Delivery {
            row: at.index(),
            organisation: row.organisation().index(),
            year: u32::from(row.year().start()),
            requirement,
            reserve,
            outturn,
            half_units: [half(row.requirement()), half(row.reserve()), half(row.outturn())],
        });
    }
    rows.order_by_key(Delivery::subjects);
    rows
}

fn of_organisations(ledger: &mut Ledger<'_>, rows: &[Delivery]) {
    let mut add = |kind: &'static FigureKind, found: Vec<(FigureIndex, Number)>| ledger.add(summed(kind, found));
    let index = |row: &Delivery| FigureIndex::new(row.subjects());
    let net = |row: &Delivery| row.requirement.minus(&row.reserve.unwrap_or_else(Number::nothing));
    let given = rows.iter().filter(|row| !row.requirement.is_fault());
    add(&REQUIREMENT, given.map(|row| (index(row), row.requirement)).collect());
    add(&NET_PLAN, rows.iter().map(|row| (index(row), net(row))).collect());
    let net_of = |ledger: &Ledger<'_>, row: &Delivery| ledger.figure(&NET_PLAN, row.subjects());
    let both: Vec<(FigureIndex, Number, Number)> =
        rows.iter().filter_map(|row| Some((index(row), row.outturn?, net_of(ledger, row)?))).collect();
    let variances = both.iter().map(|(index, outturn, net)| (*index, outturn.minus(net))).collect();
    ledger.add(summed(&VARIANCE, variances));
    let parts = both.iter().map(|(index, outturn, net)| (*index, outturn.over(net))).collect();
    ledger.add(summed(&DELIVERY, parts));
}

/// The totals of each year: of all that give something, and of those that give both plan and outturn.
fn totals(ledger: &mut Ledger<'_>, tree: &Organisations, rows: &[Delivery]) {
    let given = |rows: Vec<(u32, Given)>, ledger: &mut Ledger<'_>, kind: &'static FigureKind, what: Option<&str>| {
        for (year, rows) in by_year(rows) {
            let of = year_of(year).map(|year| year.to_string()).unwrap_or_default();
            let total = match what {
                Some(what) => tree.total(ledger, &format!("{what} of {of}"), &rows),
                None => tree.sum(&rows),
            };
            ledger.publish(kind, [year], total);
        }
    };
    let requirements = rows.iter().map(|row| row.given(row.requirement, row.half_units[0], "requirement"));
    given(requirements.collect(), ledger, &REQUIREMENT_ALL, Some("savings requirement"));
    let reserves = rows.iter().filter_map(|row| Some(row.given(row.reserve?, row.half_units[1], "reserve")));
    given(reserves.collect(), ledger, &RESERVE_ALL, Some("reserve used"));
    let figures = |ledger: &Ledger<'_>, kind: &'static FigureKind, with_outturn: bool| {
        let mut figures = Vec::new();
        for same in rows.chunk_by(|left, right| left.subjects() == right.subjects()) {
            let Some(row) = same.first() else { continue };
            if with_outturn && same.iter().all(|row| row.outturn.is_none()) {
                continue;
            }
            figures.extend(
                ledger.figure(kind, row.subjects()).map(|number| row.given(number, Fixed::ZERO, "requirement")),
            );
        }
        figures
    };
    let nets = figures(ledger, &NET_PLAN, false);
    given(nets, ledger, &NET_PLAN_ALL, None);
    let with = figures(ledger, &NET_PLAN, true);
    given(with, ledger, &NET_PLAN_WITH, None);
    let outturns = rows.iter().filter_map(|row| Some(row.given(row.outturn?, row.half_units[2], "outturn")));
    given(outturns.collect(), ledger, &OUTTURN_ALL, Some("outturn of savings"));
    let variances = figures(ledger, &VARIANCE, true);
    given(variances, ledger, &VARIANCE_ALL, None);
}

/// Carries what is short in a year, together with what was brought forward into it, into the next year, and on through
/// years of which an organisation says nothing. A year without an outturn leaves nothing that is known.
fn carry(ledger: &mut Ledger<'_>, tree: &Organisations, rows: &[Delivery]) {
    let mut of_years: Vec<(u32, Given, Number)> = Vec::new();
    let mut left: Option<(u32, Number)> = None;
    for row in rows {
        let subjects = row.subjects();
        let [organisation, year] = subjects;
        let brought = match left.take() {
            Some((of, carried)) if of == organisation => {
                let of_next_year = ledger.figure(&BROUGHT_FORWARD, subjects);
                Some(of_next_year.unwrap_or_else(|| ledger.publish(&BROUGHT_FORWARD, subjects, carried)))
            }
            _ => None,
        };
        if let Some(brought) = brought {
            ledger.publish(&REQUIREMENT_WITH, subjects, row.requirement.plus(&brought));
        }
        let Some((net, outturn)) = ledger.figure(&NET_PLAN, subjects).zip(row.outturn) else { continue };
        let carried = ledger.publish(&CARRIED_FORWARD, subjects, short(net, brought, outturn));
        if year_of(year + 1).is_some() {
            ledger.publish(&BROUGHT_FORWARD, [organisation, year + 1], carried);
        }
        left = Some((organisation, carried));
        let (_, net) = row.given(net, Fixed::ZERO, "requirement");
        of_years.push((year, net, outturn));
    }
    of_years.order_by_key(|(year, ..)| *year);
    let mut left: Option<Number> = None;
    for rows in of_years.chunk_by(|left, right| left.0 == right.0) {
        let [(year, ..), ..] = *rows else { continue };
        let nets: Vec<Given> = rows.iter().map(|(_, net, _)| *net).collect();
        let outturns: Vec<Given> = rows.iter().map(|(_, net, outturn)| Given { amount: *outturn, ..*net }).collect();
        let brought = left.map(|carried| {
            let of_next_year = ledger.figure(&BROUGHT_FORWARD_ALL, [year]);
            of_next_year.unwrap_or_else(|| ledger.publish(&BROUGHT_FORWARD_ALL, [year], carried))
        });
        let carried = short(tree.sum(&nets), brought, tree.sum(&outturns));
        let carried = ledger.publish(&CARRIED_FORWARD_ALL, [year], carried);
        if year_of(year + 1).is_some() {
            ledger.publish(&BROUGHT_FORWARD_ALL, [year + 1], carried);
        }
        left = Some(carried);
    }
}

fn short(net: Number, brought: Option<Number>, outturn: Number) -> Number {
    let required = brought.map_or(net, |brought| net.plus(&brought));
    required.minus(&outturn).maximum(&Number::nothing())
}
