//! Contracts of what files state: one for each provider, commissioner and year.
//!
//! Each commissioner has a contract of its own, and no part of one for all: files come for each commissioner, with other
//! months, and the weights of the months of a contract hold for all who are part of it.

use super::column::{Column, Measure};
use super::contracts_of_load::{Belongs, ContractsOfLoad};
use super::coverage::OfCommissioner;
use super::figures::Figures;
use super::found_rows::{Facts, Used};
use super::lists::{Lists, SheetAt, Source, UNIT};
use super::months::{Months, month_at};
use crate::cells::{UsedIdentifiers, identifier_of};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear, split_by_largest_remainder, with_places};
use std::collections::BTreeMap;

const CONTRACTS: [Source; 8] = [
    ("id", Some(Column::Provider)),
    ("name", Some(Column::ProviderName)),
    ("provider", Some(Column::Provider)),
    ("host", Some(Column::Commissioner)),
    ("year", Some(Column::Year)),
    ("base", Some(Column::Price(Measure::Planned))),
    ("activity", Some(Column::Activity(Measure::Planned))),
    ("unit", None),
];
const MONTHS: [Source; 7] = [
    ("contract", Some(Column::Provider)),
    ("month", Some(Column::Month)),
    ("organisation", Some(Column::Commissioner)),
    ("activity", Some(Column::Activity(Measure::Actual))),
    ("billed", Some(Column::Price(Measure::Actual))),
    ("weight", Some(Column::Price(Measure::Planned))),
    ("unit", None),
];

/// A weight in per cent has so many decimal places.
const PLACES_OF_WEIGHT: u32 = 6;

/// What was made of contracts, to be told.
#[derive(Clone, Debug, Default)]
pub struct ContractsMade {
    /// How many are new.
    pub new: usize,
    /// Months of commissioners in which a file of all has no row of them.
    pub noughts: usize,
    /// Contracts of the tables that have months now: name, and the planned price of a whole year.
    pub attached: Vec<(String, Option<Decimal>)>,
    /// Contracts of the tables that have months already.
    pub with_months: Vec<String>,
    /// Commissioners for whom it is unclear to which contract of the tables they belong, by provider and year.
    pub unclear: BTreeMap<(u32, FinancialYear), (Vec<u32>, Vec<String>)>,
    /// Where the plan is not that of a whole year: its months and its price, by provider and year.
    pub parts_of_year: BTreeMap<(u32, FinancialYear), (Months, Decimal)>,
    /// Contracts of which the planned prices make no base, or no weights: with what is wrong.
    pub without_weights: Vec<(OfCommissioner, String, &'static str)>,
}

/// Makes contracts and their months.
pub fn add(facts: Facts<'_>, load: &ContractsOfLoad, lists: &mut Lists<'_>, used: &mut Used) -> ContractsMade {
    let mut made = ContractsMade::default();
    let mut identifiers = UsedIdentifiers::default();
    load.identifiers().for_each(|identifier| identifiers.note(identifier.to_owned()));
    let places = facts.places();
    for of in facts.coverage.commissioners() {
        let (provider, year, commissioner) = of;
        let (Some((provider_id, provider_name)), Some((commissioner_id, commissioner_name)), Some(place)) =
            (facts.named.providers.get(&provider), facts.named.commissioners.get(&commissioner), places.get(&of))
        else {
            continue;
        };
        let plan = PlanOfYear::of(facts, of, &mut made);
        let contract = match load.belongs(provider_id, commissioner_id, year) {
            Belongs::Unclear(names) => {
                let unclear = made.unclear.entry((provider, year)).or_default();
                unclear.0.push(commissioner);
                unclear.1 = names;
                continue;
            }
            Belongs::To { name, has_months: true, .. } => {
                if !made.with_months.contains(&name) {
                    made.with_months.push(name);
                }
                continue;
            }
            Belongs::To { id, name, is_part, .. } => {
                made.attached.push((name, plan.as_ref().and_then(|plan| plan.price)));
                OfContract { id, organisation: is_part.then(|| commissioner_id.clone()), has_weights: !is_part }
            }
            Belongs::New => {
                let words = format!("{provider_id} {commissioner_id} {}", year.slug());
                let id = identifiers.take(identifier_of(&words).unwrap_or(words));
                let name = format!("{provider_name} for {commissioner_name} {year}");
                let number = |number: Option<Decimal>, lists: &mut Lists<'_>| number.map(|number| lists.number(number));
                let base = number(plan.as_ref().and_then(|plan| plan.price), lists);
                let activity = number(plan.as_ref().and_then(|plan| plan.activity), lists);
                let texts = [&id, &name, provider_id, commissioner_id, &year.to_string()];
                let mut cells: Vec<Option<String>> = texts.into_iter().map(|text| Some(text.clone())).collect();
                cells.extend([base, activity, Some(UNIT.to_owned())]);
                lists.push(Table::Contract, &CONTRACTS, *place, cells);
                made.new += 1;
                if plan.as_ref().is_some_and(|plan| plan.price.is_some()) {
                    facts.note_used(of, Measure::Planned, Months::WHOLE, used);
                }
                OfContract { id, organisation: None, has_weights: true }
            }
        };
        contract.add_months(facts, of, plan.as_ref(), *place, (lists, &mut made, used));
    }
    made
}

/// What is planned with a commissioner for a whole year.
struct PlanOfYear {
    price: Option<Decimal>,
    activity: Option<Decimal>,
    weights: Vec<Decimal>,
}

impl PlanOfYear {
    /// Nothing where the plan is that of a part of the year: then it is said.
    fn of(facts: Facts<'_>, of: OfCommissioner, made: &mut ContractsMade) -> Option<Self> {
        let (provider, year, commissioner) = of;
        let months = facts.coverage.months(Measure::Planned, of);
        if months.is_empty() {
            return None;
        }
        let by_month = facts.months_of(of, Measure::Planned, months);
        let mut whole = Figures::default();
        by_month.values().for_each(|(figures, _)| whole.add(*figures));
        if !months.is_whole() {
            let part = made.parts_of_year.entry((provider, year)).or_default();
            part.0 = part.0.or(months);
            part.1 = part.1.checked_add(whole.price.unwrap_or_default()).unwrap_or(Decimal::MAX);
            return None;
        }
        let words = || {
            let commissioner = facts.all.commissioners.written(commissioner);
            format!("{} for {commissioner}", facts.words(provider, year))
        };
        let mut wrong = |what: &'static str| made.without_weights.push((of, words(), what));
        let mut plan = Self { price: whole.price, activity: whole.activity, weights: Vec::new() };
        if plan.price.is_some_and(|price| price.is_sign_negative() && !price.is_zero()) {
            wrong("the planned prices of the year are less than nothing, and no base of a contract");
            plan.price = None;
            return Some(plan);
        }
        if plan.activity.is_some_and(|activity| activity.is_sign_negative() && !activity.is_zero()) {
            plan.activity = None;
            wrong("the planned activity of the year is less than nothing, and is left out");
        }
        let prices: Vec<Decimal> = by_month.values().map(|(figures, _)| figures.price.unwrap_or_default()).collect();
        if plan.price.is_some_and(|price| !price.is_zero()) {
            match split_by_largest_remainder(Decimal::ONE_HUNDRED, &prices, PLACES_OF_WEIGHT) {
                Ok(weights) => plan.weights = weights,
                Err(_) => {
                    wrong("a month has a planned price below nothing: months have no weights, and count a twelfth each")
                }
            }
        }
        Some(plan)
    }
}

/// A contract that has months.
struct OfContract {
    id: String,
    /// The commissioner, where the contract is that of several.
    organisation: Option<String>,
    /// Whether the weights of its months are those of all who are part of it.
    has_weights: bool,
}

impl OfContract {
    fn add_months(
        &self,
        facts: Facts<'_>,
        of: OfCommissioner,
        plan: Option<&PlanOfYear>,
        place: (SheetAt, u32),
        (lists, made, used): (&mut Lists<'_>, &mut ContractsMade, &mut Used),
    ) {
        let months = facts.coverage.months(Measure::Actual, of);
        let by_month = facts.months_of(of, Measure::Actual, months);
        let has = |give: fn(&Figures) -> bool| by_month.values().any(|(figures, _)| give(figures));
        let (has_price, has_activity) = (has(|of| of.price.is_some()), has(|of| of.activity.is_some()));
        let weights = plan.map(|plan| plan.weights.as_slice()).filter(|_| self.has_weights).unwrap_or_default();
        for month in Months::WHOLE.each() {
            let weight =
                weights.get(usize::from(month)).map(|weight| format!("{}%", with_places(*weight, PLACES_OF_WEIGHT)));
            let actual = by_month.get(&month);
            if weight.is_none() && actual.is_none() {
                continue;
            }
            let (figures, at) = actual.copied().unwrap_or_default();
            made.noughts += usize::from(actual.is_some() && at.is_none());
            let given = |number: Option<Decimal>, is_given: bool, lists: &mut Lists<'_>| {
                let number = if actual.is_some() && is_given { number.or(Some(Decimal::ZERO)) } else { None };
                number.map(|number| lists.number(number))
            };
            let activity = given(figures.activity, has_activity, lists);
            let billed = given(figures.price, has_price, lists);
            let cells = vec![
                Some(self.id.clone()),
                Some(month_at(of.1, month).to_string()),
                self.organisation.clone(),
                activity,
                billed,
                weight,
                Some(UNIT.to_owned()),
            ];
            lists.push(Table::ContractMonth, &MONTHS, at.unwrap_or(place), cells);
        }
        facts.note_used(of, Measure::Actual, months, used);
    }
}
