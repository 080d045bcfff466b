//! A figure that is not printed, where its kind is.

use crate::calculation::{FigureKey, Finding, findings_of_part, format};
use crate::outcome::Outcome;
use crate::outcome::compared::comparison::Comparison;
use crate::plan::Plan;
use crate::quantity::{Fault, InOrder};

findings_of_part! {
    /// A figure is not printed, although nearly all of its kind are.
    NOT_PRINTED: information("not-printed", "Print it, or look why it was left out.")
}

/// A figure that is not printed although nearly all of its kind are.
pub(super) fn report(outcome: &mut Outcome, plan: &Plan, stated: &[(FigureKey, &Comparison)]) {
    /// A missing figure is reported where at least so many of its kind are printed for each that is missing.
    const ONE_OF: usize = 6;
    let mut found: Vec<(FigureKey, Finding)> = Vec::new();
    for printed in stated.chunk_by(|(left, _), (right, _)| std::ptr::eq(left.kind, right.kind)) {
        let [(FigureKey { kind, .. }, _), ..] = *printed else { continue };
        let of_kind = printed.chunk_by(|(left, _), (right, _)| left == right).count();
        let missing: Vec<FigureKey> = outcome
            .figures_of(kind)
            .map(|(key, _)| key)
            .filter(|key| printed.binary_search_by(|(other, _)| other.index.cmp(&key.index)).is_err())
            .collect();
        if missing.is_empty() || missing.len() * ONE_OF > of_kind {
            continue;
        }
        let Some(first) = missing.iter().min_by_key(|key| key.id(plan)) else { continue };
        let computed = outcome.value(*first).unwrap_or(Err(Fault::NotGiven));
        found.push((
            *first,
            Finding::of(
                &NOT_PRINTED,
                format!(
                    "{} is not printed, although {of_kind} figures of its kind are; it is computed as {}.",
                    first.label(plan),
                    format::in_unit(computed, kind.unit)
                ),
            )
            .at_cells(first.place())
            .figures(missing),
        ));
    }
    found.order_by(|(left, _), (right, _)| left.by_id_of_kind(right));
    outcome.findings.extend(found.into_iter().map(|(_, finding)| finding));
}
