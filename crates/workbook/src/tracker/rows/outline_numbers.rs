//! Rows whose references say that they are groups: 1 or 1.0, with 1.1 and 1.2 above or below it, or S, with S1 and S2.
//!
//! The references alone do not say it, for a scheme 3 may get a further part 3.1: the amounts have to be the sums as well, or
//! the last total has to add up without these rows and not with them.

use super::cells_of_rows::CellsOfRows;
use super::row_kinds::RowKind;
use super::sums_of_rows::{AmountsOfRow, Sums};
use crate::headings::Field;
use crate::sums::{Evidence, Group, Side};
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
            lines.iter().filter(is_scheme).map(|line| (without_nought(&reference(line)).to_owned(), line)).collect();
        // A total that counts all of them says that none of them is a group.
        if adds_up_without(lines, &rows, |_| false) {
            return found;
        }
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
        let mut unlike = BTreeSet::new();
        for (reference, line) in rows.iter().filter(|_| is_laid_out_so) {
            let Some(of) = parts.get(&line.row).filter(|_| heads.get(reference.as_str()) == Some(&Some(line.row)))
            else {
                continue;
            };
            let mut sums = Sums::default();
            of.iter().for_each(|part| sums.add(&part.amounts));
            if let Some(group) = group_of(line, of, Evidence::Numbers).filter(|_| sums.are(line)) {
                found.groups.insert(line.row, group);
            } else if line.amounts.iter().any(|(_, amount)| !amount.is_zero()) {
                unlike.insert(line.row);
                if is_number(reference) {
                    found.unlike.insert(line.row);
                }
            }
        }
        if !unlike.is_empty()
            && adds_up_without(lines, &rows, |row| unlike.contains(row) || found.groups.contains_key(row))
        {
            found.unlike.clear();
            let of_total = lines.iter().filter(|line| unlike.contains(&line.row));
            let groups = of_total
                .filter_map(|line| Some((line.row, group_of(line, parts.get(&line.row)?, Evidence::TotalAlone)?)));
            found.groups.extend(groups);
        }
        found
    }
}

/// A row as the group of some parts.
fn group_of(line: &AmountsOfRow, parts: &[&AmountsOfRow], evidence: Evidence) -> Option<Group> {
    let rows = parts.iter().map(|part| part.row);
    let (first, last) = rows.clone().min().zip(rows.max())?;
    let side = if first > line.row { Side::Below } else { Side::Above };
    Some(Group { side, parts: (first, last), evidence, misses: Vec::new(), is_rounded: false })
}

/// Whether the last total is the sum of all rows but those of groups.
fn adds_up_without(lines: &[AmountsOfRow], rows: &[(String, &AmountsOfRow)], is_group: impl Fn(&u32) -> bool) -> bool {
    let Some(total) = lines.iter().rev().find(|line| line.kind == RowKind::Total) else { return false };
    let mut sums = Sums::default();
    rows.iter().filter(|(_, line)| !is_group(&line.row)).for_each(|(_, line)| sums.add(&line.amounts));
    let is_all = rows.iter().all(|(_, line)| line.row < total.row);
    is_all && sums.are(total)
}

/// The reference of a group that is written 1.0 beside 1.1 is 1.
fn without_nought(reference: &str) -> &str {
    match reference.rsplit_once(SEPARATORS) {
        Some((before, last)) if !last.is_empty() && last.bytes().all(|byte| byte == b'0') => before,
        _ => reference,
    }
}

/// The row with the longest reference that this one begins with, up to one of its separators, or up to its number where it is
/// letters and a number.
fn head_of(reference: &str, heads: &HashMap<&str, Option<u32>>) -> Option<u32> {
    let mut rest = reference;
    while let Some((before, _)) = rest.rsplit_once(SEPARATORS) {
        if let Some(head) = heads.get(before) {
            return *head;
        }
        rest = before;
    }
    let letters = rest.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = letters.len() < rest.len() && letters.chars().all(char::is_alphabetic);
    heads.get(letters).copied().flatten().filter(|_| is_numbered)
}

fn is_number(reference: &str) -> bool {
    reference.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}
