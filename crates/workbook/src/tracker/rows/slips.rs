//! By what rows that were taken for sums miss their parts: a total may have added up these rows.

use super::cells_of_rows::CellsOfRows;
use crate::headings::Field;
use crate::sums::Group;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

/// What the sums so far are more than their parts, by the field.
#[derive(Clone, Debug, Default)]
pub struct Slips {
    fields: BTreeMap<Field, Decimal>,
}

impl Slips {
    /// Notes a row that was taken for a sum.
    pub fn note(&mut self, cells: CellsOfRows<'_>, group: &Group) {
        for miss in &group.misses {
            let field = cells.header.columns.get(miss.column).and_then(|column| column.field);
            let Some((field, apart)) = field.zip(miss.printed.checked_sub(miss.sum)) else { continue };
            let all = self.fields.entry(field).or_default();
            *all = all.checked_add(apart).unwrap_or(*all);
        }
    }

    /// A total without what the sums miss; nothing where they miss nothing.
    pub fn without(&self, field: Field, total: Decimal) -> Option<Decimal> {
        let apart = self.fields.get(&field).filter(|apart| !apart.is_zero())?;
        total.checked_sub(*apart)
    }
}
