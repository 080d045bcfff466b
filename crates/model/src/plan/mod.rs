//! The vocabulary of a plan: one file for each subject, one definition for each table.
//!
//! A plan file *is* tables: one worksheet, one CSV, one JSON array for each, with the same
//! columns everywhere. Each definition drives reading, writing, the schema, the template and the
//! editing grid.
//!
//! ```
//! use one_plan_model::plan::{RowType, Scheme, Table};
//! assert_eq!(Table::Scheme.name(), "schemes");
//! assert!(Scheme::COLUMNS.iter().any(|column| column.name == "full_year_effect"));
//! ```

mod ambiguity;
mod cells;
mod definition;
mod edits;
pub mod observe;
mod store;
mod tables;

pub(crate) use ambiguity::Ambiguous;
pub use cells::{
    CellAddress, CellInput, CellPosition, CellProblem, CellType, Content, FigureIdentifier, Id, Identifier, NumberCell,
    NumberForm, NumberType, SheetSource, SourceLines, did_you_mean, no_column, no_table, slip_of, with_commas,
};
pub(crate) use cells::{shortened, unused_name};
use definition::Text;
pub use definition::{CellOrder, CellRelation, Choice, Column, ColumnKind, NamedRow, OtherNames, Range, RowType};
pub use edits::{Applied, Edit, NewRow, Refused};
pub use store::{ColumnStore, EMPTY_CODE, NumberCells, NumberColumn, Row, Rows, TableStore, TextColumn};
pub(crate) use store::{Grouped, PlanReader, TableReader};
use store::{SortedNames, names};
use tables::for_each_table;
pub use tables::*;

pub use crate::quantity::{Date, FinancialYear};
use std::borrow::Cow;
use std::sync::Arc;

/// Defines the plan, and for each table what its rows are.
macro_rules! define_plan {
    ($($row:ident in $field:ident,)*) => {
        /// A plan: its tables.
        #[derive(Clone, Debug, Default)]
        pub struct Plan {
            $(#[doc = concat!("The table `", stringify!($field), "`.")] pub $field: Rows<$row>,)*
            // The rows of each table in the order of their identifiers, by the position of the table.
            names: Vec<SortedNames>,
            // Where numbers of it were replaced by others, such as those of a lever: the plan as it was before.
            given: Option<Arc<Self>>,
        }

        impl Table {
            /// What one row of it is.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$row => $row::ABOUT,)* }
            }

            /// Its columns.
            pub const fn columns(self) -> &'static [Column] {
                match self { $(Self::$row => <$row as RowType>::COLUMNS,)* }
            }

            /// What else people call it in workbooks of their own; nothing without the feature `help`.
            pub const fn other_names(self) -> &'static [&'static str] {
                match self { $(Self::$row => <$row as RowType>::OTHER_NAMES.get(),)* }
            }

            /// The positions of the columns that together say what a row is about; none where several rows may be about
            /// the same. In a table with identifiers these come first of all.
            pub const fn key(self) -> &'static [u8] {
                match self { $(Self::$row => <$row as RowType>::KEY,)* }
            }

            /// How cells of one row stand to each other.
            pub const fn relations(self) -> &'static [CellRelation] {
                match self { $(Self::$row => <$row as RowType>::RELATIONS,)* }
            }
        }

        impl Plan {
            /// The rows of a table, column by column.
            pub fn store(&self, table: Table) -> &TableStore {
                match table { $(Table::$row => self.$field.store(),)* }
            }

            fn store_mut(&mut self, table: Table) -> &mut TableStore {
                match table { $(Table::$row => self.$field.store_mut(),)* }
            }
        }
    };
}

for_each_table! { define_plan }

impl Table {
    /// Whether its rows have identifiers, by which other tables refer to them.
    pub fn has_identifiers(self) -> bool {
        self.columns()
            .first()
            .is_some_and(|column| matches!(column.kind, ColumnKind::Identifier) && column.name == "id")
    }

    /// The position of a column.
    pub fn column(self, name: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.name == name)
    }
}

impl Plan {
    /// What people call a row: its name, or else its identifier.
    pub fn title(&self, table: Table, position: u32) -> Option<&str> {
        // Where rows have identifiers their names stand in the next column.
        let names = if table.has_identifiers() { Some(names::NAME) } else { table.column("name") };
        let name = names.and_then(|names| self.store(table).column(names).text(position));
        name.or_else(|| self.identifier(table, position))
    }

    /// The identifier of a row; nothing in a table whose rows have none.
    pub fn identifier(&self, table: Table, position: u32) -> Option<&str> {
        if table.has_identifiers() { self.store(table).column(names::IDENTIFIER).text(position) } else { None }
    }

    /// The position of the row with an identifier.
    pub fn find(&self, table: Table, identifier: &str) -> Option<u32> {
        self.names.get(table as usize)?.find(self.store(table), identifier)
    }

    /// The names of a table, to be given back changed.
    fn take_names(&mut self, table: Table) -> SortedNames {
        self.names.get_mut(table as usize).map(std::mem::take).unwrap_or_default()
    }

    fn set_names(&mut self, table: Table, names: SortedNames) {
        let at = table as usize;
        if self.names.len() <= at {
            self.names.resize(at + 1, SortedNames::default());
        }
        if let Some(place) = self.names.get_mut(at) {
            *place = names;
        }
    }

    /// How many rows a table has.
    pub fn row_count(&self, table: Table) -> usize {
        self.store(table).rows() as usize
    }

    /// What is in a cell; `None` if there is no such column.
    pub fn content(&self, table: Table, position: u32, column: &str) -> Option<Content<'_>> {
        Some(self.content_at(table, position, table.column(column)?))
    }

    /// What is in a cell, by the position of the column; nothing where there is no such row or column.
    pub fn content_at(&self, table: Table, position: u32, column: usize) -> Content<'_> {
        self.store(table).content(position, column)
    }

    /// The lines of the document where a cell is printed, or its place in the sheet of which it was read.
    pub fn source_lines(&self, table: Table, position: u32, column: &str) -> Option<Cow<'_, str>> {
        match self.content(table, position, "source")? {
            Content::Text(lines) => SourceLines::lines_of(lines, column),
            _ => None,
        }
    }

    /// The row that describes the plan; a plan that was read has one.
    pub fn details(&self) -> Option<Row<'_, PlanDetails>> {
        self.plan.first()
    }

    /// The years of the plan, first to last; empty when the plan does not say.
    pub fn years(&self) -> Vec<FinancialYear> {
        self.details().map(|details| details.first_year().through(details.last_year()).collect()).unwrap_or_default()
    }

    /// Whether a year is before the plan and not before its base year: what was then stands beside what is planned.
    pub fn is_compared_with(&self, year: FinancialYear) -> bool {
        self.details().is_some_and(|details| details.base_year() <= year && year < details.first_year())
    }
}
