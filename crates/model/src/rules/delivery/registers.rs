//! Registers of the plan: principles, links, projects, people at risk, lessons and stakeholders.
//!
//! * CR46: how many there are, and what they are worth. CR30: a lesson is what was planned less what was achieved.

use crate::calculation::{Dimension, Finding, Ledger, Term, figures, findings, format, run_formulas};
use crate::plan::{LinkKind, PopulationMeasure, PrincipleKind, ProjectKind, Table};
use crate::quantity::Fixed;
use crate::rules::population::SUM;

const COHORT: Dimension = Dimension::Row(Table::RiskCohort);
const REGISTERS: &str = "NHS Surrey, One Plan, l. 391-416, 587-670, 691-737; Arden Cluster System Plan, l. 56-72";
const PROJECTS: &str = "NHS Surrey, One Plan, l. 656, 1119, 1239-1272; Arden Cluster System Plan, l. 1302, 1392, 1581";

figures! {
    /// How many principles a body decides on.
    OF_BODY: count("principles.body.{}", "Principles decided by {}", [Dimension::Row(Table::GovernanceBody)])
        by("CR46", "how many there are", REGISTERS)
        { Principle [body] = {Term::RowCount("one principle")} }
    /// How many people of a cohort are at risk.
    AT_RISK: count("risk-cohort.{}.people", "{}: people at risk", [COHORT])
        by("CR46", "population × share", "NHS Surrey, One Plan, l. 1104; Arden Cluster System Plan, l. 1200")
        { RiskCohort [*] = population * share }
    /// How many teams a cohort needs.
    TEAMS: number("risk-cohort.{}.teams", "{}: teams", [COHORT])
        by("CR46", "population ÷ population of a team", "Arden Cluster System Plan, l. 1200")
        { RiskCohort [*] = population / team_population }
    /// How many principles there are of a kind.
    PRINCIPLES: count("principles.{}", "Principles: {}", [Dimension::Choice(PrincipleKind::CHOICES)])
        by("CR46", "how many there are", REGISTERS)
        { Principle [kind] = {Term::RowCount("one principle")} }
    /// How many links a programme has.
    LINKS: count("programme-links.{}", "Links of programmes: {}", [Dimension::Choice(LinkKind::CHOICES)])
        by("CR46", "how many there are", REGISTERS)
        { ProgrammeLink [kind] = {Term::RowCount("one link")} }
    /// How many projects there are of a kind.
    PROJECT_COUNT: count("projects.{}", "Projects: {}", [Dimension::Choice(ProjectKind::CHOICES)])
        by("CR46", "how many there are", PROJECTS)
        { Project [kind] = {Term::RowCount("one project")} }
    /// What projects of a kind are worth.
    PROJECT_VALUE: money("projects.{}.value", "Projects: {}, value", [Dimension::Choice(ProjectKind::CHOICES)])
        by("CR46", "the sum of the projects", PROJECTS)
        { Project [kind] = value }
    /// How many sites a project takes out.
    SITES: count("project.{}.sites", "{}: change in sites", [Dimension::Row(Table::Project)])
        by("CR46", "sites planned − sites now", PROJECTS)
        { Project [*] = sites_planned - sites_now }
    /// What a scheme of the past fell short of.
    LESSON: money("lesson.{}.shortfall", "{}: planned less achieved", [Dimension::Row(Table::Lesson)])
        by("CR30", "planned − achieved", "NHS Surrey, One Plan, l. 528-560; Arden Cluster System Plan, l. 322")
        { Lesson [*] = planned - achieved }
    /// How many stakeholders must be consulted.
    CONSULTED: count("stakeholders.consulted", "Stakeholders that must be consulted", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1297-1343; Arden Cluster System Plan, l. 1672-1725")
        { Stakeholder [] if (consultation is true) = {Term::RowCount("one stakeholder")} }
    /// How many stakeholders there are.
    STAKEHOLDERS: count("stakeholders.number", "Stakeholders", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1297-1343; Arden Cluster System Plan, l. 1672-1725")
        { Stakeholder [] = {Term::RowCount("one stakeholder")} }
}

findings! {
    /// A group of patients at risk is all of the population in which they are found, or more than any population of the
    /// plan; or one team looks after more people than there are.
    COHORT_IS_THE_WHOLE: warning(
        "cohort-is-the-whole",
        "Correct the share or the population: a group at risk is a part of the people among whom it is found."
    )
}

/// Computes what stands in the registers.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    if ledger.wants_findings() {
        report_wholes(ledger);
    }
}

/// Groups at risk that are no part of the people among whom they are found.
fn report_wholes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let people = |measure| matches!(measure, PopulationMeasure::Registered | PopulationMeasure::Resident);
    let counts = plan.populations.iter().filter(|(_, row)| people(row.measure()));
    let counts = counts.filter_map(|(_, row)| row.number().map(|number| number.fixed()));
    // What is counted for parts only may be less than the whole.
    let sums = ledger.all(&SUM).into_iter().filter(|(key, _)| {
        PopulationMeasure::ALL.get(key.index.get(0) as usize).is_some_and(|measure| people(*measure))
    });
    let most = counts.chain(sums.map(|(_, sum)| sum.shown())).reduce(Fixed::maximum);
    for (row, cohort) in plan.risk_cohorts.iter() {
        let Some(population) = cohort.population() else { continue };
        let shown = |number: Fixed| format::count(number.value());
        let mut report = |column, message: String| {
            ledger.report(|| Finding::of(&COHORT_IS_THE_WHOLE, message).at(Table::RiskCohort, row.index(), column));
        };
        if cohort.share().is_some_and(|share| !share.fixed().is_below(Fixed::ONE)) {
            let all = shown(population.fixed());
            report("share", format!("\"{}\": all of the {all} people count as at risk.", cohort.name()));
        }
        if let Some(most) = most.filter(|most| most.is_below(population.fixed())) {
            let (of, most) = (shown(population.fixed()), shown(most));
            let name = cohort.name();
            let message =
                format!("\"{name}\" is found among {of} people, and the largest population of the plan is {most}.");
            report("population", message);
        }
        if let Some(team) = cohort.team_population().filter(|team| population.fixed().is_below(team.fixed())) {
            let (of, team) = (shown(population.fixed()), shown(team.fixed()));
            let name = cohort.name();
            report("team_population", format!("\"{name}\" has {of} people, and one team looks after {team}."));
        }
    }
}
