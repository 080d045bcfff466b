//! Programmes and work programmes: their number, their value, and what the priorities save.
//!
//! * CR34: the value of a work programme is the sum of its schemes. CR51: what share the priority programmes save.
//! * CR23: CQUIN that supports a programme is the sum of the values of its indicators.

use crate::calculation::{
    Dimension, Fails, Key, Ledger, PROGRAMME, Term, Test, YEAR, column, figures, findings, run_formulas, run_tests,
    word,
};
use crate::parameters::{PRIORITY_SHARE_FROM, PRIORITY_SHARE_TO};
use crate::plan::{SavingPart, Scheme, Table, WorkProgrammeKind};
use crate::rules::cquin::INDICATOR_VALUE;
use crate::rules::savings::{PART, PART_YEAR as SAVED_BY_PART};
use crate::rules::schemes::add_once;

const WORK_PROGRAMME: Dimension = Dimension::Row(Table::WorkProgramme);
const VALUES: &str = "Arden Cluster System Plan, l. 1379-1393";
const PRIORITIES: &str = "NHS Surrey, One Plan, l. 482, 715-721";

figures! {
    /// The value of the schemes of a work programme.
    WORK_PROGRAMME_VALUE: money("work-programme.{}.value", "{}: value of its schemes", [WORK_PROGRAMME])
        by("CR34", "the sum of the gross savings of its schemes", VALUES)
    /// The value of all work programmes.
    WORK_PROGRAMMES_VALUE: money("work-programmes.value", "All work programmes: value of their schemes", [])
        by("CR34", "the sum of the work programmes", VALUES)
        { sum of WORK_PROGRAMME_VALUE [] }
    /// The value of the work programmes of a kind.
    WORK_PROGRAMME_KIND: money("work-programmes.kind.{}", "Work programmes, {}: value of their schemes", [Dimension::Choice(WorkProgrammeKind::CHOICES)])
        by("CR34", "the sum of the gross savings of their schemes", VALUES)
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
        { Programme [] = {Term::RowCount("one programme")} }
    /// How many big tickets a programme has.
    BIG_TICKETS: count("programme.{}.big-tickets", "{}: big-ticket items", [PROGRAMME])
        by("CR51", "how many there are", PRIORITIES)
        { BigTicket [programme] = {Term::RowCount("one item")} }
    /// What CQUIN is worth for the indicators that support a programme.
    CQUIN_OF_PROGRAMME: money("cquin.programme.{}", "{}: CQUIN that supports it", [PROGRAMME])
        by("CR23", "the sum of the values of its indicators", "NHS Surrey, One Plan, l. 1032-1051; Arden Cluster System Plan, l. 1007")
        { CquinIndicator [programme] = {Term::FigureOf(&INDICATOR_VALUE, &[Key::Row])} }
    /// How many programmes say what patients will notice.
    NOTICED: count("programmes.say-what-patients-notice", "Programmes that say what patients will notice", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 880-890")
        { Programme [] if (patients_will_notice given) = {Term::RowCount("one programme")} }
}

findings! {
    /// The priority programmes save a smaller or a larger share than the plan claims; larger is only worth knowing.
    PRIORITY_SHARE_OUTSIDE: warning or information(
        "priority-share-outside",
        "Correct the claim, or the savings of the priority programmes."
    )
}

/// What the priority programmes save is a share of what all programmes save.
const ALL_IN_YEAR: &[Key] = &[word!(SavingPart::Commissioner), Key::Column(column!(ProgrammeSaving, year))];

const ALL_YEARS: &[Key] = &[word!(SavingPart::Commissioner)];

const TESTS: &[Test] = &[
    Test::of(
        &PRIORITY_SHARE,
        Fails::Below(Term::Parameter(&PRIORITY_SHARE_FROM)),
        &PRIORITY_SHARE_OUTSIDE,
        "below the share that the plan claims, at least",
    ),
    Test::of(
        &PRIORITY_SHARE,
        Fails::Above(Term::Parameter(&PRIORITY_SHARE_TO)),
        &PRIORITY_SHARE_OUTSIDE,
        "above the share that the plan claims, at most",
    )
    .otherwise(),
];

/// Computes programmes and work programmes.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    add_once(ledger, &WORK_PROGRAMME_VALUE, Scheme::work_programme, |scheme| Some([scheme.work_programme()?.index()]));
    add_once(ledger, &WORK_PROGRAMME_KIND, Scheme::work_programme, |scheme| {
        Some([plan.work_programmes.get(scheme.work_programme()?)?.kind()? as u32])
    });
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}
