use super::field::Field;
use super::scheme_row::SchemeRow;
use crate::recognise::number_in;

/// Whether a column of variances is the plan less what came, so that what is short stands there without a minus: it must be
/// that in every row that tells, and in one at least. Where the year is over its plan is the plan to date.
pub fn against_plan(field: Field, rows: &[SchemeRow], is_over: bool) -> bool {
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
        let Some(difference) = planned.checked_sub(came) else { continue };
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

/// An amount as text with the other sign; what is no number stays as it is.
pub fn turned(text: &str) -> Box<str> {
    match number_in(text) {
        Some(number) => (-number).to_string().into(),
        None => text.into(),
    }
}
