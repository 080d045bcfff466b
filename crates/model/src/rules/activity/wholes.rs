//! Kinds of activity that are part of another, where several are reported as one.

use super::units::{Conversion, Units};
use crate::calculation::{Finding, Ledger, Number, findings_of_part};
use crate::plan::{ActivityChange, Id, Plan, PointOfDelivery, Row, Table};
use crate::quantity::InOrder;

findings_of_part! {
    /// A kind of activity is part of another that is counted in another unit, and how many stand for one is not given.
    PART_COUNTED_IN_ANOTHER_UNIT: warning(
        "part-counted-in-another-unit",
        "Say in the table counting_ratios how many of the part stand for one of the whole, or count both in the same \
         unit."
    )
}

/// For each kind of activity the one of which it is a part.
pub(super) struct Wholes(Vec<Option<Whole>>);

/// The kind of activity of which another is a part.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    point: Id<PointOfDelivery>,
    /// How the part is counted in the unit of the whole; nothing where the plan does not say.
    conversion: Option<Conversion>,
}

impl Whole {
    pub(super) const fn index(self) -> u32 {
        self.point.index()
    }

    pub(super) fn position(self) -> usize {
        self.point.position()
    }

    /// A count of the part in the unit of the whole.
    pub(super) fn counted(self, activity: &Number) -> Option<Number> {
        self.conversion.map(|conversion| conversion.number(activity))
    }
}

impl Wholes {
    pub(super) fn of(plan: &Plan) -> Self {
        let units = Units::of(plan);
        let whole = |(point, row): (Id<PointOfDelivery>, Row<'_, PointOfDelivery>)| {
            let whole = row.part_of().filter(|whole| *whole != point)?;
            Some(Whole { point: whole, conversion: units.conversion(None, point, whole) })
        };
        if plan.points_of_delivery.is_unused(PointOfDelivery::part_of) {
            return Self(Vec::new());
        }
        Self(plan.points_of_delivery.iter().map(whole).collect())
    }

    #[inline]
    pub(super) fn of_part(&self, point: usize) -> Option<Whole> {
        self.0.get(point).copied().flatten()
    }

    /// Reports parts that are counted in another unit than their whole.
    pub(super) fn report(&self, ledger: &mut Ledger<'_>) {
        let plan = ledger.plan;
        for ((row, part), whole) in plan.points_of_delivery.iter().zip(&self.0) {
            let Some(whole) = whole.filter(|whole| whole.conversion.is_none()) else { continue };
            let Some(of) = plan.points_of_delivery.get(whole.point) else { continue };
            ledger.report(|| {
                Finding::of(
                    &PART_COUNTED_IN_ANOTHER_UNIT,
                    format!(
                        "\"{}\" is counted in {}, and \"{}\", of which it is a part, in {}: its activity is not added to it.",
                        part.name(),
                        part.counted_in().unwrap_or_default(),
                        of.name(),
                        of.counted_in().unwrap_or_default()
                    ),
                )
                .at(Table::PointOfDelivery, row.index(), "part_of")
                .at(Table::PointOfDelivery, whole.index(), "counted_in")
            });
        }
    }

    /// Where schemes give a change of a whole itself.
    pub(super) fn given_by_schemes(&self, plan: &Plan) -> Given {
        if self.0.iter().all(Option::is_none) {
            return Given::default();
        }
        let mut is_whole = vec![false; self.0.len()];
        for whole in self.0.iter().flatten() {
            is_whole.get_mut(whole.position()).into_iter().for_each(|is| *is = true);
        }
        let changes = &plan.activity_changes;
        let points = (0..).zip(changes.codes(ActivityChange::point_of_delivery));
        let of_wholes = points.filter(|(_, point)| is_whole.get(**point as usize) == Some(&true));
        let mut given: [Vec<[u32; 3]>; 2] = Default::default();
        for change in of_wholes.filter_map(|(row, _)| changes.get(Id::at(row))) {
            let place = [change.scheme().index(), change.setting().index(), change.point_of_delivery().index()];
            for (given, is) in given.iter_mut().zip([change.activity().is_some(), change.cost().is_some()]) {
                given.extend(is.then_some(place));
            }
        }
        given.iter_mut().for_each(|places| places.order_by(Ord::cmp));
        Given(given)
    }
}

/// The schemes, settings and wholes of which the activity, and those of which the cost, is given.
#[derive(Default)]
pub(super) struct Given([Vec<[u32; 3]>; 2]);

impl Given {
    /// Whether activity and cost of a whole are given: what the scheme changes in its parts is then counted in it.
    pub(super) fn has(&self, place: [u32; 3]) -> [bool; 2] {
        let [activity, cost] = &self.0;
        [activity, cost].map(|places| places.binary_search(&place).is_ok())
    }
}
