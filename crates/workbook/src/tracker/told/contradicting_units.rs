//! Units that contradict each other: what stands above a table says another than a heading, or two headings say two. The unit that
//! stands nearest to the amounts counts, and it is said.

use crate::cells::numbers_in;
use crate::headings::{Field, unit_in_words};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::Cell;
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::Reader;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, MoneyUnit};

/// Amounts in two units that are so many times as large at most look as if they were in one.
const ALIKE: Decimal = Decimal::TEN;

impl Reader<'_> {
    /// Says which units contradict each other, and which counts.
    pub(crate) fn tell_contradicting_units(&mut self) {
        self.tell_unit_above();
        self.tell_units_of_headings();
    }

    fn amounts_with_unit(&self) -> impl Iterator<Item = (&TrackerColumn, MoneyUnit)> {
        let amounts = self.header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
        amounts.filter_map(|column| Some((column, column.unit.or(self.unit_of_others)?)))
    }

    /// "£m" above headings that say "£000". Where it is the unit of some amounts, the others are exceptions.
    fn tell_unit_above(&mut self) {
        let is_over = |words: &str| self.header.columns.iter().any(|column| column.words.over.trim() == words.trim());
        let above = self.sheet.rows().take_while(|(row, _)| *row < self.header.row);
        let cells =
            above.flat_map(|(row, cells)| (self.sheet.first_column()..).zip(cells).map(move |(at, of)| (row, at, of)));
        let said = cells.filter_map(|(row, at, cell)| match cell {
            Cell::Text(words) if !is_over(words) => Some((row, at, unit_in_words(words)?)),
            _ => None,
        });
        let Some((row, at, above)) = said.last() else { return };
        if self.amounts_with_unit().any(|(column, unit)| column.unit.is_none() || unit == above) {
            return;
        }
        let others: Vec<(&TrackerColumn, MoneyUnit)> =
            self.amounts_with_unit().filter(|(_, unit)| *unit != above).collect();
        let Some((first, unit)) = others.first() else { return };
        let more = match others.len() {
            1 => String::new(),
            2 => " and 1 more heading".to_owned(),
            count => format!(" and {} more headings", count - 1),
        };
        let what = format!(
            "{} stands above the table, and \"{}\"{more} {} {}: the unit of the heading counts, for it stands nearer to the amounts",
            above.symbol(),
            first.words.line(),
            if others.len() == 1 { "says" } else { "say" },
            unit.symbol()
        );
        self.tell_of_unit(self.place.cell(row, at), self.sheet.cell(row, at).shown(), Severity::Warning, what);
    }

    /// "Plan £000" beside "Forecast £": each counts in its own unit, which is in doubt where the numbers are as large as the others.
    fn tell_units_of_headings(&mut self) {
        let Some((first, unit)) = self.amounts_with_unit().next() else { return };
        let sum = |column: &TrackerColumn| {
            let numbers = numbers_in(self.sheet, self.header.first_row, column.at).map(|number| number.abs());
            numbers.fold(Decimal::ZERO, |sum, number| sum.checked_add(number).unwrap_or(sum))
        };
        let others: Vec<(&TrackerColumn, MoneyUnit)> = self.amounts_with_unit().filter(|(_, of)| *of != unit).collect();
        let Some((other, of_other)) = others.iter().max_by_key(|(column, _)| sum(column)).copied() else { return };
        let (one, two) = (sum(first), sum(other));
        let times = |larger: Decimal, smaller: Decimal| smaller.checked_mul(ALIKE).is_some_and(|times| larger <= times);
        let are_alike = !one.is_zero() && !two.is_zero() && times(one.max(two), one.min(two));
        let mut what = format!(
            "\"{}\" is in {}, and \"{}\" in {}: each is read in its own unit",
            first.words.line(),
            unit.symbol(),
            other.words.line(),
            of_other.symbol()
        );
        if are_alike {
            what.push_str(", and their numbers are of one size, as if they were in one unit");
        }
        let severity = if are_alike { Severity::Warning } else { Severity::Information };
        let (at, value) = (other.at, other.words.line());
        self.tell_of_unit(self.place.cell(self.header.row, at), value, severity, what);
    }

    fn tell_of_unit(&mut self, place: Place, value: String, severity: Severity, what: String) {
        self.issues.push(Issue {
            severity,
            place,
            column: Some((Table::Scheme, None)),
            value,
            what,
            expected: "one unit for all amounts, said once; nothing, if each heading is right".to_owned(),
            effect: Effect::Used,
        });
    }
}
