//! Which schemes of a list are not in what it saves: the check and the page count them in this one place.

use crate::plan::{Id, Plan, Scheme};

/// Why a scheme is not in the gross saving of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInSum {
    /// It gives no saving at all.
    NoSaving,
    /// It gives only a range.
    OnlyARange,
}

/// The schemes that are in no gross saving, in their order, each with why; `has_saving` says which schemes have a gross saving.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::rules::schemes::{NotInSum, not_in_sum};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2026/27"}],
///     "schemes": [
///         {"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£000"},
///         {"id": "b", "name": "B", "list": "l"},
///         {"id": "c", "name": "C", "list": "l", "low": "1", "high": "2", "unit": "£000"}
///     ]
/// "#);
/// let found: Vec<NotInSum> = not_in_sum(&plan, |scheme| scheme.index() == 0).map(|(_, why)| why).collect();
/// assert_eq!(found, [NotInSum::NoSaving, NotInSum::OnlyARange]);
/// ```
pub fn not_in_sum(
    plan: &Plan,
    mut has_saving: impl FnMut(Id<Scheme>) -> bool,
) -> impl Iterator<Item = (Id<Scheme>, NotInSum)> {
    plan.schemes.iter().filter(move |(scheme, _)| !has_saving(*scheme)).map(|(scheme, row)| {
        let has_range = row.low().is_some() || row.high().is_some();
        (scheme, if has_range { NotInSum::OnlyARange } else { NotInSum::NoSaving })
    })
}
