//! Which submission counts for each provider, commissioner and month.
//!
//! Files restate the year so far: the same month stands in several of them, and what they state is never added up. Where
//! one states it, it counts; where several say the same it counts once; where they differ only a person can say which counts,
//! for the time that stands in a file does not order them.

use super::column::Measure;
use super::figures::Figures;
use super::given_months::GivenMonths;
use super::stated::{AllStated, Group, Stated};
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of several submissions that are parts of one.
pub const TOGETHER: &str = "all of them, added up";

/// Which submissions count.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    /// What counts for a group, by its position among all that is stated.
    pub counted: BTreeMap<(Group, Measure), Vec<usize>>,
    /// Groups for which it is not known what counts.
    pub undecided: BTreeMap<(Group, Measure), Vec<usize>>,
    /// How many groups a submission states in the same way as an earlier one: the earlier, the later.
    pub repeated: BTreeMap<(usize, usize), BTreeSet<Group>>,
    /// Where monitoring says another plan than the file that is the plan.
    pub other_plans: BTreeMap<(u32, FinancialYear), OtherPlan>,
    /// Answers that were of use: what was said, and how many months of commissioners it decides. A plan does not remember
    /// them: the next files have other names, or the same names and other months.
    pub said: BTreeMap<(u32, FinancialYear), (String, BTreeSet<Group>)>,
}

/// What monitoring says was planned, and what the plan says of the same months.
#[derive(Clone, Debug, Default)]
pub struct OtherPlan {
    /// A position among all that is stated at which they differ.
    pub example: usize,
    /// How many months of commissioners differ.
    pub groups: usize,
    /// The price of the plan.
    pub plan: Decimal,
    /// The planned price of monitoring.
    pub monitoring: Decimal,
}

impl Counting {
    /// Decides for every group. The names of submissions are those that an answer may be.
    pub fn of<'a>(
        all: &AllStated,
        given: &GivenMonths,
        names: &[String],
        answer: &dyn Fn(u32, FinancialYear) -> Option<&'a str>,
    ) -> Self {
        let mut counting = Self::default();
        let mut groups: BTreeMap<(Group, Measure), Vec<usize>> = BTreeMap::new();
        for (at, stated) in all.stated.iter().enumerate() {
            let of_provider = (stated.statement, stated.group.provider, stated.group.year);
            for measure in Measure::ALL {
                if stated.states(measure) && given.given(of_provider, measure).has(stated.group.month) {
                    groups.entry((stated.group, measure)).or_default().push(at);
                }
            }
        }
        for (key, stated) in groups {
            counting.decide(all, key, stated, names, answer(key.0.provider, key.0.year));
        }
        counting
    }

    fn decide(
        &mut self,
        all: &AllStated,
        (group, measure): (Group, Measure),
        mut stated: Vec<usize>,
        names: &[String],
        answer: Option<&str>,
    ) {
        if measure == Measure::Planned {
            stated = self.of_plan(all, group, stated);
        }
        let of = |at: usize| all.stated.get(at);
        let fingerprint = |at: usize| of(at).map(|stated| *stated.fingerprint.of(measure));
        let mut different: Vec<usize> = Vec::new();
        for at in stated {
            match different.iter().find(|earlier| fingerprint(**earlier) == fingerprint(at)) {
                Some(earlier) => {
                    if let Some((earlier, later)) = of(*earlier).zip(of(at)) {
                        self.repeated.entry((earlier.statement, later.statement)).or_default().insert(group);
                    }
                }
                None => different.push(at),
            }
        }
        if different.len() > 1 {
            let name = |at: &usize| of(*at).and_then(|stated| names.get(stated.statement)).map(String::as_str);
            let said: Vec<usize> = match answer {
                Some(TOGETHER) => different.clone(),
                Some(answer) => different.iter().copied().filter(|at| name(at) == Some(answer)).collect(),
                None => Vec::new(),
            };
            if said.is_empty() {
                self.undecided.insert((group, measure), different);
                return;
            }
            let words = answer.unwrap_or_default().to_owned();
            let of_provider = self.said.entry((group.provider, group.year)).or_insert((words, BTreeSet::new()));
            of_provider.1.insert(group);
            different = said;
        }
        self.counted.insert((group, measure), different);
    }

    /// The plan of files that are nothing else counts before what monitoring repeats of it.
    fn of_plan(&mut self, all: &AllStated, group: Group, stated: Vec<usize>) -> Vec<usize> {
        let is_plan = |at: &usize| {
            all.stated.get(*at).and_then(|of| all.statement_of(of)).is_some_and(|statement| statement.is_plan)
        };
        let (plans, others): (Vec<usize>, Vec<usize>) = stated.into_iter().partition(is_plan);
        let (Some(plan), false) = (plans.first(), others.is_empty()) else {
            return if plans.is_empty() { others } else { plans };
        };
        let figures =
            |at: usize| all.stated.get(at).map(|of: &Stated| of.figures(Measure::Planned)).unwrap_or_default();
        let of_plan = figures(*plan);
        for other in others {
            let of_other = figures(other);
            if of_other != of_plan {
                let found = self.other_plans.entry((group.provider, group.year)).or_default();
                if found.groups == 0 {
                    found.example = other;
                }
                found.groups += 1;
                let price = |figures: Figures| figures.price.unwrap_or_default();
                found.plan = found.plan.checked_add(price(of_plan)).unwrap_or(Decimal::MAX);
                found.monitoring = found.monitoring.checked_add(price(of_other)).unwrap_or(Decimal::MAX);
            }
        }
        plans
    }

    /// The figures of a group that count, of all points of delivery.
    pub fn figures(&self, all: &AllStated, group: Group, measure: Measure) -> Figures {
        let mut figures = Figures::default();
        for stated in self.counted(all, group, measure) {
            figures.add(stated.figures(measure));
        }
        figures
    }

    /// What counts of a provider in a year.
    pub fn of_provider(
        &self,
        provider: u32,
        year: FinancialYear,
    ) -> impl Iterator<Item = (&(Group, Measure), &Vec<usize>)> {
        let first = (Group { provider, year, commissioner: 0, month: 0 }, Measure::Planned);
        self.counted.range(first..).take_while(move |((group, _), _)| group.provider == provider && group.year == year)
    }

    /// What counts for a group.
    pub fn counted<'a>(
        &'a self,
        all: &'a AllStated,
        group: Group,
        measure: Measure,
    ) -> impl Iterator<Item = &'a Stated> {
        let counted = self.counted.get(&(group, measure)).map(Vec::as_slice).unwrap_or_default();
        counted.iter().filter_map(|at| all.stated.get(*at))
    }
}
