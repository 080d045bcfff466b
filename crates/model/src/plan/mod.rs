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

mod activity;
mod assumptions;
mod budget;
mod cell;
mod column;
mod cquin;
mod details;
mod names;
mod organisations;
mod programmes;
mod schemes;
mod stated;
mod table;

pub use crate::quantity::{Date, FinancialYear};
pub use activity::{ActivityChange, ActivityEffect, ActivityOutlook, BaselineActivity, PointOfDelivery, Setting};
pub use assumptions::Assumption;
pub use budget::{BudgetLine, BudgetMovement, MovementReason, MovementStage};
pub(crate) use cell::shortened;
pub use cell::{
    Cell, CellInput, CellProblem, CellType, Content, FigureIdentifier, Id, Identifier, NamedRow, RowContext,
    SourceLines,
};
use cell::read_choice;
use column::help;
pub use column::{Choice, Column, ColumnKind};
pub use cquin::{CquinBand, CquinIndicator, CquinMilestone, CquinScheme, Direction, PaymentRule};
pub use details::PlanDetails;
pub use names::Names;
pub use organisations::{Organisation, OrganisationKind};
pub use programmes::{Programme, ProgrammeSaving, SavingPart};
pub use schemes::{Scheme, SchemeClass, SchemeList, SchemeStatus, SchemeStrategy};
pub use stated::{StatedFigure, StatedUnit};
pub use table::{Row, RowType, Rows};

/// Lists the tables of a plan, in the order in which they are written.
macro_rules! tables {
    ($($row:ident in $field:ident,)*) => {
        /// A table of a plan.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Table { $(#[doc = concat!("The table `", stringify!($field), "`.")] $row,)* }

        /// A plan: its tables.
        #[derive(Clone, Debug, Default)]
        pub struct Plan {
            $(#[doc = concat!("The table `", stringify!($field), "`.")] pub $field: Rows<$row>,)*
            /// The identifiers of the rows, and their positions.
            pub names: Names,
        }

        impl Table {
            /// Every table, in the order in which they are written.
            pub const ALL: &'static [Self] = &[$(Self::$row),*];

            /// The name in a plan file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$row => stringify!($field),)* }
            }

            /// What one row of it is.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$row => $row::ABOUT,)* }
            }

            /// Its columns.
            pub const fn columns(self) -> &'static [Column] {
                match self { $(Self::$row => <$row as RowType>::COLUMNS,)* }
            }
        }

        impl Plan {
            /// How many rows a table has.
            pub fn row_count(&self, table: Table) -> usize {
                match table { $(Table::$row => self.$field.len(),)* }
            }

            /// A row of any table.
            pub fn row(&self, table: Table, position: u32) -> Option<&dyn Row> {
                match table { $(Table::$row => self.$field.get(Id::at(position)).map(|row| row as &dyn Row),)* }
            }

            /// Adds a row to a table if it can be filled.
            fn push(&mut self, table: Table, fill: &mut dyn FnMut(&mut dyn Row) -> bool) {
                match table {
                    $(Table::$row => {
                        let mut row = $row::blank();
                        if fill(&mut row) {
                            self.$field.push(row);
                        }
                    })*
                }
            }
        }
    };
}

tables! {
    PlanDetails in plan,
    Organisation in organisations,
    Programme in programmes,
    ProgrammeSaving in programme_savings,
    SchemeList in scheme_lists,
    Scheme in schemes,
    Setting in settings,
    PointOfDelivery in points_of_delivery,
    BaselineActivity in baseline_activity,
    ActivityChange in activity_changes,
    ActivityOutlook in activity_outlook,
    CquinScheme in cquin_schemes,
    CquinIndicator in cquin_indicators,
    CquinBand in cquin_bands,
    CquinMilestone in cquin_milestones,
    BudgetLine in budget_lines,
    BudgetMovement in budget_movements,
    Assumption in assumptions,
    StatedFigure in stated,
}

impl Table {
    /// The position of a column.
    pub fn column(self, name: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.name == name)
    }

    /// The table with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }
}

impl Plan {
    /// What people call a row: its name, or else its identifier.
    pub fn title(&self, table: Table, position: u32) -> Option<&str> {
        match self.content(table, position, "name") {
            Some(Content::Text(name)) => Some(name),
            _ => self.names.identifier(table, position),
        }
    }

    /// What is in a cell; `None` if there is no such row or column.
    pub fn content(&self, table: Table, position: u32, column: &str) -> Option<Content<'_>> {
        let column = table.column(column)?;
        self.row(table, position)?.cell(column).map(Cell::content)
    }

    /// The lines of the document where a cell is printed.
    pub fn source_lines(&self, table: Table, position: u32, column: &str) -> Option<&str> {
        match self.content(table, position, "source")? {
            Content::Text(lines) => SourceLines::lines_of(lines, column),
            _ => None,
        }
    }

    /// The cells of a row that are not empty, as text.
    pub fn written(&self, table: Table, position: u32) -> Vec<(&'static str, String)> {
        let Some(row) = self.row(table, position) else { return Vec::new() };
        let mut cells = Vec::new();
        for (at, column) in table.columns().iter().enumerate() {
            if let Some(text) = row.cell(at).and_then(|cell| cell.write(&self.names)) {
                cells.push((column.name, text));
            }
        }
        cells
    }

    /// Reads a row and adds it to its table. Reports every cell that cannot be used.
    pub(crate) fn read_row<'a>(
        &mut self,
        table: Table,
        names: &Names,
        unit: Option<crate::quantity::MoneyUnit>,
        input: &mut dyn FnMut(usize) -> Option<CellInput<'a>>,
        report: &mut dyn FnMut(usize, CellProblem),
    ) {
        let context = RowContext { unit, names };
        self.push(table, &mut |row| {
            let mut usable = true;
            let mut at = 0;
            while let Some(cell) = row.cell_mut(at) {
                if let Err(problem) = cell.fill(input(at), context) {
                    report(at, problem);
                    usable = false;
                }
                at += 1;
            }
            usable
        });
    }

    /// The row that describes the plan; a plan that was read has one.
    pub fn details(&self) -> Option<&PlanDetails> {
        self.plan.first()
    }

    /// The years of the plan, first to last; empty when the plan does not say.
    pub fn years(&self) -> Vec<FinancialYear> {
        self.details().map(|details| details.first_year.through(details.last_year).collect()).unwrap_or_default()
    }
}
