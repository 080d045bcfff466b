//! Columns that mean the same: which of them counts.

use crate::headings::Field;
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What is told anew after each month.
const CHANGES_BY_MONTH: [Field; 5] =
    [Field::PlanToDate, Field::ActualToDate, Field::VarianceToDate, Field::Forecast, Field::ForecastVariance];

impl TrackerHeader {
    /// Of columns that mean the same, one is read: what a person said, else what is not hidden, else the latest of
    /// what is told anew after each month, else what says it most closely, else the first.
    pub(crate) fn leave_repeated(&mut self, sheet: &Sheet) {
        let nearness = |column: &TrackerColumn| {
            let month =
                column.field.filter(|field| CHANGES_BY_MONTH.contains(field)).and_then(|_| column.words.month_told());
            (!column.is_said, sheet.hidden_columns.contains(&column.at), Reverse(month), column.words.looseness())
        };
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        order.sort_by_key(|at| self.columns.get(*at).map(nearness));
        let mut known: BTreeSet<Field> = BTreeSet::new();
        for at in order {
            let Some(column) = self.columns.get_mut(at) else { continue };
            let repeats = column.field.filter(|field| *field != Field::Owner && !known.insert(*field));
            if repeats.is_some() {
                (column.field, column.repeats) = (None, repeats);
            }
        }
    }

    /// Whether a column tells what another tells anew after a later month.
    pub(crate) fn is_told_later(&self, column: &TrackerColumn) -> bool {
        let counts = column.repeats.filter(|field| CHANGES_BY_MONTH.contains(field)).and_then(|of| self.column(of));
        counts.is_some_and(|counts| {
            column.words.month_told().is_some() && column.words.month_told() < counts.words.month_told()
        })
    }

    /// Reads every amount again from one of the columns that hold it and are not left alone: one that `is_meant`, else the
    /// one that counted before, else the first.
    pub(super) fn take_again(&mut self, is_meant: impl Fn(&TrackerColumn) -> bool) {
        let amounts: BTreeSet<Field> = self.columns.iter().filter_map(TrackerColumn::amount).collect();
        for amount in amounts {
            let is_it = |column: &&mut TrackerColumn| column.amount() == Some(amount);
            let all = self.columns.iter().filter(|column| column.amount() == Some(amount));
            let first = all.min_by_key(|column| (!is_meant(column), column.field.is_none(), column.words.looseness()));
            let first = first.map(|column| column.at);
            for column in self.columns.iter_mut().filter(is_it) {
                let counts = Some(column.at) == first;
                (column.field, column.repeats) = if counts { (Some(amount), None) } else { (None, Some(amount)) };
            }
        }
    }
}
