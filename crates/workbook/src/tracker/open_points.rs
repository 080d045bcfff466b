//! What must be known before a tracker can be read.

use super::field::Field;
use super::header::TrackerHeader;
use super::mapping::Mapping;
use crate::recognise::{Asks, Effect, Issue, Place, Question, Severity, number_in, unit_above};
use crate::sheet::{Cell, NumberKind, Sheet};
use one_plan_model::quantity::MoneyUnit;

/// The unit of the rows: that of the first amount whose heading says one, or what stands above the headings, or what a person
/// said; or pounds, where the cells themselves show the sign.
pub fn unit_of(sheet: &Sheet, header: &TrackerHeader, mapping: &Mapping) -> Option<MoneyUnit> {
    let amounts = || header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
    amounts()
        .find_map(|column| column.unit)
        .or_else(|| unit_above(sheet, header.row).map(|(unit, ..)| unit))
        .or(mapping.unit)
        .or_else(|| {
            let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
            let cells = rows.flat_map(|row| amounts().map(move |column| sheet.cell(row, column.at)));
            let mut filled = cells.filter(|cell| !cell.is_empty()).filter(|cell| is_amount(cell)).peekable();
            let shows_pounds = |cell: &Cell| match cell {
                Cell::Number(_, style) => style.kind == NumberKind::Currency,
                _ => cell.shown().contains('£'),
            };
            (filled.peek().is_some() && filled.all(shows_pounds)).then_some(MoneyUnit::Pounds)
        })
}

/// Whether a cell is an amount, with a sign of currency or without.
fn is_amount(cell: &Cell) -> bool {
    match cell {
        Cell::Number(..) => true,
        Cell::Text(text) => number_in(&text.replace('£', "")).is_some(),
        _ => false,
    }
}

/// That a tracker cannot be read before something is said, as a problem and as a question.
pub fn what_is_missing(
    sheet: &Sheet,
    place: Place,
    header: &TrackerHeader,
    no_year: bool,
    no_unit: bool,
) -> (Vec<Issue>, Vec<Question>) {
    let mut issues = Vec::new();
    let mut questions = Vec::new();
    let mut ask = |asks: Asks, what: &str, expected: &str, question: String| {
        issues.push(Issue {
            severity: Severity::Error,
            place: place.row(header.row),
            column: None,
            value: sheet.name.clone(),
            what: format!("the sheet \"{}\" is a tracker of savings, and it is not read: {what}", sheet.name),
            expected: expected.to_owned(),
            effect: Effect::LeftAlone,
        });
        questions.push(Question::Tracker {
            sheet: (place.file, place.sheet.unwrap_or_default()),
            column: None,
            asks,
            value: sheet.name.clone(),
            question,
            candidates: if asks == Asks::Unit {
                MoneyUnit::ALL.map(|unit| unit.symbol().to_owned()).to_vec()
            } else {
                Vec::new()
            },
        });
    };
    if no_year {
        ask(
            Asks::Year,
            "for which year it is cannot be told",
            "one financial year such as 2026/27 in its headings, above them, or in the name of the sheet or the file; or a mapping with it",
            format!("For which financial year is \"{}\"?", sheet.name),
        );
    }
    if no_unit {
        ask(
            Asks::Unit,
            "in which unit its amounts are is not said",
            "the unit in the headings or above them, such as \"£000\"; or a mapping with it",
            format!("In which unit are the amounts of \"{}\"?", sheet.name),
        );
    }
    (issues, questions)
}
