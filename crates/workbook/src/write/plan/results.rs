use super::figures::{FIGURE_COLUMN, FIRST_FIGURE, FigureCell, Figures};
use crate::sheet::own_sheets::{ABOUT_RESULTS, RESULTS};
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles, format_of_unit};
use one_plan_model::outcome::{ResultSheet, SheetValue};
use rust_xlsxwriter::{Formula, Worksheet};

/// Every figure on a row, its value a formula.
pub(super) fn write(
    sheet: &mut Worksheet,
    styles: &mut Styles,
    results: &ResultSheet,
    figures: &Figures,
) -> Result<(), WriteProblem> {
    let mut paper = Paper::new(sheet, styles, RESULTS, ABOUT_RESULTS)?;
    let headings = [
        ("Figure", false),
        ("Value", true),
        ("Unit", false),
        ("Note", false),
        ("How it is worked out", false),
        ("Rule", false),
        ("Id", false),
    ];
    paper.headings(FIRST_FIGURE - 1, &headings)?;
    paper.widths(&[62, 20, 9, 34, 56, 10, 52])?;
    let (text, wrapped) = (paper.styles.text.clone(), paper.styles.wrapped.clone());
    paper.columns(&[(0, &wrapped), (2, &text), (3, &wrapped), (4, &wrapped), (5, &text), (6, &text)])?;
    for ((row, figure), (cell, why)) in (FIRST_FIGURE..).zip(&results.figures).zip(&figures.cells) {
        let Some(kind) = results.kinds.get(figure.kind as usize) else { continue };
        paper.text_of_column(row, 0, &figure.label)?;
        write_value(&mut paper, row, FIGURE_COLUMN, cell, &figure.value, &kind.unit, Emphasis::None)?;
        paper.text_of_column(row, 2, &kind.unit)?;
        let mut notes: Vec<&str> = Vec::new();
        if figure.is_doubtful {
            notes.push("Rests on an error: cannot be relied on.");
        }
        if matches!(cell, FigureCell::Fault(_)) {
            notes.push(fault_in_words(&figure.value));
        }
        if !why.is_empty() {
            notes.push(why);
        }
        let notes = notes.join(" ");
        paper.fit(row, &[(figure.label.as_str(), 62), (notes.as_str(), 34), (kind.formula.as_str(), 56)], 8)?;
        paper.text_of_column(row, 3, &notes)?;
        paper.text_of_column(row, 4, &kind.formula)?;
        paper.text_of_column(row, 5, &kind.rule)?;
        paper.text_of_column(row, 6, &figure.id)?;
    }
    let last = FIRST_FIGURE + u32::try_from(results.figures.len()).unwrap_or_default();
    if last > FIRST_FIGURE {
        paper.sheet.autofilter(FIRST_FIGURE - 1, 0, last - 1, 6)?;
    }
    paper.sheet.set_freeze_panes(FIRST_FIGURE, 1)?;
    paper.sheet.set_repeat_rows(FIRST_FIGURE - 1, FIRST_FIGURE - 1)?;
    Ok(())
}

/// The value of a figure, as its cell has it.
pub(super) fn write_value(
    paper: &mut Paper<'_>,
    row: u32,
    column: u16,
    cell: &FigureCell,
    value: &SheetValue,
    unit: &str,
    emphasis: Emphasis,
) -> Result<(), WriteProblem> {
    let digits = match value {
        SheetValue::Number(digits) => digits.as_str(),
        SheetValue::Fault(_) => "0",
    };
    match cell {
        FigureCell::Formula(formula) => {
            let format = paper.styles.number(format_of_unit(unit, digits), emphasis);
            let formula = Formula::new(formula).set_result(digits);
            paper.sheet.write_formula_with_format(row, column, formula, format)?;
        }
        FigureCell::Number(digits) => {
            let format = paper.styles.number(format_of_unit(unit, digits), emphasis);
            match digits.parse::<f64>() {
                Ok(number) => drop(paper.sheet.write_number_with_format(row, column, number, format)?),
                Err(_) => drop(paper.sheet.write_string_with_format(row, column, digits, format)?),
            }
        }
        FigureCell::Fault(fault) => {
            let format = paper.styles.absent.clone();
            paper.text(row, column, fault, &format)?;
        }
    }
    Ok(())
}

fn fault_in_words(value: &SheetValue) -> &'static str {
    match value {
        SheetValue::Fault(fault) if fault == "n/a" => "No value: it divides by zero.",
        SheetValue::Fault(fault) if fault == "not given" => {
            "No value: something it stands on is not given in the plan."
        }
        SheetValue::Fault(_) => "No value: it is too large.",
        SheetValue::Number(_) => "",
    }
}
