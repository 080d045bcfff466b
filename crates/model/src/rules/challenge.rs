//! The challenge: what would be spent if nothing were done, against the resource.
//!
//! * CR04: gap = spending at trend − resource, year by year and cumulative. Spending at trend
//!   grows each year by every driver, one upon the other or added up: demand, price, less efficiency. It is that of all
//!   services from the year in which the last of them begins.
//! * CR05: the challenge of a node is compared with the sum of its parts.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "spend_trends": [{"id": "all", "name": "All services", "base_year": "2011/12", "base": "1,000", "unit": "£m"}],
//!     "growth_drivers": [
//!         {"id": "demand", "name": "Demand", "kind": "demographic", "rate": "2%"},
//!         {"id": "prices", "name": "Prices", "kind": "price", "rate": "3%"}
//!     ],
//!     "medium_term_plan": [{"year": "2012/13", "resource": "1,020", "unit": "£m"}]
//! "#);
//! // 1,000 × 1.02 × 1.03 = 1,050.6
//! assert_eq!(outcome.text("challenge.spending-at-trend.2012-13"), "1050600000");
//! assert_eq!(outcome.text("challenge.counterfactual-gap.2012-13"), "30600000");
//! ```

mod nodes;
mod trends;

use super::roll_up::roll_up;
use crate::calculation::{Dimension, Ledger, ORGANISATION, YEAR, figures, findings, run_formulas, split_before};
use crate::plan::{ChallengeKind, OrganisationKind, Table};

const KIND: Dimension = Dimension::Choice(ChallengeKind::CHOICES);
const LEVEL: Dimension = Dimension::Choice(OrganisationKind::CHOICES);
const TREND: Dimension = Dimension::Row(Table::SpendTrend);
const APPENDIX: &str = "NHS Surrey, One Plan, l. 1516-1542";
const GAP: &str = "NHS Surrey, One Plan, l. 182-189, 516-518";

figures! {
    /// The challenge of an organisation in a year.
    CHALLENGE: money("challenge.{}.{}.{}", "{}, {}, {}", [KIND, ORGANISATION, YEAR])
        by("CR05", "the amount that the plan gives", APPENDIX)
    /// The challenge of an organisation over all years.
    ALL_YEARS: money("challenge.{}.{}.all-years", "{}, {}, all years", [KIND, ORGANISATION])
        by("CR05", "the sum of the years", APPENDIX)
        { sum of CHALLENGE [0, 1] }
    /// The sum of the parts of an organisation in a year.
    PARTS: money("challenge-of-parts.{}.{}.{}", "{}, {}, {}: sum of its parts", [KIND, ORGANISATION, YEAR])
        by("CR05", "the sum of its parts", APPENDIX)
    /// The challenge of all organisations of one type in a year.
    BY_TYPE: money("challenge-by-type.{}.{}.{}", "{}, all of type {}, {}", [KIND, LEVEL, YEAR])
        by("CR05", "the sum over the organisations of the type that belong to no other of the type", APPENDIX)
    /// The same over all years.
    BY_TYPE_ALL_YEARS: money("challenge-by-type.{}.{}.all-years", "{}, all of type {}, all years", [KIND, LEVEL])
        by("CR05", "the sum of the years", APPENDIX)
        { sum of BY_TYPE [0, 1] }
    /// What would be spent on one service if nothing were done.
    TREND_SPENDING: money("challenge.spending-at-trend.of.{}.{}", "{}: spending at trend, {}", [TREND, YEAR])
        by("CR04", "base × (1 + each driver), for each year since the base; where it says so, base × (1 + the sum of the drivers)", GAP)
    /// What would be spent in all if nothing were done.
    SPENDING: money("challenge.spending-at-trend.{}", "Spending at trend, {}", [YEAR])
        by("CR04", "the sum of the services, from the year in which all have begun", GAP)
    /// The gap between spending at trend and resource.
    COUNTERFACTUAL_GAP: money("challenge.counterfactual-gap.{}", "Gap if nothing is done, {}", [YEAR])
        by("CR04", "spending at trend − resource", GAP)
    /// The same, cumulative.
    CUMULATIVE_GAP: money("challenge.cumulative-gap.{}", "Gap if nothing is done, cumulative to {}", [YEAR])
        by("CR04", "the gaps of the years so far", GAP)
}

findings! {
    ..trends
}

/// Computes challenges by node and the gap from growth drivers.
pub fn run(ledger: &mut Ledger<'_>) {
    nodes::publish(ledger);
    let (first, rest) = split_before(FORMULAS, &BY_TYPE_ALL_YEARS);
    run_formulas(ledger, first);
    roll_up(ledger, &CHALLENGE, &PARTS, 1);
    run_formulas(ledger, rest);
    trends::run(ledger);
}
