//! Lines that are given with a minus because of what they are: accounts print expenditure so beside income, and ledgers income
//! beside expenditure.

use crate::cells::turned;
use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::tracker::reading::{Reader, SchemeRow};
use crate::vocabulary::Follows;
use one_plan_model::quantity::Decimal;

/// One line with a minus may be a mistake: the plan says so itself.
const FEWEST_LINES: usize = 2;
/// What follows from the other amounts, and has a sign of its own.
const VARIANCES: [Field; 2] = [Field::VarianceToDate, Field::ForecastVariance];

impl Reader<'_> {
    /// Says which lines are read as income though the sheet follows what is spent.
    pub(super) fn tell_income_among_expenditure(&mut self, rows: &[SchemeRow], kinds: &[Option<&'static str>]) {
        if self.follows != Follows::Expenditure {
            return;
        }
        let income: Vec<&SchemeRow> =
            rows.iter().zip(kinds).filter(|(_, kind)| **kind == Some("income")).map(|(row, _)| row).collect();
        let Some(first) = income.first() else { return };
        let names: Vec<String> = income.iter().map(|row| format!("\"{}\"", row.name)).collect();
        let are = if names.len() == 1 { "is" } else { "are" };
        let what = format!("{} {are} read as income, beside what is spent", names.join(", "));
        let expected = "nothing, if that is meant; a name without \"income\", if it is spent";
        self.tell(Severity::Information, first.row, Field::Line, what, expected, Effect::Used);
    }

    /// Reads the lines of a kind without the minus that each of them has, and says so once.
    pub(super) fn without_signs_of_kinds(
        &mut self,
        rows: &[SchemeRow],
        kinds: &[Option<&'static str>],
    ) -> Vec<SchemeRow> {
        let mut read = rows.to_vec();
        for kind in ["income", "expenditure"] {
            let of_kind = || rows.iter().zip(kinds).filter(|(_, of)| **of == Some(kind)).map(|(row, _)| row);
            let amounts = |row: &SchemeRow| -> Vec<Decimal> {
                row.amounts
                    .keys()
                    .filter(|field| !VARIANCES.contains(field))
                    .filter_map(|field| row.number(*field))
                    .collect()
            };
            let is_below =
                |row: &&SchemeRow| amounts(row).iter().any(|amount| amount.is_sign_negative() && !amount.is_zero());
            let is_any_above = || of_kind().any(|row| amounts(row).iter().any(|amount| *amount > Decimal::ZERO));
            // Among what is spent one line of income is given so as well as several.
            let is_among_others = kind == "income" && self.follows == Follows::Expenditure;
            let fewest = if is_among_others { 1 } else { FEWEST_LINES };
            if of_kind().filter(is_below).count() < fewest || is_any_above() {
                continue;
            }
            for (row, _) in read.iter_mut().zip(kinds).filter(|(_, of)| **of == Some(kind)) {
                let given = row.amounts.iter_mut().filter(|(field, _)| !VARIANCES.contains(field));
                given.for_each(|(_, text)| *text = turned(text));
            }
            if let Some(first) = of_kind().next() {
                let what = format!("every amount of {kind} is given with a minus, and is read without it");
                self.tell(
                    Severity::Information,
                    first.row,
                    Field::Line,
                    what,
                    "nothing, if that is meant",
                    Effect::Used,
                );
            }
        }
        read
    }
}
