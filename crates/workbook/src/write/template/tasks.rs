use crate::write::WriteProblem;
use crate::write::names::{quoted, sheet_name};
use crate::write::paper::Paper;
use crate::write::styles::Styles;
use one_plan_model::plan::Table;
use rust_xlsxwriter::Worksheet;

/// Something that a person has, and the tables in which it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// What the person has.
    pub what: &'static str,
    /// Where it belongs, in the order in which the tables are filled in.
    pub tables: &'static [Table],
    /// What to mind.
    pub how: &'static str,
    /// Whether most plans begin with it.
    pub is_first: bool,
}

const fn first(what: &'static str, tables: &'static [Table], how: &'static str) -> Task {
    Task { what, tables, how, is_first: true }
}

const fn then(what: &'static str, tables: &'static [Table], how: &'static str) -> Task {
    Task { what, tables, how, is_first: false }
}

/// What people have, and where it belongs: the one list from which the sheet "Where do I put" is made.
pub const TASKS: &[Task] = &[
    first("The title, the health economy and the years of the plan", &[Table::PlanDetails], "One row."),
    first(
        "Trusts, boards, councils and groups",
        &[Table::Organisation],
        "One row each; the parent says to which organisation one belongs.",
    ),
    first("Programmes of savings or change", &[Table::Programme], "One row each."),
    first(
        "What a programme saves in each year",
        &[Table::ProgrammeSaving],
        "One row for each programme and year. Where you have schemes instead, leave it.",
    ),
    first(
        "A savings or efficiency tracker: schemes with gross saving, reinvestment, status and risk",
        &[Table::SchemeList, Table::Scheme],
        "First the list (its name and year), then its schemes.",
    ),
    first(
        "What schemes save month by month: plan and actual",
        &[Table::MonitoredLine, Table::MonitoredMonth],
        "First the line that is monitored, then a row for each month.",
    ),
    first(
        "Activity and its cost in the base year",
        &[Table::Setting, Table::PointOfDelivery, Table::BaselineActivity],
        "Settings and points of delivery first; then a row for each of them that you count.",
    ),
    first(
        "What schemes change in activity: referrals avoided, care that moves",
        &[Table::ActivityChange],
        "One row for each scheme and kind of activity; say where activity goes, or that it is avoided.",
    ),
    first(
        "Contract values with providers",
        &[Table::Contract, Table::ContractPart],
        "One row for each contract and year; parts where the value is made up of some.",
    ),
    first(
        "Budgets, what is taken out and put back, and the resource limit",
        &[Table::BudgetLine, Table::BudgetMovement, Table::ResourceLimit],
        "What leaves a line is negative, what comes back is positive.",
    ),
    first("Risks", &[Table::Risk], "One row each, with likelihood and consequence."),
    first(
        "Totals and figures printed in your document, to be checked",
        &[Table::StatedFigure],
        "The id of each figure stands in the sheet \"Results\" of an exported plan.",
    ),
    then(
        "CQUIN or a local quality scheme",
        &[Table::CquinScheme, Table::CquinIndicator, Table::CquinBand, Table::CquinMilestone],
        "The scheme, its indicators, and how each is paid.",
    ),
    then(
        "What contracts did month by month",
        &[Table::ContractMonth, Table::ContractItem],
        "One row for each contract and month.",
    ),
    then("Prices and tariffs", &[Table::Price, Table::PricePart], "One row for each price and year."),
    then(
        "Activity month by month",
        &[Table::MonthlyActivity],
        "One row for each provider, point of delivery and month.",
    ),
    then(
        "Gain and risk shares, payments for performance",
        &[Table::RiskShare, Table::PerformancePayment, Table::PerformanceParty],
        "One row for each agreement.",
    ),
    then(
        "The financial challenge and what drives it",
        &[Table::Challenge, Table::SpendTrend, Table::GrowthDriver],
        "What is still to be closed is positive.",
    ),
    then("The medium-term financial plan", &[Table::MediumTermYear], "One row for each year."),
    then("Reserves and what they are used for", &[Table::Reserve, Table::ReserveUse], "The reserve first."),
    then(
        "What each organisation had to save, and will have saved",
        &[Table::SavingsDelivery],
        "One row for each organisation and year.",
    ),
    then(
        "Finances of providers",
        &[Table::ProviderFinance, Table::ImprovementComponent],
        "One row for each provider and year.",
    ),
    then("Income and expenditure", &[Table::AccountLine], "One row for each line."),
    then(
        "Shared budgets such as the Better Care Fund",
        &[Table::SharedBudget, Table::BudgetContribution],
        "The budget, then who pays into it.",
    ),
    then("Funding from outside: transfers, grants, bids", &[Table::Funding, Table::FundingPart], "One row each."),
    then(
        "Population, allocations and payments per head",
        &[Table::PopulationCount, Table::PopulationProjection, Table::Allocation, Table::PerHeadPayment],
        "One row for each organisation and date.",
    ),
    then(
        "Quality measures and trajectories",
        &[Table::Measure, Table::Trajectory, Table::TrajectoryPoint, Table::QualityOutcome],
        "The measure or trajectory first, then its points.",
    ),
    then(
        "Beds, room and theatre capacity",
        &[Table::ProviderBeds, Table::BedDays, Table::Capacity],
        "One row for each provider.",
    ),
    then(
        "Workforce: posts, trajectories, effects of schemes",
        &[Table::StaffGroup, Table::WorkforceTrajectory, Table::WorkforceYear, Table::WorkforceImpact],
        "Groups of staff first.",
    ),
    then(
        "Milestones, gates and reviews",
        &[Table::Milestone, Table::Gate, Table::ReviewSchedule, Table::TransitionTask],
        "With the day by which each is due.",
    ),
    then(
        "Dependencies, and choices where schemes claim the same",
        &[Table::Dependency, Table::OverlapChoice, Table::ProgrammeLink],
        "Name both sides.",
    ),
    then(
        "Projects, decisions, lessons, stakeholders",
        &[Table::Project, Table::Decision, Table::Lesson, Table::Stakeholder],
        "One row each.",
    ),
    then(
        "Boards, signatures and interests",
        &[Table::GovernanceBody, Table::Signature, Table::Interest],
        "Roles, not persons.",
    ),
    then(
        "Assumptions in place of national values",
        &[Table::Assumption],
        "The parameter, its value, and from when to when.",
    ),
    then("Figures that should agree with each other", &[Table::CrossCheck], "The ids of both."),
    then(
        "Numbers of your own that are worked out from others",
        &[Table::Quantity, Table::DerivedFigure, Table::DerivedTerm],
        "The quantity first, then the figure and its terms.",
    ),
    then(
        "What is known to be wrong, and who settles it",
        &[Table::KnownFinding, Table::KnownFindingPlace],
        "So that the check counts what is open.",
    ),
    then(
        "What if: less delivery, delays, other prices; ranges of what is not certain",
        &[Table::Scenario, Table::ScenarioLever, Table::ScenarioChange],
        "The scenario first, then its levers, and cells that are otherwise.",
    ),
    then(
        "Offer and ask in the negotiation of contracts",
        &[Table::ContractLine],
        "One row for each line of a contract.",
    ),
];

/// The sheet that says which table is for what.
pub fn write(sheet: &mut Worksheet, styles: &mut Styles) -> Result<(), WriteProblem> {
    let about = "What you have, and the sheets in which it belongs. Most plans begin with what is in the first part.";
    let mut paper = Paper::new(sheet, styles, "Where do I put …?", about)?;
    paper.widths(&[72, 30, 86])?;
    let (text, section) = (paper.styles.wrapped.clone(), paper.styles.section.clone());
    let mut row = 3;
    for (title, is_first) in [("To begin with", true), ("Where you have it", false)] {
        paper.text(row, 0, title, &section)?;
        paper.headings(row + 1, &[("What you have", false), ("Sheet", false), ("How", false)])?;
        row += 2;
        for task in TASKS.iter().filter(|task| task.is_first == is_first) {
            paper.text(row, 0, task.what, &text)?;
            paper.text(row, 2, task.how, &text)?;
            paper.fit(row, &[(task.what, 72)], 3)?;
            for table in task.tables {
                let name = sheet_name(*table);
                paper.link(row, 1, &format!("{}!A1", quoted(&name)), &name)?;
                row += 1;
            }
        }
        row += 2;
    }
    paper.sheet.set_freeze_panes(3, 0)?;
    Ok(())
}
