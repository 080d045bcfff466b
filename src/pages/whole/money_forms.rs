use one_plan_model::calculation::format;
use one_plan_model::plan::{ColumnKind, Content, Plan, Table};
use one_plan_model::quantity::{Amount, MoneyUnit};

/// The one form of the money of columns whose rows are printed in several units: the smallest of the units, with the decimal
/// places that leave no digit out. Where all rows have one unit, each stands as it is printed.
pub(super) struct MoneyForms(Vec<(usize, MoneyUnit, u32)>);

impl MoneyForms {
    /// Those of the columns of a table.
    pub fn of(plan: &Plan, table: Table, rows: u32, columns: &[usize]) -> Self {
        let is_money =
            |at: &&usize| matches!(table.columns().get(**at).map(|column| column.kind), Some(ColumnKind::Money));
        let mut forms = Vec::new();
        // A quantity is quoted from the document, each about something of its own.
        if table == Table::Quantity {
            return Self(forms);
        }
        for at in columns.iter().filter(is_money) {
            let amounts = || {
                (0..rows).filter_map(|row| match plan.content_at(table, row, *at) {
                    Content::Amount(amount) => Some(amount),
                    _ => None,
                })
            };
            let Some(smallest) = amounts().map(Amount::unit).min_by_key(|unit| unit.exponent()) else { continue };
            if amounts().any(|amount| amount.unit() != smallest) {
                let places = amounts().map(|amount| {
                    (amount.digits().scale() + smallest.exponent()).saturating_sub(amount.unit().exponent())
                });
                forms.push((*at, smallest, places.max().unwrap_or_default()));
            }
        }
        Self(forms)
    }

    /// An amount of a column as it is shown.
    pub fn words(&self, at: usize, amount: Amount) -> String {
        match self.0.iter().find(|(column, ..)| *column == at) {
            Some((_, unit, places)) => format::money_in(Ok(amount.pounds()), *unit, *places),
            None => format::amount(amount),
        }
    }
}
