//! Figures that stand alone in the text, figures that a plan works out in a way of its own, and
//! statements that contradict each other.
//!
//! * CR62: what is printed in two places is held against each other; see also the outcome's
//!   comparison of printed and computed figures.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "quantities": [
//!         {"id": "made", "name": "Savings made", "amount": "2.0", "unit": "£m"},
//!         {"id": "target", "name": "Target", "amount": "8.0", "unit": "£m"}
//!     ],
//!     "derived_figures": [{"id": "part", "name": "Part that is made", "unit": "share", "operation": "ratio"}],
//!     "derived_terms": [
//!         {"derived": "part", "role": "of", "figure": "quantity.amount.made"},
//!         {"derived": "part", "role": "by", "figure": "quantity.amount.target"}
//!     ],
//!     "statements": [
//!         {"subject": "Zero length of stay", "says": "not paid"},
//!         {"subject": "Zero length of stay", "says": "paid at a local price"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("derived.share.part"), "0.25");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "statements-differ"));
//! ```

use crate::calculation::{
    CellAddress, Dimension, FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, figures, run_formulas,
};
use crate::plan::{DerivedFigure, DerivedUnit, Id, Operation, Row, Table, TermRole, shortened};
use crate::quantity::InOrder;

const QUANTITY: Dimension = Dimension::Row(Table::Quantity);
const DERIVED: Dimension = Dimension::Row(Table::DerivedFigure);
const SOURCE: &str = "the plan";

figures! {
    /// An amount that stands alone.
    AMOUNT: money("quantity.amount.{}", "{}", [QUANTITY])
        by("CR62", "the amount that the plan gives", SOURCE)
        { Quantity [*] = amount }
    /// A number of things that stands alone.
    COUNT: count("quantity.count.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = count }
    /// A share that stands alone.
    SHARE: percent("quantity.share.{}", "{}", [QUANTITY])
        by("CR62", "the share that the plan gives", SOURCE)
        { Quantity [*] = share }
    /// A number that stands alone.
    NUMBER: number("quantity.number.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = number }
    /// An amount that the plan works out in its own way.
    DERIVED_AMOUNT: money("derived.amount.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number of things that the plan works out in its own way.
    DERIVED_COUNT: count("derived.count.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A share that the plan works out in its own way.
    DERIVED_SHARE: percent("derived.share.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number that the plan works out in its own way.
    DERIVED_NUMBER: number("derived.number.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
}

/// Publishes figures that stand alone, works out derived ones, and compares statements.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    derived(ledger);
    if ledger.wants_findings() {
        report_statements(ledger);
    }
}

/// How many derived figures may stand on one another in a chain.
const DEEPEST: usize = 30;

const fn kind_of(unit: DerivedUnit) -> &'static FigureKind {
    match unit {
        DerivedUnit::Amount => &DERIVED_AMOUNT,
        DerivedUnit::Count => &DERIVED_COUNT,
        DerivedUnit::Share => &DERIVED_SHARE,
        DerivedUnit::Number => &DERIVED_NUMBER,
    }
}

fn derived(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut waiting = Waiting::of(ledger);
    // In rounds: one that stands on another waits for it, in whichever order they are written. What is found in a
    // round is there for the next only, so that the order of rows does not matter.
    let mut ready = waiting.ready();
    for _ in 0..DEEPEST {
        let mut found_now = Vec::new();
        for row in std::mem::take(&mut ready) {
            let id = Id::at(row);
            let Some(figure) = plan.derived_figures.get(id) else { continue };
            let terms = waiting.terms(row);
            let numbers: Vec<(TermRole, Number)> =
                terms.iter().filter_map(|term| Some((term.role, ledger.find(term.figure?)?))).collect();
            match worked_out(figure.operation(), &numbers) {
                Some(number) => found_now.push((kind_of(figure.unit()), row, number)),
                None => ledger.report(|| too_few(id, figure)),
            }
        }
        for (kind, row, number) in found_now {
            ledger.publish(kind, [row], number);
            ready.extend(waiting.found(row));
        }
        ready.order_by(Ord::cmp);
    }
    for term in waiting.left() {
        if term.figure.and_then(|figure| ledger.find(figure)).is_none() {
            ledger.report(|| {
                unknown(
                    term.row,
                    plan.derived_terms.get(Id::at(term.row)).map(|term| term.figure()).unwrap_or_default(),
                )
            });
        }
    }
}

/// A term of a derived figure.
#[derive(Clone, Copy)]
struct DerivedTermOf {
    row: u32,
    role: TermRole,
    figure: Option<FigureKey>,
}

/// The derived figures that wait for others, or for what no rule computes.
struct Waiting {
    terms: Vec<Vec<DerivedTermOf>>,
    /// For how many of its terms each still waits.
    missing: Vec<usize>,
    /// Which derived figures wait for each of them, once for every term.
    followers: Vec<Vec<u32>>,
}

impl Waiting {
    fn of(ledger: &Ledger<'_>) -> Self {
        let plan = ledger.plan;
        let count = plan.derived_figures.len();
        let mut waiting =
            Self { terms: vec![Vec::new(); count], missing: vec![0; count], followers: vec![Vec::new(); count] };
        for (row, term) in plan.derived_terms.iter() {
            let derived = term.derived();
            let figure = ledger.resolve(term.figure());
            let is_found = figure.is_some_and(|figure| ledger.find(figure).is_some());
            if let Some(terms) = waiting.terms.get_mut(derived.position()) {
                terms.push(DerivedTermOf { row: row.index(), role: term.role(), figure });
            }
            if is_found {
                continue;
            }
            if let Some(missing) = waiting.missing.get_mut(derived.position()) {
                *missing += 1;
            }
            // A derived figure comes about in its own unit only.
            let other = figure.map(|figure| (figure.kind, Id::at(figure.index.get(0))));
            let other = other.filter(|(kind, other)| {
                let unit = plan.derived_figures.get(*other).map(|other| other.unit());
                unit.is_some_and(|unit| std::ptr::eq(kind_of(unit), *kind))
            });
            if let Some(followers) = other.and_then(|(_, other)| waiting.followers.get_mut(other.position())) {
                followers.push(derived.index());
            }
        }
        waiting
    }

    /// Those that wait for nothing.
    fn ready(&self) -> Vec<u32> {
        (0..).zip(&self.missing).filter(|(_, missing)| **missing == 0).map(|(row, _)| row).collect()
    }

    fn terms(&self, row: u32) -> &[DerivedTermOf] {
        self.terms.get(row as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those that wait for nothing any more, now that one is found.
    fn found(&mut self, row: u32) -> Vec<u32> {
        let followers = self.followers.get_mut(row as usize).map(std::mem::take).unwrap_or_default();
        let mut ready = Vec::new();
        for follower in followers {
            if let Some(missing) = self.missing.get_mut(follower as usize) {
                *missing -= 1;
                if *missing == 0 {
                    ready.push(follower);
                }
            }
        }
        ready
    }

    /// The terms of those that wait to the end.
    fn left(&self) -> impl Iterator<Item = DerivedTermOf> {
        self.terms.iter().zip(&self.missing).filter(|(_, missing)| **missing > 0).flat_map(|(terms, _)| terms).copied()
    }
}

/// The result; `None` where the operation lacks a term, or has one for which it has no use.
fn worked_out(operation: Operation, terms: &[(TermRole, Number)]) -> Option<Number> {
    let part = |role: TermRole| {
        let mut total = NumberTotal::default();
        let mut count = 0_usize;
        for (_, number) in terms.iter().filter(|(of, _)| *of == role) {
            total.add(number);
            count += 1;
        }
        (count > 0).then(|| total.finish())
    };
    let (of, less, by) = (part(TermRole::Of)?, part(TermRole::Less), part(TermRole::By));
    let one = || Number::the_whole();
    match (operation, less, by) {
        (Operation::Sum, None, None) => Some(of),
        (Operation::Difference, Some(less), None) => Some(of.minus(&less)),
        (Operation::Ratio, None, Some(by)) => Some(of.over(&by)),
        (Operation::Change, None, Some(by)) => Some(of.over(&by).minus(&one())),
        (Operation::Product, None, None) => match terms {
            [(_, number)] => Some(*number),
            _ => Some(Number::product(&terms.iter().map(|(_, number)| *number).collect::<Vec<_>>())),
        },
        _ => None,
    }
}

fn unknown(term: u32, id: &str) -> Finding {
    Finding::error(
        "unknown-figure",
        format!(
            "There is no figure \"{}\" on which a derived figure could stand, or it \
             stands on too many others or on itself.",
            shortened(id)
        ),
    )
    .at(Table::DerivedTerm, term, "figure")
    .advise(
        "Correct the id; a derived figure may stand on others up to 30 deep, and \
         never on itself.",
    )
}

fn too_few(row: Id<DerivedFigure>, figure: Row<'_, DerivedFigure>) -> Finding {
    Finding::error(
        "derived-figure-without-its-terms",
        format!("\"{}\" cannot be worked out from the terms that are given.", figure.name()),
    )
    .at(Table::DerivedFigure, row.index(), "operation")
    .advise(
        "A difference needs a term that is taken off, a ratio or a change one \
         that is divided by, everything else neither.",
    )
}

/// The same subject with different words, dates or numbers.
fn report_statements(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<_> = ledger.plan.statements.iter().collect();
    rows.order_by_key(|(_, statement)| statement.subject());
    for about_one in rows.chunk_by(|(_, left), (_, right)| left.subject() == right.subject()) {
        let [(_, first), others @ ..] = about_one else { continue };
        if others.iter().all(|(_, other)| other.says() == first.says()) {
            continue;
        }
        let said: Vec<String> = about_one.iter().map(|(_, statement)| format!("\"{}\"", statement.says())).collect();
        ledger.report(|| {
            Finding::information(
                "statements-differ",
                format!("{}: the plan says {}.", first.subject(), said.join(" and ")),
            )
            .at_cells(about_one.iter().map(|(row, _)| CellAddress {
                table: Table::Statement,
                row: row.index(),
                column: "says",
            }))
            .advise("Settle which of them holds.")
        });
    }
}
