//! Which tables and figures belong to which part.

use crate::navigation::PlanPart;
use one_plan_model::calculation::FigureKind;
use one_plan_model::plan::Table;
use one_plan_model::rules;
use std::sync::OnceLock;

/// What a part is about.
pub(super) const fn about(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Organisations => "Who is part of the system, for how many people, and what they are allocated.",
        PlanPart::Finance => {
            "The challenge, several years of income and spending, reserves, delivery of savings, providers, budgets."
        }
        PlanPart::Prices => "By which rule activity is moved or priced anew, prices and their parts, forecast outturn.",
        PlanPart::Contracts => "How each contract pays, what is settled under it, and what is still open.",
        PlanPart::Quality => "Measures, trajectories, practices, incidents.",
        PlanPart::Programmes => {
            "Programmes, decisions, gates, what waits for what, activity that is claimed twice, what the plan sets itself."
        }
        PlanPart::Capacity => "Staff, beds, and room for what moves.",
        PlanPart::Time => "What is due when, what is late, what comes back.",
        PlanPart::Risks => "Risks with their scores, before and after what is done about them.",
        PlanPart::Governance => {
            "Plan, actual and forecast by month; bodies and signatures; figures and statements of the text; what is missing."
        }
    }
}

/// The tables of a part.
pub(super) const fn tables(part: PlanPart) -> &'static [Table] {
    match part {
        PlanPart::Organisations => &[
            Table::Organisation,
            Table::PopulationCount,
            Table::PopulationProjection,
            Table::PerHeadPayment,
            Table::SpendShare,
            Table::Allocation,
            Table::CapabilityAssessment,
            Table::AuthorisationCriterion,
            Table::CommissioningFunction,
        ],
        PlanPart::Finance => &[
            Table::Challenge,
            Table::SpendTrend,
            Table::GrowthDriver,
            Table::ResourceLimit,
            Table::MediumTermYear,
            Table::PlanVersion,
            Table::VersionFigure,
            Table::Reserve,
            Table::ReserveUse,
            Table::SavingsDelivery,
            Table::AccountLine,
            Table::ProviderFinance,
            Table::ImprovementComponent,
            Table::PreventionBudget,
            Table::SharedBudget,
            Table::BudgetContribution,
            Table::Funding,
            Table::FundingPart,
            Table::CostReduction,
            Table::ChildPlan,
        ],
        PlanPart::Prices => &[
            Table::ActivityRule,
            Table::Procedure,
            Table::Price,
            Table::PricePart,
            Table::MonthlyActivity,
            Table::ActivityGrowth,
            Table::PriceComparison,
            Table::ActivityOutlook,
            Table::CountingRatio,
        ],
        PlanPart::Contracts => &[
            Table::Contract,
            Table::ContractPart,
            Table::ContractMonth,
            Table::ContractItem,
            Table::RiskShare,
            Table::PerformancePayment,
            Table::PerformanceParty,
        ],
        PlanPart::Quality => &[
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
        ],
        PlanPart::Programmes => &[
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
            Table::RiskCohort,
            Table::Lesson,
            Table::Stakeholder,
        ],
        PlanPart::Capacity => &[
            Table::StaffGroup,
            Table::WorkforceTrajectory,
            Table::WorkforceYear,
            Table::WorkforceImpact,
            Table::Rota,
            Table::ProviderBeds,
            Table::BedDays,
            Table::Capacity,
        ],
        PlanPart::Time => &[Table::Milestone, Table::TransitionTask, Table::ReviewSchedule, Table::WaitingPatients],
        PlanPart::Risks => &[Table::Risk],
        PlanPart::Governance => &[
            Table::MonitoredLine,
            Table::MonitoredMonth,
            Table::GovernanceBody,
            Table::Signature,
            Table::Interest,
            Table::KnownFinding,
            Table::Quantity,
            Table::DerivedFigure,
            Table::CrossCheck,
            Table::Statement,
            Table::Gap,
            Table::Assumption,
            Table::HeadingMeaning,
        ],
    }
}

/// The figures of a part.
pub(super) fn kinds(part: PlanPart) -> impl Iterator<Item = &'static FigureKind> {
    let files: Vec<&'static [&'static FigureKind]> = match part {
        PlanPart::Organisations => vec![rules::population::KINDS],
        PlanPart::Finance => vec![rules::challenge::KINDS, rules::finance::KINDS, rules::framework::KINDS],
        PlanPart::Prices => vec![rules::activity_rules::KINDS, rules::prices::KINDS],
        PlanPart::Contracts => vec![rules::contracts::KINDS],
        PlanPart::Quality => vec![rules::quality::KINDS],
        PlanPart::Programmes => vec![rules::delivery::KINDS, rules::overlaps::KINDS],
        PlanPart::Capacity => vec![rules::capacity::KINDS, of_providers()],
        PlanPart::Time => vec![rules::time::KINDS],
        PlanPart::Risks => vec![rules::risks::KINDS],
        PlanPart::Governance => vec![rules::monitoring::KINDS, rules::evidence::KINDS],
    };
    files.into_iter().flatten().copied()
}

/// The figures of activity that are those of one provider: what all of them do together has a page of its own.
fn of_providers() -> &'static [&'static FigureKind] {
    static OF_PROVIDERS: OnceLock<Vec<&'static FigureKind>> = OnceLock::new();
    let is_of_provider = |kind: &&&'static FigureKind| kind.id.starts_with("provider-");
    OF_PROVIDERS.get_or_init(|| rules::activity::KINDS.iter().filter(is_of_provider).copied().collect())
}
