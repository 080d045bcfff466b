//! How the rows of a sheet are laid out in groups.

use super::lines::{Line, Mark};
use std::collections::{BTreeSet, HashMap};

/// The rows that a group adds up in the end: those of the groups among its parts, and the others.
pub fn rows_of_group<'l>(found: &HashMap<u32, Vec<&'l Line>>, group: u32) -> Vec<&'l Line> {
    let mut rows = Vec::new();
    let mut open: Vec<&Line> = found.get(&group).cloned().unwrap_or_default();
    while let Some(part) = open.pop() {
        match found.get(&part.row) {
            Some(parts) => open.extend(parts),
            None => rows.push(part),
        }
    }
    rows
}

/// How many of the rows are groups or parts of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// All of them, and there are several groups: by chance no sheet is so.
    Everywhere,
    /// At least half of them.
    Mostly,
    /// Fewer.
    Here,
}

impl Layout {
    /// Of rows with their groups.
    pub fn of(lines: &[Line], groups: &HashMap<u32, Vec<&Line>>) -> Self {
        let heads = lines.iter().filter(|line| line.mark == Mark::None && groups.contains_key(&line.row)).count();
        let mut rows: BTreeSet<u32> = groups.values().flatten().map(|part| part.row).collect();
        rows.extend(groups.keys());
        let all = || lines.iter().filter(|line| line.mark == Mark::None && !line.is_nought());
        let within = all().filter(|line| rows.contains(&line.row)).count();
        match all().count() {
            all if all == within && heads > 1 => Self::Everywhere,
            all if within * 2 >= all => Self::Mostly,
            _ => Self::Here,
        }
    }
}
