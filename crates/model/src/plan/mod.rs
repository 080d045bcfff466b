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
mod assumptions;
mod budget;
mod capacity;
mod cell;
mod challenge;
mod column;
mod contracts;
mod cquin;
mod delivery;
mod details;
mod edit;
mod evidence;
mod finance;
mod monitoring;
mod names;
mod number_cell;
pub mod observe;
mod organisations;
mod population;
mod pricing;
mod programmes;
mod quality;
mod reader;
mod risks;
mod schemes;
mod stated;
mod store;
mod table;
mod text;
mod time;
mod weights;

pub use crate::quantity::{Date, FinancialYear};
pub use activity::{ActivityChange, ActivityEffect, ActivityOutlook, BaselineActivity, PointOfDelivery, Setting};
pub use address::CellAddress;
pub use assumptions::Assumption;
pub use budget::{BudgetLine, BudgetMovement, MovementReason, MovementStage};
pub use capacity::{
    BedDayDefinition, BedDays, Capacity, ProviderBeds, Rota, StaffCategory, StaffGroup, WorkforceImpact,
    WorkforceTrajectory, WorkforceYear,
};
pub use cell::{CellPosition, CellType, Content, FigureIdentifier, Id, Identifier, NamedRow, SourceLines};
pub use challenge::{Challenge, ChallengeKind, GrowthDriver, GrowthKind, SpendTrend};
use column::Text;
pub use column::{Choice, Column, ColumnKind};
pub use contracts::{
    Contract, ContractForm, ContractItem, ContractItemKind, ContractItemState, ContractMonth, ContractPart,
    ContractRole, DeadBandReading, MonthState, NegotiationStatus, RiskShare,
};
pub use cquin::{CquinBand, CquinIndicator, CquinMilestone, CquinScheme, Direction, PaymentRule};
pub use delivery::{
    BigTicket, Decision, DecisionOutcome, Dependency, Gate, GateKind, GateState, InnovationProposal, Lesson, LinkKind,
    OverlapChoice, OverlapTreatment, Principle, PrincipleKind, ProgrammeLink, Project, ProjectKind, RiskCohort,
    Stakeholder, WorkProgramme, WorkProgrammeKind,
};
pub use details::PlanDetails;
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
pub use monitoring::{
    Gap, GapKind, GovernanceBody, Interest, LineKind, MonitoredLine, MonitoredMonth, Phasing, Signature,
};
use names::SortedNames;
pub use number_cell::{NumberCell, NumberCells, NumberForm, NumberType};
pub use organisations::{Organisation, OrganisationKind};
pub use population::{
    Allocation, AuthorisationCriterion, CapabilityAssessment, CommissioningFunction, PerHeadPayment, PopulationCount,
    PopulationMeasure, PopulationProjection, SpendShare, SupportDecision,
};
pub use pricing::{
    ActivityGrowth, ActivityRule, ActivityRuleKind, MonthlyActivity, Price, PricePart, PricePartKind, Procedure,
    ProcedureClass,
};
pub use programmes::{Programme, ProgrammeSaving, SavingPart};
pub use quality::{
    CheckpointRating, CheckpointRule, GivenRating, Incident, IncidentClass, IncidentKind, Measure, PatientScore,
    PatientStory, Practice, PracticeIncentive, PracticeIndicator, QualityOutcome, Trajectory, TrajectoryPoint,
};
pub(crate) use reader::PlanReader;
pub use risks::{ConsequenceType, Risk};
pub use schemes::{RiskOwner, Scheme, SchemeClass, SchemeList, SchemeStatus, SchemeStrategy};
pub use stated::{StatedFigure, StatedUnit};
pub use store::{ColumnStore, EMPTY_CODE, NumberColumn, TableStore, TextColumn};
pub use table::{Row, RowType, Rows};
pub(crate) use text::shortened;
pub use text::{CellInput, CellProblem};
pub use time::{Milestone, MilestoneStatus, Recurrence, ReviewSchedule, TransitionTask, WaitingPatients};
pub use weights::{WeightNotation, weight_misfit, weight_notation, weight_tolerance};

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
            // The rows of each table in the order of their identifiers, by the position of the table.
            names: Vec<SortedNames>,
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
    PopulationCount in populations,
    PopulationProjection in population_projections,
    SpendShare in spend_shares,
    Allocation in allocations,
    PerHeadPayment in per_head_payments,
    CommissioningFunction in commissioning_functions,
    CapabilityAssessment in capability_assessments,
    AuthorisationCriterion in authorisation_criteria,
    Challenge in challenges,
    SpendTrend in spend_trends,
    GrowthDriver in growth_drivers,
    ResourceLimit in resource_limits,
    MediumTermYear in medium_term_plan,
    PlanVersion in plan_versions,
    VersionFigure in version_figures,
    Reserve in reserves,
    ReserveUse in reserve_uses,
    SavingsDelivery in savings_delivery,
    AccountLine in income_and_expenditure,
    ProviderFinance in provider_finances,
    ImprovementComponent in improvement_components,
    PreventionBudget in prevention_budgets,
    SharedBudget in shared_budgets,
    BudgetContribution in budget_contributions,
    Funding in funding,
    FundingPart in funding_parts,
    CostReduction in cost_reductions,
    PriceComparison in price_comparisons,
    ChildPlan in child_plans,
    MonthlyActivity in monthly_activity,
    Price in prices,
    PricePart in price_parts,
    Procedure in procedures,
    ActivityGrowth in activity_growth,
    ActivityRule in activity_rules,
    Contract in contracts,
    ContractPart in contract_parts,
    ContractMonth in contract_months,
    ContractItem in contract_items,
    RiskShare in risk_shares,
    PatientScore in patient_scores,
    Trajectory in trajectories,
    TrajectoryPoint in trajectory_points,
    Practice in practices,
    PracticeIndicator in practice_indicators,
    PracticeIncentive in practice_incentives,
    CheckpointRating in checkpoint_ratings,
    PatientStory in patient_stories,
    QualityOutcome in quality_outcomes,
    Measure in measures,
    Incident in incidents,
    WorkProgramme in work_programmes,
    RiskCohort in risk_cohorts,
    BigTicket in big_tickets,
    ProgrammeLink in programme_links,
    InnovationProposal in innovation_proposals,
    Decision in decisions,
    Principle in principles,
    Dependency in dependencies,
    Gate in gates,
    OverlapChoice in overlap_choices,
    Project in projects,
    Lesson in lessons,
    Stakeholder in stakeholders,
    StaffGroup in staff_groups,
    WorkforceTrajectory in workforce_trajectories,
    WorkforceYear in workforce_years,
    WorkforceImpact in workforce_impacts,
    ProviderBeds in beds,
    Rota in rotas,
    BedDays in bed_days,
    Capacity in capacities,
    Milestone in milestones,
    TransitionTask in transition_tasks,
    ReviewSchedule in review_schedules,
    WaitingPatients in waiting_patients,
    Risk in risks,
    MonitoredLine in monitored_lines,
    MonitoredMonth in monitored_months,
    GovernanceBody in governance_bodies,
    Signature in signatures,
    Interest in interests,
    Gap in gaps,
    Quantity in quantities,
    DerivedFigure in derived_figures,
    DerivedTerm in derived_terms,
    CrossCheck in cross_checks,
    Statement in statements,
    KnownFinding in known_findings,
    KnownFindingPlace in known_finding_places,
    Assumption in assumptions,
    StatedFigure in stated,
}

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
            _ => self.identifier(table, position),
        }
    }

    /// The identifier of a row; nothing in a table whose rows have none.
    pub fn identifier(&self, table: Table, position: u32) -> Option<&str> {
        if table.has_identifiers() { self.store(table).column(names::IDENTIFIER).text(position) } else { None }
    }

    /// The position of the row with an identifier.
    pub fn find(&self, table: Table, identifier: &str) -> Option<u32> {
        self.names.get(table as usize)?.find(self.store(table), identifier)
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

    /// The lines of the document where a cell is printed.
    pub fn source_lines(&self, table: Table, position: u32, column: &str) -> Option<&str> {
        match self.content(table, position, "source")? {
            Content::Text(lines) => SourceLines::lines_of(lines, column),
            _ => None,
        }
    }

    /// A cell as text; nothing where it is empty, or where there is no such row or column.
    pub fn written_cell(&self, table: Table, position: u32, column: &str) -> Option<String> {
        text::write(self, self.store(table), position, table.column(column)?)
    }

    /// The cells of a row that are not empty, as text.
    pub fn written(&self, table: Table, position: u32) -> Vec<(&'static str, String)> {
        let store = self.store(table);
        let columns = table.columns().iter().enumerate();
        columns.filter_map(|(at, column)| Some((column.name, text::write(self, store, position, at)?))).collect()
    }

    /// The row that describes the plan; a plan that was read has one.
    pub fn details(&self) -> Option<Row<'_, PlanDetails>> {
        self.plan.first()
    }

    /// The years of the plan, first to last; empty when the plan does not say.
    pub fn years(&self) -> Vec<FinancialYear> {
        self.details().map(|details| details.first_year().through(details.last_year()).collect()).unwrap_or_default()
    }
}
