use super::kinds::{DERIVED_AMOUNT, DERIVED_COUNT, DERIVED_NUMBER, DERIVED_SHARE};
use super::units;
use crate::calculation::{FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, Unit, findings_of_part};
use crate::plan::{DerivedFigure, DerivedUnit, Id, Operation, Plan, Row, Table, TermRole, shortened};
use crate::quantity::InOrder;
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};
use std::collections::BTreeSet;

findings_of_part! {
    /// A derived figure has too few or too many terms for its operation, or one that cannot be worked out.
    DERIVED_FIGURE_WITHOUT_ITS_TERMS: error(
        "derived-figure-without-its-terms",
        "Correct the figure on which it stands; what is wrong with it is another finding."
    )
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

/// Works out every derived figure, whatever others it stands on.
pub(super) fn work_out(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut waiting = Waiting::of(ledger);
    // In rounds: one that stands on another waits for it, in whichever order they are written. What is found in a
    // round is there for the next only, so that the order of rows does not matter.
    let mut ready = waiting.ready();
    let mut failed = BTreeSet::new();
    for _ in 0..DEEPEST {
        let mut found_now = Vec::new();
        for row in std::mem::take(&mut ready) {
            let id = Id::at(row);
            let Some(figure) = plan.derived_figures.get(id) else { continue };
            let terms = waiting.terms(row);
            let numbers: Vec<(TermRole, Number)> =
                terms.iter().filter_map(|term| Some((term.role, ledger.find(term.figure?)?))).collect();
            let units: Vec<(TermRole, Unit)> =
                terms.iter().filter_map(|term| Some((term.role, term.figure?.kind.unit))).collect();
            match (worked_out(figure.operation(), &numbers), units::misfit(figure.operation(), &units, figure.unit())) {
                (Some(number), None) => found_now.push((kind_of(figure.unit()), row, number)),
                (Some(_), Some(why)) => {
                    ledger.report(|| misfit(id, figure, &why));
                    failed.insert(row);
                }
                (None, _) => {
                    ledger.report(|| too_few(id, figure));
                    failed.insert(row);
                }
            }
        }
        for (kind, row, number) in found_now {
            ledger.publish(kind, [row], number);
            ready.extend(waiting.found(row));
        }
        ready.order_by(Ord::cmp);
    }
    for term in waiting.left() {
        // Of those that stand on one that failed, the first alone is told: the others follow from it.
        if term.figure.and_then(|figure| derived_row(plan, figure)).is_some_and(|row| failed.contains(&row)) {
            let id = plan.derived_terms.get(Id::at(term.row)).map(|term| term.figure()).unwrap_or_default();
            ledger.report(|| stands_on_failed(term.row, id));
        } else if term.figure.and_then(|figure| ledger.find(figure)).is_none() {
            ledger.report(|| {
                unknown(
                    term.row,
                    plan.derived_terms.get(Id::at(term.row)).map(|term| term.figure()).unwrap_or_default(),
                )
            });
        }
    }
}

/// The row of the derived figure that a figure is. It comes about in its own unit only.
fn derived_row(plan: &Plan, figure: FigureKey) -> Option<u32> {
    let row = figure.index.get(0);
    let unit = plan.derived_figures.get(Id::at(row))?.unit();
    std::ptr::eq(kind_of(unit), figure.kind).then_some(row)
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
            let other = figure.and_then(|figure| derived_row(plan, figure));
            if let Some(followers) = other.and_then(|other| waiting.followers.get_mut(other as usize)) {
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
    Finding::of(
        &UNKNOWN_FIGURE,
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

fn stands_on_failed(term: u32, id: &str) -> Finding {
    Finding::of(
        &DERIVED_FIGURE_WITHOUT_ITS_TERMS,
        format!("A derived figure stands on \"{}\", which cannot be worked out.", shortened(id)),
    )
    .at(Table::DerivedTerm, term, "figure")
}

fn misfit(row: Id<DerivedFigure>, figure: Row<'_, DerivedFigure>, why: &str) -> Finding {
    Finding::of(&UNIT_DOES_NOT_FIT, format!("\"{}\" cannot be worked out by its units: {why}.", figure.name()))
        .at(Table::DerivedFigure, row.index(), "unit")
        .figure(kind_of(figure.unit()).at([row.index()]))
        .advise(
            "Take terms that belong together, or correct the operation or the unit. Money over money is a share or a \
             number, money over a number of things is money, a change is a share.",
        )
}

fn too_few(row: Id<DerivedFigure>, figure: Row<'_, DerivedFigure>) -> Finding {
    Finding::of(
        &DERIVED_FIGURE_WITHOUT_ITS_TERMS,
        format!("\"{}\" cannot be worked out from the terms that are given.", figure.name()),
    )
    .at(Table::DerivedFigure, row.index(), "operation")
    .advise(
        "A difference needs a term that is taken off, a ratio or a change one \
         that is divided by, everything else neither.",
    )
}
