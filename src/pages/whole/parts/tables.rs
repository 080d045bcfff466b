//! Which tables belong to which section, in the order in which they are listed.

use crate::navigation::Page;
use one_plan_model::plan::Table;

/// The tables of a section that have no place of their own on its page.
pub const fn tables(page: Page) -> &'static [Table] {
    match page {
        Page::Activity => ACTIVITY,
        Page::Cquin => CQUIN,
        Page::Contracts => CONTRACTS,
        Page::Finance => FINANCE,
        Page::Providers => PROVIDERS,
        Page::Workforce => WORKFORCE,
        Page::Delivery => DELIVERY,
        Page::Risks => RISKS,
        Page::Scenarios => SCENARIOS,
        Page::Data => DATA,
        _ => &[],
    }
}

const ACTIVITY: &[Table] = &[
    Table::ActivityRule,
    Table::Procedure,
    Table::Price,
    Table::PricePart,
    Table::MonthlyActivity,
    Table::ActivityGrowth,
    Table::PriceComparison,
    Table::ActivityOutlook,
    Table::CountingRatio,
    Table::WaitingPatients,
    Table::RiskCohort,
];

const CQUIN: &[Table] = &[
    Table::Measure,
    Table::Trajectory,
    Table::TrajectoryPoint,
    Table::CheckpointRating,
    Table::QualityOutcome,
    Table::PatientScore,
    Table::Practice,
    Table::PracticeIndicator,
    Table::PracticeIncentive,
    Table::PatientStory,
    Table::Incident,
];

const CONTRACTS: &[Table] = &[
    Table::Contract,
    Table::ContractPart,
    Table::ContractMonth,
    Table::ContractItem,
    Table::ContractLine,
    Table::RiskShare,
    Table::PerformancePayment,
    Table::PerformanceParty,
];

const FINANCE: &[Table] = &[
    Table::Challenge,
    Table::SpendTrend,
    Table::GrowthDriver,
    Table::ResourceLimit,
    Table::Allocation,
    Table::PerHeadPayment,
    Table::SpendShare,
    Table::MediumTermYear,
    Table::PlanVersion,
    Table::VersionFigure,
    Table::Reserve,
    Table::ReserveUse,
    Table::SavingsDelivery,
    Table::AccountLine,
    Table::PreventionBudget,
    Table::SharedBudget,
    Table::BudgetContribution,
    Table::Funding,
    Table::FundingPart,
    Table::CostReduction,
    Table::ChildPlan,
];

const PROVIDERS: &[Table] = &[
    Table::ProviderFinance,
    Table::ImprovementComponent,
    Table::Organisation,
    Table::PopulationCount,
    Table::PopulationProjection,
    Table::CapabilityAssessment,
    Table::AuthorisationCriterion,
    Table::CommissioningFunction,
];

const WORKFORCE: &[Table] = &[
    Table::StaffGroup,
    Table::WorkforceTrajectory,
    Table::WorkforceYear,
    Table::WorkforceImpact,
    Table::Rota,
    Table::ProviderBeds,
    Table::BedDays,
    Table::Capacity,
];

const DELIVERY: &[Table] = &[
    Table::Milestone,
    Table::TransitionTask,
    Table::ReviewSchedule,
    Table::MonitoredLine,
    Table::MonitoredMonth,
    Table::Programme,
    Table::WorkProgramme,
    Table::BigTicket,
    Table::ProgrammeLink,
    Table::InnovationProposal,
    Table::Decision,
    Table::Gate,
    Table::Dependency,
    Table::OverlapChoice,
    Table::Principle,
    Table::Project,
    Table::Lesson,
    Table::Stakeholder,
    Table::GovernanceBody,
    Table::Signature,
    Table::Interest,
];

/// Alone, so that the register of risks stands open.
const RISKS: &[Table] = &[Table::Risk];

const SCENARIOS: &[Table] = &[Table::Scenario, Table::ScenarioLever, Table::ScenarioChange];

const DATA: &[Table] = &[
    Table::KnownFinding,
    Table::Quantity,
    Table::DerivedFigure,
    Table::CrossCheck,
    Table::Statement,
    Table::Gap,
    Table::Assumption,
    Table::HeadingMeaning,
];

/// The tables that the page of a section shows in its own way.
pub const fn shown_by_page(page: Page) -> &'static [Table] {
    match page {
        Page::Savings => &[Table::ProgrammeSaving, Table::SchemeList, Table::Scheme],
        Page::Activity => &[Table::Setting, Table::PointOfDelivery, Table::BaselineActivity, Table::ActivityChange],
        Page::Cquin => &[Table::CquinScheme, Table::CquinIndicator, Table::CquinBand, Table::CquinMilestone],
        Page::Finance => &[Table::BudgetLine, Table::BudgetMovement],
        Page::Data => &[Table::PlanDetails, Table::StatedFigure, Table::DerivedTerm, Table::KnownFindingPlace],
        _ => &[],
    }
}
