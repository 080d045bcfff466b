//! What the members of the system plan to save, against the plan of the system.
//!
//! * CR05: plans of the members − total programme.

use crate::calculation::{
    Fails, Ledger, Number, Term, Test, YEAR, figures, findings, run_formulas, run_tests, year_of,
};
use crate::plan::{CellAddress, NumberCell, Table};
use crate::quantity::Fixed;
use crate::rules::savings::TOTAL_YEAR;
use crate::rules::signs::{all_negative, report_turned, turned};
use crate::rules::whole_and_parts::{Given, Organisations, by_year};

figures! {
    /// What the members of the system plan to save.
    CHILD_PLANS: money("child-plans.{}", "Plans of the members, {}", [YEAR])
        by("CR05", "the sum of the members", "Arden Cluster System Plan, l. 1619")
    /// The same against the plan of the system.
    CHILD_PLANS_DIFFERENCE: money("child-plans.difference.{}", "Plans of the members less the plan of the system, {}", [YEAR])
        by("CR05", "plans of the members − total programme", "Arden Cluster System Plan, l. 1619")
        { from CHILD_PLANS [0] = {Term::Each} - [TOTAL_YEAR] }
}

findings! {
    /// The plans of the members do not add up to the total of the programmes.
    CHILD_PLANS_DIFFER: warning("child-plans-differ", "Find which member's plan is missing or counted twice.")
}

const TESTS: &[Test] = &[Test::of(&CHILD_PLANS_DIFFERENCE, Fails::Differs(Term::NOTHING), &CHILD_PLANS_DIFFER, "not")];

/// Computes the plans of the members.
pub fn run(ledger: &mut Ledger<'_>) {
    plans(ledger);
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}

/// What the members plan in each year. A saving is positive: where all are negative they are read as it is meant.
fn plans(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let numbers: Vec<Number> = plan.child_plans.iter().map(|(_, row)| Number::given(row.amount())).collect();
    let turns = all_negative(&numbers);
    let mut rows = Vec::with_capacity(numbers.len());
    for ((at, row), number) in plan.child_plans.iter().zip(numbers) {
        let place = CellAddress { table: Table::ChildPlan, row: at.index(), column: "amount" };
        let year = row.year();
        let wrong = turns && number.is_negative();
        if wrong {
            let what = plan.organisations.get(row.organisation()).map_or("", |of| of.name());
            report_turned(ledger, &format!("{what}: the plan of {year}"), &number, "a saving is positive", place);
        }
        let amount = if wrong { turned(&number) } else { number };
        let organisation = Some(row.organisation().index());
        rows.push((
            u32::from(year.start()),
            Given { organisation, amount, half_unit: row.amount().map_or(Fixed::ZERO, NumberCell::half_unit), place },
        ));
    }
    if rows.is_empty() {
        return;
    }
    let tree = Organisations::of(plan);
    for (year, rows) in by_year(rows) {
        let of = year_of(year).map(|year| year.to_string()).unwrap_or_default();
        let total = tree.total(ledger, &format!("plan of {of}"), &rows);
        ledger.publish(&CHILD_PLANS, [year], total);
    }
}
