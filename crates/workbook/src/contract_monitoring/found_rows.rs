//! What is known when the rows of the plan are made: what files state, which of it counts, and what codes mean.

use super::column::Measure;
use super::counting::Counting;
use super::coverage::{Coverage, OfCommissioner};
use super::figures::Figures;
use super::lists::SheetAt;
use super::months::Months;
use super::named_rows::{NamedRows, place_of};
use super::stated::{AllStated, Group};
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, BTreeSet};

/// What rows of the plan are made of.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What files state.
    pub all: &'a AllStated,
    /// Which of it counts.
    pub counting: &'a Counting,
    /// For which months it is known.
    pub coverage: &'a Coverage,
    /// What codes mean.
    pub named: &'a NamedRows,
}

/// What of the files the plan uses, by the position among all that is stated.
pub type Used = BTreeSet<(usize, Measure)>;

impl<'a> Facts<'a> {
    /// Where a provider, a year and a commissioner are first stated.
    pub fn places(self) -> BTreeMap<OfCommissioner, (SheetAt, u32)> {
        let mut places = BTreeMap::new();
        for stated in &self.all.stated {
            let group = stated.group;
            if let Some(place) = place_of(self.all, stated) {
                places.entry((group.provider, group.year, group.commissioner)).or_insert(place);
            }
        }
        places
    }

    /// The figures of a commissioner in some months, and the sheet and the row in which each is stated.
    pub fn months_of(
        self,
        (provider, year, commissioner): OfCommissioner,
        measure: Measure,
        months: Months,
    ) -> BTreeMap<u8, (Figures, Option<(SheetAt, u32)>)> {
        let of_month = |month: u8| {
            let group = Group { provider, year, commissioner, month };
            let place = self.counting.counted(self.all, group, measure).next();
            let figures = self.counting.figures(self.all, group, measure);
            (month, (figures, place.and_then(|stated| place_of(self.all, stated))))
        };
        months.each().map(of_month).collect()
    }

    /// Notes that what counts of a commissioner in some months is used.
    pub fn note_used(self, of: OfCommissioner, measure: Measure, months: Months, used: &mut Used) {
        let (provider, year, commissioner) = of;
        for month in months.each() {
            let group = Group { provider, year, commissioner, month };
            let counted = self.counting.counted.get(&(group, measure)).map(Vec::as_slice).unwrap_or_default();
            used.extend(counted.iter().map(|at| (*at, measure)));
        }
    }

    /// A provider as files write it, and the year: `RAS 2025/26`.
    pub fn words(self, provider: u32, year: FinancialYear) -> String {
        format!("{} {year}", self.all.providers.written(provider))
    }
}
