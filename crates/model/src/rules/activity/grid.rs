use super::sum::{Sum, change_slot};
use crate::calculation::Number;

/// Sums of activity and of cost for each setting and point of delivery, as far as the last one to which something
/// was added: a list of schemes changes few of them.
pub(super) struct Grid {
    width: usize,
    pub(super) activity: Vec<Sum>,
    pub(super) cost: Vec<Sum>,
}

impl Grid {
    pub(super) const fn new(width: usize) -> Self {
        Self { width, activity: Vec::new(), cost: Vec::new() }
    }

    /// What it holds; nothing is left in it.
    pub(super) const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::new(self.width))
    }

    pub(super) const fn slot(&self, setting: usize, point: usize) -> usize {
        setting * self.width + point
    }

    /// Adds to a kind of activity in a setting.
    #[inline(always)]
    pub(super) fn add(&mut self, (setting, point): (usize, usize), activity: Option<&Number>, cost: Option<&Number>) {
        let slot = self.slot(setting, point);
        if let Some(number) = activity {
            add_at(&mut self.activity, slot, number);
        }
        if let Some(number) = cost {
            add_at(&mut self.cost, slot, number);
        }
    }
}

#[inline(always)]
fn add_at(sums: &mut Vec<Sum>, slot: usize, number: &Number) {
    match sums.get_mut(slot) {
        Some(sum) => sum.add(number),
        None => change_slot(sums, slot, |sum| sum.add(number)),
    }
}
