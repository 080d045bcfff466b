//! The steps from a gap that the plan gives, or that follows from spending at trend: every programme is one.

use super::step::{Step, Steps};
use crate::components::{choice_words, sum};
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{ChallengeKind, FinancialYear, OrganisationKind, Plan, SavingPart};
use one_plan_model::quantity::{Decimal, Value, subtract};
use one_plan_model::rules::challenge::{BY_TYPE, COUNTERFACTUAL_GAP};
use one_plan_model::rules::savings::{PART_YEAR, PROGRAMME_PART, TOTAL_YEAR};

/// The steps over all years for which the plan gives both the gap and the savings.
pub fn steps(plan: &Plan, outcome: &Outcome) -> Option<Steps> {
    let mut years = plan.years();
    let is_saved = |year: &FinancialYear| {
        let saved = outcome.value(TOTAL_YEAR.at([start(*year)]));
        saved.is_some_and(|saved| saved.is_ok_and(|saved| !saved.is_zero()))
    };
    years.retain(|year| is_saved(year) && gap(outcome, *year).is_some());
    // The gaps of one plan are of one kind: those of the first year say which.
    let (whose, _) = gap(outcome, *years.first()?)?;
    let of_kind = |year: &FinancialYear| gap_of(outcome, *year, whose);
    years.retain(|year| of_kind(year).is_some());
    let over_years = |of: &dyn Fn(FinancialYear) -> Option<Value>| sum(years.iter().filter_map(|year| of(*year)));
    let whole = over_years(&|year| gap_of(outcome, year, whose));
    let of = whose.and_then(|kind| OrganisationKind::ALL.get(kind as usize));
    let is_of_commissioners = of.is_some_and(|kind| kind.commissions());
    let whose = match whose {
        Some(kind) => OrganisationKind::CHOICES.get(kind as usize).map(|choice| choice_words(choice.word)),
        None => None,
    };
    let whose = whose.map(|kind| format!(" (every {kind})")).unwrap_or_default();
    let mut steps = vec![Step::level(format!("Gap if nothing is done{whose}"), whole)];
    let of_part = |part: SavingPart| over_years(&|year| outcome.value(PART_YEAR.at([part as u32, start(year)])));
    let of_programme = |programme: u32| {
        over_years(&|year| outcome.value(PROGRAMME_PART.at([programme, SavingPart::Commissioner as u32, start(year)])))
    };
    let by_programme = plan.programmes.iter().map(|(at, programme)| (programme, of_programme(at.index())));
    let saving = by_programme.filter(|(_, value)| *value != Ok(Decimal::ZERO));
    let mut saved: Vec<(String, Value)> =
        saving.map(|(programme, value)| (programme.name().to_owned(), value)).collect();
    // The largest first; programmes of one size stay in the order of the plan.
    saved.sort_by_key(|(_, value)| std::cmp::Reverse(value.unwrap_or_default()));
    let by_programme = sum(saved.iter().map(|(_, value)| *value));
    let rest = of_part(SavingPart::Commissioner).and_then(|part| subtract(part, by_programme?));
    if rest != Ok(Decimal::ZERO) {
        saved.push(("Not given by programme".to_owned(), rest));
    }
    steps.extend(saved.into_iter().map(|(name, value)| Step::saved(name, value)));
    let total = over_years(&|year| outcome.value(TOTAL_YEAR.at([start(year)])));
    let left = whole.and_then(|whole| subtract(whole, total?));
    let of_providers = of_part(SavingPart::Provider);
    // Whether a gap is one for commissioners alone, plans say differently: both levels stand there.
    if of_providers != Ok(Decimal::ZERO) {
        let after_commissioners =
            of_part(SavingPart::Commissioner).and_then(|commissioners| subtract(whole?, commissioners));
        // What providers save of their own costs is taken off no gap of commissioners that these have closed themselves.
        if is_of_commissioners && after_commissioners.is_ok_and(|after| after <= Decimal::ZERO) {
            steps.push(Step::level(
                "After what commissioners save; providers keep their own savings",
                after_commissioners,
            ));
            return Some((steps, years));
        }
        steps.push(Step::level("After what commissioners save", after_commissioners));
        steps.push(Step::saved("What providers save", of_providers));
    }
    steps.push(Step::level("After everything the plan saves", left));
    Some((steps, years))
}

fn start(year: FinancialYear) -> u32 {
    u32::from(year.start())
}

/// The gap of a year, and of which type of organisation it is; of no type where spending at trend gives it. Where several
/// types give one, the largest counts.
fn gap(outcome: &Outcome, year: FinancialYear) -> Option<(Option<u32>, Value)> {
    if let Some(value) = gap_of(outcome, year, None) {
        return Some((None, value));
    }
    let of_type = (0..).zip(OrganisationKind::CHOICES).filter_map(|(kind, _)| {
        let value = gap_of(outcome, year, Some(kind))?;
        Some((Some(kind), value))
    });
    // Of two that are equally large the first counts.
    of_type.fold(None, |largest: Option<(Option<u32>, Value)>, one| match largest {
        Some(largest) if largest.1.unwrap_or_default() >= one.1.unwrap_or_default() => Some(largest),
        _ => Some(one),
    })
}

fn gap_of(outcome: &Outcome, year: FinancialYear, kind: Option<u32>) -> Option<Value> {
    let figure: FigureKey = match kind {
        Some(kind) => BY_TYPE.at([ChallengeKind::Gap as u32, kind, start(year)]),
        None => COUNTERFACTUAL_GAP.at([start(year)]),
    };
    outcome.value(figure).filter(Result::is_ok)
}

#[cfg(test)]
mod tests {
    use super::super::step::end_of;
    use super::*;
    use one_plan_model::example;

    const PLAN: &str = r#"
        "organisations": [{"id": "x", "name": "X", "kind": "locality"}, {"id": "y", "name": "Y", "kind": "locality"}],
        "challenges": [
            {"organisation": "x", "year": "2011/12", "kind": "gap", "amount": "100.01", "unit": "£"},
            {"organisation": "y", "year": "2011/12", "kind": "gap", "amount": "50.01", "unit": "£"},
            {"organisation": "x", "year": "2012/13", "kind": "gap", "amount": "9", "unit": "£"}
        ],
        "programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "programme_savings": [
            {"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "30.33", "unit": "£"},
            {"programme": "b", "year": "2011/12", "part": "commissioner", "amount": "70.01", "unit": "£"},
            {"year": "2011/12", "part": "provider", "amount": "20", "unit": "£"}
        ]"#;

    #[test]
    fn the_steps_sum_to_the_penny_and_the_years_are_those_of_both() {
        let example = example::outcome(PLAN);
        let (steps, years) = steps(&example.plan, &example.outcome).expect("a gap and savings");
        let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Gap if nothing is done (every locality)",
                "B",
                "A",
                "After what commissioners save",
                "What providers save",
                "After everything the plan saves"
            ]
        );
        assert_eq!(years.len(), 1);
        assert_eq!(end_of(&steps), Ok(Decimal::new(2968, 2)));
    }

    #[test]
    fn savings_that_are_all_printed_with_a_minus_are_savings_in_every_step() {
        let minus = PLAN.replace("30.33", "-30.33").replace("70.01", "-70.01").replace("\"20\"", "\"-20\"");
        let [printed, turned] = [PLAN, &minus].map(|plan| {
            let example = example::outcome(plan);
            steps(&example.plan, &example.outcome).expect("a gap and savings")
        });
        assert_eq!(printed, turned);
    }

    #[test]
    fn a_plan_without_a_gap_has_no_picture() {
        let example = example::outcome(
            r#""programme_savings": [{"year": "2011/12", "part": "provider", "amount": "20", "unit": "£"}]"#,
        );
        assert_eq!(steps(&example.plan, &example.outcome), None);
    }
}
