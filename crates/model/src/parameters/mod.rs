//! Dated parameters: the numbers that rules need and that no plan has to print.
//!
//! Each value carries the years in which it holds, its unit and where it comes from. A plan can
//! replace any of them in its table `assumptions`, from a month and to a month; what was replaced
//! stays visible. A year in which a value changes is reckoned by its months.

mod activity;
mod asked;
mod assumed;
mod capacity;
mod contracts;
mod cquin;
mod delivery;
mod finance;
mod in_plan;
mod parameter;
mod value;

pub use activity::{
    CAESAREAN_CAP, MARGINAL_RATE, OUTTURN_MONTHS, OUTTURN_SEASONS, READMISSION_ELECTIVE, READMISSION_EMERGENCY,
    THREE_ARROWS_FROM, TWO_ARROWS_FROM, UNIT_COSTS_APART,
};
pub use assumed::{AssumptionProblem, ProblemKind};
pub use capacity::{
    BED_OCCUPANCY, BEDS_FOLLOW_FROM, BEDS_FOLLOW_WITHIN, GROWTH_IN_DOUBT, JOB_UPTAKE, OCCUPANCY_IN_DOUBT, OUTLIER_FROM,
    SHARE_IN_DOUBT, STAYS_FOR_EACH_BED, TOP_UP_IN_DOUBT,
};
pub use contracts::{
    AMOUNT_OUT_OF_SCALE, APART_FROM_TARGET, APART_WITHOUT_TARGET, GAIN_SHARE, MONTH_DIGIT_IN_DOUBT, MONTH_OUT_OF_SCALE,
    TOLERANCE_IN_DOUBT, VARIABLE_RATE, VOLUME_RATE,
};
pub use cquin::{CQUIN_HIGHEST_RATE, CQUIN_RATE, SCORE_POINTS};
pub use delivery::{
    AMBER_FROM, DECISION_MONTHS, DELIVERY_AMBER, EXPECTED_AT_HIGH_RISK, EXPECTED_AT_LOW_RISK, EXPECTED_AT_MEDIUM_RISK,
    EXPECTED_UNIDENTIFIED, RED_FROM, TARGET_AMBER,
};
pub use finance::{
    COSTS_THAT_FOLLOW, IMPROVEMENT_FLOOR, PREVENTION_FLOOR, PRIORITY_SHARE_FROM, PRIORITY_SHARE_TO,
    PROGRAMME_TOLERANCE, RESERVE_RATE,
};
pub use in_plan::Parameters;
pub use parameter::{DatedValue, Parameter, ParameterUnit, Standing};
pub use value::{ParameterPart, ParameterValue};

/// The parameters of each file of this folder. To add one, write it in its file.
const FILES: &[&[&Parameter]] = &[
    cquin::PARAMETERS,
    activity::PARAMETERS,
    contracts::PARAMETERS,
    finance::PARAMETERS,
    capacity::PARAMETERS,
    delivery::PARAMETERS,
];

/// Every parameter of the model.
pub fn all() -> impl Iterator<Item = &'static Parameter> {
    FILES.iter().copied().flatten().copied()
}
