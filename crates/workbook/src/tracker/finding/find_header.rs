//! Finds the headings of a tracker in a sheet, and says of each column what it holds.

use super::header_rows::{Naming, areas_in, is_within, upper_row};
use crate::answers::Mapping;
use crate::cells::{Heading, key_of, number_of};
use crate::headings::{Field, HeadingNames, HeadingWords, LAST_ROW_OF_HEADINGS};
use crate::sheet::{Area, Cell, Sheet};
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::Follows;
use one_plan_model::quantity::MoneyUnit;

/// A tracker has no more columns than this.
const MOST_COLUMNS: usize = 2_000;
/// Nor more rows: each of its rows becomes some twenty of the plan.
const MOST_ROWS: usize = 50_000;

impl TrackerHeader {
    /// Finds the row of a sheet in which most columns of a tracker are named; the first of several. Nothing where the sheet
    /// is no tracker: it must name schemes and at least one amount.
    pub fn find(sheet: &Sheet, names: &HeadingNames, mapping: &Mapping) -> Option<Self> {
        if !Self::could_be_in(sheet) {
            return None;
        }
        let naming = Naming { names, said: mapping.naming() };
        let mut best: Option<(usize, Self)> = None;
        let mut is_upper = false;
        // Of a tracker below another, the rows between are not there.
        for (row, cells) in sheet.rows().take(LAST_ROW_OF_HEADINGS as usize + 1) {
            // Every sheet of every workbook comes this way: only rows that may name schemes are looked at closely.
            let is_lower = std::mem::replace(&mut is_upper, cells.iter().any(|cell| naming.is_in(cell)));
            if !is_lower && !is_upper {
                continue;
            }
            let header = Self::at(sheet, row, names, mapping);
            let known = header.known();
            let is_enough = header.is_enough_known()
                || (names.are_two_enough && header.is_name_and_amount())
                || header.is_list(sheet, names)
                || (!names.beside.is_any() && header.is_called_a_tracker(sheet));
            let is_tracker = (is_enough && header.is_tracker()) || header.has_months_to_ask();
            let is_better = |(most, best): &(usize, Self)| {
                known > *most || (known == *most && header.row == best.row + 1 && best.has_words_below(sheet))
            };
            if is_tracker && best.as_ref().is_none_or(is_better) {
                best = Some((known, header));
            }
        }
        let (_, mut header) = best?;
        header.take_row_of_units(sheet);
        Some(header)
    }

    /// Whether words stand below every amount, and no number: then these are the headings of the row above.
    fn has_words_below(&self, sheet: &Sheet) -> bool {
        let mut amounts = self.columns.iter().filter(|column| column.amount().is_some()).peekable();
        let is_words = |cell: &Cell| matches!(cell, Cell::Text(_)) && number_of(cell).is_none();
        amounts.peek().is_some() && amounts.all(|column| is_words(sheet.cell(self.row.saturating_add(1), column.at)))
    }

    /// Whether a sheet is no larger than a tracker can be.
    pub fn could_be_in(sheet: &Sheet) -> bool {
        sheet.width() <= MOST_COLUMNS && sheet.row_count() <= MOST_ROWS
    }

    /// The headings in one row, with those over it where some can be; nothing where they are not those of a tracker.
    pub fn of_one_row(sheet: &Sheet, row: u32, has_upper: bool, names: &HeadingNames) -> Option<Self> {
        let naming = Naming { names, said: Vec::new() };
        let upper = row.checked_sub(1).filter(|_| has_upper);
        if !upper.into_iter().chain([row]).flat_map(|row| sheet.cells_of(row)).any(|cell| naming.is_in(cell)) {
            return None;
        }
        let of_rows = sheet.between(String::new(), upper.unwrap_or(row), row.saturating_add(1));
        let header = Self::at(&of_rows, row, names, &Mapping::default());
        (header.is_enough_known() && header.is_tracker()).then_some(header)
    }

    /// The headings in one row, whatever is known of them: a person said that the sheet is a tracker.
    pub fn of_row(sheet: &Sheet, row: u32, names: &HeadingNames, mapping: &Mapping) -> Self {
        let mut header = Self::at(sheet, row, names, mapping);
        header.take_row_of_units(sheet);
        header
    }

    /// Whether a heading that names schemes and one that is an amount are all that there is.
    fn is_name_and_amount(&self) -> bool {
        self.columns.len() == 2 && self.known() == 2 && Follows::names_schemes(self)
    }

    fn at(sheet: &Sheet, row: u32, names: &HeadingNames, mapping: &Mapping) -> Self {
        let row_above = upper_row(sheet, row, names);
        let above: Vec<Area> = row_above.map(|upper| areas_in(sheet, upper)).unwrap_or_default();
        let width = u32::try_from(sheet.width()).unwrap_or(u32::MAX);
        let mut columns: Vec<TrackerColumn> = Vec::new();
        let mut over = String::new();
        let mut over_until = None;
        for at in sheet.first_column()..sheet.first_column().saturating_add(width) {
            let upper = row_above.map_or(&Cell::Empty, |upper| sheet.cell(upper, at));
            // What stands over the name of the scheme, and is not merged with what follows, is a title and no heading.
            let is_title = || names.field(&key_of(&sheet.cell(row, at).shown())).is_some_and(Field::is_of_naming);
            if !upper.is_empty() && !above.iter().any(|area| area.first_column == at) && is_title() {
                over.clear();
                over_until = None;
            } else if !upper.is_empty() {
                over = upper.shown();
                let area = above.iter().find(|area| area.first_column == at);
                over_until = area.map(|area| area.last_column);
            } else if over_until.is_some_and(|last| at > last) {
                over.clear();
            }
            let own = sheet.cell(row, at);
            let is_long_text =
                |cell: &Cell| matches!(cell, Cell::Error(_) | Cell::UncalculatedFormula(_) | Cell::Flag(_));
            if is_long_text(own) || is_long_text(upper) {
                continue;
            }
            let is_unit_alone = || {
                let heading = Heading::of(&own.shown());
                heading.key.is_empty() && heading.unit.is_some() && !over.trim().is_empty()
            };
            let words = if !own.is_empty() && is_unit_alone() {
                // The unit of what stands over it.
                HeadingWords { over: String::new(), own: format!("{} ({})", over.trim(), own.shown().trim()) }
            } else if !own.is_empty() {
                HeadingWords { over: over.trim().to_owned(), own: own.shown().trim().to_owned() }
            } else if !upper.is_empty() || is_within(&above, at) {
                // The heading stands in the upper row alone, often merged with the one below.
                let own = if upper.is_empty() { String::new() } else { upper.shown().trim().to_owned() };
                HeadingWords { over: String::new(), own }
            } else {
                continue;
            };
            if words.own.is_empty() {
                continue;
            }
            let said = mapping.field(&words);
            let field = said.unwrap_or_else(|| words.field(names));
            columns.push(TrackerColumn {
                field,
                is_said: said.is_some(),
                unit: words.unit(),
                month: words.month(),
                year: words.year(),
                ..TrackerColumn::headed(at, words)
            });
        }
        let mut header = Self { row, first_row: row.saturating_add(1), columns };
        header.take_months_of_calendar(sheet);
        header.take_counts_of_schemes(sheet);
        header.take_no_numbers_for_names(sheet);
        header.take_years();
        header.take_month_of_sheet(sheet, names);
        header.take_cumulative(names);
        header.take_forecasts_at(sheet);
        header.take_halves(names);
        header.take_parts(sheet);
        header.take_kinds(sheet, names);
        header.take_quarters(sheet, names);
        header.take_months_of_plan(sheet);
        header.take_kind_of_rows(sheet);
        header.take_by_neighbours(sheet);
        header.take_rows_told(sheet);
        header.leave_repeated(sheet);
        header.take_wholes(sheet, names);
        header
    }

    /// Beside the names of schemes, a year alone heads what they save in it.
    fn take_years(&mut self) {
        if Follows::names_schemes(self) {
            let are_open = |column: &&mut TrackerColumn| column.field.is_none() && !column.is_said;
            for column in self.columns.iter_mut().filter(are_open).filter(|column| column.words.is_year_alone()) {
                column.field = Some(Field::PlanOfYear);
            }
        }
    }

    /// Takes the units of a row of its own below the headings.
    fn take_row_of_units(&mut self, sheet: &Sheet) {
        let unit_at = |column: &TrackerColumn| match sheet.cell(self.first_row, column.at) {
            Cell::Empty => Some(None),
            Cell::Text(text) => {
                let heading = Heading::of(text);
                heading.key.is_empty().then_some(heading.unit)
            }
            _ => None,
        };
        let units: Option<Vec<Option<MoneyUnit>>> = self.columns.iter().map(unit_at).collect();
        let Some(units) = units.filter(|units| units.iter().any(Option::is_some)) else { return };
        for (column, unit) in self.columns.iter_mut().zip(units) {
            column.unit = column.unit.or(unit);
        }
        self.first_row = self.first_row.saturating_add(1);
    }
}
