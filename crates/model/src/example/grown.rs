//! Plan files in which one table has many rows, made from the definitions of the tables.
//!
//! What a column is called and what it means does not matter here: a cell is filled by the kind of its
//! column, so that a new table or column is covered by the day it is written. The few cells that the kind
//! does not settle stand together in [`by_hand`].

use crate::parameters::{self, ParameterUnit};
use crate::plan::{ColumnKind, Table};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many rows every other table has: more are only made where rows of the grown table could not be told
/// apart otherwise.
const FEW: usize = 4;
/// The years of the plan.
const YEARS: usize = 4;
const FIRST_YEAR: usize = 2011;
/// The months of the plan and of its base year.
const MONTHS: usize = 12 * (YEARS + 1);

/// The most rows that a plan file may have in a table, where that is limited.
pub const fn most_rows(table: Table) -> Option<usize> {
    match table {
        Table::PlanDetails => Some(1),
        Table::GrowthDriver => Some(200),
        _ => None,
    }
}

/// The text of a valid plan file in which a table has so many rows, or as many as it may have. Every cell is
/// filled; every other table has a few rows, to which rows refer. The same text every time.
///
/// ```
/// use one_plan_model::{example, exchange, outcome, plan::Table};
/// let plan = exchange::read_json(example::grown(Table::Milestone, 100).as_bytes()).unwrap().plan;
/// assert_eq!(plan.milestones.len(), 100);
/// assert_eq!(plan.programmes.len(), 4);
/// assert!(outcome::compute(&plan).figure_count() > 0);
/// ```
pub fn grown(table: Table, rows: usize) -> String {
    let counts = row_counts(table, rows);
    let mut text = format!("{{\"format\": \"{}\"", crate::exchange::FORMAT);
    for (table, count) in &counts {
        let _ = write!(text, ",\n\"{}\": [", table.name());
        for position in 0..*count {
            text.push_str(if position == 0 { "\n{" } else { ",\n{" });
            write_row(&mut text, *table, position, &counts);
            text.push('}');
        }
        text.push(']');
    }
    text.push_str("\n}\n");
    text
}

/// How many rows each table has: a few in all others, since what grows with a table is often what others refer
/// to in it.
fn row_counts(table: Table, rows: usize) -> BTreeMap<Table, usize> {
    let few = |table: &Table| (*table, most_rows(*table).map_or(FEW, |most| most.min(FEW)));
    let mut counts: BTreeMap<Table, usize> = Table::ALL.iter().map(few).collect();
    let rows = rows.min(most_rows(table).unwrap_or(rows));
    counts.insert(table, rows);
    if !table.has_identifiers() {
        let digits = Digits::of(table, &counts);
        let leading = digits.leading.iter().filter_map(|at| table.columns().get(*at));
        let other = leading.filter_map(|column| referred_to(column.kind)).next();
        if let Some(count) = other.and_then(|other| counts.get_mut(&other)) {
            *count *= rows.div_ceil(digits.apart()).max(1);
        }
    }
    counts
}

/// The table to whose rows a cell of this kind refers. The id of a figure is that of a quantity: which other
/// figures there are, the tables do not tell.
const fn referred_to(kind: ColumnKind) -> Option<Table> {
    match kind {
        ColumnKind::Reference(table) => Some(table),
        ColumnKind::FigureIdentifier => Some(Table::Quantity),
        _ => None,
    }
}

/// The values that tell the rows of a table apart, by the position of the column.
struct Digits {
    /// How many values each column takes in turn; one where it tells nothing apart.
    bases: Vec<usize>,
    /// The columns by which rules know what a row is about, the one that changes fastest first: no two rows
    /// have the same values in all of them.
    leading: Vec<usize>,
}

impl Digits {
    /// What leads are the columns that must be filled and, where none of them refers to another table, the
    /// first that does.
    fn of(table: Table, counts: &BTreeMap<Table, usize>) -> Self {
        let columns = table.columns();
        let mut referred = Vec::new();
        let bases = columns.iter().map(|column| match column.kind {
            ColumnKind::Year => YEARS,
            ColumnKind::Month | ColumnKind::Date | ColumnKind::DueDate => MONTHS,
            ColumnKind::Choice(choices) => choices.len(),
            kind => match referred_to(kind) {
                // The second of two follows from the first.
                Some(other) if !referred.contains(&other) => {
                    referred.push(other);
                    counts.get(&other).copied().unwrap_or(1)
                }
                _ => 1,
            },
        });
        let bases: Vec<usize> = bases.collect();
        let refers = |at: &usize| columns.get(*at).is_some_and(|column| referred_to(column.kind).is_some());
        let (mut leading, others): (Vec<usize>, Vec<usize>) =
            (0..columns.len()).partition(|at| columns.get(*at).is_some_and(|column| column.required));
        if !leading.iter().any(refers) {
            leading.extend(others.into_iter().find(refers));
        }
        Self { bases, leading }
    }

    /// How many rows there can be that what leads tells apart.
    fn apart(&self) -> usize {
        self.leading.iter().filter_map(|at| self.bases.get(*at)).product()
    }

    /// The values of a row: what leads, as digits of its position, each to the base of its column; what does
    /// not, in turn and slower.
    fn at(&self, position: usize) -> Vec<usize> {
        let mut digits: Vec<usize> =
            self.bases.iter().enumerate().map(|(at, base)| (position / 5 + at) % base).collect();
        let mut rest = position;
        for at in self.leading.iter() {
            if let (Some(digit), Some(base)) = (digits.get_mut(*at), self.bases.get(*at)) {
                *digit = rest % base;
                rest /= base;
            }
        }
        digits
    }
}

fn write_row(text: &mut String, table: Table, position: usize, counts: &BTreeMap<Table, usize>) {
    let digits = Digits::of(table, counts).at(position);
    let mut separator = "";
    // The first cell of a row that refers to a table, or is in time: what comes later in the row follows it.
    let mut referred: BTreeMap<Table, usize> = BTreeMap::new();
    let (mut month, mut year) = (None, None);
    for ((at, column), digit) in table.columns().iter().enumerate().zip(digits) {
        let varied = position + at;
        let cell = match column.kind {
            _ if by_hand(table, column.name, position, counts).is_some() => {
                by_hand(table, column.name, position, counts)
            }
            ColumnKind::Identifier => Some(id(table, position)),
            ColumnKind::Text => Some(format!("{} {position}", column.name.replace('_', " "))),
            ColumnKind::Reference(_) | ColumnKind::FigureIdentifier => {
                let other = referred_to(column.kind).unwrap_or(table);
                let row = if other == table {
                    // Only the first few are referred to, and they refer to none: nothing is part of itself.
                    (position >= FEW).then_some(digit % FEW)
                } else {
                    second_of_two(referred.get(&other).copied(), digit, position, column.required)
                };
                referred.extend(row.map(|row| (other, row)));
                let figure = matches!(column.kind, ColumnKind::FigureIdentifier);
                row.map(|row| if figure { format!("quantity.number.{}", id(other, row)) } else { id(other, row) })
            }
            ColumnKind::MoneyUnit => pick(&["£", "£000", "£m"], position),
            ColumnKind::Money => Some(format!("{}.{}", 100 + varied * 37 % 900, varied % 10)),
            // As small as a likelihood or a number of times may be.
            ColumnKind::Count => Some((1 + varied % 5).to_string()),
            ColumnKind::Number | ColumnKind::Measured => Some(format!("{}.{:02}", 1 + varied % 7, varied % 100)),
            ColumnKind::Rate => Some(format!("{}.{}%", varied % 9, 1 + varied % 9)),
            ColumnKind::Year => {
                let this = year.map_or(digit, |earlier: usize| (earlier + 1).min(YEARS - 1));
                year = Some(this);
                Some(financial_year(this))
            }
            ColumnKind::Month | ColumnKind::Date | ColumnKind::DueDate => {
                let this = month.map_or(digit, |earlier: usize| (earlier + 1 + position % 3).min(MONTHS - 1));
                month = Some(this);
                Some(in_time(column.kind, this, position))
            }
            ColumnKind::Choice(choices) => choices.get(digit).map(|choice| choice.word.to_owned()),
            ColumnKind::Flag => pick(&["yes", "no"], position),
            ColumnKind::SourceLines => Some(format!("{}-{}", 1 + position, 3 + position)),
        };
        if let Some(cell) = cell {
            let _ = write!(text, "{separator}\"{}\": \"{cell}\"", column.name);
            separator = ", ";
        }
    }
}

/// The row that a cell refers to. Where a row refers to a table twice, the second is one of the first few rows
/// before the first, so that nothing waits for itself; the very first row has none before it.
fn second_of_two(first: Option<usize>, digit: usize, position: usize, required: bool) -> Option<usize> {
    match first {
        None => Some(digit),
        Some(0) => required.then_some(1),
        Some(first) => Some(position % first.min(FEW)),
    }
}

/// What the kind of a column does not settle.
fn by_hand(table: Table, column: &str, position: usize, counts: &BTreeMap<Table, usize>) -> Option<String> {
    match (table, column) {
        // A plan ends after it begins, and stands on the year before.
        (Table::PlanDetails, "first_year") => Some(financial_year(0)),
        (Table::PlanDetails, "last_year") => Some(financial_year(YEARS - 1)),
        (Table::PlanDetails, "base_year") => Some(format!("{}/{:02}", FIRST_YEAR - 1, FIRST_YEAR % 100)),
        // The weights of a scheme must sum to one. The scheme is the first cell that tells indicators apart.
        (Table::CquinIndicator, "weight") => {
            let rows = counts.get(&table).copied().unwrap_or(1);
            let schemes = counts.get(&Table::CquinScheme).copied().unwrap_or(1);
            let of_scheme = (rows - position % schemes).div_ceil(schemes);
            Some(if of_scheme == 1 { "1".to_owned() } else { format!("0.{:06}", 1_000_000 / of_scheme) })
        }
        // Activity is taken from one place and given to another.
        (Table::ActivityChange, "activity") if position.is_multiple_of(2) => Some(format!("-{}", 10 + position % 7)),
        // What the model has a parameter for, and a value in its unit.
        (Table::Assumption, "parameter" | "value") => {
            let known: Vec<_> = parameters::all().collect();
            let parameter = known.get(position % known.len().max(1))?;
            let value = match parameter.unit {
                ParameterUnit::Rate | ParameterUnit::Part => "2.5%",
                ParameterUnit::Number => "3",
            };
            Some(if column == "value" { value } else { parameter.id }.to_owned())
        }
        // The name of a table, and the number of a row, as text.
        (Table::KnownFindingPlace, "table") => Some(Table::ALL.get(position % Table::ALL.len())?.name().to_owned()),
        (Table::KnownFindingPlace, "row") => Some((1 + position % FEW).to_string()),
        _ => None,
    }
}

fn id(table: Table, position: usize) -> String {
    format!("{}-{position}", table.name().replace('_', "-"))
}

fn pick(words: &[&str], position: usize) -> Option<String> {
    words.get(position % words.len()).map(|word| (*word).to_owned())
}

fn financial_year(year: usize) -> String {
    let start = FIRST_YEAR + year;
    format!("{start}/{:02}", (start + 1) % 100)
}

/// A month of the plan, counted from the first of its base year, as a month, as a day in it, or as either or
/// the year in which it lies.
fn in_time(kind: ColumnKind, month: usize, position: usize) -> String {
    let calendar = (FIRST_YEAR - 1) * 12 + 3 + month;
    let written = format!("{}-{:02}", calendar / 12, calendar % 12 + 1);
    let day = format!("{written}-{:02}", 1 + position % 28);
    match (kind, position % 3) {
        (ColumnKind::Date, _) | (ColumnKind::DueDate, 0) => day,
        (ColumnKind::DueDate, 1) if month >= 12 => financial_year(month / 12 - 1),
        _ => written,
    }
}
