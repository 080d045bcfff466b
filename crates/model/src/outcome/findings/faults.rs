//! Figures that have no number, and why: said once for each reason, and not as a second error where an error says it already.

use super::doubtful::cells_of;
use crate::calculation::{
    Dimension, FigureIndex, FigureKey, Finding, FindingKind, Severity, StepId, Unit, findings, format,
};
use crate::outcome::recorded::FigureTolerances;
use crate::outcome::{Outcome, Recording};
use crate::plan::{CellAddress, ColumnKind, Plan, Table};
use crate::quantity::Fault;
use crate::rules::empty_cells::NOT_GIVEN;
use std::collections::BTreeSet;

findings! {
    /// A figure is larger than the largest number that can be computed with.
    FIGURE_TOO_LARGE: error("figure-too-large", "Check the units of the amounts it stands on.")
    /// A figure cannot be computed because something that it stands on is not given; where another finding says what, or
    /// why what is given cannot be used, that is only worth knowing.
    FIGURE_NOT_GIVEN: error or information(
        "figure-not-given",
        "Give what is missing; the explanation of the figure shows what it stands on."
    )
    /// A figure cannot be computed because it would be divided by nothing; a percentage of nothing is no finding.
    FIGURE_DIVIDES_BY_ZERO: error(
        "figure-divides-by-zero",
        "Correct what it is divided by; the explanation of the figure shows it."
    )
}

/// Whether a code is that of a finding about a figure that has no number.
pub(in crate::outcome) fn is_fault(code: &str) -> bool {
    FINDINGS.iter().any(|kind| kind.code == code)
}

/// What to do where another error says what is wrong.
const WHAT_IS_SAID: &str = "Mend what the error says that names it or what it stands on: then it can be computed.";

/// A figure that has no value must be seen: too large, or lacking what it stands on. Only a percentage of nothing is no fault
/// of the plan; it is shown as n/a.
pub(in crate::outcome) fn report(outcome: &mut Outcome, plan: &Plan, tolerances: &mut FigureTolerances<'_>) {
    let mut faulty: Vec<(Fault, FigureKey)> = Vec::new();
    for series in outcome.series.iter().filter(|series| series.has_faults()) {
        for (key, value) in series.iter().filter(|(_, value)| value.shown().is_fault()) {
            let share = |fault| fault == Fault::DivisionByZero && key.kind.unit == Unit::Percent;
            faulty.extend(value.shown().value().err().filter(|fault| !share(*fault)).map(|fault| (fault, key)));
        }
    }
    let of_fault =
        |fault| -> Vec<FigureKey> { faulty.iter().filter(|(of, _)| *of == fault).map(|(_, figure)| *figure).collect() };
    push(outcome, plan, Finding::of, &FIGURE_TOO_LARGE, Fault::TooLarge, of_fault(Fault::TooLarge));
    report_not_given(outcome, plan, tolerances, of_fault(Fault::NotGiven));
    push(outcome, plan, Finding::of, &FIGURE_DIVIDES_BY_ZERO, Fault::DivisionByZero, of_fault(Fault::DivisionByZero));
}

/// Says of those that lack something which they are: an error where nothing else says what it is.
fn report_not_given(
    outcome: &mut Outcome,
    plan: &Plan,
    tolerances: &mut FigureTolerances<'_>,
    figures: Vec<FigureKey>,
) {
    // Cells that the document does not print are named already: then this only says which figures lack them.
    let is_named = outcome.findings.iter().any(|one| one.code == NOT_GIVEN.code);
    let said = Said::by(&outcome.findings, plan);
    let (explained, rest) = if said.is_nothing() || figures.is_empty() {
        (Vec::new(), figures)
    } else {
        let lacks = lacking_what_is_not_said(tolerances.recording(), &figures, &said);
        figures.into_iter().partition(|figure| !lacks(*figure))
    };
    let of = if is_named { Finding::otherwise } else { Finding::of };
    push(outcome, plan, of, &FIGURE_NOT_GIVEN, Fault::NotGiven, rest);
    let because = |kind: &FindingKind, message| Finding::otherwise(kind, message).advise(WHAT_IS_SAID);
    push(outcome, plan, because, &FIGURE_NOT_GIVEN, "what it stands on cannot be used, as an error says", explained);
}

/// What errors name.
struct Said {
    figures: BTreeSet<(usize, FigureIndex)>,
    rows: BTreeSet<(usize, u32)>,
    cells: BTreeSet<(Table, u32, u8)>,
}

impl Said {
    fn by(findings: &[Finding], plan: &Plan) -> Self {
        let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
        let figures = errors().flat_map(|finding| &finding.figures).map(|figure| (figure.kind.ordinal(), figure.index));
        // A finding at the name of a row is about the row as a whole, such as an organisation that spends too much.
        let says_how = |place: &&CellAddress| {
            let column = place.table.columns().iter().find(|column| column.name == place.column);
            column.is_some_and(|column| !matches!(column.kind, ColumnKind::Identifier | ColumnKind::Text))
        };
        let rows = errors().flat_map(|finding| &finding.places).filter(says_how);
        Self {
            figures: figures.collect(),
            rows: rows.map(|place| (place.table as usize, place.row)).collect(),
            cells: errors().flat_map(|finding| cells_of(plan, finding)).collect(),
        }
    }

    fn is_nothing(&self) -> bool {
        self.figures.is_empty() && self.rows.is_empty() && self.cells.is_empty()
    }

    /// Whether an error names the figure, or a cell of a row that it is about.
    fn names(&self, figure: FigureKey) -> bool {
        let rows = figure.kind.dimensions.iter().enumerate().filter_map(|(at, dimension)| match dimension {
            Dimension::Row(table) => Some((*table as usize, figure.index.get(at))),
            _ => None,
        });
        let mut rows = rows.filter(|row| self.rows.contains(row));
        self.figures.contains(&(figure.kind.ordinal(), figure.index)) || rows.next().is_some()
    }
}

/// That a step has no number.
const IS_FAULT: u8 = 1;
/// That it has none for a reason that no error says.
const LACKS: u8 = 2;

/// Which figures have no number for a reason that no error says: none of which it names the figure, a cell on which that
/// stands, or another figure on which that stands.
fn lacking_what_is_not_said<'a>(
    recording: &'a Recording,
    figures: &[FigureKey],
    said: &Said,
) -> impl Fn(FigureKey) -> bool + use<'a> {
    let record = recording.record();
    let named = figures.iter().filter(|figure| said.names(**figure));
    let named: BTreeSet<StepId> = named.filter_map(|figure| recording.step(*figure)).collect();
    let on_cells = record.depends_on(&|cell| said.cells.contains(&cell));
    let steps = record.carried_up_all(|step, below: u8| {
        if !record.step(step).is_some_and(|(value, _)| value.is_fault()) {
            return 0;
        }
        let is_on_cell = || on_cells.get(step.position()).copied().unwrap_or_default();
        let lacks = !named.contains(&step) && (below & LACKS != 0 || below & IS_FAULT == 0 && !is_on_cell());
        if lacks { IS_FAULT | LACKS } else { IS_FAULT }
    });
    move |figure| {
        recording.step(figure).is_none_or(|step| steps.get(step.position()).is_some_and(|has| has & LACKS != 0))
    }
}

/// Says of figures with the same fault, if there are any, that they cannot be computed.
fn push(
    outcome: &mut Outcome,
    plan: &Plan,
    of: impl Fn(&FindingKind, String) -> Finding,
    kind: &FindingKind,
    why: impl std::fmt::Display,
    figures: Vec<FigureKey>,
) {
    let Some(first) = first_by_identifier(&figures, plan) else { return };
    let others = match figures.len() {
        1 => String::new(),
        2 => " The same holds for another figure that stands on it or lacks the same.".to_owned(),
        count => {
            let others = format::counted(count - 1);
            format!(" The same holds for {others} other figures that stand on it or lack the same.")
        }
    };
    let message = format!("{} cannot be computed: {why}.{others}", first.label(plan));
    outcome.findings.push(of(kind, message).figures(figures));
}

/// Of the figures of the first kind the one that comes first by its identifier, whatever the order of the rows.
fn first_by_identifier(figures: &[FigureKey], plan: &Plan) -> Option<FigureKey> {
    let kind = figures.first()?.kind;
    let of_kind = figures.iter().take_while(|figure| figure.kind.id == kind.id);
    of_kind
        .map(|figure| (figure.id(plan), *figure))
        .min_by(|left, right| left.0.cmp(&right.0))
        .map(|(_, figure)| figure)
}
