//! What a scheme that began in the year before adds to it, which many plans count as the saving of the year.

use super::InForce;
use crate::calculation::Number;
use crate::plan::{FinancialYear, NumberCell, Row, Scheme};
use crate::quantity::Amount;

/// What a year adds to the one before, in which the scheme was to begin: with what the year before brings it makes what this
/// year brings. Nothing where it was to begin in another year, or the saving of a whole year is not given.
pub fn added_to_year_before(scheme: Row<'_, Scheme>, in_force: InForce, year: FinancialYear) -> Option<Number> {
    let before = begun_in_year_before(scheme, year)?;
    let whole = Number::cell(scheme.full_year_effect()?);
    Some(in_force.effect(year, &whole).minus(&in_force.effect(before, &whole)))
}

/// The year before, where the scheme was to begin in it.
pub fn begun_in_year_before(scheme: Row<'_, Scheme>, year: FinancialYear) -> Option<FinancialYear> {
    scheme.start()?.financial_year().filter(|begun| begun.next() == year)
}

/// Whether what is given may be a number, as far as what is given is rounded.
pub fn is_near(given: NumberCell<Amount>, number: &Number) -> bool {
    let (reach, given) = (Number::rounding(given.get().half_unit().into()), Number::cell(given));
    !given.plus(&reach).is_below(number) && !number.plus(&reach).is_below(&given)
}
