use super::formula_words::formula_with_values;
use super::step_units::StepUnits;
use crate::calculation::{CellAddress, FigureKey, Reason, Record, StepId, Unit, format};
use crate::outcome::Recording;
use crate::plan::{ColumnKind, Plan};
use crate::quantity::Value;
use std::borrow::Cow;

/// Why a figure is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The figure.
    pub figure: FigureKey,
    /// Its value.
    pub value: Value,
    /// Its value in words.
    pub shown: String,
    /// The formula with the numbers of the plan in it, such as `£740,000 × 100%`; nothing where the figure is a number
    /// of the plan itself.
    pub formula: Option<String>,
    /// The steps of the calculation, each with how deep it lies.
    pub steps: Vec<Step>,
}

/// One step of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How deep it lies: the parts of a sum lie one deeper than the sum.
    pub depth: usize,
    /// What it is, in words.
    pub words: String,
    /// The value in words: as printed for a cell, otherwise in the unit of the figure.
    pub shown: String,
    /// The value.
    pub value: Value,
    /// Where it leads.
    pub link: Option<Link>,
}

/// Where a step of an explanation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To the explanation of another figure.
    Figure(FigureKey),
    /// To a cell of the plan, and the lines of the document where it is printed.
    Cell {
        /// The cell.
        address: CellAddress,
        /// The lines of the document.
        lines: Option<String>,
    },
    /// To a parameter, with where it comes from.
    Parameter {
        /// The identifier.
        id: &'static str,
        /// How sure it is.
        standing: &'static str,
        /// Where it comes from.
        source: String,
    },
}

/// Explains a figure; `None` if the plan does not give rise to it.
///
/// The rules run again, over numbers that remember how they came about.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::{Link, explain, resolve};
/// let example = example::outcome(r#"
///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "reinvestment": "50", "unit": "£000", "source": "12"}]
/// "#);
/// let figure = resolve(&example.plan, "scheme.a.gross").unwrap();
/// let explanation = explain(&example.plan, figure).unwrap();
/// assert!(matches!(&explanation.steps[0].link, Some(Link::Cell { lines: Some(lines), .. }) if lines == "12"));
/// ```
pub fn explain(plan: &Plan, figure: FigureKey) -> Option<Explanation> {
    Recording::of(plan).explain(plan, figure)
}

impl Recording {
    /// Explains a figure; `None` if the plan does not give rise to it. The plan must be the one that was recorded.
    pub fn explain(&self, plan: &Plan, figure: FigureKey) -> Option<Explanation> {
        let number = self.series.get(figure.kind)?.get(figure.index)?;
        // The steps from the figure down, each with how deep it lies. What is still to be gone through stands in a
        // list, the next at the end: how deep steps lie on one another is up to the file.
        let mut order = Vec::new();
        let mut open = vec![(number.step(), 0)];
        while let Some((step, depth)) = open.pop() {
            if self.record.step(step).is_some() {
                order.push((step, depth));
                open.extend(parts_of(&self.record, step).into_iter().rev().map(|part| (part, depth + 1)));
            }
        }
        let all: Vec<StepId> = order.iter().map(|(step, _)| *step).collect();
        let units = StepUnits::of(&self.record, &all, figure.kind.unit);
        let described = order.into_iter().filter_map(|(step, depth)| {
            let unit = if depth == 0 { Some(figure.kind.unit) } else { units.get(step) };
            describe(plan, &self.record, step, depth, unit)
        });
        let steps = described.collect();
        let value = number.shown().value();
        let formula = formula_with_values(&self.record, &units, number.step(), figure.kind.unit);
        Some(Explanation { figure, value, formula, shown: format::in_unit(value, figure.kind.unit), steps })
    }
}

/// The steps that are shown below a step.
fn parts_of(record: &Record, step: StepId) -> Vec<StepId> {
    match record.step(step) {
        Some((_, Reason::Sum(parts) | Reason::Product(parts))) => parts.to_vec(),
        Some((
            _,
            Reason::Difference(left, right)
            | Reason::Quotient(left, right)
            | Reason::Minimum(left, right)
            | Reason::Maximum(left, right),
        )) => vec![left, right],
        Some((_, Reason::Negation(number) | Reason::Rounded(number, _))) => vec![number],
        Some((_, Reason::Part { whole, weights, position, .. })) => {
            std::iter::once(whole).chain(weights.get(position).copied()).collect()
        }
        Some((_, Reason::Chosen { number, basis, .. })) => {
            std::iter::once(number).chain(basis.iter().copied()).collect()
        }
        _ => Vec::new(),
    }
}

/// A step in words, its value in a unit: as printed for a cell.
fn describe(plan: &Plan, record: &Record, step: StepId, depth: usize, unit: Option<Unit>) -> Option<Step> {
    let (value, reason) = record.step(step)?;
    let value = value.value();
    let (words, shown, link) = match end(plan, &reason, value) {
        Some(end) => end,
        None => {
            let shown = unit.map_or_else(|| format::number(value), |unit| format::in_unit(value, unit));
            (operation_words(&reason), shown, None)
        }
    };
    Some(Step { depth, words, shown, value, link })
}

/// A step at which an explanation ends: what it is called, its value as it stands there, and where that is. Nothing for one that
/// is worked out of others.
fn end(plan: &Plan, reason: &Reason<'_>, value: Value) -> Option<(String, String, Option<Link>)> {
    let cell = |address: CellAddress| {
        let lines = plan.source_lines(address.table, address.row, address.column).map(Cow::into_owned);
        Link::Cell { address, lines }
    };
    Some(match *reason {
        Reason::Cell(address) => {
            let printed = plan.written_cell(address.table, address.row, address.column).unwrap_or_default();
            let column = address.table.columns().iter().find(|column| column.name == address.column);
            let printed = if column.is_some_and(|column| matches!(column.kind, ColumnKind::Money)) {
                let unit = plan.written_cell(address.table, address.row, "unit").unwrap_or_default();
                format::printed_amount(&printed, &unit)
            } else {
                printed
            };
            (cell_words(plan, address), printed, Some(cell(address)))
        }
        Reason::Constant(what) => (what.to_owned(), format::number(value), None),
        Reason::Row { table, row, what } => {
            // A row has a place in the plan, and lines in its document, but no cell that says "one".
            let column = table.columns().iter().find(|column| column.name == "name").or(table.columns().first());
            let link = column.map(|column| cell(CellAddress { table, row, column: column.name }));
            let words = match plan.title(table, row) {
                Some(title) => title.to_owned(),
                None => format!("{}, row {}", table.name().replace('_', " "), u64::from(row) + 1),
            };
            (words, what.to_owned(), link)
        }
        Reason::Parameter(parameter) => {
            let link = parameter.cell.map(cell).unwrap_or_else(|| Link::Parameter {
                id: parameter.id,
                standing: parameter.standing.word(),
                source: parameter.source.clone(),
            });
            let words = format!("{} ({})", parameter.about, parameter.standing.word());
            (words, parameter.written.clone(), Some(link))
        }
        Reason::Figure(key, _) => (key.label(plan), format::in_unit(value, key.kind.unit), Some(Link::Figure(key))),
        Reason::Fault(fault) => (fault.to_string(), fault.short().to_owned(), None),
        _ => return None,
    })
}

/// How a step is worked out of others.
fn operation_words(reason: &Reason<'_>) -> String {
    match reason {
        Reason::Sum([]) => "nothing to add up".to_owned(),
        Reason::Sum([_]) => "the same as".to_owned(),
        Reason::Sum(parts) => format!("the sum of {}", parts.len()),
        Reason::Difference(..) => "the first less the second".to_owned(),
        Reason::Product([_, _]) => "the first times the second".to_owned(),
        Reason::Product(factors) => format!("the product of {}", factors.len()),
        Reason::Quotient(..) => "the first divided by the second".to_owned(),
        Reason::Negation(_) => "with the other sign".to_owned(),
        Reason::Minimum(..) => "the smaller of".to_owned(),
        Reason::Maximum(..) => "the larger of".to_owned(),
        Reason::Rounded(_, places) => format!("rounded half away from zero to {places} decimal places"),
        Reason::Part { weights, .. } => {
            format!("split by weights: its part of the first, by the second of {} weights", weights.len())
        }
        Reason::Chosen { words, .. } => (*words).to_owned(),
        Reason::Cell(_)
        | Reason::Constant(_)
        | Reason::Row { .. }
        | Reason::Parameter(_)
        | Reason::Figure(..)
        | Reason::Fault(_) => String::new(),
    }
}

/// What a cell is called: its row, its column, and its table.
fn cell_words(plan: &Plan, address: CellAddress) -> String {
    let column = address.column.replace('_', " ");
    let table = address.table.name().replace('_', " ");
    match plan.title(address.table, address.row) {
        Some(title) => format!("{title}: {column}"),
        None => format!("{table}, row {}: {column}", u64::from(address.row) + 1),
    }
}
