use super::cell_text::{Adjustment, text_of};
use super::decimal_comma::DecimalComma;
use super::header_row::HeaderRow;
use super::heading::{Heading, key_of};
use super::issue::{Effect, Issue, Place, Severity};
use super::merged_rows::MergedRows;
use super::own_unit::own_unit;
use super::table_names::TableNames;
use super::total_rows::{RunningSum, ends_with_total, has_only_numbers, is_total, number_in};
use crate::sheet::{Cell, Sheet, shifted};
use crate::tracker::word_of_scheme;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{CellProblem, ColumnKind, Table};
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::{BTreeMap, HashSet};

/// What stands in the first cell of a row that only shows how a table is filled. The template has one in each table.
pub const EXAMPLE_MARK: &str = "Example (left out when read)";

/// The rows of a table that were found in a sheet, and all that is to be said of them.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// The table.
    pub table: Table,
    /// The file and the sheet.
    pub place: Place,
    /// Where the headings stand.
    pub header: HeaderRow,
    /// The rows as text, with the identifier and the unit even where the sheet has no column for them.
    pub given: GivenRows,
    /// The row of the sheet of each row.
    pub positions: Vec<u32>,
    /// Cells of rows that are used without them, because nothing can be read from them: the row, the column of the table.
    pub unread_cells: Vec<(u32, usize)>,
    /// Everything that a person should know.
    pub issues: Vec<Issue>,
    /// What was done to cells, by column of the table: how many.
    pub adjustments: BTreeMap<(usize, Adjustment), usize>,
    /// How many rows are totals, how many are examples or headings once more, how many hold only words.
    pub other_rows: OtherRows,
}

/// The unit of the amounts of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowUnit {
    /// What the row says itself; nothing where that is no unit.
    Own(Option<MoneyUnit>),
    /// What the headings say, or what stands above them.
    OfHeadings(MoneyUnit),
    /// Nothing says it, or there is no amount.
    None,
}

impl RowUnit {
    const fn unit(self) -> Option<MoneyUnit> {
        match self {
            Self::Own(unit) => unit,
            Self::OfHeadings(unit) => Some(unit),
            Self::None => None,
        }
    }
}

/// Rows of a sheet that are no rows of its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherRows {
    /// Total rows: held against the rows above them, and not added.
    pub totals: usize,
    /// The headings once more, and examples of the template.
    pub repeated: usize,
    /// Rows that hold only words, such as a heading over some rows or a note.
    pub notes: usize,
}

impl TableRows {
    /// Reads the rows of a sheet below its headings.
    pub fn read(sheet: &Sheet, place: Place, table: Table, header: HeaderRow, names: &TableNames) -> Self {
        let unit_column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        let mut columns: Vec<usize> = header.columns.iter().map(|column| column.table_column).collect();
        if table.has_identifiers() && !columns.contains(&0) {
            columns.push(0);
        }
        columns.extend(unit_column.filter(|unit| !header.has(*unit)));
        let given = GivenRows::new(table, columns);
        let mut rows = Self {
            table,
            place,
            header,
            given,
            positions: Vec::new(),
            unread_cells: Vec::new(),
            issues: Vec::new(),
            adjustments: BTreeMap::new(),
            other_rows: OtherRows::default(),
        };
        rows.tell_other_columns(sheet, names);
        rows.read_rows(sheet, unit_column, names);
        rows
    }

    fn read_rows(&mut self, sheet: &Sheet, unit_column: Option<usize>, names: &TableNames) {
        let first_row = self.header.first_row;
        let mut sums: BTreeMap<usize, RunningSum> = BTreeMap::new();
        let mut rows_in_sum = 0;
        let headings: HashSet<String> = self.header_keys(sheet);
        let merged = MergedRows::of(sheet, first_row);
        let decimal_comma = DecimalComma::of(sheet, self.table, &self.header);
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            let columns = self.header.columns.clone();
            let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, column.sheet_column)).collect();
            if cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            let cells = self.with_merged(sheet, row, cells, &merged);
            if self.is_repeated(sheet, row, &cells, &headings) {
                self.other_rows.repeated += 1;
                continue;
            }
            let says_enough = self.says_enough(&cells);
            let is_total = is_total(&cells, says_enough);
            if !is_total && self.is_note(sheet, row, &cells) {
                continue;
            }
            let unit = self.unit_of_row(&cells, unit_column);
            let mut texts: Vec<Option<Box<str>>> = Vec::with_capacity(self.given.columns().len());
            let mut problems = Vec::new();
            for (column, cell) in columns.iter().zip(&cells) {
                let Some(of) = self.table.columns().get(column.table_column) else { continue };
                let unclear = if of.kind.is_number() { decimal_comma.problem(cell) } else { None };
                let text = match unclear.map_or_else(|| text_of(of.kind, cell, &column.heading), Err) {
                    Ok((text, adjustment)) => {
                        if let Some(adjustment) = adjustment {
                            *self.adjustments.entry((column.table_column, adjustment)).or_default() += 1;
                        }
                        text
                    }
                    Err(problem) => {
                        problems.push((column.clone(), cell.shown(), problem));
                        None
                    }
                };
                let text = match (of.kind, text) {
                    (ColumnKind::Flag, Some(words)) => {
                        let flag = self.flag(words, column.table_column, names);
                        Some(self.word_of_plan(flag, column.table_column))
                    }
                    (ColumnKind::Choice(_), Some(words)) => Some(self.word_of_plan(words, column.table_column)),
                    (_, text) => text,
                };
                let is_money = matches!(of.kind, ColumnKind::Money);
                let text = match text {
                    Some(amount) if is_money => match self.amount(amount, cell, column, unit) {
                        Ok(amount) => Some(amount),
                        Err(problem) => {
                            problems.push((column.clone(), cell.shown(), problem));
                            None
                        }
                    },
                    text => text,
                };
                texts.push(text);
            }
            let may_be_total = !is_total
                && if says_enough {
                    self.is_without_identifier(&cells) && ends_with_total(&cells)
                } else {
                    has_only_numbers(&cells)
                };
            if may_be_total && self.is_sum_of_rows_above(&texts, &sums, rows_in_sum) {
                self.tell_total(row, &cells, true);
                self.other_rows.totals += 1;
                sums.values_mut().for_each(RunningSum::start_anew);
                continue;
            }
            if may_be_total && says_enough {
                self.tell_total(row, &cells, false);
            }
            if is_total {
                self.other_rows.totals += 1;
                self.check_total(row, &texts, &mut sums, rows_in_sum, sheet);
                continue;
            }
            if !self.header.has(0) && self.table.has_identifiers() {
                texts.push(None);
            }
            if let Some(unit_column) = unit_column
                && !self.header.has(unit_column)
            {
                texts.push(unit.unit().map(|unit| unit.symbol().into()));
            } else if let (Some(unit_column), Some(unit)) = (unit_column, unit.unit()) {
                // The column is there, and empty in this row.
                let at = columns.iter().position(|column| column.table_column == unit_column);
                if let Some(cell @ None) = at.and_then(|at| texts.get_mut(at)) {
                    *cell = Some(unit.symbol().into());
                }
            }
            for (at, column) in columns.iter().enumerate() {
                let kind = self.table.columns().get(column.table_column).map(|column| column.kind);
                if matches!(kind, Some(ColumnKind::Money | ColumnKind::Count))
                    && let Some(number) = texts.get(at).and_then(Option::as_deref).and_then(number_in)
                {
                    sums.entry(column.table_column).or_default().add(number);
                }
            }
            rows_in_sum += 1;
            let position = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
            for (column, value, problem) in problems {
                let is_needed = self.table.columns().get(column.table_column).is_none_or(|of| of.required);
                self.unread_cells.push((position, column.table_column));
                self.issues.push(Issue {
                    severity: Severity::Error,
                    place: self.place.cell(row, column.sheet_column),
                    column: Some((self.table, Some(column.table_column))),
                    value,
                    what: problem.what,
                    expected: problem.expected,
                    effect: if is_needed { Effect::RowLeftOut } else { Effect::CellLeftOut },
                });
            }
            self.given.push(texts);
            self.positions.push(row);
        }
    }

    /// The unit of the amounts of a row: what it says itself, or what the heading of its first amount says, or what
    /// stands above the table.
    fn unit_of_row(&self, cells: &[&Cell], unit_column: Option<usize>) -> RowUnit {
        let Some(unit_column) = unit_column else { return RowUnit::None };
        let own = self.header.columns.iter().zip(cells).find(|(column, _)| column.table_column == unit_column);
        if let Some((_, Cell::Text(text))) = own
            && !text.trim().is_empty()
        {
            // What is no unit is left to the model to report.
            return RowUnit::Own(MoneyUnit::read(text));
        }
        let is_money = |column: &super::header_row::FoundColumn| {
            matches!(self.table.columns().get(column.table_column).map(|of| of.kind), Some(ColumnKind::Money))
        };
        let said_in_cells = || {
            let amounts = self.header.columns.iter().zip(cells).filter(|(column, _)| is_money(column));
            amounts.filter_map(|(_, cell)| own_unit(cell)).map(|(_, unit)| unit).next()
        };
        let has_amount = self.header.columns.iter().zip(cells).any(|(column, cell)| {
            let kind = self.table.columns().get(column.table_column).map(|column| column.kind);
            matches!(kind, Some(ColumnKind::Money)) && !cell.is_empty()
        });
        let of_first = self.header.columns.iter().find_map(|column| column.heading.unit);
        match of_first.or(self.header.unit_above.map(|(unit, ..)| unit)).or_else(said_in_cells).filter(|_| has_amount) {
            Some(unit) => RowUnit::OfHeadings(unit),
            None => RowUnit::None,
        }
    }

    /// "Recurrent" below "Recurring?" is yes, and "non-recurrent" is no.
    fn flag(&self, words: Box<str>, column: usize, names: &TableNames) -> Box<str> {
        let key = key_of(&words);
        let is_name = |key: &str| names.column(self.table, key) == Some(column);
        if is_name(&key) {
            "yes".into()
        } else if ["non", "not"].iter().any(|no| key.strip_prefix(no).is_some_and(is_name)) {
            "no".into()
        } else {
            words
        }
    }

    /// The word of the plan for one that trackers use in its place.
    fn word_of_plan(&mut self, words: Box<str>, column: usize) -> Box<str> {
        match word_of_scheme(self.table, column, &words) {
            Some(word) if key_of(word) != key_of(&words) => {
                *self.adjustments.entry((column, Adjustment::WordOfTrackers)).or_default() += 1;
                word.into()
            }
            _ => words,
        }
    }

    /// An amount in the unit of its row, from the unit of its own heading. A heading without a unit has that of what
    /// stands above the table, or the one that all other headings have.
    fn amount(
        &mut self,
        text: Box<str>,
        cell: &Cell,
        column: &super::header_row::FoundColumn,
        unit: RowUnit,
    ) -> Result<Box<str>, CellProblem> {
        if let (Some((digits, own)), Some(unit)) = (own_unit(cell), unit.unit()) {
            *self.adjustments.entry((column.table_column, Adjustment::UnitInCell)).or_default() += 1;
            return Ok(if own == unit { digits.into() } else { self.in_unit(&digits, own, unit, column.table_column) });
        }
        let own = match unit {
            RowUnit::Own(_) => column.heading.unit,
            RowUnit::OfHeadings(_) => match column.heading.unit.or(self.header.unit_of_others()) {
                Some(unit) => Some(unit),
                None => {
                    return Err(CellProblem {
                        what: "the heading of this amount gives no unit, and the other headings give different ones"
                            .to_owned(),
                        expected: "a unit in the heading, such as (£000)".to_owned(),
                    });
                }
            },
            RowUnit::None => None,
        };
        let text = match cell {
            Cell::Number(_, style)
                if style.thousands > 0 && own.or(unit.unit()).is_some_and(|unit| unit != MoneyUnit::Pounds) =>
            {
                *self.adjustments.entry((column.table_column, Adjustment::ShownInUnitOfHeading)).or_default() += 1;
                self.with_point_moved(&text, -3 * i32::from(style.thousands), column.table_column)
            }
            _ => text,
        };
        match (own, unit.unit()) {
            (Some(own), Some(unit)) if own != unit => Ok(self.in_unit(&text, own, unit, column.table_column)),
            _ => Ok(text),
        }
    }

    /// An amount under a heading of one unit, in a row of another.
    fn in_unit(&mut self, text: &str, from: MoneyUnit, to: MoneyUnit, column: usize) -> Box<str> {
        let places =
            i32::try_from(from.exponent()).unwrap_or_default() - i32::try_from(to.exponent()).unwrap_or_default();
        self.with_point_moved(text, places, column)
    }

    fn with_point_moved(&mut self, text: &str, places: i32, column: usize) -> Box<str> {
        let Some(number) = number_in(text) else { return text.into() };
        let (digits, is_rounded) = super::cell_text::at_most_places(&shifted(&number.to_string(), places), 6);
        if is_rounded {
            *self.adjustments.entry((column, Adjustment::RoundedToSixPlaces)).or_default() += 1;
        }
        digits.into()
    }

    fn header_keys(&self, sheet: &Sheet) -> HashSet<String> {
        let heading =
            |column: &super::header_row::FoundColumn| sheet.cell(self.header.row, column.sheet_column).shown();
        self.header.columns.iter().map(heading).map(|words| Heading::of(&words).key).collect()
    }

    /// Whether a row is the headings once more (as on each page of a printed table), or an example of the template.
    fn is_repeated(&self, sheet: &Sheet, row: u32, cells: &[&Cell], headings: &HashSet<String>) -> bool {
        let first = sheet.cell(row, sheet.first_column());
        let is_example = |cell: &Cell| matches!(cell, Cell::Text(text) if key_of(text) == key_of(EXAMPLE_MARK));
        let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
        let is_heading = |cell: &&&Cell| matches!(cell, Cell::Text(text) if headings.contains(&Heading::of(text).key));
        is_example(first)
            || cells.iter().any(|cell| is_example(cell))
            || (filled.peek().is_some() && filled.all(|cell| is_heading(&cell)))
    }

    /// The cells of a row, with the words of a cell that is merged with those above it. An amount of several rows stays with
    /// the first: it counts once.
    fn with_merged<'a>(&self, sheet: &'a Sheet, row: u32, cells: Vec<&'a Cell>, merged: &MergedRows) -> Vec<&'a Cell> {
        let of_column = |(column, cell): (&super::header_row::FoundColumn, &'a Cell)| {
            let is_number = self.table.columns().get(column.table_column).is_some_and(|of| of.kind.is_number());
            let first = merged.first_row(row, column.sheet_column).filter(|_| !is_number && cell.is_empty());
            first.map_or(cell, |first| sheet.cell(first, column.sheet_column))
        };
        self.header.columns.iter().zip(cells).map(of_column).collect()
    }

    /// Whether a row fills every column that must be filled, and the identifier where the sheet has one.
    fn says_enough(&self, cells: &[&Cell]) -> bool {
        self.header.columns.iter().zip(cells).all(|(column, cell)| {
            let is_needed = self.table.columns().get(column.table_column).is_some_and(|column| column.required);
            !is_needed || !cell.is_empty()
        })
    }

    /// Whether a row holds words in one cell alone where the table needs more: a heading over some rows, or a note.
    fn is_note(&mut self, sheet: &Sheet, row: u32, cells: &[&Cell]) -> bool {
        let mut filled = self.header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let (Some((column, cell)), None) = (filled.next(), filled.next()) else { return false };
        let others_needed = self.header.columns.iter().any(|other| {
            other.table_column != column.table_column
                && self.table.columns().get(other.table_column).is_some_and(|column| column.required)
        });
        if !others_needed || !matches!(cell, Cell::Text(_)) {
            return false;
        }
        self.other_rows.notes += 1;
        self.issues.push(Issue {
            severity: Severity::Information,
            place: self.place.cell(row, column.sheet_column),
            column: Some((self.table, None)),
            value: cell.shown(),
            what: format!(
                "this row of \"{}\" holds only words in one cell, and is taken for a heading or a note",
                sheet.name
            ),
            expected: "nothing, if it is one; otherwise that its other cells are filled".to_owned(),
            effect: Effect::RowLeftOut,
        });
        true
    }

    /// Whether a row has no identifier of its own though its table has them: a plan that we have written gives them all.
    fn is_without_identifier(&self, cells: &[&Cell]) -> bool {
        let own = self.header.columns.iter().zip(cells).find(|(column, _)| column.table_column == 0);
        self.table.has_identifiers() && own.is_none_or(|(_, cell)| cell.is_empty())
    }

    /// Whether every amount and number of a row is the sum of those above it.
    fn is_sum_of_rows_above(
        &self,
        texts: &[Option<Box<str>>],
        sums: &BTreeMap<usize, RunningSum>,
        rows: usize,
    ) -> bool {
        let mut totals = self.header.columns.iter().zip(texts).filter_map(|(column, text)| {
            let total = text.as_deref().and_then(number_in)?;
            Some((sums.get(&column.table_column)?, total))
        });
        let is_sum = |(sum, total): (&RunningSum, Decimal)| sum.differs(total, rows).is_none();
        // A row of zeros says nothing.
        totals.clone().any(|(_, total)| !total.is_zero()) && totals.all(is_sum)
    }

    /// Says of a row that could be a total, though nothing but its last word or its numbers says so, what it is taken for.
    fn tell_total(&mut self, row: u32, cells: &[&Cell], is_sum: bool) {
        let first = self.header.columns.iter().zip(cells).find(|(_, cell)| !cell.is_empty());
        let Some((column, cell)) = first else { return };
        let (severity, what, expected, effect) = if is_sum {
            (
                Severity::Information,
                "the numbers of this row are the sums of the rows above, and it is taken for a total",
                "nothing, if it is one; otherwise a name without the word total",
                Effect::RowLeftOut,
            )
        } else {
            (
                Severity::Warning,
                "this row is called like a total, but its numbers are not the sums of the rows above: it counts as a row of \
                 its own",
                "a total that is the sum of its rows, or a name without the word total",
                Effect::Used,
            )
        };
        self.issues.push(Issue {
            severity,
            place: self.place.cell(row, column.sheet_column),
            column: Some((self.table, None)),
            value: cell.shown(),
            what: what.to_owned(),
            expected: expected.to_owned(),
            effect,
        });
    }

    fn check_total(
        &mut self,
        row: u32,
        texts: &[Option<Box<str>>],
        sums: &mut BTreeMap<usize, RunningSum>,
        rows: usize,
        sheet: &Sheet,
    ) {
        for (column, text) in self.header.columns.clone().iter().zip(texts) {
            let Some(sum) = sums.get_mut(&column.table_column) else { continue };
            if let Some(total) = text.as_deref().and_then(number_in)
                && let Some(differs) = sum.differs(total, rows)
            {
                self.issues.push(Issue {
                    severity: Severity::Warning,
                    place: self.place.cell(row, column.sheet_column),
                    column: Some((self.table, Some(column.table_column))),
                    value: sheet.cell(row, column.sheet_column).shown(),
                    what: format!(
                        "this total is {}, and the rows above it add up to {}",
                        total.normalize(),
                        differs.normalize()
                    ),
                    expected: "a total that is the sum of its rows; the plan uses the rows".to_owned(),
                    effect: Effect::Used,
                });
            }
        }
        sums.values_mut().for_each(RunningSum::start_anew);
    }

    /// Says which columns of the sheet are not read, and why.
    fn tell_other_columns(&mut self, sheet: &Sheet, names: &TableNames) {
        for (column, words) in &self.header.others {
            let heading = Heading::of(words);
            let near = names.near_columns(self.table, &heading.key);
            // Of money nothing is left out in passing.
            let is_minor = near.is_empty() && heading.unit.is_none();
            let what = if near.is_empty() {
                format!("the heading \"{}\" is that of no column of \"{}\"", words.trim(), self.table.name())
            } else {
                format!("the heading \"{}\" is nearly that of a column of \"{}\"", words.trim(), self.table.name())
            };
            let names: Vec<String> = near
                .iter()
                .filter_map(|at| self.table.columns().get(*at))
                .map(|column| format!("\"{}\"", column.name))
                .collect();
            let expected = if names.is_empty() {
                "nothing, if the plan does not need it; its cells stay as they are".to_owned()
            } else {
                format!("{}, if that is meant", names.join(" or "))
            };
            self.issues.push(Issue {
                severity: if is_minor { Severity::Information } else { Severity::Warning },
                place: self.place.cell(self.header.row, *column),
                column: Some((self.table, None)),
                value: words.trim().to_owned(),
                what,
                expected,
                effect: Effect::LeftAlone,
            });
        }
        for (column, words, known) in &self.header.repeated {
            let name = self.table.columns().get(*known).map(|column| column.name).unwrap_or_default();
            self.issues.push(Issue {
                severity: Severity::Error,
                place: self.place.cell(self.header.row, *column),
                column: Some((self.table, Some(*known))),
                value: words.trim().to_owned(),
                what: format!("an earlier column of the sheet is already read as \"{name}\""),
                expected: "one column of that meaning; give this one another heading, or take it out".to_owned(),
                effect: Effect::LeftAlone,
            });
        }
        if self.table.columns().iter().any(|column| matches!(column.kind, ColumnKind::MoneyUnit)) {
            self.tell_units(sheet);
        }
    }

    /// Says of headings without a unit which unit their amounts have, and why.
    fn tell_units(&mut self, sheet: &Sheet) {
        let money = self.header.columns.iter().filter(|column| {
            matches!(self.table.columns().get(column.table_column).map(|of| of.kind), Some(ColumnKind::Money))
        });
        let without: Vec<(u32, usize)> = money
            .filter(|column| column.heading.unit.is_none())
            .map(|column| (column.sheet_column, column.table_column))
            .collect();
        if without.is_empty() {
            return;
        }
        if let Some((unit, row, column)) = self.header.unit_above {
            self.issues.push(Issue {
                severity: Severity::Information,
                place: self.place.cell(row, column),
                column: Some((self.table, None)),
                value: sheet.cell(row, column).shown(),
                what: format!(
                    "the unit {} stands above the table and is taken for all amounts without one",
                    unit.symbol()
                ),
                expected: "nothing, if that is meant".to_owned(),
                effect: Effect::Used,
            });
        } else if let Some(unit) = self.header.unit_of_others() {
            for (column, table_column) in without {
                self.issues.push(Issue {
                    severity: Severity::Information,
                    place: self.place.cell(self.header.row, column),
                    column: Some((self.table, Some(table_column))),
                    value: sheet.cell(self.header.row, column).shown(),
                    what: format!(
                        "this heading gives no unit, and its amounts are taken in {}, as others are",
                        unit.symbol()
                    ),
                    expected: "nothing, if that is meant; otherwise a unit in the heading".to_owned(),
                    effect: Effect::Used,
                });
            }
        }
    }
}
