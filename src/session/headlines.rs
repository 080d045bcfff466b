//! The figures by which a change is judged, and what a change does to them.

use one_plan_model::calculation::format;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Decimal;
use one_plan_model::scenario::headlines;

/// What a change does to one figure. A figure that is not there, or cannot be computed, has no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The figure, in words.
    pub figure: String,
    /// In pounds, before.
    pub before: Option<Decimal>,
    /// And after.
    pub after: Option<Decimal>,
}

impl Effect {
    /// What it does, in words: "+£1.20m", or from what to what where one of the two is not there.
    pub fn words(&self) -> String {
        match (self.before, self.after) {
            (Some(before), Some(after)) => {
                let difference = after - before;
                let sign = if difference.is_sign_negative() { "" } else { "+" };
                format!("{sign}{}", format::money(Ok(difference)))
            }
            (before, after) => {
                let amount =
                    |amount: Option<Decimal>| amount.map_or("n/a".to_owned(), |amount| format::money(Ok(amount)));
                format!("from {} to {}", amount(before), amount(after))
            }
        }
    }
}

/// What lies between two outcomes, the later of which is that of the plan: the figures that differ, in the order of the
/// headlines.
pub fn effects(before: &Outcome, plan: &Plan, after: &Outcome) -> Vec<Effect> {
    let now = headlines(after);
    // What goes is no figure of the outcome that comes after.
    let gone = headlines(before).into_iter().filter(|key| after.value(*key).is_none());
    let mut effects = Vec::new();
    for key in now.iter().copied().chain(gone) {
        let amount = |outcome: &Outcome| outcome.value(key).and_then(Result::ok);
        let (was, is) = (amount(before), amount(after));
        if was != is {
            effects.push(Effect { figure: key.label(plan), before: was, after: is });
        }
    }
    effects
}
