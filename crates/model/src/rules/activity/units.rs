//! Units of counting: kinds of activity that are counted in different units are never added, unless the plan says how
//! many of the one stand for one of the other.

use crate::calculation::Number;
use crate::plan::{CountingRatio, Id, NumberCell, Plan, PointOfDelivery, Row, Scheme};
use crate::quantity::{Fixed, InOrder, Measured};
use std::collections::BTreeMap;

/// In which units a plan counts, and how they stand to each other.
pub(crate) struct Units {
    /// The units of each kind of activity, one kind behind the other, and where those of each end. Empty where no kind
    /// says in which it is counted.
    units: Vec<u32>,
    ends: Vec<u32>,
    // By what leaves, what arrives, and the scheme; `u32::MAX` where the ratio holds for every scheme.
    ratios: Vec<([u32; 3], NumberCell<Measured>)>,
}

/// How a count of one kind of activity becomes one of another.
#[derive(Clone, Copy)]
pub(crate) enum Conversion {
    /// Both are counted in the same unit.
    Same,
    /// So many stand for one.
    Times(NumberCell<Measured>),
    /// One stands for so many.
    Over(NumberCell<Measured>),
}

impl Conversion {
    pub(crate) fn number(self, count: &Number) -> Number {
        match self {
            Self::Same => *count,
            Self::Times(ratio) => count.times(&Number::cell(ratio)),
            Self::Over(ratio) => count.over(&Number::cell(ratio)),
        }
    }

    pub(crate) fn value(self, count: Fixed) -> Fixed {
        match self {
            Self::Same => count,
            Self::Times(ratio) => count.times(ratio.fixed()),
            Self::Over(ratio) => count.over(ratio.fixed()),
        }
    }

    /// Whether it changes the number.
    pub(crate) fn changes(self) -> bool {
        match self {
            Self::Same => false,
            Self::Times(ratio) | Self::Over(ratio) => ratio.fixed() != Fixed::ONE,
        }
    }
}

impl Units {
    pub(crate) fn of(plan: &Plan) -> Self {
        let about = |row: Row<'_, CountingRatio>| {
            [row.leaves().index(), row.arrives().index(), row.scheme().map_or(u32::MAX, Id::index)]
        };
        let mut ratios: Vec<_> = plan.counting_ratios.iter().map(|(_, row)| (about(row), row.ratio())).collect();
        // One by which nothing can be divided is an error in its cell, and converts nothing.
        ratios.retain(|(_, ratio)| !ratio.fixed().is_zero() && !ratio.fixed().is_negative());
        ratios.order_by_key(|(about, _)| *about);
        let (units, ends) = units_of_points(plan);
        Self { units, ends, ratios }
    }

    /// Whether every kind is taken to be counted in the same unit as every other, so that there is nothing to look up.
    pub(crate) const fn are_never_converted(&self) -> bool {
        self.ratios.is_empty() && self.units.is_empty()
    }

    /// How a count of one kind becomes one of the other for a scheme; nothing where the plan does not say.
    pub(crate) fn conversion(
        &self,
        scheme: Option<Id<Scheme>>,
        from: Id<PointOfDelivery>,
        to: Id<PointOfDelivery>,
    ) -> Option<Conversion> {
        if from == to {
            return Some(Conversion::Same);
        }
        let schemes = [scheme.map_or(u32::MAX, Id::index), u32::MAX];
        for scheme in schemes {
            if let Some(ratio) = self.ratio([from.index(), to.index(), scheme]) {
                return Some(Conversion::Times(ratio));
            }
            if let Some(ratio) = self.ratio([to.index(), from.index(), scheme]) {
                return Some(Conversion::Over(ratio));
            }
        }
        self.same(from, to).then_some(Conversion::Same)
    }

    fn ratio(&self, about: [u32; 3]) -> Option<NumberCell<Measured>> {
        let at = self.ratios.partition_point(|(other, _)| *other < about);
        self.ratios.get(at).filter(|(other, _)| *other == about).map(|(_, ratio)| *ratio)
    }

    /// Whether two kinds are counted in the same unit. Where the plan does not say in which, they are taken to be; and
    /// where one is counted in several, such as spells and attendances, what is counted in one of them is too.
    fn same(&self, one: Id<PointOfDelivery>, other: Id<PointOfDelivery>) -> bool {
        let (one, other) = (self.counted_in(one), self.counted_in(other));
        let within = |few: &[u32], many: &[u32]| few.iter().all(|unit| many.contains(unit));
        within(one, other) || within(other, one)
    }

    fn counted_in(&self, point: Id<PointOfDelivery>) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = point.position().checked_sub(1).map_or(Some(0), end);
        start.zip(end(point.position())).and_then(|(start, end)| self.units.get(start..end)).unwrap_or_default()
    }
}

/// The units of each kind of activity as numbers, and where those of each end.
fn units_of_points(plan: &Plan) -> (Vec<u32>, Vec<u32>) {
    if plan.points_of_delivery.is_unused(PointOfDelivery::counted_in) {
        return (Vec::new(), Vec::new());
    }
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let (mut units, mut ends) = (Vec::new(), Vec::new());
    for (_, point) in plan.points_of_delivery.iter() {
        for unit in point.counted_in().map(units_in).unwrap_or_default() {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            units.push(*numbers.entry(unit).or_insert(next));
        }
        ends.push(u32::try_from(units.len()).unwrap_or(u32::MAX));
    }
    (units, ends)
}

/// The units that a text names, such as attendances and procedures, in one form.
fn units_in(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('-', " ");
    let units = text.split(" and ").flat_map(|part| part.split([',', '/']));
    units.map(|unit| unit.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|unit| !unit.is_empty()).collect()
}
