//! Gates that a scheme or a programme must pass.
//!
//! * CR50: a scheme must not begin before its gates are passed.

use crate::calculation::{Dimension, Finding, Ledger, PROGRAMME, SCHEME, Term, figures, findings, run_formulas};
use crate::plan::{GateKind, GateState, Table};
use crate::rules::delays::delays;

const GATES: &str = "NHS Surrey, One Plan, l. 643, 1347; Arden Cluster System Plan, l. 499, 1613, 1652, 1700";

figures! {
    /// How many gates a programme has.
    PROGRAMME_GATES: count("programme.{}.gates", "{}: gates", [PROGRAMME])
        by("CR50", "how many there are", GATES)
        { Gate [programme] = {Term::RowCount("one gate")} }
    /// How many gates are how far.
    GATE_STATES: count("gates.{}.{}", "Gates: {}, {}", [Dimension::Choice(GateKind::CHOICES), Dimension::Choice(GateState::CHOICES)])
        by("CR50", "how many there are", GATES)
        { Gate [kind, state] = {Term::RowCount("one gate")} }
    /// How many gates a scheme has still to pass.
    OPEN_GATES: count("scheme.{}.open-gates", "{}: gates still to pass", [SCHEME])
        by("CR50", "how many are open or failed", GATES)
        { Gate [scheme] if (state is not GateState::Passed) (state is not GateState::NotNeeded) = {Term::RowCount("one gate")} }
}

findings! {
    /// A programme has no gate on its effect on equality, although others have.
    PROGRAMME_WITHOUT_GATE: information(
        "programme-without-gate",
        "Assess the effect on equality, with a section on carers."
    )
    /// A scheme has begun by the day of the plan, and a gate of it is open or failed.
    STARTED_BEFORE_ITS_GATE: warning("started-before-its-gate", "Pass the gate, or stop the scheme until it is passed.")
}

/// Computes gates, and looks at what has begun too early.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    if ledger.wants_findings() {
        report_programmes_without_gate(ledger);
        let (delays, _) = delays(ledger.plan);
        report_gates(ledger, &delays);
    }
}

/// A programme without the gate on equality, where others have one.
fn report_programmes_without_gate(ledger: &mut Ledger<'_>) {
    let mut has = vec![false; ledger.plan.programmes.len()];
    for (_, gate) in ledger.plan.gates.iter().filter(|(_, gate)| gate.kind() == Some(GateKind::Equality)) {
        if let Some(has) = gate.programme().and_then(|programme| has.get_mut(programme.position())) {
            *has = true;
        }
    }
    if !has.contains(&true) {
        return;
    }
    for ((row, programme), _) in ledger.plan.programmes.iter().zip(has).filter(|(_, has)| !has) {
        ledger.report(|| {
            Finding::of(
                &PROGRAMME_WITHOUT_GATE,
                format!("\"{}\" has no gate on its effect on equality, which other programmes have.", programme.name()),
            )
            .at(Table::Programme, row.index(), "name")
        });
    }
}

/// Schemes that have begun although a gate is not passed.
fn report_gates(ledger: &mut Ledger<'_>, delays: &[i32]) {
    let plan = ledger.plan;
    let Some(today) = plan.details().and_then(|details| details.as_of()) else { return };
    for (row, gate) in plan.gates.iter() {
        let Some(id) = gate.scheme().filter(|_| matches!(gate.state(), Some(GateState::Open | GateState::Failed)))
        else {
            continue;
        };
        let Some(scheme) = plan.schemes.get(id) else { continue };
        let delay = delays.get(id.position()).copied().unwrap_or_default();
        if scheme.start().is_none_or(|start| start.later(delay).first_day() > today) {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &STARTED_BEFORE_ITS_GATE,
                format!(
                    "\"{}\" has begun, but its gate \"{}\" is {}.",
                    scheme.name(),
                    gate.kind().map_or("", GateKind::word),
                    gate.state().map_or("", GateState::word)
                ),
            )
            .at(Table::Gate, row.index(), "state")
        });
    }
}
