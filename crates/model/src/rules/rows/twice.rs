//! Rows that say the same under two identifiers, and rows that are the total of those beside them: what is counted twice
//! because it stands in a table twice.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "Ward", "list": "plan", "gross": "300", "unit": "£000"},
//!         {"id": "b", "name": "Ward", "list": "plan", "gross": "300", "unit": "£000"},
//!         {"id": "c", "name": "Total", "list": "plan", "gross": "600", "unit": "£000"}
//!     ]
//! "#);
//! let found = |code| outcome.findings.iter().any(|finding| finding.code == code);
//! assert!(found("given-under-two-ids") && found("total-among-its-rows"));
//! ```

use std::rc::Rc;

use crate::calculation::{CellAddress, Finding, Ledger, findings, format};
use crate::plan::{ColumnStore, Plan, Table};
use crate::quantity::InOrder;
use crate::rules::cquin::schemes_of_all_providers;
use crate::rules::folder::without_figures;
use crate::rules::rows::alike::{Likeness, Said, joined};
use crate::rules::rows::totals;

without_figures! {}

findings! {
    /// Two rows with identifiers of their own say the same in every cell that both fill, numbers among them, whatever the
    /// unit; where they say the same but other amounts, that may be the row as it was and as it is now, and is only worth
    /// knowing.
    GIVEN_UNDER_TWO_IDS: warning or information(
        "given-under-two-ids",
        "Take one of them out, or say in its name in what it differs: both count."
    )
    /// A row is called the total of the rows beside it, and counts as one of them.
    TOTAL_AMONG_ITS_ROWS: warning(
        "total-among-its-rows",
        "Take the row out: totals are worked out; a printed total stands in the table stated."
    )
}

/// So many identifiers are named.
const MOST_NAMED: usize = 10;

/// Reports both, in every table whose rows have numbers: what is said twice only where they have identifiers.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    let mut called_totals = CalledTotals::default();
    for table in Table::ALL.iter().copied().filter(|table| !table.is_beside_the_plan()) {
        let numbers = numbers_of(plan, table);
        if plan.store(table).rows() < 2 || numbers.is_empty() {
            continue;
        }
        report_totals_by_reference(ledger, table, &mut called_totals);
        if table.has_identifiers() {
            report_totals(ledger, table, &numbers);
            report_doubles(ledger, table, &numbers);
        }
    }
}

/// The columns in which numbers stand.
fn numbers_of(plan: &Plan, table: Table) -> Vec<usize> {
    let store = plan.store(table);
    let is_used = |at: &usize| matches!(store.column(*at), ColumnStore::Numbers(_));
    (0..table.columns().len()).filter(is_used).collect()
}

fn has_a_number(plan: &Plan, table: Table, row: u32, numbers: &[usize]) -> bool {
    numbers.iter().any(|at| plan.store(table).column(*at).number(row).is_some_and(|(number, _)| !number.is_zero()))
}

/// In how many rows of a table a sum is looked for: each is held against all rows.
const MOST_SUMS: usize = 100;

fn report_totals(ledger: &mut Ledger<'_>, table: Table, numbers: &[usize]) {
    let plan = ledger.as_written;
    let named = (0..plan.store(table).rows()).filter_map(|row| Some((plan.title(table, row)?, row)));
    let mut sums: Vec<(&str, u32)> = named.filter(|(name, _)| totals::names_all(name)).collect();
    // Where there are more, those are looked at whose names come first, whatever the order of the rows.
    sums.order_by_key(|(name, row)| (*name, plan.identifier(table, *row)));
    let mut found: Vec<(u32, String)> = Vec::new();
    let (called, others): (Vec<_>, Vec<_>) = sums.into_iter().partition(|(name, _)| totals::is_called_a_total(name));
    for (name, row) in called.into_iter().filter(|(_, row)| has_a_number(plan, table, *row, numbers)) {
        found.push((row, format!("\"{name}\" is a row of {}, and counts as one of them.", table.words())));
    }
    // The rules know a CQUIN scheme of all providers as that.
    let known = if table == Table::CquinScheme { schemes_of_all_providers(plan) } else { Vec::new() };
    let others = others.into_iter().filter(|(_, row)| !known.get(*row as usize).copied().unwrap_or_default());
    for (name, row) in others.take(MOST_SUMS).filter(|(_, row)| totals::adds_up_others(plan, table, *row)) {
        found.push((
            row,
            format!("\"{name}\" is the sum of other rows of {}, and counts as one of them.", table.words()),
        ));
    }
    for (row, message) in found {
        ledger.report(|| Finding::of(&TOTAL_AMONG_ITS_ROWS, message).at(table, row, "name"));
    }
}

/// Which rows of a table are called totals and have no parts of their own. Many tables refer to one, such as the
/// organisations: its names are read once.
#[derive(Default)]
struct CalledTotals {
    known: Vec<(Table, Rc<[u32]>)>,
}

impl CalledTotals {
    /// The rows, in order.
    fn of(&mut self, plan: &Plan, table: Table) -> Rc<[u32]> {
        if let Some((_, rows)) = self.known.iter().find(|(known, _)| *known == table) {
            return Rc::clone(rows);
        }
        let called = |row: &u32| plan.title(table, *row).is_some_and(totals::names_all);
        let rows = (0..plan.store(table).rows()).filter(called).filter(|row| !has_parts(plan, table, *row));
        let rows: Rc<[u32]> = rows.collect();
        self.known.push((table, Rc::clone(&rows)));
        rows
    }
}

/// Rows about something that is called a total, such as the organisation "All providers", that are the sum of the others.
fn report_totals_by_reference(ledger: &mut Ledger<'_>, table: Table, called_totals: &mut CalledTotals) {
    let plan = ledger.as_written;
    let store = plan.store(table);
    for (at, column) in table.columns().iter().enumerate() {
        let Some(to) = column.kind.refers_to().filter(|to| *to != table) else { continue };
        let are_totals = called_totals.of(plan, to);
        let is_total = |row: u32| store.column(at).code(row).is_some_and(|to| are_totals.binary_search(&to).is_ok());
        if are_totals.is_empty() || (0..store.rows()).all(is_total) {
            continue;
        }
        // What the rows are about besides: those about the same stand together.
        let columns = table.columns().iter().enumerate();
        let besides: Vec<usize> = columns
            .filter(|(other, column)| *other != at && totals::says_about(column.kind))
            .map(|(at, _)| at)
            .collect();
        let about = |row: u32| -> Vec<Option<u32>> { besides.iter().map(|at| store.column(*at).code(row)).collect() };
        let rows = (0..store.rows()).filter(|row| store.counts(*row));
        let mut rows: Vec<(Vec<Option<u32>>, u32)> = rows.map(|row| (about(row), row)).collect();
        rows.order_by(Ord::cmp);
        for same in rows.chunk_by(|left, right| left.0 == right.0) {
            let (sums, parts): (Vec<u32>, Vec<u32>) = same.iter().map(|(_, row)| *row).partition(|row| is_total(*row));
            for row in sums.into_iter().filter(|row| totals::is_sum_of(plan, table, *row, &parts)) {
                let words = plan.row_words(table, row);
                let message =
                    format!("{words} is the sum of other rows of {}, and counts as one of them.", table.words());
                ledger.report(|| Finding::of(&TOTAL_AMONG_ITS_ROWS, message).at(table, row, column.name));
            }
        }
    }
}

/// Whether other rows of a table say that they are parts of a row: then the rules know it as a whole.
fn has_parts(plan: &Plan, table: Table, row: u32) -> bool {
    let mut own = table.columns().iter().enumerate().filter(|(_, column)| column.kind.refers_to() == Some(table));
    own.any(|(at, _)| (0..plan.store(table).rows()).any(|part| plan.store(table).column(at).code(part) == Some(row)))
}

fn report_doubles(ledger: &mut Ledger<'_>, table: Table, numbers: &[usize]) {
    let plan = ledger.as_written;
    let store = plan.store(table);
    // By their names first: only rows whose names are alike, or have one likeness by chance, are looked at cell by cell.
    let rows = (0..store.rows()).filter(|row| store.counts(*row) && has_a_number(plan, table, *row, numbers));
    let mut rows: Vec<(u64, u32)> = rows.filter_map(|row| Some((likeness(plan.title(table, row)?), row))).collect();
    rows.order_by(Ord::cmp);
    for same in rows.chunk_by(|left, right| left.0 == right.0).filter(|same| same.len() > 1) {
        let mut said: Vec<Said> = same.iter().map(|(_, row)| Said::of(plan, table, *row)).collect();
        // Of rows that say the same one stands for all: the first by its identifier, in any order of rows.
        let id = |said: &Said| (plan.identifier(table, said.row), said.row);
        said.order_by(|left, right| (left.cells(), id(left)).cmp(&(right.cells(), id(right))));
        let each: Vec<&[Said]> = said.chunk_by(|left, right| left.cells() == right.cells()).collect();
        for doubles in each.iter().filter(|doubles| doubles.len() > 1) {
            let rows = doubles.iter().map(|said| said.row).collect();
            report_same(ledger, table, rows, Likeness::Same);
        }
        let firsts: Vec<&Said> = each.iter().filter_map(|rows| rows.first()).collect();
        for likeness in [Likeness::NothingElse, Likeness::OtherNumbers] {
            for rows in joined(table, &firsts, likeness) {
                report_same(ledger, table, rows, likeness);
            }
        }
    }
}

fn report_same(ledger: &mut Ledger<'_>, table: Table, rows: Vec<u32>, likeness: Likeness) {
    let plan = ledger.as_written;
    let mut named: Vec<(Option<&str>, u32)> = rows.iter().map(|row| (plan.identifier(table, *row), *row)).collect();
    named.order_by(Ord::cmp);
    let ids: Vec<&str> = named.iter().filter_map(|(id, _)| *id).collect();
    let name = rows.iter().filter_map(|row| plan.title(table, *row)).min().unwrap_or_default();
    let says = match likeness {
        Likeness::Same => "with the same in every cell",
        Likeness::NothingElse => "with the same in every cell that both fill",
        Likeness::OtherNumbers => "with other amounts and the same in every other cell",
    };
    let message = format!(
        "\"{name}\" stands in {} {} times, as {}, {says}.",
        table.words(),
        rows.len(),
        format::some_of(ids, MOST_NAMED, ", ")
    );
    let places = named.into_iter().map(|(_, row)| CellAddress { table, row, column: "name" });
    ledger.report(|| {
        let finding = match likeness {
            Likeness::OtherNumbers => Finding::otherwise(&GIVEN_UNDER_TWO_IDS, message),
            _ => Finding::of(&GIVEN_UNDER_TWO_IDS, message),
        };
        finding.at_cells(places)
    });
}

/// A number that is the same for words that are `alike`: it takes no memory for each of a hundred thousand names.
fn likeness(words: &str) -> u64 {
    // The hash of Fowler, Noll and Vo (1991).
    let mix = |hash: u64, letter: char| (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3);
    let letters = words.chars().filter(|letter| !letter.is_whitespace());
    if words.is_ascii() {
        return letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| mix(hash, letter.to_ascii_lowercase()));
    }
    letters.flat_map(char::to_lowercase).fold(0xcbf2_9ce4_8422_2325, mix)
}
