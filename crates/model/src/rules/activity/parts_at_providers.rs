//! What the parts of a kind of activity make at each provider: no more than the kind itself, where it gives that too.

use super::baseline::Side;
use super::wholes::Wholes;
use crate::calculation::{FigureIndex, Ledger, Number, summed};
use crate::plan::{BaselineActivity, Id, Row};
use std::collections::BTreeMap;

/// Publishes what the parts make at the providers that give the whole. Where only one provider gives it, that is what
/// they make in the place.
pub(super) fn publish(ledger: &mut Ledger<'_>, side: &Side, wholes: &Wholes) {
    let plan = ledger.plan;
    let of_line = |(_, line): (Id<BaselineActivity>, Row<'_, BaselineActivity>)| {
        let (provider, number) = (line.provider()?, (side.cell)(line)?);
        let whole = wholes.of_part(line.point_of_delivery().position())?;
        let number: Number = if side.counts { whole.counted(&number)? } else { number };
        Some((FigureIndex::new([provider.index(), line.setting().index(), whole.index()]), number))
    };
    let mut parts: Vec<_> = plan.baseline_activity.iter().filter_map(of_line).collect();
    if parts.is_empty() {
        return;
    }
    // How many providers give the whole of each place.
    let mut providers: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (key, _) in ledger.all(side.of_provider) {
        *providers.entry((key.index.get(1), key.index.get(2))).or_default() += 1;
    }
    parts.retain(|(index, _)| providers.get(&(index.get(1), index.get(2))).is_some_and(|count| *count > 1));
    ledger.add(summed(side.parts_at_provider, parts));
}
