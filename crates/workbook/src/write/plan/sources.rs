use super::figures::{FigureCell, Figures};
use super::not_formulas::not_formulas;
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::Styles;
use one_plan_model::outcome::ResultSheet;
use one_plan_model::plan::Plan;
use rust_xlsxwriter::Worksheet;

const UNITS: &[(&str, &str)] = &[
    (
        "£",
        "Results are in pounds. In the sheets of the tables money stands in the unit of its row: £, £000, £m or £bn.",
    ),
    ("count", "A number of things."),
    ("%", "A share; the cell holds the fraction, shown as a percentage."),
    ("number", "A number without a unit."),
    ("arrows", "2 is two up, −1 is one down, 0 is stable."),
    ("rating", "1 is red, 2 is amber, 3 is green."),
];

/// What no count of figures says.
const BESIDE_FORMULAS: [&str; 3] = [
    "A formula shows the way that a rule took. Which way it takes, a rating, and within a formula the months that it counts \
     are the engine's: where other numbers decide otherwise, open the workbook with One Plan.",
    "A row that you add to a table is in no formula. A count by the words of cells follows when a word changes; a sum is of \
     the cells that it names.",
    "The check, its findings and its verdicts are words of the engine; what is computed and how far it lies from what is \
     printed are formulas.",
];

/// The units, the document of the plan, and where the rules come from.
pub(super) fn write(
    sheet: &mut Worksheet,
    styles: &mut Styles,
    plan: &Plan,
    results: &ResultSheet,
    figures: &Figures,
) -> Result<(), WriteProblem> {
    let mut paper =
        Paper::new(sheet, styles, "Units and sources", "What the numbers are in, and where they come from.")?;
    paper.widths(&[52, 66, 10, 12, 70])?;
    let (section, text, wrapped) =
        (paper.styles.section.clone(), paper.styles.text.clone(), paper.styles.wrapped.clone());
    let mut row = 3;
    if let Some(document) = plan.details().and_then(|details| details.document()) {
        paper.text(row, 0, "The document of the plan", &section)?;
        paper.text(row + 1, 0, document, &text)?;
        paper.text(row + 2, 0, "The column \"Source\" of each table names its lines.", &text)?;
        row += 4;
    }
    paper.text(row, 0, "Units", &section)?;
    for (unit, meaning) in UNITS {
        row += 1;
        paper.text(row, 0, unit, &text)?;
        paper.text(row, 1, meaning, &wrapped)?;
    }
    row += 2;
    let all = results.figures.len();
    let formulas = figures.cells.iter().filter(|(cell, _)| matches!(cell, FigureCell::Formula(_))).count();
    paper.text(row, 0, "What is a formula, and what is not", &section)?;
    let without = figures.cells.iter().filter(|(cell, _)| matches!(cell, FigureCell::Fault(_))).count();
    let mut lines = vec![
        (formulas, "Formulas: they follow what you change in the sheets of the tables."),
        (without, "No value: the note beside the figure says why."),
    ];
    lines.extend(not_formulas(results, figures).into_iter().map(|(why, count)| (count, why.words())));
    for (count, words) in lines.iter().filter(|(count, _)| *count > 0) {
        row += 1;
        paper.text(row, 0, &format!("{count} of {all} figures"), &text)?;
        paper.text(row, 1, words, &wrapped)?;
        paper.fit(row, &[(words, 66)], 4)?;
    }
    for words in BESIDE_FORMULAS {
        row += 1;
        paper.text(row, 1, words, &wrapped)?;
        paper.fit(row, &[(words, 66)], 5)?;
    }
    row += 2;
    paper.text(row, 0, "Kinds of figures", &section)?;
    let headings =
        ["Figure", "How it is worked out", "Unit", "Rule", "Where the rule comes from"].map(|name| (name, false));
    paper.headings(row + 1, &headings)?;
    for (row, kind) in (row + 2..).zip(&results.kinds) {
        paper.fit(row, &[(kind.id.as_str(), 52), (kind.formula.as_str(), 66), (kind.source.as_str(), 70)], 8)?;
        for (column, cell) in (0_u16..).zip([&kind.id, &kind.formula, &kind.unit, &kind.rule, &kind.source]) {
            paper.text(row, column, cell, &wrapped)?;
        }
    }
    Ok(())
}
