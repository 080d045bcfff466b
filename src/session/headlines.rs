//! The figures by which a change is judged, and what a change does to them.

use super::moves::Moves;
use one_plan_model::calculation::{FigureKey, format};
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

/// What a change did to the headline figures, as it is said wherever changes are.
#[derive(Debug, PartialEq, Eq)]
pub struct Did<'a> {
    /// The first of them, which are named.
    pub named: &'a [Effect],
    /// What is said after them: how many more there are, or that there are none.
    pub rest: Option<String>,
}

impl<'a> Did<'a> {
    /// What is said of so many effects at most, and of the others how many they are.
    pub fn of(effects: &'a [Effect], most: usize) -> Self {
        let (named, more) = effects.split_at(most.min(effects.len()));
        let rest = match (named, more) {
            ([], []) => Some("No headline figure changes".to_owned()),
            (_, []) => None,
            (_, more) => Some(format!("and {}", format::count_of(more.len(), "more figure", "more figures"))),
        };
        Self { named, rest }
    }

    /// The same as one sentence.
    pub fn sentence(&self) -> String {
        let named: Vec<String> =
            self.named.iter().map(|effect| format!("{}: {}", effect.figure, effect.words())).collect();
        let between = if named.is_empty() { "" } else { " " };
        let rest = self.rest.as_ref().map(|rest| format!("{between}{rest}")).unwrap_or_default();
        format!("{}{rest}.", named.join("; "))
    }
}

/// What lies between two outcomes, each with its plan: the figures that differ, in the order of the headlines of the later
/// one, and behind them those that are gone. What a figure is about may stand in another row than before.
pub fn effects((before, was): (&Plan, &Outcome), (after, is): (&Plan, &Outcome), moves: &Moves) -> Vec<Effect> {
    let amount = |outcome: &Outcome, key: FigureKey| outcome.value(key).and_then(Result::ok);
    let back = moves.reversed();
    let mut effects = Vec::new();
    for key in headlines(is) {
        let earlier = back.figure(key, after, before).and_then(|key| amount(was, key));
        let now = amount(is, key);
        if earlier != now {
            effects.push(Effect { figure: key.label(after), before: earlier, after: now });
        }
    }
    for key in headlines(was) {
        let is_there = moves.figure(key, before, after).is_some_and(|key| is.value(key).is_some());
        let earlier = amount(was, key).filter(|_| !is_there);
        if earlier.is_some() {
            effects.push(Effect { figure: key.label(before), before: earlier, after: None });
        }
    }
    effects
}
