//! Units of counting: kinds of activity that are counted in different units are never added, unless the plan says how
//! many of the one stand for one of the other.

use crate::calculation::Number;
use crate::plan::{CountingRatio, Id, NumberCell, Plan, PointOfDelivery, Row, Scheme};
use crate::quantity::{Decimal, Fixed, InOrder, Measured, Value, divide, multiply};

/// In which units a plan counts, and how they stand to each other.
pub(crate) struct Units<'a> {
    plan: &'a Plan,
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

    pub(crate) fn value(self, count: Decimal) -> Value {
        match self {
            Self::Same => Ok(count),
            Self::Times(ratio) => multiply(count, ratio.get().number()),
            Self::Over(ratio) => divide(count, ratio.get().number()),
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

impl<'a> Units<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let about = |row: Row<'_, CountingRatio>| {
            [row.leaves().index(), row.arrives().index(), row.scheme().map_or(u32::MAX, Id::index)]
        };
        let mut ratios: Vec<_> = plan.counting_ratios.iter().map(|(_, row)| (about(row), row.ratio())).collect();
        // One by which nothing can be divided is an error in its cell, and converts nothing.
        ratios.retain(|(_, ratio)| !ratio.fixed().is_zero() && !ratio.fixed().is_negative());
        ratios.order_by_key(|(about, _)| *about);
        Self { plan, ratios }
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
        let counted_in = |point| self.plan.points_of_delivery.get(point).and_then(|point| point.counted_in());
        let (Some(one), Some(other)) = (counted_in(one), counted_in(other)) else { return true };
        let (one, other) = (units_in(one), units_in(other));
        let within = |few: &[String], many: &[String]| few.iter().all(|unit| many.contains(unit));
        within(&one, &other) || within(&other, &one)
    }
}

/// The units that a text names, such as attendances and procedures, in one form.
fn units_in(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('-', " ");
    let units = text.split(" and ").flat_map(|part| part.split([',', '/']));
    units.map(|unit| unit.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|unit| !unit.is_empty()).collect()
}
