//! Plan, actual and forecast by month; governance.
//!
//! * CR46: the plan of a year is spread over its months in equal parts or by weights. The plan to date
//!   counts every month up to the last that is given, also those that are missing before it: what is not
//!   given counts as nothing, to date and in the forecast, until it is given or expected. Variance is
//!   favourable if positive: more income or saving, less expenditure. A line is green if it delivers
//!   the plan to date, amber near it, otherwise red and needs remedial action.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "monitored_lines": [{"id": "acute", "name": "Acute spend", "kind": "expenditure", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}],
//!     "monitored_months": [
//!         {"line": "acute", "month": "2011-04", "actual": "110", "unit": "£000"},
//!         {"line": "acute", "month": "2011-05", "actual": "95", "unit": "£000"},
//!         {"line": "acute", "month": "2011-06", "forecast": "100", "unit": "£000"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("monitoring.acute.plan-to-date"), "200000");
//! assert_eq!(outcome.text("monitoring.acute.variance"), "-5000");
//! assert_eq!(outcome.text("monitoring.acute.forecast"), "1205000");
//! assert_eq!(outcome.text("monitoring.acute.rating"), "2");
//! ```

mod early;
mod kinds;
mod line;
mod of_schemes;
mod savings;
mod to_different_months;

pub use kinds::files;
pub use kinds::{
    ACTUAL_TO_DATE, AGREEMENTS, BODIES, FORECAST, FORECAST_VARIANCE, GAPS, INTERESTS, KINDS, MONTHS, NOT_SIGNED,
    OF_ORGANISATION, OF_PARTS, PLAN_TO_DATE, PROVISIONAL, PROVISIONAL_FIGURES, RATING, SAVING_PLAN_OF,
    SAVING_PLAN_OF_PART, SAVING_PLAN_OF_PROGRAMME, SAVING_PLAN_OF_SCHEME, SAVINGS_ACTUAL_TO_DATE, SAVINGS_FORECAST,
    SAVINGS_FORECAST_VARIANCE, SAVINGS_LINES_FORECAST, SAVINGS_LINES_TO_DATE, SAVINGS_PLAN, SAVINGS_PLAN_TO_DATE,
    SAVINGS_VARIANCE, SIGNATURES, SIGNED, VARIANCE,
};
pub use line::{ToMonth, by_month};

use super::roll_up::roll_up;
use crate::calculation::{FigureIndex, Finding, Ledger, Number, findings, run_formulas, run_tests, summed};
use crate::plan::{CellAddress, LineKind, Table};
use kinds::{FORMULAS, TESTS};

findings! {
    /// The table of gaps says that something is missing in the plan.
    MISSING_IN_THE_PLAN: information("missing-in-the-plan", "Ask those who wrote the plan for it, and key it in.")
    ..kinds
    ..line
    ..early
    ..of_schemes
    ..savings
    ..to_different_months
}

/// Computes what is monitored, and counts what governance needs.
pub fn run(ledger: &mut Ledger<'_>) {
    line::run(ledger);
    savings::run(ledger);
    run_formulas(ledger, FORMULAS);
    saving_plans_of_schemes(ledger);
    roll_up(ledger, &OF_ORGANISATION, &OF_PARTS, 0);
    run_tests(ledger, TESTS);
    line::report_not_in_variance(ledger);
    to_different_months::report(ledger);
    early::report(ledger);
    of_schemes::report(ledger);
    report_gaps(ledger);
}

/// What the lines of a scheme plan for the year for which its saving is stated.
fn saving_plans_of_schemes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut found = Vec::new();
    for (at, line) in plan.monitored_lines.iter().filter(|(_, line)| line.kind() == Some(LineKind::Saving)) {
        let Some(scheme) = line.scheme() else { continue };
        let list = plan.schemes.get(scheme).and_then(|row| plan.scheme_lists.get(row.list()));
        if list.is_none_or(|list| list.year() != line.year()) {
            continue;
        }
        let Some(amount) = line.plan() else {
            let cell = CellAddress { table: Table::MonitoredLine, row: at.index(), column: "plan" };
            ledger.lacks(SAVING_PLAN_OF_SCHEME.at([scheme.index()]), cell);
            continue;
        };
        found.push((FigureIndex::new([scheme.index()]), Number::cell(amount)));
    }
    ledger.add(summed(&SAVING_PLAN_OF_SCHEME, found));
}

fn report_gaps(ledger: &mut Ledger<'_>) {
    for (row, gap) in ledger.plan.gaps.iter() {
        ledger.report(|| {
            Finding::of(
                &MISSING_IN_THE_PLAN,
                match gap.effect() {
                    Some(effect) => format!("\"{}\" is missing in the plan: {effect}.", gap.name()),
                    None => format!("\"{}\" is missing in the plan.", gap.name()),
                },
            )
            .at(Table::Gap, row.index(), "name")
        });
    }
}
