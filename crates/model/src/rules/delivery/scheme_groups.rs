//! Schemes by status, strategy, provider, owner of the risk, and form of contract.
//!
//! * CR30: each is the sum of the gross savings of its schemes; a scheme that is printed in another list as well
//!   counts once.

use crate::calculation::{
    Dimension, Finding, Key, LIST, Ledger, ORGANISATION, SCHEME, Term, figures, findings, run_formulas,
};
use crate::plan::{
    ContractForm, PrincipleKind, RiskOwner, Row, Scheme, SchemeDevelopment, SchemeStatus, SchemeStrategy, Table,
};
use crate::rules::cquin::INDICATOR_VALUE;
use crate::rules::schemes::{GROSS, add_once, changed_contract};

const OWNERS: &str = "Arden Cluster System Plan, l. 330, 344; NHS Surrey, One Plan, l. 540, 1378";

figures! {
    /// The gross saving of a list by how far its schemes are.
    STATUS: money("schemes.list.{}.status.{}", "{}: {} schemes, gross saving", [LIST, Dimension::Choice(SchemeStatus::CHOICES)])
        by("CR30", "the sum of the schemes of the status that stand in the list itself", "Arden Cluster System Plan, l. 344; NHS Surrey, One Plan, l. 830")
        { Scheme [list, status] = {SAVING} }
    /// The gross saving by the commissioner's strategy behind it.
    STRATEGY: money("schemes.strategy.{}", "Schemes by strategy: {}", [Dimension::Choice(SchemeStrategy::CHOICES)])
        by("CR30", "the sum of the schemes, each once", "NHS Surrey, One Plan, l. 691-695")
    /// The gross saving by the way to improve value that the plan names.
    WAY: money("schemes.way.{}", "Schemes by way to improve value: {}", [Dimension::Row(Table::Principle)])
        by("CR30", "the sum of the schemes, each once", "NHS Surrey, One Plan, l. 691, 1544")
    /// The gross saving by the provider whose contract it changes.
    OF_PROVIDER: money("schemes.provider.{}", "Schemes at {}", [ORGANISATION])
        by("CR30", "the sum of the schemes, each once", "Arden Cluster System Plan, l. 1377")
    /// The gross saving by the organisation that coordinates it.
    OF_COORDINATOR: money("schemes.coordinator.{}", "Schemes coordinated by {}", [ORGANISATION])
        by("CR30", "the sum of the schemes, each once", "Arden Cluster System Plan, l. 308, 1375; NHS Surrey, One Plan, l. 1293")
    /// How many schemes were looked at for being taken up elsewhere.
    SCALED: count("schemes.assessed-for-scale-up", "Schemes assessed for being taken up elsewhere", [])
        by("CR30", "how many there are", "Arden Cluster System Plan, l. 1400")
        { Scheme [] if (scale_up given) = {Term::RowCount("one scheme")} }
    /// What of a list releases no cash, because it lies in a block contract.
    NO_CASH: money("schemes.list.{}.no-cash", "{}: savings in block contracts, which release no cash", [LIST])
        by("CR30", "the sum of the schemes in block contracts that stand in the list itself", "NHS Surrey, One Plan, l. 540")
        { Scheme [list] if (contract.Contract.form is ContractForm::Block) = {SAVING} }
    /// What CQUIN pays for the team of a scheme.
    CQUIN_OF_SCHEME: money("cquin.pays-for.{}", "{}: paid from CQUIN", [SCHEME])
        by("CR23", "the sum of the values of its indicators", "Arden Cluster System Plan, l. 358")
        { CquinIndicator [pays_for] = {Term::FigureOf(&INDICATOR_VALUE, &[Key::Row])} }
    /// The gross saving by who bears its risk.
    RISK_OWNER: money("schemes.risk-owner.{}", "Schemes whose risk lies with: {}", [Dimension::Choice(RiskOwner::CHOICES)])
        by("CR30", "the sum of the schemes, each once", OWNERS)
    /// The gross saving that rests on goodwill.
    VOLUNTARY: money("schemes.voluntary", "Schemes that rest on goodwill: gross saving", [])
        by("CR30", "the sum of the schemes, each once", OWNERS)
    /// The gross saving in contracts of one form: under a block contract it releases no cash.
    IN_FORM: money("schemes.in-contracts.{}", "Schemes in contracts of the form {}: gross saving", [Dimension::Choice(ContractForm::CHOICES)])
        by("CR30", "the sum of the schemes, each once", "NHS Surrey, One Plan, l. 540")
}

findings! {
    /// Schemes follow some of the strategies to improve value, and none follows another.
    STRATEGY_UNUSED: information("strategy-unused", "Look whether every way to improve value has been exhausted.")
    /// A scheme names no way to improve value, or a principle of another kind, although others name one; a saving that
    /// is not identified needs none.
    SCHEME_WITHOUT_A_WAY: information("scheme-without-a-way", "Choose one of the principles of the kind \"way\".")
    /// No scheme names one of the ways to improve value, although schemes name others.
    WAY_UNUSED: information("way-unused", "Look whether every way to improve value has been exhausted.")
}

/// The gross saving of a scheme, as it gives it or as follows from its full-year effect.
const SAVING: Term = Term::FigureOf(&GROSS, &[Key::Row]);

/// Computes schemes by group.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    let plan = ledger.plan;
    add_once(ledger, &STRATEGY, Scheme::strategy, |scheme| Some([scheme.strategy()? as u32]));
    add_once(ledger, &WAY, Scheme::way, |scheme| Some([scheme.way()?.index()]));
    add_once(ledger, &OF_PROVIDER, Scheme::provider, |scheme| Some([scheme.provider()?.index()]));
    add_once(ledger, &OF_COORDINATOR, Scheme::coordinator, |scheme| Some([scheme.coordinator()?.index()]));
    add_once(ledger, &RISK_OWNER, Scheme::risk_owner, |scheme| Some([scheme.risk_owner()? as u32]));
    add_once(ledger, &VOLUNTARY, Scheme::voluntary, |scheme| (scheme.voluntary() == Some(true)).then_some([]));
    add_once(ledger, &IN_FORM, Scheme::contract, |scheme| {
        Some([plan.contracts.get(changed_contract(plan, scheme)?)?.form()? as u32])
    });
    if ledger.wants_findings() {
        report_strategies(ledger);
        report_ways(ledger);
    }
}

fn is_unidentified(scheme: Row<'_, Scheme>) -> bool {
    match scheme.development() {
        Some(development) => development == SchemeDevelopment::Unidentified,
        None => scheme.status() == Some(SchemeStatus::Unidentified),
    }
}

/// A strategy that no scheme follows, where schemes say which they follow.
fn report_strategies(ledger: &mut Ledger<'_>) {
    if ledger.plan.schemes.is_unused(Scheme::strategy) {
        return;
    }
    let follows = |strategy| ledger.plan.schemes.iter().any(|(_, scheme)| scheme.strategy() == Some(strategy));
    let ways = [SchemeStrategy::ReduceDemand, SchemeStrategy::LowerCost, SchemeStrategy::Redesign];
    let unused: Vec<&str> = ways.into_iter().filter(|way| !follows(*way)).map(SchemeStrategy::word).collect();
    if unused.is_empty() || unused.len() == ways.len() {
        return;
    }
    ledger.report(|| {
        Finding::of(
            &STRATEGY_UNUSED,
            format!("No scheme follows the strategy {}.", unused.join(" or ").replace('-', " ")),
        )
    });
}

/// Where at least one scheme names a way to improve value: schemes that name none, and ways that no scheme names.
fn report_ways(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::way) {
        return;
    }
    let mut followed = vec![false; plan.principles.len()];
    for (_, scheme) in plan.schemes.iter() {
        if let Some(followed) = scheme.way().and_then(|way| followed.get_mut(way.position())) {
            *followed = true;
        }
    }
    if !followed.contains(&true) {
        return;
    }
    for (row, scheme) in plan.schemes.iter() {
        let kind = scheme.way().and_then(|way| plan.principles.get(way)).map(|way| way.kind());
        let message = match kind {
            Some(None | Some(PrincipleKind::Way)) => continue,
            Some(_) => {
                format!("\"{}\" names a way to improve value that is a principle of another kind.", scheme.name())
            }
            // A scheme that repeats another is classed where that one is printed.
            None if scheme.same_as().is_some() => continue,
            // Of what nobody knows by what it is made, nobody knows the way either.
            None if is_unidentified(scheme) => continue,
            None => format!("\"{}\" is not classed by a way to improve value, although others are.", scheme.name()),
        };
        ledger.report(|| Finding::of(&SCHEME_WITHOUT_A_WAY, message).at(Table::Scheme, row.index(), "way"));
    }
    for ((row, principle), followed) in plan.principles.iter().zip(followed) {
        if followed || principle.kind() != Some(PrincipleKind::Way) {
            continue;
        }
        ledger.report(|| {
            Finding::of(&WAY_UNUSED, format!("No scheme improves value by \"{}\".", principle.name())).at(
                Table::Principle,
                row.index(),
                "name",
            )
        });
    }
}
