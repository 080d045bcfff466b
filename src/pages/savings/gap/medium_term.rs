//! The steps of a plan that gives its savings only in a medium-term plan. Its expenditure has the savings in it already, so
//! that without them it would be larger by both; they are those of one year, as the plan gives them anew for each.

use super::step::{Step, Steps};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Plan};
use one_plan_model::quantity::{Decimal, Value, subtract};
use one_plan_model::rules::finance::medium_term::{COMMISSIONER_QIPP, SURPLUS, TARIFF_EFFICIENCY, TOTAL_QIPP};

/// The steps of the first year of the plan; nothing where it has no surplus or no savings of that year.
pub fn steps(plan: &Plan, outcome: &Outcome) -> Option<Steps> {
    let year: FinancialYear = plan.details()?.first_year();
    let of = |kind| outcome.value(kind).filter(Result::is_ok);
    let at = [u32::from(year.start())];
    let (surplus, saved) = (of(SURPLUS.at(at))?, of(TOTAL_QIPP.at(at))?);
    if saved == Ok(Decimal::ZERO) {
        return None;
    }
    let less = |from: Value, value: Value| from.and_then(|from| subtract(from, value?));
    let commissioner = of(COMMISSIONER_QIPP.at(at))?;
    let left = less(Ok(Decimal::ZERO), surplus);
    let steps = vec![
        Step::level("Gap if nothing is saved", less(saved, surplus)),
        Step::saved("Commissioner QIPP", commissioner),
        Step::level("After what commissioners save", less(less(saved, surplus), commissioner)),
        Step::saved("Tariff efficiency of providers", of(TARIFF_EFFICIENCY.at(at))?),
        Step::level("After everything the plan saves", left),
    ];
    Some((steps, vec![year]))
}

#[cfg(test)]
mod tests {
    use super::super::step::end_of;
    use super::*;
    use one_plan_model::example;

    #[test]
    fn without_its_savings_the_expenditure_would_be_larger_by_both() {
        let plan = |saved: &str| {
            let row = r#"{"year": "2011/12", "resource": "1469.25", "expenditure": "-1463", "unit": "£m""#;
            let example = example::outcome(&format!(r#""medium_term_plan": [{row}{saved}}}]"#));
            steps(&example.plan, &example.outcome)
        };
        let (steps, years) = plan(r#", "commissioner_qipp": "63", "tariff_efficiency": "48""#).expect("savings");
        // 63 + 48 − (1,469.25 − 1,463) = 104.75
        assert_eq!(steps.first().map(|step| step.value), Some(Ok(Decimal::from(104_750_000))));
        assert_eq!(end_of(&steps), Ok(Decimal::from(-6_250_000)));
        assert_eq!(years.len(), 1);
        assert_eq!(plan(""), None);
    }
}
