//! Which months a submission gives, for each provider and year.
//!
//! Files have rows for months to come, with noughts: a month after the last of a provider in which anything is not nought is
//! not given yet. A plan that is nothing else says of every month that it has what is planned, be it nothing.

use super::column::Measure;
use super::figures::Both;
use super::months::Months;
use super::stated::AllStated;
use one_plan_model::quantity::FinancialYear;
use std::collections::BTreeMap;

/// A submission, a provider and a year.
pub type OfProvider = (usize, u32, FinancialYear);

/// The months that submissions give.
#[derive(Clone, Debug, Default)]
pub struct GivenMonths {
    given: BTreeMap<OfProvider, Both<Months>>,
    noughts: BTreeMap<OfProvider, Both<Months>>,
}

impl GivenMonths {
    /// Those of everything that is stated.
    pub fn of(all: &AllStated) -> Self {
        let mut stated: BTreeMap<OfProvider, Both<Months>> = BTreeMap::new();
        let mut last: BTreeMap<OfProvider, Both<Option<u8>>> = BTreeMap::new();
        for of in &all.stated {
            let key = (of.statement, of.group.provider, of.group.year);
            for measure in Measure::ALL.into_iter().filter(|measure| of.states(*measure)) {
                let months = stated.entry(key).or_default().of_mut(measure);
                *months = months.with(of.group.month);
                if !of.fingerprint.of(measure).is_empty() {
                    let last = last.entry(key).or_default().of_mut(measure);
                    *last = (*last).max(Some(of.group.month));
                }
            }
        }
        let mut months = Self::default();
        for (key, of_both) in stated {
            for measure in Measure::ALL {
                let stated = *of_both.of(measure);
                let is_plan = all.statements.get(key.0).is_some_and(|statement| statement.is_plan);
                let last = last.get(&key).and_then(|last| *last.of(measure));
                let given = match last {
                    _ if is_plan => stated,
                    Some(last) => stated.up_to(last),
                    None => Months::default(),
                };
                *months.given.entry(key).or_default().of_mut(measure) = given;
                *months.noughts.entry(key).or_default().of_mut(measure) = stated.without(given);
            }
        }
        months
    }

    /// The months that a submission gives of a provider.
    pub fn given(&self, key: OfProvider, measure: Measure) -> Months {
        self.given.get(&key).map(|both| *both.of(measure)).unwrap_or_default()
    }

    /// Months to come, which have only noughts: each submission with a provider and a year.
    pub fn noughts(&self, measure: Measure) -> impl Iterator<Item = (OfProvider, Months)> {
        self.noughts.iter().map(move |(key, both)| (*key, *both.of(measure))).filter(|(_, months)| !months.is_empty())
    }
}
