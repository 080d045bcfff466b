//! Sums for each setting and point of delivery.

use crate::calculation::{Number, NumberTotal};
use crate::plan::Plan;

/// A running sum that knows whether anything was added to it.
#[derive(Clone, Default)]
pub(super) struct Sum(pub(super) Option<NumberTotal>);

impl Sum {
    pub(super) const NOTHING: Self = Self(None);

    #[inline]
    pub(super) fn add(&mut self, number: &Number) {
        self.0.get_or_insert_default().add(number);
    }
}

/// Changes what stands in a slot; room for it is made first if there is none.
pub(super) fn change_slot<T: Clone + Default>(slots: &mut Vec<T>, slot: usize, change: impl FnOnce(&mut T)) {
    if slots.len() <= slot {
        slots.resize(slot + 1, T::default());
    }
    if let Some(found) = slots.get_mut(slot) {
        change(found);
    }
}

/// Every setting with every point of delivery, in the order of the slots.
pub(super) fn places(plan: &Plan) -> impl Iterator<Item = [u32; 2]> {
    let points = plan.points_of_delivery.iter().map(|(point, _)| point.index());
    plan.settings.iter().flat_map(move |(setting, _)| points.clone().map(move |point| [setting.index(), point]))
}
