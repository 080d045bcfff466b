//! A row for all providers beside rows for single ones is their total: it is held against their sum and never added
//! to it.

use crate::calculation::{
    CellAddress, FigureIndex, FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, findings_of_part, format,
    summed,
};
use crate::plan::{EMPTY_CODE, Table};
use crate::quantity::{InOrder, absolute};
use std::cmp::Ordering;

findings_of_part! {
    /// The row for all providers, or of staff for all organisations, is not the sum of the rows of each, and rounding
    /// does not explain it.
    TOTAL_DIFFERS_FROM_PROVIDERS: warning(
        "total-differs-from-providers",
        "Correct one of the rows, add the one that is missing, or leave the row for all of them out. The row for all \
         of them counts."
    )
}

/// Which rows of a table count where all providers are added up, for one of its columns.
pub(in crate::rules) struct Counted {
    // Nothing where all rows count and none is a total, as in most plans.
    rows: Option<Vec<Standing>>,
    totals: Vec<Vec<u32>>,
    /// Rows of single providers that leave the cell empty where a total gives it, with the position of the total.
    empty: Vec<(u32, usize)>,
}

/// How a row stands to others about the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Alone,
    Total,
    Part,
}

impl Counted {
    /// From the provider of each row, whether its cell is given, and the order of what the rows are about: rows that
    /// are equal in it are about the same, whoever the provider is.
    pub(in crate::rules) fn of(
        providers: &[u32],
        given: impl Fn(u32) -> bool,
        order: impl Fn(u32, u32) -> Ordering,
    ) -> Self {
        if !providers.contains(&EMPTY_CODE) {
            return Self::all();
        }
        let mut found: Vec<(u32, u32)> = (0..).zip(providers.iter().copied()).filter(|(row, _)| given(*row)).collect();
        let for_all = found.iter().filter(|(_, provider)| *provider == EMPTY_CODE).count();
        if for_all == 0 || for_all == found.len() {
            return Self::all();
        }
        found.order_by(|left, right| order(left.0, right.0));
        let mut rows = vec![Standing::Alone; providers.len()];
        let mut totals: Vec<Vec<u32>> = Vec::new();
        for same in found.chunk_by(|left, right| order(left.0, right.0).is_eq()) {
            let for_all = same.iter().filter(|(_, provider)| *provider == EMPTY_CODE).count();
            if for_all == 0 || for_all == same.len() {
                continue;
            }
            for (row, provider) in same {
                let standing = if *provider == EMPTY_CODE { Standing::Total } else { Standing::Part };
                rows.get_mut(*row as usize).into_iter().for_each(|of_row| *of_row = standing);
            }
            totals.push(same.iter().map(|(row, _)| *row).collect());
        }
        // What the parts of a total make together is not known where one of them is empty.
        let mut empty = Vec::new();
        let parts = (0..).zip(providers).filter(|(row, provider)| **provider != EMPTY_CODE && !given(*row));
        for (row, _) in parts {
            let of_total = |rows: &Vec<u32>| rows.first().map_or(Ordering::Less, |first| order(*first, row));
            if let Ok(at) = totals.binary_search_by(of_total) {
                empty.push((row, at));
            }
        }
        Self { rows: Some(rows), totals, empty }
    }

    /// All rows count, and none is a total.
    const fn all() -> Self {
        Self { rows: None, totals: Vec::new(), empty: Vec::new() }
    }

    #[inline]
    fn standing(&self, row: u32) -> Standing {
        let Some(rows) = &self.rows else { return Standing::Alone };
        rows.get(row as usize).copied().unwrap_or(Standing::Alone)
    }

    /// Whether a row counts where all providers are added up.
    #[inline]
    pub(in crate::rules) fn has(&self, row: u32) -> bool {
        self.standing(row) != Standing::Part
    }

    /// Whether a row is the total of others.
    pub(in crate::rules) fn is_total(&self, row: u32) -> bool {
        self.standing(row) == Standing::Total
    }

    /// Publishes by how much each total differs from its providers, and reports what rounding does not explain.
    pub(in crate::rules) fn hold_totals(
        &self,
        ledger: &mut Ledger<'_>,
        kind: &'static FigureKind,
        (table, column): (Table, &'static str),
        about: impl Fn(u32) -> FigureIndex,
        cell: impl Fn(u32) -> Option<Number>,
    ) {
        let of = if table == Table::StaffGroup { "organisations" } else { "providers" };
        let mut is_held = vec![true; self.totals.len()];
        // A row that another about the same stands for lacks nothing.
        for (row, total) in self.empty.iter().filter(|(row, _)| ledger.plan.store(table).counts(*row)) {
            ledger.is_not_added(CellAddress { table, row: *row, column });
            is_held.get_mut(*total).into_iter().for_each(|is_held| *is_held = false);
        }
        let mut differences = Vec::with_capacity(self.totals.len());
        for (rows, _) in self.totals.iter().zip(is_held).filter(|(_, is_held)| *is_held) {
            // Of several totals about the same the figure is that of the first by its identifier, however they stand.
            let totals = rows.iter().filter(|row| self.is_total(**row));
            let Some(first) = totals.min_by_key(|row| ledger.plan.identifier(table, **row)) else { continue };
            let sum = |counts: bool| {
                let mut total = NumberTotal::default();
                let of_side = rows.iter().filter(|row| self.has(**row) == counts);
                of_side.filter_map(|row| cell(*row)).for_each(|number| total.add(&number));
                total.finish()
            };
            let (total, providers) = (sum(true), sum(false));
            let difference = total.minus(&providers);
            let key = FigureKey { kind, index: about(*first) };
            differences.push((key.index, difference));
            let Ok(apart) = difference.shown().value() else { continue };
            if apart.is_zero() {
                continue;
            }
            let shown = |number: &Number| format::in_unit(number.shown().value(), kind.unit);
            let message = format!(
                "{} is {}: the row for all {of} gives {}, the rows of single {of} make {} together.",
                key.label(ledger.plan),
                shown(&difference),
                shown(&total),
                shown(&providers)
            );
            let mut places: Vec<u32> = rows.clone();
            // The row for all of them is the one to look at.
            places.order_by_key(|row| (!self.has(*row), ledger.plan.identifier(table, *row), *row));
            ledger.report_beyond_rounding(key, absolute(apart), || {
                Finding::of(&TOTAL_DIFFERS_FROM_PROVIDERS, message)
                    .at_cells(places.into_iter().map(|row| CellAddress { table, row, column }))
                    .figure(key)
            });
        }
        ledger.add(summed(kind, differences));
    }
}
