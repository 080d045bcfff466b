//! Risks.
//!
//! * CR44: score = likelihood × consequence, each 1 to 5; the residual score likewise. The bands
//!   are parameters, because the plans print none. A product that is not printed is computed; a
//!   residual risk above the first is a finding; the same risk twice is a finding.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "risks": [
//!         {"id": "a", "name": "Schemes are not identified", "likelihood": "5", "consequence": "4", "residual_likelihood": "2", "residual_consequence": "5"},
//!         {"id": "b", "name": "Local pricing stalls"},
//!         {"id": "c", "name": "Local pricing stalls"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("risk.a.score"), "20");
//! assert_eq!(outcome.text("risk.a.rating"), "1");
//! assert_eq!(outcome.text("risks.heat-map.5.4"), "1");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "risk-given-twice"));
//! assert!(outcome.findings.iter().any(|finding| finding.code == "residual-risk-higher"));
//! ```

use crate::calculation::{Dimension, Finding, Ledger, Number, PROGRAMME, Term, figures, findings, run_formulas};
use crate::parameters::{AMBER_FROM, RED_FROM};
use crate::plan::{Choice, ConsequenceType, NumberCell, Risk, Row, Table};
use crate::quantity::{Count, InOrder, whole};

const RISK: Dimension = Dimension::Row(Table::Risk);
const SCALE: &[Choice] =
    &[Choice::new("1", ""), Choice::new("2", ""), Choice::new("3", ""), Choice::new("4", ""), Choice::new("5", "")];
const SCORED: &str = "Arden Cluster System Plan, l. 1733-1753";
const REGISTER: &str = "NHS Surrey, One Plan, l. 1377-1510";

figures! {
    /// The score of a risk.
    SCORE: number("risk.{}.score", "{}: score", [RISK])
        by("CR44", "likelihood × consequence", SCORED)
        { Risk [*] = likelihood * consequence }
    /// The score that remains after mitigation.
    RESIDUAL: number("risk.{}.residual-score", "{}: residual score", [RISK])
        by("CR44", "residual likelihood × residual consequence", SCORED)
        { Risk [*] = residual_likelihood * residual_consequence }
    /// What mitigation takes off the score.
    MITIGATED: number("risk.{}.mitigated", "{}: taken off by mitigation", [RISK])
        by("CR44", "score − residual score", SCORED)
        { Risk [*] = [SCORE] - [RESIDUAL] }
    /// The rating of a risk.
    RATING: rating("risk.{}.rating", "{}: rating", [RISK])
        by("CR44", "red or amber from the scores that are set, otherwise green", SCORED)
    /// The rating after mitigation.
    RESIDUAL_RATING: rating("risk.{}.residual-rating", "{}: rating after mitigation", [RISK])
        by("CR44", "red or amber from the scores that are set, otherwise green", SCORED)
    /// How many risks have a likelihood and a consequence.
    HEAT: count("risks.heat-map.{}.{}", "Risks of likelihood {} and consequence {}", [Dimension::Choice(SCALE), Dimension::Choice(SCALE)])
        by("CR44", "how many there are", SCORED)
    /// How many risks there are.
    COUNT: count("risks.number", "Risks", [])
        by("CR44", "how many there are", REGISTER)
        { Risk [] = {Term::RowCount("one risk")} }
    /// How many of them are scored.
    SCORED_COUNT: count("risks.scored", "Risks with a score", [])
        by("CR44", "how many have likelihood and consequence", REGISTER)
        { from SCORE [] = {Term::RowCount("one risk")} }
    /// How many of them are not scored.
    UNSCORED: count("risks.not-scored", "Risks without a score", [])
        by("CR44", "how many lack likelihood or consequence", REGISTER)
        { from COUNT [] = {Term::Each} - ([SCORED_COUNT] or {Term::NOTHING}) }
    /// How many risks a programme has.
    OF_PROGRAMME: count("risks.programme.{}", "{}: risks", [PROGRAMME])
        by("CR44", "how many there are", REGISTER)
        { Risk [programme] = {Term::RowCount("one risk")} }
    /// How many risks would harm what.
    OF_TYPE: count("risks.type.{}", "Risks that would harm: {}", [Dimension::Choice(ConsequenceType::CHOICES)])
        by("CR44", "how many there are", REGISTER)
        { Risk [consequence_type] = {Term::RowCount("one risk")} }
    /// How many risks were escalated.
    ESCALATED: count("risks.escalated", "Risks taken to a board", [])
        by("CR44", "how many there are", "Arden Cluster System Plan, l. 1642; NHS Surrey, One Plan, l. 1391")
        { Risk [] if (escalated_to given) = {Term::RowCount("one risk")} }
}

findings! {
    /// A likelihood or a consequence is not a whole number from 1 to 5.
    RISK_OUTSIDE_ITS_SCALE: warning("risk-outside-its-scale", "Give a whole number from 1 to 5.")
    /// A risk has a likelihood without a consequence, or the other way round.
    RISK_HALF_SCORED: warning("risk-half-scored", "Give both, or neither.")
    /// A likelihood or a consequence is higher after mitigation than before.
    RESIDUAL_RISK_HIGHER: warning(
        "residual-risk-higher",
        "Correct one of the two, or settle the finding with a note why mitigation makes it worse."
    )
    /// Two risks have names that differ in nothing but capitals, spaces and punctuation.
    RISK_GIVEN_TWICE: warning("risk-given-twice", "Merge the two, or say in what they differ.")
}

/// Computes scores, and looks for what is missing, wrong or given twice.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    rate(ledger);
    ledger.start_rule(&[&HEAT]);
    heat_map(ledger);
    if ledger.wants_findings() {
        report_scales(ledger);
        report_higher(ledger);
        report_repeats(ledger);
    }
}

fn rate(ledger: &mut Ledger<'_>) {
    let limit = |parameter| ledger.parameter(parameter, None);
    let (Some(amber), Some(red)) = (limit(&AMBER_FROM), limit(&RED_FROM)) else { return };
    for (score, rating) in [(&SCORE, &RATING), (&RESIDUAL, &RESIDUAL_RATING)] {
        for (key, score) in ledger.all(score) {
            let from = |limit: &Number| !score.minus(limit).is_negative();
            let (level, reason) = if from(&red) {
                (1, "from the score for red")
            } else if from(&amber) {
                (2, "from the score for amber")
            } else {
                (3, "below the score for amber")
            };
            let level = Number::constant(whole(level), reason).because(reason, &[&score, &amber, &red]);
            ledger.publish(rating, [key.index.get(0)], level);
        }
    }
}

/// The position of a level on the scale of 1 to 5.
fn step(level: Option<NumberCell<Count>>) -> Option<u32> {
    let level = level?.get().whole_number().filter(|level| (1..=5).contains(level))?;
    u32::try_from(level - 1).ok()
}

fn heat_map(ledger: &mut Ledger<'_>) {
    let mut counts = [[0_i64; 5]; 5];
    for (_, risk) in ledger.plan.risks.iter() {
        let (Some(likelihood), Some(consequence)) = (step(risk.likelihood()), step(risk.consequence())) else {
            continue;
        };
        if let Some(count) = counts.get_mut(likelihood as usize).and_then(|row| row.get_mut(consequence as usize)) {
            *count += 1;
        }
    }
    for (likelihood, row) in (0_u32..).zip(counts) {
        for (consequence, count) in (0_u32..).zip(row) {
            if count > 0 {
                let count = Number::constant(whole(count), "how many there are");
                ledger.publish(&HEAT, [likelihood, consequence], count);
            }
        }
    }
}

fn report_scales(ledger: &mut Ledger<'_>) {
    for (row, risk) in ledger.plan.risks.iter() {
        let levels = [
            ("likelihood", risk.likelihood()),
            ("consequence", risk.consequence()),
            ("residual_likelihood", risk.residual_likelihood()),
            ("residual_consequence", risk.residual_consequence()),
        ];
        for (column, level) in levels {
            if level.is_none() || step(level).is_some() {
                continue;
            }
            ledger.report(|| {
                Finding::of(
                    &RISK_OUTSIDE_ITS_SCALE,
                    format!("\"{}\": the {} is not one of 1 to 5.", risk.name(), column.replace('_', " ")),
                )
                .at(Table::Risk, row.index(), column)
            });
        }
        let pairs = [
            [("likelihood", risk.likelihood()), ("consequence", risk.consequence())],
            [
                ("residual_likelihood", risk.residual_likelihood()),
                ("residual_consequence", risk.residual_consequence()),
            ],
        ];
        for [left, right] in pairs {
            let (given, missing) = match (left.1.is_some(), right.1.is_some()) {
                (true, false) => (left.0, right.0),
                (false, true) => (right.0, left.0),
                _ => continue,
            };
            let named = |column: &str| column.replace('_', " ");
            ledger.report(|| {
                let message =
                    format!("\"{}\" has a {} and no {}: it has no score.", risk.name(), named(given), named(missing));
                Finding::of(&RISK_HALF_SCORED, message).at(Table::Risk, row.index(), missing).at(
                    Table::Risk,
                    row.index(),
                    given,
                )
            });
        }
    }
}

/// Mitigation should not make likelihood or consequence worse.
fn report_higher(ledger: &mut Ledger<'_>) {
    for (row, risk) in ledger.plan.risks.iter() {
        let pairs = [
            ("residual_likelihood", risk.likelihood(), risk.residual_likelihood()),
            ("residual_consequence", risk.consequence(), risk.residual_consequence()),
        ];
        for (column, before, after) in pairs {
            let (Some(before), Some(after)) = (before, after) else { continue };
            if !before.fixed().minus(after.fixed()).is_negative() {
                continue;
            }
            ledger.report(|| {
                Finding::of(
                    &RESIDUAL_RISK_HIGHER,
                    format!(
                        "\"{}\": the {} rises from {} to {} after mitigation.",
                        risk.name(),
                        column.trim_start_matches("residual_"),
                        before.get(),
                        after.get()
                    ),
                )
                .at(Table::Risk, row.index(), column)
            });
        }
    }
}

/// Risks whose names differ in nothing but capitals, spaces and punctuation.
fn report_repeats(ledger: &mut Ledger<'_>) {
    let letters = |risk: Row<'_, Risk>| -> String {
        risk.name()
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .map(|letter| letter.to_ascii_lowercase())
            .collect()
    };
    let mut names: Vec<(String, u32)> =
        ledger.plan.risks.iter().map(|(row, risk)| (letters(risk), row.index())).collect();
    // Of equal names by their ids and not by their rows: what is said is the same in whatever order the rows stand.
    names.order_by(|(left, one), (right, other)| {
        let id = |row: &u32| ledger.plan.identifier(Table::Risk, *row);
        (left, id(one)).cmp(&(right, id(other)))
    });
    for ((name, earlier), (next, later)) in names.iter().zip(names.iter().skip(1)) {
        if name != next {
            continue;
        }
        let title = ledger.plan.title(Table::Risk, *later).unwrap_or_default();
        let message = format!("\"{title}\" stands in the register twice.");
        ledger.report(|| {
            Finding::of(&RISK_GIVEN_TWICE, message).at(Table::Risk, *later, "name").at(Table::Risk, *earlier, "name")
        });
    }
}
