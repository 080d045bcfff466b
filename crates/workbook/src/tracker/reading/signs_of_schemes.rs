//! Schemes whose amounts are given with a minus because of what they are: ledgers have income so, and a tracker takes what is
//! spent off the saving.

use super::reader::Reader;
use super::scheme_row::SchemeRow;
use crate::cells::{key_of, turned};
use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::sheet::Cell;
use crate::tracker::header::TrackerColumn;
use crate::vocabulary::is_income;
use one_plan_model::quantity::Decimal;

/// One scheme with a minus may be a mistake: the plan says so itself.
const FEWEST_SCHEMES: usize = 2;
/// What follows from the other amounts, or is no income.
const NOT_OF_INCOME: [Field; 3] = [Field::VarianceToDate, Field::ForecastVariance, Field::Reinvestment];
/// What stands beside income where schemes are of several kinds.
const OTHER_KINDS: [&str; 4] = ["pay", "expenditure", "spend", "cost"];

impl Reader<'_> {
    /// Reads schemes of income without the minus that each of them has, and says so once.
    pub(crate) fn turn_income(&mut self, rows: &mut [SchemeRow]) {
        let are_all = !self.header.has(Field::Kind) && self.is_of_income();
        let is_of_income: Vec<bool> = rows
            .iter()
            .map(|scheme| are_all || self.words(scheme.row, Field::Kind).is_some_and(|words| is_income(&words)))
            .collect();
        let of_income = || rows.iter().zip(&is_of_income).filter(|(_, is)| **is).map(|(scheme, _)| scheme);
        let amounts = |scheme: &SchemeRow| -> Vec<Decimal> {
            let fields = scheme.amounts.keys().filter(|field| !NOT_OF_INCOME.contains(field));
            fields.filter_map(|field| scheme.number(*field)).filter(|amount| !amount.is_zero()).collect()
        };
        let with_minus = of_income().filter(|scheme| amounts(scheme).iter().any(Decimal::is_sign_negative)).count();
        let is_any_without = of_income().any(|scheme| amounts(scheme).iter().any(Decimal::is_sign_positive));
        if with_minus < FEWEST_SCHEMES || is_any_without {
            return;
        }
        let first = of_income().next().map(|scheme| scheme.row);
        for (scheme, _) in rows.iter_mut().zip(&is_of_income).filter(|(_, is)| **is) {
            let given = scheme.amounts.iter_mut().filter(|(field, _)| !NOT_OF_INCOME.contains(field));
            given.for_each(|(_, text)| *text = turned(text));
        }
        let Some(row) = first else { return };
        let what = format!(
            "every amount of the {with_minus} schemes of income is given with a minus, as ledgers have income: they are read without \
             it, as savings"
        );
        let expected = "nothing, if that is meant; otherwise schemes that are not called income, whose minus counts";
        self.tell(Severity::Warning, row, Field::PlanOfYear, what, expected, Effect::Used);
    }

    /// Whether the name of the sheet, a heading or what stands above them says that all of it is income.
    fn is_of_income(&self) -> bool {
        let above = self.sheet.rows().take_while(|(row, _)| *row < self.header.row).flat_map(|(_, cells)| cells);
        let above = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        let headings = self.header.columns.iter().map(|column| column.words.line());
        let mut all = headings.chain(above).chain([self.sheet.name.clone()]).map(|words| key_of(&words));
        all.any(|key| key.contains("income") && !OTHER_KINDS.iter().any(|other| key.contains(other)))
    }

    /// Says that what is spent, or all that is saved, was given with a minus.
    pub(crate) fn tell_turned(&mut self) {
        for (field, what_it_is) in
            [(Field::Reinvestment, "what is spent"), (Field::PlanOfYear, "what is saved, as what is left of it shows")]
        {
            let is_turned = |column: &&TrackerColumn| column.field == Some(field) && column.is_turned;
            let Some(column) = self.header.columns.iter().find(is_turned) else { continue };
            let what = format!(
                "every amount under \"{}\" is given with a minus: it is {what_it_is}, and is read without it",
                column.words.line()
            );
            let expected = "nothing, if that is meant";
            self.tell(Severity::Information, self.header.row, field, what, expected, Effect::Used);
        }
    }
}
