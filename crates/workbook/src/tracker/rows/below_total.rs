//! Rows below the last total that show the same saving once more: by colour, by programme, what of it comes back every year.
//!
//! They have no reference, or lack something else that each scheme has. By their names they are such where the names are
//! words of a column, or of how savings are told apart; by their amounts, where together they are the total. What is neither
//! counts, and is named.

use super::cells_of_rows::CellsOfRows;
use super::row_kinds::RowKind;
use super::sums_of_rows::{AmountsOfRow, Sums};
use super::unnamed_sums::could_be_sum;
use crate::cells::key_of;
use crate::headings::Field;
use crate::vocabulary::no_scheme;
use std::collections::{BTreeMap, BTreeSet};

/// The columns by whose words savings are summed up once more.
const BY: [Field; 9] = [
    Field::Programme,
    Field::Organisation,
    Field::Line,
    Field::Owner,
    Field::Status,
    Field::Risk,
    Field::Recurrent,
    Field::Kind,
    Field::CashReleasing,
];

/// Words by which savings are told apart, whichever of them stand in a column.
const WORDS: [&str; 25] = [
    "recurrent",
    "nonrecurrent",
    "recurring",
    "nonrecurring",
    "pay",
    "nonpay",
    "income",
    "red",
    "amber",
    "green",
    "blue",
    "high",
    "medium",
    "low",
    "highrisk",
    "mediumrisk",
    "lowrisk",
    "cashreleasing",
    "noncashreleasing",
    "fullydeveloped",
    "plansinprogress",
    "opportunity",
    "identified",
    "totalidentified",
    "riskadjusted",
];

/// What the rows below the last total are.
#[derive(Clone, Debug, Default)]
pub struct BelowTotal {
    /// Those that are no schemes, and whether the amounts bear it out.
    pub left: BTreeMap<u32, bool>,
    /// Those that are called like what is no scheme, and what they are.
    pub others: BTreeMap<u32, &'static str>,
    /// Those that count although they stand below the total.
    pub counting: BTreeSet<u32>,
}

impl BelowTotal {
    /// Those below the first total of all schemes, where nothing below it has all that a scheme has: a summary may have a
    /// total of its own. Nothing where one of them may be a scheme.
    pub fn of_all_below(
        cells: CellsOfRows<'_>,
        lines: &[AmountsOfRow],
        total: &AmountsOfRow,
        schemes: &[u32],
    ) -> Option<Self> {
        let found = Self::of(cells, lines, total, schemes);
        let below = schemes.iter().filter(|row| **row > total.row).count();
        (found.counting.is_empty() && below == found.left.len() + found.others.len()).then_some(found)
    }

    /// Those below a total, of the rows that were taken for schemes.
    pub fn of(cells: CellsOfRows<'_>, lines: &[AmountsOfRow], total: &AmountsOfRow, schemes: &[u32]) -> Self {
        let schemes: BTreeSet<u32> = schemes.iter().copied().collect();
        let taken = || lines.iter().filter(|line| schemes.contains(&line.row));
        let above: Vec<&AmountsOfRow> = taken().filter(|line| line.row < total.row).collect();
        let telling = telling(cells, &above);
        let could_be = |line: &&AmountsOfRow| {
            let lacks = telling.is_empty() || telling.iter().any(|field| !(cells.says)(line.row, *field));
            matches!(line.kind, RowKind::Nameless { .. }) || (could_be_sum(cells, line) && lacks)
        };
        let below: Vec<&AmountsOfRow> = taken().filter(|line| line.row > total.row).filter(could_be).collect();
        let mut found = Self::default();
        if above.is_empty() || below.is_empty() {
            return found;
        }
        let by = sums_by_words(cells, &above);
        // All rows that count so far: what is the sum of them, and not of those above the total, is a total of its own.
        let mut all = Sums::default();
        above.iter().for_each(|line| all.add(&line.amounts));
        let mut between = 0_usize;
        let rows_below: BTreeSet<u32> = below.iter().map(|line| line.row).collect();
        let mut others = taken().filter(|line| line.row > total.row && !rows_below.contains(&line.row)).peekable();
        for group in below.chunk_by(|line, next| next.row == line.row.saturating_add(1)) {
            let mut sums = Sums::default();
            group.iter().for_each(|line| sums.add(&line.amounts));
            let is_all = sums.are(total);
            for line in group {
                while let Some(other) = others.next_if(|other| other.row < line.row) {
                    all.add(&other.amounts);
                    between += 1;
                }
                let key = name_of(cells, line);
                let of_column = by.get(&key);
                if is_nought(line) || is_all || of_column.is_some_and(|all| all.iter().any(|of| of.are(line))) {
                    found.left.insert(line.row, true);
                } else if of_column.is_some() || WORDS.contains(&key.as_str()) {
                    found.left.insert(line.row, false);
                } else if let Some(what) = no_scheme(&words_of(cells, line), cells.year) {
                    found.others.insert(line.row, what);
                } else if between > 0 && all.are(line) {
                    found.others.insert(line.row, "is the sum of all rows above it");
                } else {
                    found.counting.insert(line.row);
                    all.add(&line.amounts);
                    between += 1;
                }
            }
        }
        found
    }
}

/// Whether a row has no amount but noughts, as the heading "£000" reads.
pub fn is_nought(line: &AmountsOfRow) -> bool {
    line.amounts.iter().all(|(_, amount)| amount.is_zero())
}

/// What most schemes above the total have beside a name.
pub fn telling(cells: CellsOfRows<'_>, above: &[&AmountsOfRow]) -> Vec<Field> {
    let mut telling = vec![Field::Reference];
    telling.extend(cells.header.has(Field::Reference).then_some(Field::Name));
    telling.extend(BY);
    telling.retain(|field| above.iter().filter(|line| (cells.says)(line.row, *field)).count() * 2 > above.len());
    telling
}

/// The sums of the schemes for each word of a column.
fn sums_by_words(cells: CellsOfRows<'_>, above: &[&AmountsOfRow]) -> BTreeMap<String, Vec<Sums>> {
    let mut by: BTreeMap<String, Vec<Sums>> = BTreeMap::new();
    for column in BY.into_iter().filter_map(|field| cells.header.column(field)) {
        let mut of_column: BTreeMap<String, Sums> = BTreeMap::new();
        for line in above {
            let key = key_of(&cells.sheet.cell(line.row, column.at).shown());
            if !key.is_empty() {
                of_column.entry(key).or_default().add(&line.amounts);
            }
        }
        for (key, sums) in of_column {
            by.entry(key).or_default().push(sums);
        }
    }
    by
}

/// The key of the first words in a row.
fn name_of(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> String {
    key_of(&words_of(cells, line))
}

/// The first words in a row.
fn words_of(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> String {
    let named = cells.header.columns.iter().filter(|column| !column.field.is_some_and(Field::is_money));
    let words = named.map(|column| cells.sheet.cell(line.row, column.at).shown());
    words.into_iter().find(|words| !key_of(words).is_empty()).unwrap_or_default()
}
