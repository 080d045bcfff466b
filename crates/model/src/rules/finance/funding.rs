//! Funding beyond the budgets: its parts, its state, and what it brings.
//!
//! * CR49: net benefit = yearly saving × years − amount; the parts of a funding sum to it.

use crate::calculation::{Dimension, Fails, Ledger, Term, Test, figures, findings, run_formulas, run_tests};
use crate::plan::{FundingKind, FundingPartKind, FundingState, Table};

const FUNDING: Dimension = Dimension::Row(Table::Funding);
const PREVENTION_MODEL: &str = "Arden Cluster System Plan, l. 1066-1078";
const PART_KIND: Dimension = Dimension::Choice(FundingPartKind::CHOICES);

figures! {
    /// The funding of one kind.
    FUNDING_OF_KIND: money("funding.kind.{}", "Funding, {}", [Dimension::Choice(FundingKind::CHOICES)])
        by("CR49", "the sum of the rows", "NHS Surrey, One Plan, l. 441; Arden Cluster System Plan, l. 487")
        { Funding [kind] = amount }
    /// What an investment brings after it is paid for.
    NET_BENEFIT: money("funding.{}.net-benefit", "{}: net benefit", [FUNDING])
        by("CR49", "yearly saving × years − amount", "NHS Surrey, One Plan, l. 441")
        { Funding [*] = (annual_saving * years) - amount }
    /// Funding that is put off or refused.
    FUNDING_BLOCKED: money("funding.state.{}", "Funding that is {}", [Dimension::Choice(FundingState::CHOICES)])
        by("CR49", "the sum of the rows", "NHS Surrey, One Plan, l. 1380")
        { Funding [state] = amount }
    /// The amount of a funding.
    FUNDING_AMOUNT: money("funding.{}.amount", "{}: amount", [FUNDING])
        by("CR49", "the amount that the plan gives", PREVENTION_MODEL)
        { Funding [*] = amount }
    /// How many components and themes a funding has.
    FUNDING_PARTS: count("funding.{}.{}", "{}: number of each {}", [FUNDING, PART_KIND])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [funding, kind] = {Term::RowCount("one part")} }
    /// How many components and themes there are in all.
    FUNDING_PARTS_ALL: count("funding-parts.{}", "Parts of funding and of its model: {}", [PART_KIND])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [kind] = {Term::RowCount("one part")} }
    /// What the components or the themes of a funding cost.
    FUNDING_PARTS_AMOUNT: money("funding.{}.{}.amount", "{}: cost of each {}, added up", [FUNDING, PART_KIND])
        by("CR49", "the sum of the parts", PREVENTION_MODEL)
        { FundingPart [funding, kind] = amount }
    /// What all components or all themes cost.
    FUNDING_PARTS_COST: money("funding-parts.{}.amount", "Parts of funding and of its model: {}, cost", [PART_KIND])
        by("CR49", "the sum of the parts", PREVENTION_MODEL)
        { FundingPart [kind] = amount }
    /// How the parts differ from the funding.
    FUNDING_PARTS_DIFFERENCE: money("funding.{}.{}.difference", "{}: cost of each {}, added up, less the funding", [FUNDING, PART_KIND])
        by("CR49", "the sum of the parts − the amount of the funding", PREVENTION_MODEL)
        { from FUNDING_PARTS_AMOUNT [0, 1] = {Term::Each} - {Term::Figure(&FUNDING_AMOUNT)} }
    /// How many parts of a funding are evaluated.
    FUNDING_EVALUATED: count("funding.{}.evaluated", "{}: parts with an evaluation", [FUNDING])
        by("CR49", "how many there are", PREVENTION_MODEL)
        { FundingPart [funding] if (evaluation given) = {Term::RowCount("one part")} }
}

findings! {
    /// The parts of a funding are not its amount.
    FUNDING_PARTS_DIFFER: warning("funding-parts-differ", "Give every part of the funding, or correct its amount.")
    /// What gives a yearly saving brings less in all its years than it costs.
    COSTS_MORE_THAN_IT_SAVES: information(
        "costs-more-than-it-saves",
        "Check the yearly saving, its unit and the years; where something else is gained, note what."
    )
}

const TESTS: &[Test] = &[
    Test::of(&FUNDING_PARTS_DIFFERENCE, Fails::Differs(Term::NOTHING), &FUNDING_PARTS_DIFFER, "not"),
    Test::of(&NET_BENEFIT, Fails::Below(Term::NOTHING), &COSTS_MORE_THAN_IT_SAVES, "below"),
];

/// Computes funding and its parts.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}
