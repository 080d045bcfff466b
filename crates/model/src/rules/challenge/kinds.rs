use crate::calculation::{Dimension, ORGANISATION, YEAR, figures};
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
