//! Schemes that do not say what they save: what their lists save is not held against what is planned elsewhere.

use super::{GROSS, parts_first};
use crate::calculation::{CellAddress, Ledger};
use crate::plan::{Id, SchemeList, Table};

/// For each list, with what is part of it, a scheme without a saving.
pub(in crate::rules) struct Unsaid(Vec<Option<CellAddress>>);

impl Unsaid {
    pub(in crate::rules) fn of(ledger: &Ledger<'_>) -> Self {
        let plan = ledger.plan;
        let mut lists = vec![None; plan.scheme_lists.len()];
        for (row, scheme) in plan.schemes.iter() {
            if ledger.figure(&GROSS, [row.index()]).is_none()
                && let Some(of_list) = lists.get_mut(scheme.list().position())
            {
                *of_list = Some(CellAddress { table: Table::Scheme, row: row.index(), column: "gross" });
            }
        }
        for (list, parent) in parts_first(plan) {
            let own = lists.get(list.position()).copied().flatten();
            if let Some(above) = parent.and_then(|parent| lists.get_mut(parent.position())) {
                *above = above.or(own);
            }
        }
        Self(lists)
    }

    /// The empty cell of a scheme of a list.
    pub(in crate::rules) fn cell(&self, list: Id<SchemeList>) -> Option<CellAddress> {
        self.0.get(list.position()).copied().flatten()
    }
}
