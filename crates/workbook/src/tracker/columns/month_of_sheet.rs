//! "Plan in month" and "Actual for the month" on a sheet that is called after a month: they are of that month.

use crate::cells::month_named;
use crate::headings::{Field, HeadingNames, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};

/// What says that something is of one month, before or behind what it is.
const OF_ONE_MONTH: [&str; 8] =
    ["inmonth", "inthemonth", "forthemonth", "formonth", "thismonth", "ofthemonth", "currentmonth", "monthly"];

impl TrackerHeader {
    /// Takes what is of one month for that after which the sheet is called.
    pub(crate) fn take_month_of_sheet(&mut self, sheet: &Sheet, names: &HeadingNames) {
        let Some(month) = month_named(sheet.name.trim()) else { return };
        let is_open = |column: &&mut TrackerColumn| column.field.is_none() && !column.is_said && column.month.is_none();
        for column in self.columns.iter_mut().filter(is_open) {
            let kind = kind_of_one_month(&format!("{}{}", column.words.key_over(), column.words.key_of_own()), names);
            if let Some(kind) = kind.filter(|_| !column.words.is_percent()) {
                (column.field, column.month) = (Some(Field::Month(kind, month.nth())), Some(month));
            }
        }
    }
}

fn kind_of_one_month(key: &str, names: &HeadingNames) -> Option<MonthKind> {
    let rest = OF_ONE_MONTH.iter().find_map(|words| key.strip_prefix(words).or_else(|| key.strip_suffix(words)))?;
    match rest {
        "budget" => Some(MonthKind::Plan),
        "spend" | "expenditure" => Some(MonthKind::Actual),
        rest => names.kind_of_months(rest),
    }
}
