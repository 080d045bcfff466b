//! The table `assumptions` as it is used: for each parameter the months in which each row holds.

use super::parameter::{Parameter, Standing};
use super::value::ParameterValue;
use crate::plan::{Assumption, CellAddress, Id, Plan, Row, Table, shortened};
use crate::quantity::{Date, InOrder, Month};
use std::collections::BTreeMap;

/// A row of the table `assumptions` that cannot be used, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumptionProblem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// The cells; the first is the one to look at.
    pub places: Vec<CellAddress>,
    /// What was found.
    pub message: String,
}

/// What is wrong with an assumption, or with a parameter that has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The model has no parameter of this name.
    UnknownParameter,
    /// It is no value of the parameter.
    UnusableValue,
    /// It begins within a month, and counts from the next.
    WithinAMonth,
    /// Two say different things about the same months.
    Contradiction,
    /// Two say the same about the same months.
    Repetition,
    /// Nothing uses it.
    NotUsed,
    /// A year for which something needs a value has none.
    NoValue,
}

/// A row of the table, with the months in which it holds.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) row: u32,
    /// The first month; open for the whole plan.
    pub(super) from: Option<Month>,
    /// The last month; open until a later row begins.
    pub(super) to: Option<Month>,
    /// Nothing where the row cannot be used: then the parameter has no value in these months.
    pub(super) value: Option<ParameterValue>,
    written: String,
}

impl Span {
    pub(super) fn covers(&self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.to.is_none_or(|to| month <= to)
    }

    /// What it says, and since when, in words that do not depend on its place.
    pub(super) fn words(&self) -> String {
        let from = self.from.map_or_else(String::new, |from| format!(" from {}", from.words()));
        let to = self.to.map_or_else(String::new, |to| format!(" to {}", to.words()));
        format!("\"{}\"{from}{to}", shortened(&self.written))
    }

    pub(super) fn same_value(&self, other: &Self) -> bool {
        let number = |span: &Self| span.value.as_ref().map(|value| value.number);
        number(self).is_some() && number(self) == number(other)
    }
}

pub(super) fn place(row: u32, column: &'static str) -> CellAddress {
    CellAddress { table: Table::Assumption, row, column }
}

/// What a plan assumes, by the identifier of the parameter.
pub(super) type ByParameter = BTreeMap<&'static str, Vec<Span>>;

/// Reads the table.
pub(super) fn read(plan: &Plan) -> (ByParameter, Vec<AssumptionProblem>) {
    let mut spans = ByParameter::new();
    let mut problems = Vec::new();
    if plan.assumptions.is_empty() {
        return (spans, problems);
    }
    let known: BTreeMap<&str, &'static Parameter> = super::all().map(|parameter| (parameter.id, parameter)).collect();
    for (row, assumption) in plan.assumptions.iter() {
        match known.get(assumption.parameter()) {
            Some(parameter) => {
                let span = span(parameter, row, assumption, &mut problems);
                spans.entry(parameter.id).or_default().extend(span);
            }
            None => problems.push(AssumptionProblem {
                kind: ProblemKind::UnknownParameter,
                places: vec![place(row.index(), "parameter")],
                message: format!(
                    "The model has no parameter \"{}\". It has {}.",
                    assumption.parameter(),
                    known.keys().copied().collect::<Vec<_>>().join(", ")
                ),
            }),
        }
    }
    for (id, spans) in &mut spans {
        spans.order_by(|left, right| {
            let key = |span: &Span| (span.from, span.to);
            key(left).cmp(&key(right)).then_with(|| left.written.cmp(&right.written)).then(left.row.cmp(&right.row))
        });
        report_overlaps(id, spans, &mut problems);
    }
    (spans, problems)
}

/// What a row says; nothing where it holds in no month.
fn span(
    parameter: &'static Parameter,
    row: Id<Assumption>,
    assumption: Row<'_, Assumption>,
    problems: &mut Vec<AssumptionProblem>,
) -> Option<Span> {
    let id = parameter.id;
    let mut report = |kind, column, message: String| {
        let places = vec![place(row.index(), column)];
        problems.push(AssumptionProblem { kind, places, message });
    };
    let number = parameter.unit.read(assumption.value()).filter(|number| parameter.unit.holds(*number));
    if number.is_none() {
        let written = shortened(assumption.value());
        report(
            ProblemKind::UnusableValue,
            "value",
            format!(
                "\"{written}\" is not a value for {id}, which is {}. What needs it is not computed.",
                parameter.unit.words()
            ),
        );
    }
    // That it ends before it begins is said where the table is held against its definition.
    if assumption.from().is_some_and(|from| assumption.to().is_some_and(|to| to < from)) {
        return None;
    }
    let from = assumption.from().map(first_month);
    if let (Some(day), Some(month)) = (assumption.from(), from)
        && day.month() != month
    {
        report(
            ProblemKind::WithinAMonth,
            "from",
            format!(
                "The assumption about {id} begins on {}. What holds on the first day of a month counts for the \
                 whole month, so it counts from {}.",
                day.words(),
                month.words()
            ),
        );
    }
    let value = number.map(|number| ParameterValue {
        id,
        about: parameter.about,
        number,
        written: assumption.value().to_owned(),
        standing: Standing::PlanAssumption,
        source: assumption.reason().unwrap_or("no reason is given in the plan").to_owned(),
        cell: Some(place(row.index(), "value")),
        parts: Vec::new(),
    });
    let to = assumption.to().map(Date::month);
    Some(Span { row: row.index(), from, to, value, written: assumption.value().to_owned() })
}

/// The first month on whose first day something holds that begins on a day.
fn first_month(day: Date) -> Month {
    if day == day.month().first_day() { day.month() } else { day.month().later(1) }
}

/// Two rows about the same months: they begin in the same month, or one begins before the end that another gives.
fn report_overlaps(id: &'static str, spans: &[Span], problems: &mut Vec<AssumptionProblem>) {
    // Of the rows before, the one that says that it ends last.
    let mut longest: Option<&Span> = None;
    let mut before: Option<&Span> = None;
    for span in spans {
        let together = before.filter(|before| before.from == span.from);
        let reaches = |longest: &&Span| longest.to.is_some_and(|to| span.from.is_none_or(|from| from <= to));
        if let Some(other) = together.or_else(|| longest.filter(reaches)) {
            let same = span.same_value(other);
            let then = if same {
                "They say the same."
            } else {
                "Which of them counts cannot be known: what needs the value in those months is not computed."
            };
            problems.push(AssumptionProblem {
                kind: if same { ProblemKind::Repetition } else { ProblemKind::Contradiction },
                places: vec![place(span.row, "parameter"), place(other.row, "parameter")],
                message: format!(
                    "The plan assumes {id} twice for the same months: {} and {}. {then}",
                    other.words(),
                    span.words()
                ),
            });
        }
        if span.to > longest.and_then(|longest| longest.to) {
            longest = Some(span);
        }
        before = Some(span);
    }
}
