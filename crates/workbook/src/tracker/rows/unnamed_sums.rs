//! Rows that are called like any scheme and are the sums of others: "Workforce" above or below the schemes of the workforce.
//!
//! The rows of a tracker as lines of amounts, among which the groups are looked for as in any table.

use super::cells_of_rows::CellsOfRows;
use super::outline_numbers::OutlineNumbers;
use super::row_kinds::RowKind;
use super::sums_of_rows::AmountsOfRow;
use crate::headings::Field;
use crate::sums::{Evidence, Group, Line, LineAmount, Mark, groups_of};
use crate::vocabulary::Aside;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

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

/// Which rows are sums though no word says so.
#[derive(Clone, Debug, Default)]
pub struct UnnamedSums {
    groups: BTreeMap<u32, Group>,
    numbers: OutlineNumbers,
}

impl UnnamedSums {
    /// Finds them among the rows below the headings.
    pub fn of(cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) -> Self {
        let numbers = OutlineNumbers::of(cells, lines);
        if !lines.iter().any(|line| could_be_sum(cells, line)) {
            return Self { groups: BTreeMap::new(), numbers };
        }
        let others = lines.iter().filter(|line| !numbers.groups.contains_key(&line.row));
        let lines: Vec<Line> = others.filter_map(|line| line_of(cells, line)).collect();
        Self { groups: groups_of(&lines), numbers }
    }

    /// The group that a row is, where it does not count.
    pub fn group(&self, line: &AmountsOfRow) -> Option<Group> {
        let of_numbers = self.numbers.groups.get(&line.row).cloned();
        of_numbers.or_else(|| self.groups.get(&line.row).cloned().filter(|group| group.evidence != Evidence::Chance))
    }

    /// The group of which a row that is called like a sum, or is called nothing, is nearly the sum.
    pub fn nearly(&self, line: &AmountsOfRow) -> Option<Group> {
        self.group(line).filter(|group| !group.misses.is_empty())
    }

    /// Whether a row has the reference of a group and counts, for its amounts are not those of the group.
    pub fn is_unlike_its_parts(&self, line: &AmountsOfRow) -> bool {
        self.numbers.unlike.contains(&line.row)
    }

    /// The group that a row may be although it counts.
    pub fn by_chance(&self, line: &AmountsOfRow) -> Option<Group> {
        self.groups.get(&line.row).cloned().filter(|group| group.evidence == Evidence::Chance)
    }
}

/// A row as a line of amounts; nothing where it stands beside the schemes and is added to none.
fn line_of(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> Option<Line> {
    let mark = match line.kind {
        RowKind::Total => Mark::Total,
        RowKind::Nameless { .. } | RowKind::LikeTotal | RowKind::Aside(Aside::Sum) => Mark::Perhaps,
        RowKind::Scheme | RowKind::Unidentified => Mark::None,
        RowKind::Aside(Aside::Target | Aside::Gap) if !cells.are_schemes => Mark::None,
        _ => return None,
    };
    let column = |field: Field| cells.header.columns.iter().position(|column| column.field == Some(field));
    let amount = |(field, amount): &(Field, Decimal)| {
        Some(LineAmount {
            column: column(*field)?,
            text: amount.to_string().into(),
            amount: *amount,
            last_place: Decimal::new(1, amount.scale()),
        })
    };
    Some(Line {
        row: line.row,
        mark,
        can_be_sum: mark == Mark::Perhaps || could_be_sum(cells, line),
        amounts: line.amounts.iter().filter_map(amount).collect(),
        unit: None,
        telling: OF_PARTS.into_iter().filter(|field| (cells.says)(line.row, *field)).count(),
        filled: OF_PARTS.into_iter().map(|field| (cells.says)(line.row, field)).collect(),
    })
}

/// Whether a row has no more than a sum can have: not both a reference and a name, and nothing that only a scheme has.
pub fn could_be_sum(cells: CellsOfRows<'_>, line: &AmountsOfRow) -> bool {
    let says = |field: Field| (cells.says)(line.row, field);
    let is_whole = says(Field::Reference) && (says(Field::Name) || says(Field::Description));
    let of_schemes = [Field::Start, Field::End, Field::Recurrent, Field::CashReleasing, Field::Kind];
    line.kind == RowKind::Scheme && !is_whole && !of_schemes.into_iter().any(says)
}
