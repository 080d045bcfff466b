//! What the totals of a sheet say of its groups: whether they count a row beside its parts, or the parts alone.

use super::column_sums::ColumnSums;
use super::lines::{Line, Mark};
use std::collections::{BTreeSet, HashMap};

/// What total rows say of rows, by the row of the sheet.
#[derive(Debug, Default)]
pub struct Totals {
    /// Rows that a total counts, with all others above it.
    pub counted: BTreeSet<u32>,
    /// Rows above a total that counts only their parts.
    pub proven: BTreeSet<u32>,
}

impl Totals {
    pub fn count_only_parts(&self) -> bool {
        !self.proven.is_empty() && self.counted.is_empty()
    }

    pub fn count_all(&self) -> bool {
        self.proven.is_empty() && !self.counted.is_empty()
    }
}

/// Holds the totals of a sheet against the sums with the groups and without them.
pub fn totals(lines: &[Line], groups: &HashMap<u32, Vec<&Line>>) -> Totals {
    let mut said = Totals::default();
    if groups.is_empty() {
        return said;
    }
    let (mut with, mut without) = (ColumnSums::default(), ColumnSums::default());
    let mut above_all: Vec<&Line> = Vec::new();
    // The rows since the last total, or all rows of which no total has said anything.
    let mut open: Vec<u32> = Vec::new();
    let mut is_first = true;
    for line in lines {
        if line.mark != Mark::None {
            let (is_with, is_without) = (line.is_total_of(&with), line.is_total_of(&without));
            said.note(is_with, is_without, &mut open);
            let is_total_above = groups.contains_key(&line.row) && !is_with && !is_without;
            if is_first && (line.mark == Mark::Total || is_total_above) {
                above_all.push(line);
            }
            if is_total_above {
                continue;
            }
            if line.mark == Mark::Total || is_with || is_without {
                with.start_anew();
                without.start_anew();
                continue;
            }
        }
        is_first = false;
        open.push(line.row);
        line.add_to(&mut with);
        if !groups.contains_key(&line.row) {
            line.add_to(&mut without);
        }
    }
    for line in above_all {
        said.note(line.is_total_of(&with), line.is_total_of(&without), &mut open);
    }
    said
}

impl Totals {
    /// Notes for some rows which sum a total is. Rows of which it is neither stay open: the next total may speak of them.
    pub fn note(&mut self, is_with: bool, is_without: bool, open: &mut Vec<u32>) {
        match (is_with, is_without) {
            (true, false) => self.counted.extend(open.drain(..)),
            (false, true) => self.proven.extend(open.drain(..)),
            // No group stands above it.
            (true, true) => open.clear(),
            (false, false) => {}
        }
    }
}
