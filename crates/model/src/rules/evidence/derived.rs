mod said;

use super::units;
use crate::calculation::{FigureKey, Ledger, Number, NumberTotal, Unit, findings_of_part};
use crate::plan::{Id, Operation, Plan, TermRole};
use crate::quantity::InOrder;
use crate::rules::rings::{Link, rings};
use said::kind_of;
use std::collections::BTreeSet;

findings_of_part! {
    ..said
}

/// How many derived figures may stand on one another in a chain.
const DEEPEST: usize = 30;

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
                    ledger.report(|| said::misfit(id, figure, &why));
                    failed.insert(row);
                }
                (None, _) => {
                    ledger.report(|| said::too_few(id, figure));
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
    report_left(ledger, &waiting, &failed);
}

/// What is left at the end, each cause once: figures that stand on each other in a circle, terms that name no figure, and
/// what stands on a figure that failed. What only stands on such a figure follows from it, and is not told again.
fn report_left(ledger: &mut Ledger<'_>, waiting: &Waiting, failed: &BTreeSet<u32>) {
    let plan = ledger.plan;
    let mut links: Vec<Link> = Vec::new();
    for (at, term) in waiting.left() {
        let id = plan.derived_terms.get(Id::at(term.row)).map(|term| term.figure()).unwrap_or_default();
        match term.figure.and_then(|figure| derived_row(plan, figure)) {
            Some(row) if failed.contains(&row) => ledger.report(|| said::stands_on_failed(term.row, id)),
            Some(row) if waiting.waits(row) => links.push((at, row as usize, term.row)),
            _ if term.figure.and_then(|figure| ledger.find(figure)).is_none() => {
                ledger.report(|| said::unknown(term.row, id));
            }
            _ => {}
        }
    }
    for circle in rings(plan.derived_figures.len(), &links) {
        ledger.report(|| said::in_a_circle(plan, &circle));
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

    /// Whether one waits to the end.
    fn waits(&self, row: u32) -> bool {
        self.missing.get(row as usize).is_some_and(|missing| *missing > 0)
    }

    /// The terms of those that wait to the end, each with the position of the derived figure to which it belongs.
    fn left(&self) -> impl Iterator<Item = (usize, DerivedTermOf)> {
        let left = self.terms.iter().zip(&self.missing).enumerate().filter(|(_, (_, missing))| **missing > 0);
        left.flat_map(|(at, (terms, _))| terms.iter().map(move |term| (at, *term)))
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
