use super::figures::{FigureCell, Figures, figure_address};
use super::formula::Formula;
use super::pounds::pounds_in;
use super::results::write_value;
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use one_plan_model::outcome::{FrameworkStatement, ResultSheet, SheetValue, StatementEntry, StatementLine};
use one_plan_model::plan::Plan;
use rust_xlsxwriter::Worksheet;

/// The financial framework: from the gross budgets to the baseline proposal, and what is left of the limit.
pub(super) fn write(
    sheet: &mut Worksheet,
    styles: &mut Styles,
    plan: &Plan,
    results: &ResultSheet,
    figures: &Figures,
) -> Result<(), WriteProblem> {
    let about =
        "From the gross budgets to the baseline proposal, and what is left of the resource limit. All amounts in £.";
    let mut paper = Paper::new(sheet, styles, "Framework statement", about)?;
    let widest = results.statements.iter().map(|statement| statement.columns.len()).max().unwrap_or_default();
    let mut widths = vec![64_u16];
    widths.resize(widest + 1, 19);
    paper.widths(&widths)?;
    let mut row = 3;
    for statement in &results.statements {
        row = write_statement(&mut paper, row, statement, plan, results, figures)? + 2;
    }
    paper.sheet.set_freeze_panes(0, 1)?;
    Ok(())
}

fn write_statement(
    paper: &mut Paper<'_>,
    first: u32,
    statement: &FrameworkStatement,
    plan: &Plan,
    results: &ResultSheet,
    figures: &Figures,
) -> Result<u32, WriteProblem> {
    let section = paper.styles.section.clone();
    paper.text(first, 0, &statement.title, &section)?;
    let mut headings = vec![("Budget line, £", false)];
    headings.extend(statement.columns.iter().map(|column| (column.as_str(), true)));
    paper.headings(first + 1, &headings)?;
    paper.sheet.set_row_height(first + 1, 32)?;
    let mut row = first + 2;
    for line in &statement.lines {
        write_line(paper, row, line, plan, results, figures)?;
        row += 1;
    }
    row += 1;
    for line in &statement.results {
        write_line(paper, row, line, plan, results, figures)?;
        row += 1;
    }
    Ok(row)
}

fn write_line(
    paper: &mut Paper<'_>,
    row: u32,
    line: &StatementLine,
    plan: &Plan,
    results: &ResultSheet,
    figures: &Figures,
) -> Result<(), WriteProblem> {
    let (emphasis, label) = if line.is_total {
        (Emphasis::Total, paper.styles.total())
    } else {
        (Emphasis::None, paper.styles.text.clone())
    };
    paper.text(row, 0, &line.label, &label)?;
    for (column, entry) in (1_u16..).zip(&line.entries) {
        match entry {
            Some(StatementEntry::Figure(at)) => {
                let (figure, cell) = (results.figures.get(*at as usize), figures.cells.get(*at as usize));
                let Some((figure, (cell, _))) = figure.zip(cell) else { continue };
                let cell = match cell {
                    FigureCell::Fault(fault) => FigureCell::Fault(fault.clone()),
                    _ => FigureCell::Formula(figure_address(*at)),
                };
                write_value(paper, row, column, &cell, &figure.value, "whole £", emphasis)?;
            }
            Some(StatementEntry::Cell(cell)) => {
                let Some(pounds) = pounds_in(plan, cell) else { continue };
                let shown = match figures.pounds.number(plan, cell) {
                    Some(number) => FigureCell::Formula(Formula::cell(number).text().into_owned()),
                    None => FigureCell::Number(pounds),
                };
                write_value(paper, row, column, &shown, &SheetValue::Number(pounds), "whole £", emphasis)?;
            }
            None if line.is_total => paper.text(row, column, "", &label)?,
            None => {}
        }
    }
    Ok(())
}
