//! The row of a sheet in which the headings of a table stand, and which columns of the table they are.

use super::details::{DetailColumn, details_named};
use super::of_year::{OfYear, years_named};
use crate::answers::Answers;
use crate::cells::Heading;
use crate::headings::{LAST_ROW_OF_HEADINGS, NAME, TableNames, plain_headings, unit_above};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::MoneyUnit;

/// The row of a sheet in which the headings of a table stand.
#[derive(Clone, Debug)]
pub struct HeaderRow {
    /// The row, counted from zero.
    pub row: u32,
    /// The first row of cells below it.
    pub first_row: u32,
    /// The columns that are known, in the order of the sheet.
    pub columns: Vec<FoundColumn>,
    /// The columns of the sheet whose headings are not known, and the headings.
    pub others: Vec<(u32, String)>,
    /// The columns of the sheet whose headings mean a column that an earlier one is already read as.
    pub repeated: Vec<(u32, String, usize)>,
    /// A unit that stands alone above the headings, and where.
    pub unit_above: Option<(MoneyUnit, u32, u32)>,
    /// The year of the rows, where columns of the sheet are of one year each and this one is read.
    pub of_year: Option<OfYear>,
    /// The columns that hold rows of another table.
    pub details: Vec<DetailColumn>,
    /// The columns that have a heading and are of the table that this one is a detail of.
    pub of_whole: Vec<u32>,
}

/// A column of a sheet that is one of a table.
#[derive(Clone, Debug)]
pub struct FoundColumn {
    /// The column of the sheet, counted from zero.
    pub sheet_column: u32,
    /// The column of the table, by position.
    pub table_column: usize,
    /// What its heading says.
    pub heading: Heading,
}

impl HeaderRow {
    /// A row of headings with the columns that are known, and nothing else.
    pub const fn of_columns(row: u32, first_row: u32, columns: Vec<FoundColumn>) -> Self {
        Self {
            row,
            first_row,
            columns,
            others: Vec::new(),
            repeated: Vec::new(),
            unit_above: None,
            of_year: None,
            details: Vec::new(),
            of_whole: Vec::new(),
        }
    }

    /// Finds the row of a sheet in which most columns of a table are named; the first of several.
    pub fn find(sheet: &Sheet, table: Table, names: &TableNames, answers: &Answers) -> Option<Self> {
        let first = sheet.rows().next().map_or(0, |(row, _)| row);
        let rows = sheet.rows().take_while(|(row, _)| *row <= first.saturating_add(LAST_ROW_OF_HEADINGS));
        let mut best: Option<((usize, bool), u32)> = None;
        for (row, cells) in rows {
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            let columns = (sheet.first_column()..).zip(cells);
            let mut known: Vec<usize> =
                columns.filter_map(|(column, _)| meaning(sheet, row, column, table, names, answers)).collect();
            known.sort_unstable();
            known.dedup();
            let elsewhere = if known.is_empty() { 0 } else { told_elsewhere(sheet, row, table) };
            let is_enough = known.len() >= 3
                || known.len() * 2 >= filled.saturating_sub(elsewhere)
                || names_rows_alone(sheet, row, table, &known, names);
            let told = (known.len().saturating_add(elsewhere), filled > 1);
            if !known.is_empty() && is_enough && best.is_none_or(|(most, _)| told > most) {
                best = Some((told, row));
            }
        }
        best.map(|(_, row)| Self::at(sheet, row, table, names, answers))
    }

    /// The first row that could hold headings, though none of them may be known: a person said that it is this table.
    pub fn of_any(sheet: &Sheet, table: Table, names: &TableNames, answers: &Answers) -> Option<Self> {
        plain_headings(sheet).map(|row| Self::at(sheet, row, table, names, answers))
    }

    /// The unit of amounts whose own heading gives none: what stands above the table, or the one unit that all other
    /// headings give.
    pub fn unit_of_others(&self) -> Option<MoneyUnit> {
        self.unit_above.map(|(unit, ..)| unit).or_else(|| {
            let mut units = self.columns.iter().filter_map(|column| column.heading.unit);
            let first = units.next()?;
            units.all(|unit| unit == first).then_some(first)
        })
    }

    /// How many columns of the table are named.
    pub fn known(&self) -> usize {
        self.columns.len()
    }

    /// Whether every column of the table is named that must be filled.
    pub fn has_all_needed(&self, table: Table) -> bool {
        let mut needed = table.columns().iter().enumerate().filter(|(_, column)| column.required);
        needed.all(|(at, column)| {
            // An identifier is made of the name where there is none.
            self.has(at) || (matches!(column.kind, ColumnKind::Identifier) && table.has_identifiers() && self.has(1))
        })
    }

    /// Whether a column of the table is named.
    pub fn has(&self, table_column: usize) -> bool {
        self.columns.iter().any(|column| column.table_column == table_column)
    }

    /// The columns of the sheet that have a heading, known or not.
    pub fn headed_columns(&self) -> Vec<u32> {
        let known = self.columns.iter().map(|column| column.sheet_column);
        let others = self.others.iter().map(|(column, _)| *column);
        let of_others = self.of_year.iter().flat_map(|of| of.others.iter().copied());
        let repeated = self.repeated.iter().map(|(column, ..)| *column);
        let details = self.details.iter().map(|of| of.sheet_column);
        known
            .chain(others)
            .chain(repeated)
            .chain(of_others)
            .chain(details)
            .chain(self.of_whole.iter().copied())
            .collect()
    }

    /// The columns of the sheet that are numbers in the table.
    pub fn number_columns(&self, table: Table) -> Vec<u32> {
        let is_number =
            |column: &&FoundColumn| table.columns().get(column.table_column).is_some_and(|of| of.kind.is_number());
        self.columns.iter().filter(is_number).map(|column| column.sheet_column).collect()
    }

    /// The column of the sheet in which a column of the table stands.
    pub fn sheet_column(&self, table_column: usize) -> Option<u32> {
        self.columns.iter().find(|column| column.table_column == table_column).map(|column| column.sheet_column)
    }

    fn at(sheet: &Sheet, row: u32, table: Table, names: &TableNames, answers: &Answers) -> Self {
        let mut header = Self::of_columns(row, row + 1, Vec::new());
        for column in sheet.columns_visible_first() {
            let words = words_at(sheet, row, column);
            if words.trim().is_empty() {
                continue;
            }
            let heading = Heading::of(&words);
            match meaning_of(&heading, table, names, answers) {
                Some(known) if header.has(known) => header.repeated.push((column, words, known)),
                Some(table_column) => header.columns.push(FoundColumn { sheet_column: column, table_column, heading }),
                None => header.others.push((column, words)),
            }
        }
        header.columns.sort_by_key(|column| column.sheet_column);
        header.take_row_of_units(sheet);
        header.without_contradicting_units(table, answers);
        header.without_numbers_as_names(sheet, table, &|heading| {
            answers.column(table, &heading.key_of_answers()).is_some()
        });
        header.unit_above = unit_above(sheet, row);
        header.without_units_of_activity(sheet, table, answers);
        header.take_local_price(sheet, table);
        header.take_details(table);
        header
    }

    /// Takes the units of a row of its own below the headings.
    pub(super) fn take_row_of_units(&mut self, sheet: &Sheet) {
        let units: Vec<Option<Heading>> = self
            .columns
            .iter()
            .map(|column| match sheet.cell(self.first_row, column.sheet_column) {
                Cell::Text(text) => Some(Heading::of(text)),
                Cell::Empty => Some(Heading::default()),
                _ => None,
            })
            .collect();
        let says_a_unit = |heading: &Heading| heading.key.is_empty() && (heading.unit.is_some() || heading.is_percent);
        let all_are_units = units.iter().all(|unit| unit.as_ref().is_some_and(|unit| unit.key.is_empty()));
        if !all_are_units || !units.iter().flatten().any(says_a_unit) {
            return;
        }
        for (column, unit) in self.columns.iter_mut().zip(units) {
            let Some(unit) = unit else { continue };
            column.heading.unit = column.heading.unit.or(unit.unit);
            column.heading.is_percent |= unit.is_percent;
        }
        self.first_row += 1;
    }
}

/// How many cells of a row are headings though they are no columns of the table: they name years, or rows of another table.
fn told_elsewhere(sheet: &Sheet, row: u32, table: Table) -> usize {
    years_named(sheet, row, table).saturating_add(details_named(sheet, row, table))
}

/// Whether a row of a sheet that is called after the table holds nothing but words, one of them over the names of its rows.
fn names_rows_alone(sheet: &Sheet, row: u32, table: Table, known: &[usize], names: &TableNames) -> bool {
    let cells = sheet.cells_of(row);
    known.contains(&NAME)
        && table.has_identifiers()
        && names.table(&sheet.name) == Some(table)
        && cells.iter().filter(|cell| !cell.is_empty()).count() > 1
        && cells.iter().all(|cell| matches!(cell, Cell::Text(_) | Cell::Empty))
}

/// The words of a heading: of the merged cell to which it belongs, if it stands below its first.
pub(super) fn words_at(sheet: &Sheet, row: u32, column: u32) -> String {
    let cell = sheet.cell(row, column);
    if !cell.is_empty() {
        return cell.shown();
    }
    let holds = |area: &&crate::sheet::Area| {
        (area.first_row..=area.last_row).contains(&row)
            && area.first_column == column
            && area.first_column == area.last_column
    };
    let merged = sheet.merged.iter().find(holds);
    merged.map_or_else(String::new, |area| sheet.cell(area.first_row, area.first_column).shown())
}

fn meaning(sheet: &Sheet, row: u32, column: u32, table: Table, names: &TableNames, answers: &Answers) -> Option<usize> {
    let heading = match sheet.cell(row, column) {
        Cell::Text(text) => Heading::of(text),
        Cell::Empty if !sheet.merged.is_empty() => Heading::of(&words_at(sheet, row, column)),
        _ => return None,
    };
    meaning_of(&heading, table, names, answers)
}

fn meaning_of(heading: &Heading, table: Table, names: &TableNames, answers: &Answers) -> Option<usize> {
    if heading.key.is_empty() {
        // A column headed "£000" alone holds money: which, only a name can say. "Unit" is a name.
        return None;
    }
    let known = || names.column(table, &heading.key).filter(|column| !heading.contradicts(table, *column));
    answers.column(table, &heading.key_of_answers()).unwrap_or_else(known)
}
