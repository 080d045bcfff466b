use super::kinds::{DERIVED_AMOUNT, DERIVED_COUNT, DERIVED_NUMBER, DERIVED_SHARE};
use super::units;
use crate::calculation::{
    CellAddress, FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, Unit, findings_of_part, format,
};
use crate::plan::{DerivedFigure, DerivedUnit, Id, Operation, Plan, Row, Table, TermRole, shortened};
use crate::quantity::InOrder;
use crate::rules::common_findings::{UNIT_DOES_NOT_FIT, UNKNOWN_FIGURE};
use crate::rules::rings::{Link, rings};
use std::collections::{BTreeMap, BTreeSet};

findings_of_part! {
    /// A derived figure has too few or too many terms for its operation, or one that cannot be worked out.
    DERIVED_FIGURE_WITHOUT_ITS_TERMS: error(
        "derived-figure-without-its-terms",
        "Correct the figure on which it stands; what is wrong with it is another finding."
    )
    /// Derived figures stand on each other in a circle, or one on itself.
    DERIVED_FIGURES_IN_A_CIRCLE: error(
        "derived-figures-in-a-circle",
        "Name another figure in one of the terms: each must in the end stand on figures that follow from the plan."
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
            Some(row) if failed.contains(&row) => ledger.report(|| stands_on_failed(term.row, id)),
            Some(row) if waiting.waits(row) => links.push((at, row as usize, term.row)),
            _ if term.figure.and_then(|figure| ledger.find(figure)).is_none() => {
                ledger.report(|| unknown(term.row, id));
            }
            _ => {}
        }
    }
    for circle in rings(plan.derived_figures.len(), &links) {
        ledger.report(|| in_a_circle(plan, &circle));
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

fn unknown(term: u32, id: &str) -> Finding {
    Finding::of(
        &UNKNOWN_FIGURE,
        format!(
            "There is no figure \"{}\" on which a derived figure could stand, or it stands on too many others.",
            shortened(id)
        ),
    )
    .at(Table::DerivedTerm, term, "figure")
    .advise("Correct the id; a derived figure may stand on others up to 30 deep.")
}

/// How many figures of a circle are named in words; all of its terms are among the places.
const MOST_NAMED: usize = 5;

fn in_a_circle(plan: &Plan, circle: &[Link]) -> Finding {
    let named = |(at, ..): &Link| {
        let figure = u32::try_from(*at).ok().and_then(|row| plan.derived_figures.get(Id::at(row)));
        format!("\"{}\"", figure.map(|figure| figure.name()).unwrap_or_default())
    };
    let figures: BTreeMap<usize, String> = circle.iter().map(|link| (link.0, named(link))).collect();
    let mut names: Vec<String> = figures.into_values().collect();
    names.order_by(Ord::cmp);
    let message = match names.as_slice() {
        [one] => format!("{one} stands on itself: it cannot be worked out."),
        _ => format!(
            "{} stand on each other in a circle: none of them can be worked out.",
            format::some_of(names, MOST_NAMED, ", ")
        ),
    };
    let places = circle.iter().map(|(.., row)| CellAddress { table: Table::DerivedTerm, row: *row, column: "figure" });
    Finding::of(&DERIVED_FIGURES_IN_A_CIRCLE, message).at_cells(places)
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
