//! Rows that are called like any scheme and are the sums of others: "Workforce" above or below the schemes of the workforce.
//!
//! Nothing but amounts can say so. Where such a row also lacks what each of its parts has, such as a reference, it is a sum.
//! Where it has all that they have, several amounts that are not in one ratio make it one too, and it is to be looked at;
//! with less than that it counts, and is named.

use super::field::Field;
use super::groups::Groups;
use super::row_kinds::RowKind;
use super::rows::CellsOfRows;
use super::sums::{AmountsOfRow, Sums};
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a scheme has beside its name, and a sum has not.
const OF_PARTS: [Field; 12] = [
    Field::Reference,
    Field::Name,
    Field::Description,
    Field::Programme,
    Field::Organisation,
    Field::Owner,
    Field::Recurrent,
    Field::Kind,
    Field::CashReleasing,
    Field::Status,
    Field::Risk,
    Field::Start,
];

/// Where the rows stand that a row adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// What shows that such a row is a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It lacks what each of its parts has.
    Lacks,
    /// The total counts it not.
    Total,
    /// Several amounts, or several rows, all of which are such sums.
    Amounts,
}

/// Which rows are sums though no word says so.
#[derive(Clone, Debug, Default)]
pub struct UnnamedSums {
    sums: BTreeMap<u32, (Side, Proof)>,
    /// Whether any stands below its parts.
    has_below: bool,
    /// Rows whose amounts are sums and that count.
    pub alike: BTreeSet<u32>,
    /// Those of them whose parts stand below.
    pub alike_below: BTreeSet<u32>,
}

/// Some rows with their sums, and how many of them have each of [`OF_PARTS`].
#[derive(Debug, Default)]
struct Parts<'l> {
    lines: Vec<&'l AmountsOfRow>,
    sums: Sums,
    saying: [usize; OF_PARTS.len()],
}

impl<'l> Parts<'l> {
    fn add(&mut self, cells: CellsOfRows<'_>, line: &'l AmountsOfRow) {
        self.lines.push(line);
        self.sums.add(&line.amounts);
        for (count, field) in self.saying.iter_mut().zip(OF_PARTS) {
            *count += usize::from((cells.says)(line.row, field));
        }
    }

    /// Whether a row lacks what each of these has.
    fn have_more(&self, cells: CellsOfRows<'_>, line: &AmountsOfRow) -> bool {
        let of_all = self.saying.iter().zip(OF_PARTS).filter(|(count, _)| **count == self.lines.len());
        of_all.map(|(_, field)| field).any(|field| !(cells.says)(line.row, field))
    }

    /// Whether the amounts of a row are not in one ratio to those of these: then they are no sums by chance.
    fn are_no_chance(&self, line: &AmountsOfRow) -> bool {
        let mut totals = line.amounts.iter().filter(|(_, total)| !total.is_zero());
        let Some((first, of_first)) = totals.next() else { return false };
        let has_all = self
            .lines
            .iter()
            .flat_map(|part| &part.amounts)
            .all(|(field, amount)| amount.is_zero() || line.amounts.iter().any(|(of, _)| of == field));
        let is_uneven = |part: &&AmountsOfRow, field: Field, total: Decimal| {
            let of = |field: Field| amount(part, field);
            of(*first).checked_mul(total) != of(field).checked_mul(*of_first)
        };
        has_all && totals.any(|(field, total)| self.lines.iter().any(|part| is_uneven(part, *field, *total)))
    }
}

impl UnnamedSums {
    /// Finds them among the rows below the headings.
    pub fn of(cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) -> Self {
        let mut found = Self::default();
        found.above_their_parts(cells, lines);
        if found.sums.is_empty() {
            let groups = Groups::of(cells, lines);
            found.sums = groups.proven.into_iter().map(|(row, side)| (row, (side, Proof::Total))).collect();
            found.alike_below.extend(groups.open);
        }
        if found.sums.is_empty() {
            found.sums =
                heads_of_all_rows(cells, lines).into_iter().map(|row| (row, (Side::Below, Proof::Amounts))).collect();
        }
        found.below_their_parts(cells, lines);
        found
    }

    /// On which side of a row its parts stand, and what shows that it is a sum.
    pub fn side(&self, line: &AmountsOfRow) -> Option<(Side, Proof)> {
        self.sums.get(&line.row).copied()
    }

    /// Rows that lack what others have, each with the others down to the next.
    fn above_their_parts(&mut self, cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) {
        let schemes = lines.iter().filter(|line| line.kind == RowKind::Scheme);
        let is_told = |line: &AmountsOfRow, by: &[Field]| by.iter().all(|field| (cells.says)(line.row, *field));
        let ways = [[Field::Reference, Field::Name], [Field::Reference, Field::Description]];
        let ways = ways.into_iter().chain(OF_PARTS.into_iter().filter(|of| *of != Field::Name).map(|of| [of, of]));
        let Some(telling) = ways.into_iter().find(|by| schemes.clone().any(|line| is_told(line, by))) else { return };
        let is_head = |line: &AmountsOfRow| could_be_sum(cells, line) && !is_told(line, &telling);
        let is_part = |line: &AmountsOfRow| matches!(line.kind, RowKind::Scheme | RowKind::Unidentified);
        let mut few = Vec::new();
        let mut is_first = true;
        for chunk in lines.chunk_by(|_, next| is_part(next) && !is_head(next)) {
            let Some((head, below)) = chunk.split_first().filter(|(head, _)| is_head(head)) else { continue };
            let mut parts = Parts::default();
            // Of a sum of all, the first rows below it are sums as well.
            let is_of_all = std::mem::take(&mut is_first) && below.is_empty();
            let all = lines.iter().filter(|line| line.row > head.row && is_part(line) && !is_head(line));
            if is_of_all {
                all.for_each(|line| parts.add(cells, line));
            } else {
                below.iter().for_each(|line| parts.add(cells, line));
            }
            if parts.sums.are(head) && parts.have_more(cells, head) {
                match parts.lines.len() {
                    1 => few.push(head.row),
                    _ => drop(self.sums.insert(head.row, (Side::Below, Proof::Lacks))),
                }
            }
        }
        // A part of one scheme is the same as its sum: where other parts have sums, it has one too.
        if !self.sums.is_empty() {
            self.sums.extend(few.into_iter().map(|row| (row, (Side::Below, Proof::Lacks))));
        }
    }

    fn below_their_parts(&mut self, cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) {
        let (mut all, mut block) = (Parts::default(), Parts::default());
        for line in lines {
            let is_sum = match line.kind {
                RowKind::Total | RowKind::Aside(_) => true,
                RowKind::Nameless { .. } | RowKind::LikeTotal => all.sums.are(line) || block.sums.are(line),
                _ if self.sums.contains_key(&line.row) => true,
                _ if could_be_sum(cells, line) => self.is_below(cells, line, &all, &block),
                _ => false,
            };
            if is_sum {
                block = Parts::default();
            } else {
                all.add(cells, line);
                block.add(cells, line);
            }
        }
    }

    /// Whether a row is the sum of those above it, or of those since the last sum; notes one that may be.
    fn is_below(&mut self, cells: CellsOfRows<'_>, line: &AmountsOfRow, all: &Parts<'_>, block: &Parts<'_>) -> bool {
        let has_others = self.has_below;
        let fits = |parts: &Parts<'_>| {
            let fewest = if has_others && parts.have_more(cells, line) { 1 } else { 2 };
            parts.lines.len() >= fewest && parts.sums.are(line)
        };
        let is_certain = (fits(block) && block.have_more(cells, line)) || (fits(all) && all.have_more(cells, line));
        if is_certain || (fits(block) && block.are_no_chance(line)) {
            let proof = if is_certain { Proof::Lacks } else { Proof::Amounts };
            self.sums.insert(line.row, (Side::Above, proof));
            self.has_below = true;
            return true;
        }
        if fits(block) || fits(all) {
            self.alike.insert(line.row);
        }
        false
    }
}

/// Where each row up to the first total is a sum of the rows below it, or one of those, and there are several sums: the rows
/// that are sums. By chance no sheet is so.
fn heads_of_all_rows(cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) -> Vec<u32> {
    let rows = lines.iter().take_while(|line| line.kind != RowKind::Total);
    let mut heads: Vec<u32> = Vec::new();
    let mut open: Option<(&AmountsOfRow, Parts<'_>)> = None;
    for line in rows {
        if !matches!(line.kind, RowKind::Scheme | RowKind::Unidentified) {
            return Vec::new();
        }
        let (head, parts) = match &mut open {
            Some(open) => open,
            None if could_be_sum(cells, line) => {
                open = Some((line, Parts::default()));
                continue;
            }
            None => return Vec::new(),
        };
        parts.add(cells, line);
        if parts.lines.len() > 1 && parts.sums.are(head) {
            heads.push(head.row);
            open = None;
        }
    }
    if open.is_none() && heads.len() > 1 { heads } else { Vec::new() }
}

/// Whether a row has no more than a sum can have: not both a reference and a name, and nothing that only a scheme has.
pub fn could_be_sum(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> bool {
    let says = |field: Field| (cells.says)(line.row, field);
    let is_whole = says(Field::Reference) && (says(Field::Name) || says(Field::Description));
    let of_schemes = [Field::Start, Field::End, Field::Recurrent, Field::CashReleasing, Field::Kind];
    line.kind == RowKind::Scheme && !is_whole && !of_schemes.into_iter().any(says)
}

fn amount(line: &AmountsOfRow, of: Field) -> Decimal {
    line.amounts.iter().find(|(field, _)| *field == of).map_or(Decimal::ZERO, |(_, amount)| *amount)
}
