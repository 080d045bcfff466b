//! The list of the tables of a plan.
//!
//! A table refers to others by what this list calls them. What its rows and columns are is said above the list, where
//! all tables are known.

/// Hands the tables of a plan, in the order in which they are written, to a macro: the type of the row, and the name in
/// a plan file.
macro_rules! for_each_table {
    ($define:ident) => {
        $define! {
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
            CountingRatio in counting_ratios,
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
            PerformancePayment in performance_payments,
            PerformanceParty in performance_parties,
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
            HeadingMeaning in headings,
            Scenario in scenarios,
            ScenarioLever in scenario_levers,
            ScenarioChange in scenario_changes,
            ContractLine in contract_lines,
        }
    };
}

/// Defines what a table is called.
macro_rules! define_tables {
    ($($row:ident in $field:ident,)*) => {
        /// A table of a plan.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Table { $(#[doc = concat!("The table `", stringify!($field), "`.")] $row,)* }

        impl Table {
            /// Every table, in the order in which they are written.
            pub const ALL: &'static [Self] = &[$(Self::$row),*];

            /// The name in a plan file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$row => stringify!($field),)* }
            }
        }
    };
}

for_each_table! { define_tables }

impl Table {
    /// Whether its numbers say what would be if something were otherwise, or what is printed elsewhere: no figure stands
    /// on them, nor is one to.
    pub const fn is_beside_the_plan(self) -> bool {
        matches!(
            self,
            Self::StatedFigure | Self::Scenario | Self::ScenarioLever | Self::ScenarioChange | Self::ContractLine
        )
    }

    /// The table with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }
}

pub(in crate::plan) use for_each_table;
