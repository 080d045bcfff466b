//! What CQUIN has earned, can still earn and has lost, as a ladder.

use crate::chart::{Frame, Ladder, Rung};
use crate::components::{Shown, capitalised, drawn_money, shown, sum, unit_for};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::{CquinIndicator, CquinScheme, Id, PaymentRule, Row};
use one_plan_model::quantity::{Decimal, Fault, Value, add, subtract};
use one_plan_model::rules::cquin;

/// A bar for each group of indicators. What is at risk is lost where a result is evident and did not reach the payment;
/// of anything else it can still be earned.
/// `what` says what the groups are.
pub fn cquin_ladder(
    session: &Session,
    id: String,
    title: String,
    what: &str,
    groups: Vec<(String, Vec<Id<CquinIndicator>>)>,
) -> Ladder {
    let (plan, outcome) = (session.plan(), session.outcome());
    let value = |figure: FigureKey| -> Value { outcome.value(figure).unwrap_or(Err(Fault::NotGiven)) };
    let mut sums: Vec<(String, [Value; 3])> = Vec::with_capacity(groups.len());
    for (name, indicators) in groups {
        let nothing: Value = Ok(Decimal::ZERO);
        let mut parts = [nothing; 3];
        for id in indicators {
            let [earned, open, lost] = parts;
            let at_risk = value(cquin::AT_RISK.at([id.index()]));
            let settled = plan.cquin_indicators.get(id).is_some_and(is_settled);
            parts = [
                sum([earned, value(cquin::EARNED.at([id.index()]))]),
                if settled { open } else { sum([open, at_risk]) },
                if settled { sum([lost, at_risk]) } else { lost },
            ];
        }
        sums.push((name, parts));
    }
    let wholes = sums.iter().filter_map(|(_, parts)| sum(*parts).ok());
    let (unit, unit_name, places) = unit_for(wholes.max().unwrap_or_default());
    let rungs = sums.into_iter().map(|(name, parts)| Rung {
        name,
        parts: parts.map(|part| drawn_money(part, unit, places)).to_vec(),
        total: shown(sum(parts), Unit::Money, unit, places, false),
        mark: None,
    });
    Ladder {
        frame: Frame::new(id, title, format!("A bar for each {what}, as long as it is worth.")),
        rung_heading: capitalised(what),
        unit: unit_name.to_owned(),
        parts: ["Earned", "Can still be earned", "Lost: the result is evident and too low"].map(str::to_owned).to_vec(),
        rungs: rungs.collect(),
        ..Ladder::default()
    }
}

/// What is not earned of CQUIN, in its two parts: what can still be earned, and what is lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotEarned {
    /// What can still be earned, in pounds.
    pub open: Decimal,
    /// What is lost, in pounds: the result is evident and too low.
    pub lost: Decimal,
}

impl NotEarned {
    /// Both parts, as a sum with what is not earned first.
    pub fn sum(self) -> Option<[Decimal; 3]> {
        Some([add(self.open, self.lost).ok()?, self.open, self.lost])
    }

    /// Both parts in words, in the form of what stands around them.
    pub fn words(self, form: Shown) -> String {
        let Self { open, lost } = self;
        match (open.is_zero(), lost.is_zero()) {
            (_, true) => "all of it can still be earned".to_owned(),
            (true, false) => "all of it is lost, because the result is evident and too low".to_owned(),
            (false, false) => {
                let [open, lost] = [open, lost].map(|part| form.words(Ok(part), Unit::Money));
                format!("{open} can still be earned, and {lost} is lost, because the result is evident and too low")
            }
        }
    }
}

/// The two parts of what schemes have not earned, which `not_earned` says; nothing where it is not known, or nothing.
pub fn cquin_not_earned(session: &Session, schemes: &[Id<CquinScheme>], not_earned: FigureKey) -> Option<NotEarned> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let all = outcome.value(not_earned)?.ok().filter(|all| !all.is_zero())?;
    let settled = plan
        .cquin_indicators
        .iter()
        .filter(|(_, indicator)| schemes.contains(&indicator.scheme()) && is_settled(*indicator));
    let lost = sum(settled.filter_map(|(id, _)| outcome.value(cquin::AT_RISK.at([id.index()])))).ok()?;
    Some(NotEarned { open: subtract(all, lost).ok()?, lost })
}

/// Whether nothing more can come of an indicator: what was achieved is given, and there is evidence of it.
fn is_settled(indicator: Row<'_, CquinIndicator>) -> bool {
    let in_steps = indicator.payment_rule() == Some(PaymentRule::Milestones);
    !in_steps && indicator.achieved().is_some() && indicator.evidence() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn what_is_at_risk_is_lost_only_where_the_result_is_evident() {
        let plan = example::plan(
            r#""cquin_schemes": [{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "300", "unit": "£"}],
            "cquin_indicators": [
                {"id": "a", "name": "A", "scheme": "s", "weight": "40", "payment_rule": "all-or-nothing", "direction": "higher", "threshold": "90", "achieved": "95", "evidence": "yes"},
                {"id": "b", "name": "B", "scheme": "s", "weight": "35", "payment_rule": "all-or-nothing", "direction": "higher", "threshold": "90", "achieved": "80", "evidence": "yes"},
                {"id": "c", "name": "C", "scheme": "s", "weight": "25", "payment_rule": "all-or-nothing", "direction": "higher", "threshold": "90", "achieved": "80"}
            ]"#,
        );
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let all = session.plan().cquin_indicators.iter().map(|(id, _)| id).collect();
        let ladder =
            cquin_ladder(&session, "ladder".to_owned(), "CQUIN".to_owned(), "scheme", vec![("All".to_owned(), all)]);
        let rung = ladder.rungs.first().expect("one bar");
        let labels: Vec<&str> = rung.parts.iter().map(|part| part.label.as_str()).collect();
        assert_eq!((labels.as_slice(), rung.total.as_str()), (["120", "75", "105"].as_slice(), "300"));
        let split = cquin_not_earned(&session, &[Id::at(0)], cquin::TOTAL_AT_RISK.at([])).expect("some is not earned");
        assert_eq!(
            split.words(Shown::one_form(split.sum().expect("a sum"))),
            "£75 can still be earned, and £105 is lost, because the result is evident and too low"
        );
    }
}
