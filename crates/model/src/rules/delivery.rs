//! Programmes, decisions, gates, and what depends on what.
//!
//! * CR34: the value of a work programme is the sum of its schemes. CR50: a decision is due within
//!   six months; an innovation must pass three tests. CR51: what share the priority programmes save.
//! * A scheme that waits for something late is late too, as far round as the dependencies go; what a
//!   delay costs is the effect without it less the effect with it.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "system", "name": "New system", "list": "plan", "start": "2011-04", "delay": "3"},
//!         {"id": "saving", "name": "Saving", "list": "plan", "full_year_effect": "120", "unit": "£000", "start": "2011-04"}
//!     ],
//!     "dependencies": [{"scheme": "saving", "on_scheme": "system"}]
//! "#);
//! assert_eq!(outcome.text("scheme.saving.delay"), "3");
//! assert_eq!(outcome.text("scheme.saving.part-year.2011-12"), "90000");
//! assert_eq!(outcome.text("scheme.saving.lost-to-delay.2011-12"), "30000");
//! ```

use super::cquin::INDICATOR_VALUE;
use super::delays::delays;
use super::savings::{PART, PART_YEAR as SAVED_BY_PART};
use crate::calculation::{
    CellAddress, Dimension, Fails, Finding, Key, Ledger, Number, ORGANISATION, PROGRAMME, Severity, Term, Test, YEAR,
    column, figures, run_formulas, run_tests,
};
use crate::parameters::{DECISION_MONTHS, PRIORITY_SHARE_FROM, PRIORITY_SHARE_TO};
use crate::plan::{
    ContractForm, DecisionOutcome, FundingState, GateKind, GateState, LinkKind, PrincipleKind, ProjectKind, RiskOwner,
    SavingPart, SchemeStatus, SchemeStrategy, Table, WorkProgrammeKind,
};
use crate::quantity::whole;

const WORK_PROGRAMME: Dimension = Dimension::Row(Table::WorkProgramme);
const COHORT: Dimension = Dimension::Row(Table::RiskCohort);
const LIST: Dimension = Dimension::Row(Table::SchemeList);
const SCHEME: Dimension = crate::calculation::SCHEME;
const DECISION: Dimension = Dimension::Row(Table::Decision);
const VALUES: &str = "Arden Cluster System Plan, l. 1379-1393";
const PRIORITIES: &str = "NHS Surrey, One Plan, l. 482, 715-721";
const OWNERS: &str = "Arden Cluster System Plan, l. 330, 344; NHS Surrey, One Plan, l. 540, 1378";
const DECISIONS: &str = "NHS Surrey, One Plan, l. 598";
const GATES: &str = "NHS Surrey, One Plan, l. 643, 1347; Arden Cluster System Plan, l. 499, 1613, 1652, 1700";
const REGISTERS: &str = "NHS Surrey, One Plan, l. 391-416, 587-670, 691-737; Arden Cluster System Plan, l. 56-72";
const PROJECTS: &str = "NHS Surrey, One Plan, l. 656, 1119, 1239-1272; Arden Cluster System Plan, l. 1302, 1392, 1581";

/// What the priority programmes save is a share of what all programmes save.
const ALL_IN_YEAR: &[Key] =
    &[Key::Always(SavingPart::Commissioner as u32), Key::Column(column!(ProgrammeSaving, year))];
const ALL_YEARS: &[Key] = &[Key::Always(SavingPart::Commissioner as u32)];

figures! {
    /// The value of the schemes of a work programme.
    WORK_PROGRAMME_VALUE: money("work-programme.{}.value", "{}: value of its schemes", [WORK_PROGRAMME])
        by("CR34", "the sum of the gross savings of its schemes", VALUES)
        { Scheme [work_programme] if (same_as empty) = gross }
    /// The value of all work programmes.
    WORK_PROGRAMMES_VALUE: money("work-programmes.value", "All work programmes: value of their schemes", [])
        by("CR34", "the sum of the work programmes", VALUES)
        { sum of WORK_PROGRAMME_VALUE [] }
    /// The value of the work programmes of a kind.
    WORK_PROGRAMME_KIND: money("work-programmes.kind.{}", "Work programmes, {}: value of their schemes", [Dimension::Choice(WorkProgrammeKind::CHOICES)])
        by("CR34", "the sum of the gross savings of their schemes", VALUES)
        { Scheme [(work_programme.WorkProgramme.kind)] if (same_as empty) = gross }
    /// What the priority programmes save in a year, as a share of all programmes.
    PRIORITY_SHARE: percent("savings.priority-share.{}", "Priority programmes: share of all savings, {}", [YEAR])
        by("CR51", "savings of the priority programmes ÷ savings of all programmes", PRIORITIES)
        { ProgrammeSaving [year] if (part is SavingPart::Commissioner) (programme.Programme.priority is true)
            = amount / {Term::FigureOf(&SAVED_BY_PART, ALL_IN_YEAR)} }
    /// The same over all years.
    PRIORITY_SHARE_ALL: percent("savings.priority-share", "Priority programmes: share of all savings, all years", [])
        by("CR51", "savings of the priority programmes ÷ savings of all programmes", PRIORITIES)
        { ProgrammeSaving [] if (part is SavingPart::Commissioner) (programme.Programme.priority is true)
            = amount / {Term::FigureOf(&PART, ALL_YEARS)} }
    /// How many programmes there are.
    PROGRAMMES: count("programmes.number", "Programmes", [])
        by("CR51", "how many there are", "NHS Surrey, One Plan, l. 482, 922-939, 1550-1570")
        { Programme [] = {Term::One("one programme")} }
    /// How many big tickets a programme has.
    BIG_TICKETS: count("programme.{}.big-tickets", "{}: big-ticket items", [PROGRAMME])
        by("CR51", "how many there are", PRIORITIES)
        { BigTicket [programme] = {Term::One("one item")} }
    /// The gross saving of a list by how far its schemes are.
    STATUS: money("schemes.list.{}.status.{}", "{}: {} schemes, gross saving", [LIST, Dimension::Choice(SchemeStatus::CHOICES)])
        by("CR30", "the sum of the schemes of the status that stand in the list itself", "Arden Cluster System Plan, l. 344; NHS Surrey, One Plan, l. 830")
        { Scheme [list, status] = gross }
    /// The gross saving by the commissioner's strategy behind it.
    STRATEGY: money("schemes.strategy.{}", "Schemes by strategy: {}", [Dimension::Choice(SchemeStrategy::CHOICES)])
        by("CR30", "the sum of the schemes", "NHS Surrey, One Plan, l. 691-695")
        { Scheme [strategy] if (same_as empty) = gross }
    /// The gross saving by the way to improve value that the plan names.
    WAY: money("schemes.way.{}", "Schemes by way to improve value: {}", [Dimension::Row(Table::Principle)])
        by("CR30", "the sum of the schemes", "NHS Surrey, One Plan, l. 691, 1544")
        { Scheme [way] if (same_as empty) = gross }
    /// The gross saving by the provider whose contract it changes.
    OF_PROVIDER: money("schemes.provider.{}", "Schemes at {}", [ORGANISATION])
        by("CR30", "the sum of the schemes", "Arden Cluster System Plan, l. 1377")
        { Scheme [provider] if (same_as empty) = gross }
    /// The gross saving by the organisation that coordinates it.
    OF_COORDINATOR: money("schemes.coordinator.{}", "Schemes coordinated by {}", [ORGANISATION])
        by("CR30", "the sum of the schemes", "Arden Cluster System Plan, l. 308, 1375; NHS Surrey, One Plan, l. 1293")
        { Scheme [coordinator] if (same_as empty) = gross }
    /// How many schemes were looked at for being taken up elsewhere.
    SCALED: count("schemes.assessed-for-scale-up", "Schemes assessed for being taken up elsewhere", [])
        by("CR30", "how many there are", "Arden Cluster System Plan, l. 1400")
        { Scheme [] if (scale_up given) = {Term::One("one scheme")} }
    /// What of a list releases no cash, because it lies in a block contract.
    NO_CASH: money("schemes.list.{}.no-cash", "{}: savings in block contracts, which release no cash", [LIST])
        by("CR30", "the sum of the schemes in block contracts that stand in the list itself", "NHS Surrey, One Plan, l. 540")
        { Scheme [list] if (contract.Contract.form is ContractForm::Block) = gross }
    /// What CQUIN is worth for the indicators that support a programme.
    CQUIN_OF_PROGRAMME: money("cquin.programme.{}", "{}: CQUIN that supports it", [PROGRAMME])
        by("CR23", "the sum of the values of its indicators", "NHS Surrey, One Plan, l. 1032-1051; Arden Cluster System Plan, l. 1007")
        { CquinIndicator [programme] = {Term::FigureOf(&INDICATOR_VALUE, &[Key::This])} }
    /// What CQUIN pays for the team of a scheme.
    CQUIN_OF_SCHEME: money("cquin.pays-for.{}", "{}: paid from CQUIN", [SCHEME])
        by("CR23", "the sum of the values of its indicators", "Arden Cluster System Plan, l. 358")
        { CquinIndicator [pays_for] = {Term::FigureOf(&INDICATOR_VALUE, &[Key::This])} }
    /// How many programmes say what patients will notice.
    NOTICED: count("programmes.say-what-patients-notice", "Programmes that say what patients will notice", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 880-890")
        { Programme [] if (patients_will_notice given) = {Term::One("one programme")} }
    /// How many gates a programme has.
    PROGRAMME_GATES: count("programme.{}.gates", "{}: gates", [PROGRAMME])
        by("CR50", "how many there are", GATES)
        { Gate [programme] = {Term::One("one gate")} }
    /// How many principles a body decides on.
    OF_BODY: count("principles.body.{}", "Principles decided by {}", [Dimension::Row(Table::GovernanceBody)])
        by("CR46", "how many there are", REGISTERS)
        { Principle [body] = {Term::One("one principle")} }
    /// How many people of a cohort are at risk.
    AT_RISK: count("risk-cohort.{}.people", "{}: people at risk", [COHORT])
        by("CR46", "population × share", "NHS Surrey, One Plan, l. 1104; Arden Cluster System Plan, l. 1200")
        { RiskCohort [*] = population * share }
    /// How many teams a cohort needs.
    TEAMS: number("risk-cohort.{}.teams", "{}: teams", [COHORT])
        by("CR46", "population ÷ population of a team", "Arden Cluster System Plan, l. 1200")
        { RiskCohort [*] = population / team_population }
    /// The gross saving by who bears its risk.
    RISK_OWNER: money("schemes.risk-owner.{}", "Schemes whose risk lies with: {}", [Dimension::Choice(RiskOwner::CHOICES)])
        by("CR30", "the sum of the schemes", OWNERS)
        { Scheme [risk_owner] if (same_as empty) = gross }
    /// The gross saving that rests on goodwill.
    VOLUNTARY: money("schemes.voluntary", "Schemes that rest on goodwill: gross saving", [])
        by("CR30", "the sum of the schemes", OWNERS)
        { Scheme [] if (voluntary is true) (same_as empty) = gross }
    /// The gross saving in contracts of one form: under a block contract it releases no cash.
    IN_FORM: money("schemes.in-contracts.{}", "Schemes in contracts of the form {}: gross saving", [Dimension::Choice(ContractForm::CHOICES)])
        by("CR30", "the sum of the schemes", "NHS Surrey, One Plan, l. 540")
        { Scheme [(contract.Contract.form)] if (same_as empty) = gross }
    /// By how many months a scheme is late.
    DELAY: count("scheme.{}.delay", "{}: months late", [SCHEME])
        by("CR45", "its own delay, or that of what it waits for, whichever is longer", "NHS Surrey, One Plan, l. 1254-1259, 1444; Arden Cluster System Plan, l. 440")

    /// How many tests an innovation passes.
    TESTS_PASSED: count("innovation.{}.tests-passed", "{}: tests passed of three", [Dimension::Row(Table::InnovationProposal)])
        by("CR50", "how many of the three are passed", "NHS Surrey, One Plan, l. 625")
    /// How many months a decision has been open, or took.
    MONTHS_OPEN: count("decision.{}.months-open", "{}: months open", [DECISION])
        by("CR50", "from when it was put to when it was decided, or to the day on which the plan is looked at", DECISIONS)
    /// How many decisions there are by outcome.
    OUTCOMES: count("decisions.{}", "Decisions: {}", [Dimension::Choice(DecisionOutcome::CHOICES)])
        by("CR50", "how many there are", DECISIONS)
        { Decision [outcome] = {Term::One("one decision")} }
    /// How many decisions a body has.
    DECISIONS_OF: count("decisions.body.{}", "Decisions of {}", [Dimension::Row(Table::GovernanceBody)])
        by("CR50", "how many there are", "NHS Surrey, One Plan, l. 598-623")
        { Decision [body] = {Term::One("one decision")} }
    /// How many gates are how far.
    GATE_STATES: count("gates.{}.{}", "Gates: {}, {}", [Dimension::Choice(GateKind::CHOICES), Dimension::Choice(GateState::CHOICES)])
        by("CR50", "how many there are", GATES)
        { Gate [kind, state] = {Term::One("one gate")} }
    /// How many gates a scheme has still to pass.
    OPEN_GATES: count("scheme.{}.open-gates", "{}: gates still to pass", [SCHEME])
        by("CR50", "how many are open or failed", GATES)
        { Gate [scheme] if (state is not GateState::Passed) (state is not GateState::NotNeeded) = {Term::One("one gate")} }

    /// How many principles there are of a kind.
    PRINCIPLES: count("principles.{}", "Principles: {}", [Dimension::Choice(PrincipleKind::CHOICES)])
        by("CR46", "how many there are", REGISTERS)
        { Principle [kind] = {Term::One("one principle")} }
    /// How many links a programme has.
    LINKS: count("programme-links.{}", "Links of programmes: {}", [Dimension::Choice(LinkKind::CHOICES)])
        by("CR46", "how many there are", REGISTERS)
        { ProgrammeLink [kind] = {Term::One("one link")} }
    /// How many projects there are of a kind.
    PROJECT_COUNT: count("projects.{}", "Projects: {}", [Dimension::Choice(ProjectKind::CHOICES)])
        by("CR46", "how many there are", PROJECTS)
        { Project [kind] = {Term::One("one project")} }
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
        { Stakeholder [] if (consultation is true) = {Term::One("one stakeholder")} }
    /// How many stakeholders there are.
    STAKEHOLDERS: count("stakeholders.number", "Stakeholders", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1297-1343; Arden Cluster System Plan, l. 1672-1725")
        { Stakeholder [] = {Term::One("one stakeholder")} }
}

const TESTS: &[Test] = &[
    Test {
        of: &PRIORITY_SHARE,
        fails: Fails::Below(Term::Parameter(&PRIORITY_SHARE_FROM)),
        code: "priority-share-outside",
        severity: Severity::Warning,
        says: "below the share that the plan claims, at least",
        advice: "Correct the claim, or the savings of the priority programmes.",
    },
    Test {
        of: &PRIORITY_SHARE,
        fails: Fails::Above(Term::Parameter(&PRIORITY_SHARE_TO)),
        code: "priority-share-outside",
        severity: Severity::Information,
        says: "above the share that the plan claims, at most",
        advice: "Correct the claim, or the savings of the priority programmes.",
    },
    Test {
        of: &MONTHS_OPEN,
        fails: Fails::Above(Term::Parameter(&DECISION_MONTHS)),
        code: "decision-overdue",
        severity: Severity::Warning,
        says: "more than the",
        advice: "Decide, or put the question again.",
    },
];

/// Computes programmes, delays, decisions and gates.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    innovations(ledger);
    decisions(ledger);
    let (delays, circles) = delays(ledger.plan);
    publish_delays(ledger, &delays, circles);
    run_tests(ledger, TESTS);
    if ledger.wants_findings() {
        report_strategies(ledger);
        report_ways(ledger);
        report_programmes_without_gate(ledger);
        report_blocked(ledger);
        report_gates(ledger, &delays);
    }
}

fn innovations(ledger: &mut Ledger<'_>) {
    for (row, proposal) in ledger.plan.innovation_proposals.iter() {
        let tests = [proposal.big_enough, proposal.innovative, proposal.quick];
        if tests.iter().all(Option::is_none) {
            continue;
        }
        let passed = tests.iter().filter(|test| **test == Some(true)).count();
        let passed = Number::counted(passed, "tests passed");
        ledger.publish(&TESTS_PASSED, [row.index()], passed);
        let failed = tests.contains(&Some(false));
        if failed {
            ledger.report(|| Finding {
                severity: Severity::Information,
                code: "innovation-fails-a-test",
                places: vec![CellAddress { table: Table::InnovationProposal, row: row.index(), column: "name" }],
                figures: Vec::new(),
                message: format!("\"{}\" does not pass all three tests.", proposal.name),
                advice: "Adopt only what is big enough, truly new and quick to do.",
            });
        }
    }
}

fn decisions(ledger: &mut Ledger<'_>) {
    let as_of = ledger.plan.details().and_then(|details| details.as_of);
    for (row, decision) in ledger.plan.decisions.iter() {
        let (Some(opened), Some(until)) = (decision.opened, decision.decided.or(as_of)) else { continue };
        // A month more has begun with the day after the same day of a month.
        let months = until.month().months_after(opened.month());
        let begun = if opened.months_later(months) < until { months + 1 } else { months };
        let months = Number::constant(whole(i64::from(begun.max(0))), "months that have begun");
        ledger.publish(&MONTHS_OPEN, [row.index()], months);
    }
}

fn publish_delays(ledger: &mut Ledger<'_>, delays: &[i32], circles: Vec<u32>) {
    for (scheme, delay) in (0_u32..).zip(delays) {
        if *delay > 0 {
            let months = Number::constant(whole(i64::from(*delay)), "months late");
            ledger.publish(&DELAY, [scheme], months);
        }
    }
    for row in circles {
        ledger.report(|| Finding {
            severity: Severity::Error,
            code: "dependencies-in-a-circle",
            places: vec![CellAddress { table: Table::Dependency, row, column: "on_scheme" }],
            figures: Vec::new(),
            message: "Schemes wait for each other in a circle: none of them can start.".to_owned(),
            advice: "Take one of the dependencies out.",
        });
    }
}

/// A strategy that no scheme follows, where schemes say which they follow.
fn report_strategies(ledger: &mut Ledger<'_>) {
    let follows = |strategy| ledger.plan.schemes.iter().any(|(_, scheme)| scheme.strategy == Some(strategy));
    let ways = [SchemeStrategy::ReduceDemand, SchemeStrategy::LowerCost, SchemeStrategy::Redesign];
    let unused: Vec<&str> = ways.into_iter().filter(|way| !follows(*way)).map(SchemeStrategy::word).collect();
    if unused.is_empty() || unused.len() == ways.len() {
        return;
    }
    ledger.report(|| Finding {
        severity: Severity::Information,
        code: "strategy-unused",
        places: Vec::new(),
        figures: Vec::new(),
        message: format!("No scheme follows the strategy {}.", unused.join(" or ").replace('-', " ")),
        advice: "Look whether every way to improve value has been exhausted.",
    });
}

/// A way to improve value that the plan names and no scheme follows, where schemes say which they follow.
fn report_ways(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut followed = vec![false; plan.principles.len()];
    for (_, scheme) in plan.schemes.iter() {
        if let Some(followed) = scheme.way.and_then(|way| followed.get_mut(way.position())) {
            *followed = true;
        }
    }
    if !followed.contains(&true) {
        return;
    }
    for (row, scheme) in plan.schemes.iter() {
        let kind = scheme.way.and_then(|way| plan.principles.get(way)).map(|way| way.kind);
        let message = match kind {
            Some(PrincipleKind::Way) => continue,
            Some(_) => format!("\"{}\" names a way to improve value that is a principle of another kind.", scheme.name),
            // What is printed again elsewhere is classed there.
            None if scheme.same_as.is_some() => continue,
            None => format!("\"{}\" is not classed by a way to improve value, although others are.", scheme.name),
        };
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "scheme-without-a-way",
            places: vec![CellAddress { table: Table::Scheme, row: row.index(), column: "way" }],
            figures: Vec::new(),
            message,
            advice: "Choose one of the principles of the kind \"way\".",
        });
    }
    for ((row, principle), followed) in plan.principles.iter().zip(followed) {
        if followed || principle.kind != PrincipleKind::Way {
            continue;
        }
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "way-unused",
            places: vec![CellAddress { table: Table::Principle, row: row.index(), column: "name" }],
            figures: Vec::new(),
            message: format!("No scheme improves value by \"{}\".", principle.name),
            advice: "Look whether every way to improve value has been exhausted.",
        });
    }
}

/// A programme without the gate on equality, where others have one.
fn report_programmes_without_gate(ledger: &mut Ledger<'_>) {
    let mut has = vec![false; ledger.plan.programmes.len()];
    for (_, gate) in ledger.plan.gates.iter().filter(|(_, gate)| gate.kind == GateKind::Equality) {
        if let Some(has) = gate.programme.and_then(|programme| has.get_mut(programme.position())) {
            *has = true;
        }
    }
    if !has.contains(&true) {
        return;
    }
    for ((row, programme), _) in ledger.plan.programmes.iter().zip(has).filter(|(_, has)| !has) {
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "programme-without-gate",
            places: vec![CellAddress { table: Table::Programme, row: row.index(), column: "name" }],
            figures: Vec::new(),
            message: format!(
                "\"{}\" has no gate on its effect on equality, which other programmes have.",
                programme.name
            ),
            advice: "Assess the effect on equality, with a section on carers.",
        });
    }
}

/// Schemes that wait for funding that is put off or refused.
fn report_blocked(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, dependency) in plan.dependencies.iter() {
        let funding = dependency.on_funding.and_then(|funding| plan.funding.get(funding));
        let blocked = [Some(FundingState::Deferred), Some(FundingState::Refused)];
        let Some(funding) = funding.filter(|funding| blocked.contains(&funding.state)) else { continue };
        let scheme = plan.title(Table::Scheme, dependency.scheme.index()).unwrap_or_default();
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "blocked-by-funding",
            places: vec![CellAddress { table: Table::Dependency, row: row.index(), column: "on_funding" }],
            figures: Vec::new(),
            message: format!(
                "\"{scheme}\" waits for \"{}\", which is {}.",
                funding.name,
                funding.state.map(FundingState::word).unwrap_or_default()
            ),
            advice: "Find other funding, or move the start and the saving.",
        });
    }
    // A scheme that starts before what it waits for.
    for (row, dependency) in plan.dependencies.iter() {
        let start = plan.schemes.get(dependency.scheme).and_then(|scheme| scheme.start);
        let other = dependency.on_scheme.and_then(|other| plan.schemes.get(other)).and_then(|other| other.start);
        let milestone = dependency.on_milestone.and_then(|milestone| plan.milestones.get(milestone));
        let reached = milestone.and_then(|milestone| milestone.due).map(|due| due.last_day().month());
        let (Some(start), Some(first)) = (start, other.max(reached)) else { continue };
        if first <= start {
            continue;
        }
        let scheme = plan.title(Table::Scheme, dependency.scheme.index()).unwrap_or_default();
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "starts-before-what-it-waits-for",
            places: vec![CellAddress { table: Table::Dependency, row: row.index(), column: "scheme" }],
            figures: Vec::new(),
            message: format!("\"{scheme}\" saves from {start}, but what it waits for comes in {first}."),
            advice: "Move the start of the saving, or bring forward what it waits for.",
        });
    }
}

/// Schemes that have begun although a gate is not passed.
fn report_gates(ledger: &mut Ledger<'_>, delays: &[i32]) {
    let plan = ledger.plan;
    let Some(today) = plan.details().and_then(|details| details.as_of) else { return };
    for (row, gate) in plan.gates.iter() {
        let Some(id) = gate.scheme.filter(|_| matches!(gate.state, GateState::Open | GateState::Failed)) else {
            continue;
        };
        let Some(scheme) = plan.schemes.get(id) else { continue };
        let delay = delays.get(id.position()).copied().unwrap_or_default();
        if scheme.start.is_none_or(|start| start.later(delay).first_day() > today) {
            continue;
        }
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "started-before-its-gate",
            places: vec![CellAddress { table: Table::Gate, row: row.index(), column: "state" }],
            figures: Vec::new(),
            message: format!(
                "\"{}\" has begun, but its gate \"{}\" is {}.",
                scheme.name,
                gate.kind.word(),
                gate.state.word()
            ),
            advice: "Pass the gate, or stop the scheme until it is passed.",
        });
    }
}
