//! Rows whose references say that they are groups: 1, with 1.1 and 1.2 above or below it.
//!
//! The numbers alone do not say it, for a scheme 3 may get a further part 3.1: the amounts have to be the sums as well.

use super::field::Field;
use super::row_kinds::RowKind;
use super::rows::CellsOfRows;
use super::sums::{AmountsOfRow, Sums};
use crate::recognise::{Evidence, Group, Side};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What stands between the numbers of a reference.
const SEPARATORS: [char; 3] = ['.', '-', '/'];

/// Which rows are groups by their references.
#[derive(Clone, Debug, Default)]
pub struct OutlineNumbers {
    /// Those whose amounts are the sums of their parts.
    pub groups: BTreeMap<u32, Group>,
    /// Those whose amounts are not, where the references are numbers alone.
    pub unlike: BTreeSet<u32>,
}

impl OutlineNumbers {
    /// Finds them among the rows below the headings.
    pub fn of(cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) -> Self {
        let mut found = Self::default();
        let Some(at) = cells.header.column(Field::Reference).map(|column| column.at) else { return found };
        let is_scheme = |line: &&AmountsOfRow| matches!(line.kind, RowKind::Scheme | RowKind::Unidentified);
        let reference =
            |line: &AmountsOfRow| cells.sheet.cell(line.row, at).shown().trim().trim_end_matches('.').to_lowercase();
        let rows: Vec<(String, &AmountsOfRow)> =
            lines.iter().filter(is_scheme).map(|line| (reference(line), line)).collect();
        // A reference that stands twice is that of no group.
        let mut heads: HashMap<&str, Option<u32>> = HashMap::new();
        for (reference, line) in rows.iter().filter(|(reference, _)| !reference.is_empty()) {
            heads.entry(reference).and_modify(|head| *head = None).or_insert(Some(line.row));
        }
        let mut parts: BTreeMap<u32, Vec<&AmountsOfRow>> = BTreeMap::new();
        for (reference, line) in &rows {
            if let Some(head) = head_of(reference, &heads) {
                parts.entry(head).or_default().push(line);
            }
        }
        let is_laid_out_so = parts.values().any(|parts| parts.len() > 1);
        for (reference, line) in rows.iter().filter(|_| is_laid_out_so) {
            let Some(of) = parts.get(&line.row).filter(|_| heads.get(reference.as_str()) == Some(&Some(line.row)))
            else {
                continue;
            };
            let mut sums = Sums::default();
            of.iter().for_each(|part| sums.add(&part.amounts));
            let rows = of.iter().map(|part| part.row);
            if sums.are(line)
                && let Some((first, last)) = rows.clone().min().zip(rows.max())
            {
                let side = if first > line.row { Side::Below } else { Side::Above };
                found.groups.insert(line.row, Group { side, parts: (first, last), evidence: Evidence::Numbers });
            } else if is_number(reference) && line.amounts.iter().any(|(_, amount)| !amount.is_zero()) {
                found.unlike.insert(line.row);
            }
        }
        found
    }
}

/// The row with the longest reference that this one begins with, up to one of its separators.
fn head_of(reference: &str, heads: &HashMap<&str, Option<u32>>) -> Option<u32> {
    let mut rest = reference;
    while let Some((before, _)) = rest.rsplit_once(SEPARATORS) {
        if let Some(head) = heads.get(before) {
            return *head;
        }
        rest = before;
    }
    None
}

fn is_number(reference: &str) -> bool {
    reference.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}
