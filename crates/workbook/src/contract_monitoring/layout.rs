//! Where the columns of a contract monitoring file stand in a sheet.

use super::column::{Column, KnownHeading, Measure};
use crate::headings::LAST_ROW_OF_HEADINGS;
use crate::sheet::{Cell, Sheet};

/// What is needed of every file, each with its heading for a person.
const NEEDED: [Column; 4] = [Column::Month, Column::Year, Column::Provider, Column::Commissioner];

/// The headings of a sheet.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The row in which they stand.
    pub row: u32,
    /// The columns that are read.
    columns: Vec<(Column, u32)>,
    /// The columns that are left alone, with their headings.
    pub others: Vec<(u32, String)>,
    /// Columns with the heading of one that is read already.
    pub repeated: Vec<(u32, String)>,
    /// Whether months are those of the calendar.
    pub is_of_calendar: bool,
}

impl Layout {
    /// Finds the row of headings; nothing where a sheet is no contract monitoring.
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS);
        rows.filter_map(|(row, _)| Self::at(sheet, row)).find(Self::is_enough)
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<u32> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }

    /// Whether a column is there.
    pub fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    /// Whether the file says what was done, or only what is planned.
    pub fn has_measure(&self, measure: Measure) -> bool {
        self.has(Column::Activity(measure)) || self.has(Column::Price(measure))
    }

    fn at(sheet: &Sheet, row: u32) -> Option<Self> {
        let mut known: Vec<(KnownHeading, u32, &str)> = Vec::new();
        let mut layout =
            Self { row, columns: Vec::new(), others: Vec::new(), repeated: Vec::new(), is_of_calendar: false };
        for column in sheet.columns_visible_first() {
            let Cell::Text(words) = sheet.cell(row, column) else { continue };
            match KnownHeading::of(words) {
                Some(heading) => known.push((heading, column, words.trim())),
                None if words.trim().is_empty() => {}
                None => layout.others.push((column, words.trim().to_owned())),
            }
        }
        for (heading, column, words) in &known {
            let of_column = || known.iter().filter(|(other, ..)| other.column == heading.column);
            let best = of_column().min_by_key(|(other, ..)| other.rank)?;
            if best.1 == *column {
                layout.columns.push((heading.column, *column));
                layout.is_of_calendar |= heading.counts_as_the_calendar();
            } else if best.0.rank == heading.rank {
                layout.repeated.push((*column, (*words).to_owned()));
            } else {
                layout.others.push((*column, (*words).to_owned()));
            }
        }
        layout.others.sort_by_key(|(column, _)| *column);
        (!layout.columns.is_empty()).then_some(layout)
    }

    fn is_enough(&self) -> bool {
        let has_point = self.has(Column::PointOfDelivery) || self.has(Column::LocalPointOfDelivery);
        let has_measure = Measure::ALL.into_iter().any(|measure| self.has_measure(measure));
        has_point && has_measure && NEEDED.into_iter().all(|column| self.has(column))
    }
}
