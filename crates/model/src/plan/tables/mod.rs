//! The tables of a plan: one file for each subject, one definition for each table, and the list of them all.

mod activity;
mod assumptions;
mod budget;
mod capacity;
mod challenge;
mod contract_items;
mod contracts;
mod cquin;
mod delivery;
mod details;
mod evidence;
mod finance;
mod governance;
mod headings;
mod list;
mod monitoring;
mod organisations;
mod performance;
mod population;
mod pricing;
mod principles;
mod programmes;
mod quality;
mod risks;
mod scenarios;
mod schemes;
mod stated;
mod time;
mod weights;
mod work_programmes;

pub use activity::{
    ActivityChange, ActivityEffect, ActivityOutlook, BaselineActivity, CountingRatio, PointOfDelivery, Setting,
};
pub use assumptions::Assumption;
pub use budget::{BudgetLine, BudgetMovement, MovementReason, MovementStage};
pub use capacity::{
    BedDayDefinition, BedDays, Capacity, ProviderBeds, Rota, StaffCategory, StaffGroup, WorkforceImpact,
    WorkforceTrajectory, WorkforceYear,
};
pub use challenge::{Challenge, ChallengeKind, GrowthCombination, GrowthDriver, GrowthKind, SpendTrend};
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
pub use headings::{HeadingMeaning, NamedThing};
pub use list::Table;
pub(super) use list::for_each_table;
pub use monitoring::{Gap, GapKind, LineKind, MonitoredLine, MonitoredMonth, Phasing};
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
pub use risks::{ConsequenceType, Risk};
pub use scenarios::{ContractLine, Distribution, LeverKind, LineState, Scenario, ScenarioChange, ScenarioLever};
pub use schemes::{
    RiskLevel, RiskOwner, SavingKind, Scheme, SchemeClass, SchemeDevelopment, SchemeList, SchemeStatus, SchemeStrategy,
};
pub use stated::{StatedFigure, StatedUnit};
pub use time::{Milestone, MilestoneStatus, Recurrence, ReviewSchedule, TransitionTask, WaitingPatients};
pub use weights::{WeightNotation, weight_misfit, weight_notation, weight_tolerance};
pub use work_programmes::{WorkProgramme, WorkProgrammeKind};
