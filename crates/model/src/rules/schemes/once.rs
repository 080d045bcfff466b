//! Schemes by what they say of themselves, each counted once.

use super::{GROSS, Repeats};
use crate::calculation::{FigureIndex, FigureKind, Ledger, summed};
use crate::plan::{Id, Row, Scheme};

/// Adds up the savings of the schemes by what they say in a column: a scheme that several lists print counts once, where it says it
/// or where another that is the same does.
pub(in crate::rules) fn add_once<const LENGTH: usize>(
    ledger: &mut Ledger<'_>,
    kind: &'static FigureKind,
    column: Scheme,
    says: impl Fn(Row<'_, Scheme>) -> Option<[u32; LENGTH]>,
) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(column) {
        return;
    }
    let saying = plan.schemes.iter().filter(|(_, scheme)| says(*scheme).is_some()).map(|(row, _)| row.index());
    let saying: Vec<u32> = saying.filter(|row| ledger.figure(&GROSS, [*row]).is_some()).collect();
    if saying.is_empty() {
        return;
    }
    let once = Repeats::of(plan).counted(plan, saying);
    let savings = once.into_iter().filter_map(|row| {
        let about = says(plan.schemes.get(Id::at(row))?)?;
        Some((FigureIndex::new(about), ledger.figure(&GROSS, [row])?))
    });
    let savings = savings.collect();
    ledger.add(summed(kind, savings));
}
