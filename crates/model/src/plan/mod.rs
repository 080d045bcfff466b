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
mod address;
mod ambiguous;
mod assumptions;
mod budget;
mod capacity;
mod cell;
mod challenge;
mod circles;
mod column;
mod content;
mod contract_items;
mod contracts;
mod cquin;
mod delivery;
mod details;
mod differences;
mod edit;
mod edits;
mod empty_says;
mod evidence;
mod finance;
mod governance;
mod grouped;
mod headings;
mod id;
mod identifier;
mod instead;
mod key;
mod line_numbers;
mod monitoring;
mod names;
mod number_cell;
mod number_cells;
pub mod observe;
mod organisations;
mod performance;
mod population;
mod pricing;
mod principles;
mod programmes;
mod quality;
mod range;
mod reader;
mod relation;
mod risks;
mod row_edits;
mod row_references;
mod row_type;
mod scenarios;
mod schemes;
mod sheet_source;
mod shortened;
mod slip;
mod source_lines;
mod stated;
mod store;
mod table;
mod tables;
mod text;
mod time;
mod weights;
mod work_programmes;

pub use crate::quantity::{Date, FinancialYear};
pub use activity::{
    ActivityChange, ActivityEffect, ActivityOutlook, BaselineActivity, CountingRatio, PointOfDelivery, Setting,
};
pub use address::CellAddress;
pub(crate) use ambiguous::Ambiguous;
pub use assumptions::Assumption;
pub use budget::{BudgetLine, BudgetMovement, MovementReason, MovementStage};
pub use capacity::{
    BedDayDefinition, BedDays, Capacity, ProviderBeds, Rota, StaffCategory, StaffGroup, WorkforceImpact,
    WorkforceTrajectory, WorkforceYear,
};
pub use cell::{CellPosition, CellType};
pub use challenge::{Challenge, ChallengeKind, GrowthCombination, GrowthDriver, GrowthKind, SpendTrend};
pub(crate) use circles::Circle;
use column::Text;
pub use column::{Choice, Column, ColumnKind, OtherNames};
pub use content::Content;
pub use contract_items::{ContractItem, ContractItemKind, ContractItemState};
pub use contracts::{
    Contract, ContractForm, ContractMonth, ContractPart, ContractRole, DeadBandReading, MonthState, NegotiationStatus,
    RiskShare,
};
pub use cquin::{CquinBand, CquinIndicator, CquinMilestone, CquinScheme, Direction, PaymentRule};
pub use delivery::{
    BigTicket, Decision, DecisionOutcome, Dependency, Gate, GateKind, GateState, InnovationProposal, Lesson, LinkKind,
    OverlapChoice, OverlapTreatment, ProgrammeLink, Project, ProjectKind, RiskCohort, Stakeholder,
};
pub use details::PlanDetails;
pub use edits::{Applied, Edit, NewRow, Refused};
pub use evidence::{
    CrossCheck, DerivedFigure, DerivedTerm, DerivedUnit, KnownFinding, KnownFindingPlace, KnownFindingState, Operation,
    Quantity, Relation, Statement, TermRole,
};
pub use finance::{
    AccountLine, AccountSide, BudgetContribution, ChildPlan, CostReduction, Funding, FundingKind, FundingPart,
    FundingPartKind, FundingState, ImprovementComponent, ImprovementPart, MediumTermYear, PlanVersion,
    PreventionBudget, PriceComparison, ProviderFinance, Reserve, ReservePurpose, ReserveUse, ResourceLimit,
    SavingsDelivery, SharedBudget, SharedBudgetKind, VersionFigure,
};
pub use governance::{GovernanceBody, Interest, Signature};
pub(crate) use grouped::Grouped;
pub use headings::{HeadingMeaning, NamedThing};
pub use id::Id;
pub use identifier::{FigureIdentifier, Identifier};
pub use monitoring::{Gap, GapKind, LineKind, MonitoredLine, MonitoredMonth, Phasing};
use names::SortedNames;
pub use number_cell::{NumberCell, NumberForm, NumberType};
pub use number_cells::NumberCells;
pub use organisations::{Organisation, OrganisationKind};
pub use performance::{PerformanceParty, PerformancePayment, ReleaseRule};
pub use population::{
    Allocation, AuthorisationCriterion, CapabilityAssessment, CommissioningFunction, PerHeadPayment, PopulationCount,
    PopulationMeasure, PopulationProjection, SpendShare, SupportDecision,
};
pub use pricing::{
    ActivityGrowth, ActivityRule, ActivityRuleKind, MonthlyActivity, Price, PricePart, PricePartKind, Procedure,
    ProcedureClass,
};
pub use principles::{Principle, PrincipleKind};
pub use programmes::{Programme, ProgrammeSaving, SavingPart};
pub use quality::{
    CheckpointRating, CheckpointRule, GivenRating, Incident, IncidentClass, IncidentKind, Measure, PatientScore,
    PatientStory, Practice, PracticeIncentive, PracticeIndicator, QualityOutcome, Trajectory, TrajectoryPoint,
};
pub use range::Range;
pub(crate) use reader::{PlanReader, TableReader};
pub use relation::{CellOrder, CellRelation};
pub use risks::{ConsequenceType, Risk};
pub use row_type::{NamedRow, RowType};
pub use scenarios::{ContractLine, Distribution, LeverKind, LineState, Scenario, ScenarioChange, ScenarioLever};
pub use schemes::{
    RiskLevel, RiskOwner, SavingKind, Scheme, SchemeClass, SchemeDevelopment, SchemeList, SchemeStatus, SchemeStrategy,
};
pub use sheet_source::SheetSource;
pub(crate) use shortened::shortened;
pub use slip::{did_you_mean, no_column, no_table, slip_of};
pub use source_lines::SourceLines;
pub use stated::{StatedFigure, StatedUnit};
use std::borrow::Cow;
use std::sync::Arc;
pub use store::{ColumnStore, EMPTY_CODE, NumberColumn, TableStore, TextColumn};
pub use table::{Row, Rows};
pub use tables::Table;
use tables::for_each_table;
pub(crate) use text::unused_name;
pub use text::{CellInput, CellProblem, with_commas};
pub use time::{Milestone, MilestoneStatus, Recurrence, ReviewSchedule, TransitionTask, WaitingPatients};
pub use weights::{WeightNotation, weight_misfit, weight_notation, weight_tolerance};
pub use work_programmes::{WorkProgramme, WorkProgrammeKind};

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
