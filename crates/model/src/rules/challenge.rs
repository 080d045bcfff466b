//! The challenge: what would be spent if nothing were done, against the resource.
//!
//! * CR04: gap = spending at trend − resource, year by year and cumulative. Spending at trend
//!   grows each year by every driver: demand, price, less efficiency.
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

use super::roll_up::roll_up;
use crate::calculation::{Dimension, Ledger, Number, NumberTotal, ORGANISATION, YEAR, figures, run_formulas};
use crate::plan::{ChallengeKind, GrowthKind, OrganisationKind, Table};
use crate::quantity::InOrder;

const KIND: Dimension = Dimension::Choice(ChallengeKind::CHOICES);
const LEVEL: Dimension = Dimension::Choice(OrganisationKind::CHOICES);
const TREND: Dimension = Dimension::Row(Table::SpendTrend);
const APPENDIX: &str = "NHS Surrey, One Plan, l. 1516-1542";
const GAP: &str = "NHS Surrey, One Plan, l. 182-189, 516-518";

figures! {
    /// The challenge of an organisation in a year.
    CHALLENGE: money("challenge.{}.{}.{}", "{}, {}, {}", [KIND, ORGANISATION, YEAR])
        by("CR05", "the amount that the plan gives", APPENDIX)
        { Challenge [kind, organisation, year] = amount }
    /// The challenge of an organisation over all years.
    ALL_YEARS: money("challenge.{}.{}.all-years", "{}, {}, all years", [KIND, ORGANISATION])
        by("CR05", "the sum of the years", APPENDIX)
        { sum of CHALLENGE [0, 1] }
    /// The sum of the parts of an organisation in a year.
    PARTS: money("challenge-of-parts.{}.{}.{}", "{}, {}, {}: sum of its parts", [KIND, ORGANISATION, YEAR])
        by("CR05", "the sum of its parts", APPENDIX)
    /// The challenge of all organisations of one type in a year.
    BY_TYPE: money("challenge-by-type.{}.{}.{}", "{}, all of type {}, {}", [KIND, LEVEL, YEAR])
        by("CR05", "the sum over the organisations of the type", APPENDIX)
        { Challenge [kind, (organisation.Organisation.kind), year] = amount }
    /// The same over all years.
    BY_TYPE_ALL_YEARS: money("challenge-by-type.{}.{}.all-years", "{}, all of type {}, all years", [KIND, LEVEL])
        by("CR05", "the sum of the years", APPENDIX)
        { sum of BY_TYPE [0, 1] }
    /// What would be spent on one service if nothing were done.
    TREND_SPENDING: money("challenge.spending-at-trend.of.{}.{}", "{}: spending at trend, {}", [TREND, YEAR])
        by("CR04", "base × (1 + each driver), for each year since the base", GAP)
    /// What would be spent in all if nothing were done.
    SPENDING: money("challenge.spending-at-trend.{}", "Spending at trend, {}", [YEAR])
        by("CR04", "the sum of the services", GAP)
    /// The gap between spending at trend and resource.
    COUNTERFACTUAL_GAP: money("challenge.counterfactual-gap.{}", "Gap if nothing is done, {}", [YEAR])
        by("CR04", "spending at trend − resource", GAP)
    /// The same, cumulative.
    CUMULATIVE_GAP: money("challenge.cumulative-gap.{}", "Gap if nothing is done, cumulative to {}", [YEAR])
        by("CR04", "the gaps of the years so far", GAP)
}

/// Computes challenges by node and the gap from growth drivers.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    roll_up(ledger, &CHALLENGE, &PARTS, 1);
    counterfactual(ledger);
}

fn counterfactual(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(last) = plan.details().map(|details| details.last_year()) else { return };
    let one = Number::the_whole();
    // Sorted by rate: products are rounded, and the last digit must not depend on the order of the rows.
    let mut drivers: Vec<_> =
        plan.growth_drivers.iter().map(|(_, driver)| (Number::cell(driver.rate()), driver)).collect();
    drivers.order_by(|(rate, driver), (of_other, other)| {
        rate.compare(of_other).then_with(|| (driver.kind() as u32).cmp(&(other.kind() as u32)))
    });
    let mut totals: Vec<(u32, NumberTotal)> = Vec::new();
    for (row, trend) in plan.spend_trends.iter() {
        let mut spending = Number::cell(trend.base());
        for year in trend.base_year().through(last) {
            if year > trend.base_year() {
                for (_, driver) in &drivers {
                    if driver.trend().is_some_and(|of| of != row)
                        || driver.year().is_some_and(|in_year| in_year != year)
                    {
                        continue;
                    }
                    let rate = Number::cell(driver.rate());
                    let factor =
                        if driver.kind() == GrowthKind::Efficiency { one.minus(&rate) } else { one.plus(&rate) };
                    spending = spending.times(&factor);
                }
            }
            let start = u32::from(year.start());
            let named = ledger.publish(&TREND_SPENDING, [row.index(), start], spending);
            // The next year starts from this figure, so that each explanation covers one year only.
            spending = named;
            match totals.iter_mut().find(|(other, _)| *other == start) {
                Some((_, total)) => total.add(&named),
                None => {
                    let mut total = NumberTotal::default();
                    total.add(&named);
                    totals.push((start, total));
                }
            }
        }
    }
    totals.order_by_key(|(year, _)| *year);
    let mut cumulative = NumberTotal::default();
    for (year, total) in totals {
        let spending = ledger.publish(&SPENDING, [year], total.finish());
        let resource = plan.medium_term_plan.iter().find(|(_, row)| u32::from(row.year().start()) == year);
        let Some((_, Some(resource))) = resource.map(|(row, of_year)| (row, of_year.resource())) else { continue };
        let resource = Number::cell(resource);
        let gap = ledger.publish(&COUNTERFACTUAL_GAP, [year], spending.minus(&resource));
        cumulative.add(&gap);
        ledger.publish(&CUMULATIVE_GAP, [year], cumulative.clone().finish());
    }
}
