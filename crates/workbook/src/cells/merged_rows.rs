//! Words that stand once and hold for several rows, as those of merged cells do.

use crate::sheet::{Area, Sheet};
use std::collections::HashMap;

/// Cells of the body of a table whose words hold for several rows, as those of merged cells do, by column and in the order of their rows.
#[derive(Debug, Default)]
pub struct MergedRows(HashMap<u32, Vec<(u32, u32)>>);

impl MergedRows {
    /// Those that begin at a row or below it.
    pub fn of(sheet: &Sheet, from: u32) -> Self {
        let mut columns: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for area in sheet.merged.iter().filter(|area| area.first_row >= from && area.last_row > area.first_row) {
            columns.entry(area.first_column).or_default().push((area.first_row, area.last_row));
        }
        columns.values_mut().for_each(|areas| areas.sort_unstable());
        Self(columns)
    }

    /// With other cells whose words hold for several rows.
    pub fn extend(&mut self, areas: &[Area]) {
        for area in areas {
            self.0.entry(area.first_column).or_default().push((area.first_row, area.last_row));
        }
        self.0.values_mut().for_each(|areas| areas.sort_unstable());
    }

    /// The row in which the words of a merged cell stand.
    pub fn first_row(&self, row: u32, column: u32) -> Option<u32> {
        let areas = self.0.get(&column)?;
        let before = areas.partition_point(|(first, _)| *first <= row);
        let (first, last) = areas.get(before.checked_sub(1)?)?;
        (*last >= row).then_some(*first)
    }
}
