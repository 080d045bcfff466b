//! For which months it is known what a commissioner had of a provider.
//!
//! A file that states several commissioners is one of all of them: where it gives a month and has no row for one of them, this
//! had nothing. A file of one commissioner says nothing of others, and what is in files of their own is nowhere else.

use super::column::Measure;
use super::counting::Counting;
use super::given_months::GivenMonths;
use super::months::Months;
use super::stated::{AllStated, Group};
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, BTreeSet};

/// A provider, a year and a commissioner.
pub type OfCommissioner = (u32, FinancialYear, u32);

/// The months that are known of each commissioner.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    months: BTreeMap<(Measure, OfCommissioner), Months>,
}

impl Coverage {
    /// What is known of each.
    pub fn of(all: &AllStated, given: &GivenMonths, counting: &Counting) -> Self {
        let mut coverage = Self::default();
        for measure in Measure::ALL {
            coverage.add(all, given, measure);
        }
        for (group, measure) in counting.undecided.keys() {
            coverage.without(*group, *measure);
        }
        for (group, _) in &all.incomplete {
            for measure in Measure::ALL {
                if !counting.counted.contains_key(&(*group, measure)) {
                    coverage.without(*group, measure);
                }
            }
        }
        coverage
    }

    /// A month is not known after all.
    fn without(&mut self, group: Group, measure: Measure) {
        let key = (measure, (group.provider, group.year, group.commissioner));
        if let Some(months) = self.months.get_mut(&key) {
            *months = months.without(Months::default().with(group.month));
        }
    }

    fn add(&mut self, all: &AllStated, given: &GivenMonths, measure: Measure) {
        // The commissioners that each submission states, by provider and year.
        let mut of_providers: BTreeMap<(u32, FinancialYear), BTreeMap<usize, BTreeSet<u32>>> = BTreeMap::new();
        for stated in all.stated.iter().filter(|stated| stated.states(measure)) {
            let group = stated.group;
            let months = given.given((stated.statement, group.provider, group.year), measure);
            if !months.is_empty() {
                let of_provider = of_providers.entry((group.provider, group.year)).or_default();
                of_provider.entry(stated.statement).or_default().insert(group.commissioner);
            }
        }
        for ((provider, year), statements) in of_providers {
            let all_commissioners: BTreeSet<u32> = statements.values().flatten().copied().collect();
            for commissioner in all_commissioners {
                let names_it = |of: &BTreeSet<u32>| of.contains(&commissioner);
                let is_of_all = statements.values().filter(|of| names_it(of)).all(|of| of.len() > 1);
                let counts = |of: &BTreeSet<u32>| names_it(of) || (is_of_all && of.len() > 1);
                let months = statements
                    .iter()
                    .filter(|(_, of)| counts(of))
                    .map(|(statement, _)| given.given((*statement, provider, year), measure))
                    .fold(Months::default(), Months::or);
                self.months.insert((measure, (provider, year, commissioner)), months);
            }
        }
    }

    /// The months that are known of a commissioner.
    pub fn months(&self, measure: Measure, of: OfCommissioner) -> Months {
        self.months.get(&(measure, of)).copied().unwrap_or_default()
    }

    /// Every provider, year and commissioner of which something is known.
    pub fn commissioners(&self) -> BTreeSet<OfCommissioner> {
        self.months.keys().map(|(_, of)| *of).collect()
    }

    /// The months that are known of all commissioners of a provider, and those that are known of some only.
    pub fn of_provider(&self, measure: Measure, provider: u32, year: FinancialYear) -> (Months, Months) {
        let of_provider = self
            .months
            .range((measure, (provider, year, 0))..)
            .take_while(|((of, (known, of_year, _)), _)| *of == measure && *known == provider && *of_year == year);
        let months: Vec<Months> = of_provider.map(|(_, months)| *months).filter(|months| !months.is_empty()).collect();
        let any = months.iter().copied().fold(Months::default(), Months::or);
        let all = months.into_iter().fold(any, Months::and);
        (all, any.without(all))
    }
}
