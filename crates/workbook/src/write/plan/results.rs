use super::figures::{FIGURE_COLUMN, FIRST_FIGURE, FigureCell, Figures};
use super::steps::{nearest_binary, number};
use crate::sheet::own_sheets::{ABOUT_RESULTS, RESULTS};
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles, format_of_unit};
use one_plan_model::outcome::{ResultSheet, SheetFigure, SheetValue};
use rust_xlsxwriter::{Formula, Worksheet};
use std::collections::BTreeMap;

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
    let format_of = |figure: &SheetFigure| {
        let unit = results.kinds.get(figure.kind as usize).map_or("", |kind| kind.unit.as_str());
        format_of_unit(unit, number(&figure.value).unwrap_or_default())
    };
    let usual_format = most_frequent(results.figures.iter().map(format_of));
    let usual = paper.styles.number(usual_format, Emphasis::None).clone();
    paper.columns(&[
        (0, &wrapped),
        (FIGURE_COLUMN, &usual),
        (2, &text),
        (3, &wrapped),
        (4, &wrapped),
        (5, &text),
        (6, &text),
    ])?;
    for ((row, figure), (cell, why)) in (FIRST_FIGURE..).zip(&results.figures).zip(&figures.cells) {
        let Some(kind) = results.kinds.get(figure.kind as usize) else { continue };
        paper.text_of_column(row, 0, &figure.label)?;
        match (cell, number(&figure.value)) {
            (FigureCell::Formula(formula), Some(number)) if format_of(figure) == usual_format => {
                paper.sheet.write_formula(row, FIGURE_COLUMN, Formula::new(formula).set_result(number.to_string()))?;
            }
            _ => write_value(&mut paper, row, FIGURE_COLUMN, cell, &figure.value, &kind.unit, Emphasis::None)?,
        }
        let notes = notes_of(figure, cell, why);
        paper.fit(row, &[(figure.label.as_str(), 62), (notes.as_str(), 34), (kind.formula.as_str(), 56)], 8)?;
        for (column, text) in (2..).zip([&kind.unit, &notes, &kind.formula, &kind.rule, &figure.id]) {
            paper.text_of_column(row, column, text)?;
        }
    }
    let last = FIRST_FIGURE + u32::try_from(results.figures.len()).unwrap_or_default();
    if last > FIRST_FIGURE {
        paper.sheet.autofilter(FIRST_FIGURE - 1, 0, last - 1, 6)?;
    }
    paper.sheet.set_freeze_panes(FIRST_FIGURE, 1)?;
    paper.sheet.set_repeat_rows(FIRST_FIGURE - 1, FIRST_FIGURE - 1)?;
    Ok(())
}

/// What is said beside a figure.
fn notes_of(figure: &SheetFigure, cell: &FigureCell, why: &str) -> String {
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
    notes.join(" ")
}

/// The number format that most figures have: the column has it, so that only the others are written with one.
fn most_frequent(formats: impl Iterator<Item = &'static str>) -> &'static str {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for format in formats {
        *counts.entry(format).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or("0", |(format, _)| format)
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
    match cell {
        FigureCell::Formula(formula) => {
            let number = number(value).unwrap_or_default();
            let format = paper.styles.number(format_of_unit(unit, number), emphasis);
            let formula = Formula::new(formula).set_result(number.to_string());
            paper.sheet.write_formula_with_format(row, column, formula, format)?;
        }
        FigureCell::Number(number) => {
            let format = paper.styles.number(format_of_unit(unit, *number), emphasis);
            paper.sheet.write_number_with_format(row, column, nearest_binary(*number), format)?;
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
