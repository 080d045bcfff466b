//! "Plan in month" and "Actual for the month" where one month is told: that after which the sheet is called, up to which other
//! columns go, or which stands above the table. They are of that month.

use crate::cells::{NamedMonth, month_named, months_told, only, words_above, years_in};
use crate::headings::{Field, HeadingNames, MonthKind, of_one_month};
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};

/// What is told up to a month.
const TO_DATE: [Field; 2] = [Field::PlanToDate, Field::ActualToDate];

impl TrackerHeader {
    /// Takes what is of one month for that month.
    pub(crate) fn take_month_of_sheet(&mut self, sheet: &Sheet, names: &HeadingNames) {
        let is_open = |column: &TrackerColumn| column.field.is_none() && !column.is_said && column.month.is_none();
        let key_of = |column: &TrackerColumn| format!("{}{}", column.words.key_over(), column.words.key_of_own());
        let is_of_one = |column: &TrackerColumn| is_open(column) && of_one_month(&key_of(column)).is_some();
        if !self.columns.iter().any(is_of_one) {
            return;
        }
        let to_date = self.columns.iter().filter(|column| column.field.is_some_and(|field| TO_DATE.contains(&field)));
        let over = self.columns.iter().map(|column| column.words.over.as_str()).collect();
        let month = month_named(sheet.name.trim()).map(|month| month.nth());
        let month = month.or_else(|| only(to_date.flat_map(|column| column.words.months_told()).collect()));
        let above = words_above(sheet, self.row, &over);
        let year = only(above.iter().flat_map(|words| years_in(words)).collect());
        let month = month.or_else(|| only(months_told(&above, year)));
        let Some(month) = month else { return };
        for column in self.columns.iter_mut().filter(|column| is_of_one(column)) {
            let kind = kind_of_one_month(&key_of(column), names).filter(|_| !column.words.is_percent());
            let is_of_month = kind.is_some() || column.words.is_variance();
            (column.field, column.month) =
                (kind.map(|kind| Field::Month(kind, month)), is_of_month.then_some(NamedMonth::Nth(month)));
        }
    }
}

fn kind_of_one_month(key: &str, names: &HeadingNames) -> Option<MonthKind> {
    match of_one_month(key)? {
        "budget" => Some(MonthKind::Plan),
        "spend" | "expenditure" => Some(MonthKind::Actual),
        rest => names.kind_of_months(rest),
    }
}
