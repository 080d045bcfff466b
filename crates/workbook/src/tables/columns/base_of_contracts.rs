//! "Contract value" of a schedule of contracts is what both sides agreed: for a contract by results what its activity is worth,
//! for every other form the base, which is paid whatever the activity is worth. So are "Annual value" and each other name that
//! the table gives the column beside its own: "value" alone is that of the activity.

use crate::cells::key_of;
use crate::issues::{Effect, Issue, Severity};
use crate::tables::headings::{FoundColumn, HeaderRow};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{Contract, ContractForm, RowType, Table};

/// The column of the base, where a heading means either and no other means the base.
pub fn base_of(table: Table, header: &HeaderRow) -> Option<usize> {
    let [base, value] = [Contract::base, Contract::value].map(|of| usize::from(of.position()));
    let names = table.columns().get(value).map(|column| column.other_names()).unwrap_or_default();
    let is_either = |column: &FoundColumn| {
        column.table_column == value && names.iter().any(|name| key_of(name) == column.heading.key)
    };
    (table == Table::Contract && !header.has(base) && header.columns.iter().any(is_either)).then_some(base)
}

impl TableRows {
    /// Takes the values of contracts that are not paid by results for their base values, and says so.
    pub(crate) fn tell_bases(&mut self) {
        let Some(base) = base_of(self.table, &self.header) else { return };
        let [value, form] = [Contract::value, Contract::form].map(|of| usize::from(of.position()));
        let mut moved = 0_usize;
        for row in self.given.rows() {
            let by_results = ContractForm::PaymentByResults.word();
            if self.given.cell(row, form).is_none_or(|form| form == by_results) {
                continue;
            }
            let Some(text) = self.given.cell(row, value).map(Into::into) else { continue };
            self.given.set(row, base, Some(text));
            self.given.set(row, value, None);
            moved += 1;
        }
        if moved == 0 {
            return;
        }
        // Both stand in one column of the sheet: a finding about the base names its cell.
        let of_value = self.header.columns.iter().find(|of| of.table_column == value).cloned();
        self.header.columns.extend(of_value.map(|of| FoundColumn { table_column: base, ..of }));
        self.issues.push(Issue {
            severity: Severity::Information,
            place: self.place.row(self.header.row),
            column: Some((Table::Contract, Some(base))),
            value: String::new(),
            what: match moved {
                1 => "the contract value of one row that is not paid by results is read as its base value".to_owned(),
                _ => format!(
                    "the contract value of {moved} rows that are not paid by results is read as their base value"
                ),
            },
            expected: "nothing, if that is meant; otherwise columns \"base\" and \"value\"".to_owned(),
            effect: Effect::Used,
        });
    }
}
