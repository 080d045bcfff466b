//! Variances as a tracker prints them: which sign is the favourable one.

use crate::headings::Field;
use crate::tracker::reading::SchemeRow;
use one_plan_model::quantity::Decimal;

/// Which way from its plan is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Favourable {
    /// More than planned, of savings and income.
    Above,
    /// Less than planned, of expenditure.
    Below,
}

/// Whether a column of variances goes against what is favourable, so that what is short, or overspent, stands there without a
/// minus: it must be that in every row that tells, and in one at least. Where the year is over its plan is the plan to date.
pub fn against_plan(field: Field, rows: &[SchemeRow], is_over: bool, favourable: Favourable) -> bool {
    let (planned, came) = match field {
        Field::VarianceToDate if is_over && !rows.iter().any(|scheme| scheme.has(Field::PlanToDate)) => {
            (Field::PlanOfYear, Field::ActualToDate)
        }
        Field::VarianceToDate => (Field::PlanToDate, Field::ActualToDate),
        Field::ForecastVariance => (Field::PlanOfYear, Field::Forecast),
        _ => return false,
    };
    let mut tells = false;
    for scheme in rows {
        let (Some(variance), Some(planned), Some(came)) =
            (scheme.number(field), scheme.number(planned), scheme.number(came))
        else {
            continue;
        };
        // What is given with a minus is meant without it.
        let is_turned = planned.max(came) <= Decimal::ZERO && planned.min(came) < Decimal::ZERO;
        let difference = match (favourable, is_turned) {
            (Favourable::Above, false) | (Favourable::Below, true) => planned.checked_sub(came),
            (Favourable::Below, false) | (Favourable::Above, true) => came.checked_sub(planned),
        };
        let Some(difference) = difference else { continue };
        if variance.is_zero() && difference.is_zero() {
            continue;
        }
        if variance != difference {
            return false;
        }
        tells = true;
    }
    tells
}
