//! Finds the headings of a tracker in a sheet, and says of each column what it holds.

use super::header_rows::Naming;
use super::words_over::WordsOver;
use crate::answers::Mapping;
use crate::cells::{Heading, number_of};
use crate::headings::{Field, HeadingNames, HeadingWords, LAST_ROW_OF_HEADINGS};
use crate::sheet::{Cell, Sheet};
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
        let width = u32::try_from(sheet.width()).unwrap_or(u32::MAX);
        let mut headings = WordsOver::of(sheet, row, names);
        let column = |(at, words): (u32, HeadingWords)| {
            let said = mapping.field(&words);
            TrackerColumn {
                field: said.unwrap_or_else(|| words.field(names)),
                is_said: said.is_some(),
                unit: words.unit(),
                month: words.month(),
                year: words.year(),
                ..TrackerColumn::headed(at, words)
            }
        };
        let all = sheet.first_column()..sheet.first_column().saturating_add(width);
        let columns = all.filter_map(|at| Some((at, headings.next_heading(at)?))).map(column).collect();
        let mut header = Self { row, first_row: row.saturating_add(1), columns };
        header.take_from_sheet(sheet, names);
        header
    }

    /// What headings mean beside one another and above what stands below them: what is taken first is known to what follows.
    fn take_from_sheet(&mut self, sheet: &Sheet, names: &HeadingNames) {
        self.take_months_of_calendar(sheet);
        self.take_counts_of_schemes(sheet);
        self.take_no_numbers_for_names(sheet);
        self.take_years();
        self.take_month_of_sheet(sheet, names);
        self.take_cumulative(names);
        self.take_forecasts_at(sheet);
        self.take_halves(names);
        self.take_parts(sheet);
        self.take_kinds(sheet, names);
        self.take_quarters(sheet, names);
        self.take_months_of_plan(sheet);
        self.take_kind_of_rows(sheet);
        self.take_by_neighbours(sheet);
        self.take_rows_told(sheet);
        self.leave_repeated(sheet);
        self.take_wholes(sheet, names);
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
