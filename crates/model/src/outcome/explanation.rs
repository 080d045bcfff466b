use crate::calculation::{CellAddress, FigureKey, Reason, Record, Series, StepId, Unit, format, recorded};
use crate::parameters::Parameters;
use crate::plan::Plan;
use crate::quantity::Value;
use crate::rules;

/// Why a figure is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The figure.
    pub figure: FigureKey,
    /// Its value.
    pub value: Value,
    /// Its value in words.
    pub shown: String,
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
    let (series, record) = explain_all(plan);
    let series = series.iter().find(|series| std::ptr::eq(series.kind(), figure.kind))?;
    let number = series.get(figure.subjects)?;
    let mut steps = Vec::new();
    describe(plan, figure, &record, number.step(), 0, &mut steps);
    Some(Explanation { figure, value: number.value(), shown: format::in_unit(number.value(), figure.kind.unit), steps })
}

/// Every figure, and the record of how each came about.
pub fn explain_all(plan: &Plan) -> (Vec<Series>, Record) {
    let parameters = Parameters::of(plan);
    let (run, record) = recorded(|| rules::run(plan, &parameters));
    (run.series, record)
}

fn describe(plan: &Plan, figure: FigureKey, record: &Record, step: StepId, depth: usize, steps: &mut Vec<Step>) {
    let unit = figure.kind.unit;
    let Some((value, reason)) = record.step(step) else { return };
    let value = value.value();
    let mut step = |words: String, shown: String, link| {
        steps.push(Step { depth, words, shown, value, link });
    };
    // Inside a calculation of shares, or of money by months, a step has no unit that a person
    // would recognise; it is shown as a plain number.
    let keeps_unit = !matches!(reason, Reason::Product(..) | Reason::Quotient(..)) && unit != Unit::Percent;
    let plain = || if depth == 0 || keeps_unit { format::in_unit(value, unit) } else { format::number(value) };
    let several: (String, Vec<&StepId>) = match reason {
        Reason::Cell(address, _) => {
            let lines = plan.source_lines(address.table, address.row, address.column).map(str::to_owned);
            let cells = plan.written(address.table, address.row);
            let cell = |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, text)| text.clone());
            let printed = cell(address.column).unwrap_or_default();
            let money =
                address.table.columns().iter().any(|column| {
                    column.name == address.column && matches!(column.kind, crate::plan::ColumnKind::Money)
                });
            let printed = if money { format!("{printed} {}", cell("unit").unwrap_or_default()) } else { printed };
            step(cell_words(plan, *address), printed, Some(Link::Cell { address: *address, lines }));
            return;
        }
        Reason::Constant(what) => {
            return step((*what).to_owned(), format::number(value), None);
        }
        Reason::Row { table, row, what } => {
            // A row has a place in the plan, and lines in its document, but no cell that says "one".
            let column = table.columns().iter().find(|column| column.name == "name").or(table.columns().first());
            let link = column.map(|column| {
                let address = CellAddress { table: *table, row: *row, column: column.name };
                let lines = plan.source_lines(*table, *row, column.name).map(str::to_owned);
                Link::Cell { address, lines }
            });
            let words = match plan.title(*table, *row) {
                Some(title) => title.to_owned(),
                None => format!("{}, row {}", table.name().replace('_', " "), u64::from(*row) + 1),
            };
            return step(words, (*what).to_owned(), link);
        }
        Reason::Parameter(parameter) => {
            let link = match parameter.cell {
                Some(address) => Link::Cell {
                    address,
                    lines: plan.source_lines(address.table, address.row, address.column).map(str::to_owned),
                },
                None => Link::Parameter {
                    id: parameter.id,
                    standing: parameter.standing.word(),
                    source: parameter.source.clone(),
                },
            };
            let words = format!("{} ({})", parameter.about, parameter.standing.word());
            return step(words, parameter.written.clone(), Some(link));
        }
        Reason::Figure(key) => {
            return step(key.label(plan), format::in_unit(value, key.kind.unit), Some(Link::Figure(*key)));
        }
        Reason::Fault(fault) => return step(fault.to_string(), fault.short().to_owned(), None),
        Reason::Sum(parts) if parts.is_empty() => return step("nothing to add up".to_owned(), plain(), None),
        Reason::Sum(parts) if parts.len() == 1 => ("the same as".to_owned(), parts.iter().collect()),
        Reason::Sum(parts) => (format!("the sum of {}", parts.len()), parts.iter().collect()),
        Reason::Difference(left, right) => ("the first less the second".to_owned(), vec![left, right]),
        Reason::Product(left, right) => ("the first times the second".to_owned(), vec![left, right]),
        Reason::Quotient(left, right) => ("the first divided by the second".to_owned(), vec![left, right]),
        Reason::Negation(number) => ("with the other sign".to_owned(), vec![number]),
        Reason::Minimum(left, right) => ("the smaller of".to_owned(), vec![left, right]),
        Reason::Maximum(left, right) => ("the larger of".to_owned(), vec![left, right]),
        Reason::Rounded(number, places) => {
            (format!("rounded half away from zero to {places} decimal places"), vec![number])
        }
        Reason::Part { whole, weights, position, .. } => {
            let mut parts = vec![whole];
            parts.extend(weights.get(*position));
            (format!("split by weights: its part of the first, by the second of {} weights", weights.len()), parts)
        }
        Reason::Chosen { number, words, basis } => {
            let mut parts = vec![number];
            parts.extend(basis.iter());
            ((*words).to_owned(), parts)
        }
    };
    let (words, parts) = several;
    step(words, plain(), None);
    for part in parts {
        describe(plan, figure, record, *part, depth + 1, steps);
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
