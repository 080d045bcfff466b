use super::cells::{place, place_in_words};
use super::figures::figure_address;
use super::steps::nearest_binary;
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles, format_of_unit};
use one_plan_model::outcome::{ResultSheet, SheetComparison, SheetValue};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::subtract;
use rust_xlsxwriter::{Formula, Worksheet};

/// How many places of one finding are named; the rest are counted.
const MOST_PLACES: usize = 8;

/// What does not add up: the master check, the findings, and every printed figure against the computed one.
pub(super) fn write(
    sheet: &mut Worksheet,
    styles: &mut Styles,
    plan: &Plan,
    results: &ResultSheet,
) -> Result<(), WriteProblem> {
    let mut paper = Paper::new(sheet, styles, "Check", &results.check_words)?;
    paper.widths(&[14, 34, 74, 40, 48, 14])?;
    let mut row = 3;
    let section = paper.styles.section.clone();
    if !results.findings.is_empty() {
        paper.text(row, 0, &format!("Findings: {}", results.findings.len()), &section)?;
        row = write_findings(&mut paper, row + 1, plan, results)? + 1;
    }
    if !results.comparisons.is_empty() {
        paper.text(row, 0, &format!("Printed against computed: {}", counts(&results.comparisons)), &section)?;
        write_comparisons(&mut paper, row + 1, results)?;
    }
    Ok(())
}

fn write_findings(paper: &mut Paper<'_>, first: u32, plan: &Plan, results: &ResultSheet) -> Result<u32, WriteProblem> {
    let headings = ["Severity", "Code", "What was found", "Where", "What to do", "Known as"].map(|name| (name, false));
    paper.headings(first, &headings)?;
    let wrapped = paper.styles.wrapped.clone();
    let mut row = first + 1;
    for finding in &results.findings {
        paper.text(row, 0, &finding.severity, &wrapped)?;
        paper.text(row, 1, &finding.code, &wrapped)?;
        paper.text(row, 2, &finding.message, &wrapped)?;
        let many = MOST_PLACES.min(finding.places.len());
        let where_lines = "\n".repeat(many.saturating_sub(1));
        let texts = [(finding.message.as_str(), 74), (finding.advice.as_str(), 48), (where_lines.as_str(), 40)];
        paper.fit(row, &texts, 24)?;
        match finding.places.as_slice() {
            [one] => match place(one) {
                Some(to) => paper.link(row, 3, &to, &place_in_words(plan, one))?,
                None => paper.text(row, 3, &place_in_words(plan, one), &wrapped)?,
            },
            places => {
                let mut lines: Vec<String> =
                    places.iter().take(MOST_PLACES).map(|place| place_in_words(plan, place)).collect();
                if let Some(more) = places.len().checked_sub(MOST_PLACES).filter(|more| *more > 0) {
                    lines.push(format!("and {more} more"));
                }
                paper.text(row, 3, &lines.join("\n"), &wrapped)?;
            }
        }
        paper.text(row, 4, &finding.advice, &wrapped)?;
        paper.text(row, 5, &finding.known.join(", "), &wrapped)?;
        row += 1;
    }
    Ok(row)
}

/// Every printed figure, with what is computed and how far the two are apart.
fn write_comparisons(paper: &mut Paper<'_>, first: u32, results: &ResultSheet) -> Result<(), WriteProblem> {
    let headings = [
        ("Verdict", false),
        ("Printed", true),
        ("Figure", false),
        ("Computed", true),
        ("Apart", true),
        ("Unit", false),
    ];
    paper.headings(first, &headings)?;
    let text = paper.styles.text.clone();
    for (row, one) in (first + 1..).zip(&results.comparisons) {
        let figure = one.figure.and_then(|at| Some((at, results.figures.get(at as usize)?)));
        paper.text(row, 0, &one.verdict, &text)?;
        let label = figure.map_or(one.id.as_str(), |(_, figure)| figure.label.as_str());
        match place(&one.cell) {
            Some(to) => paper.link(row, 2, &to, label)?,
            None => paper.text(row, 2, label, &text)?,
        }
        paper.text(row, 5, &one.unit, &text)?;
        let SheetValue::Number(printed) = &one.printed else { continue };
        let format = paper.styles.number(format_of_unit(&one.unit, *printed), Emphasis::None);
        paper.sheet.write_number_with_format(row, 1, nearest_binary(*printed), format)?;
        let Some((at, figure)) = figure else { continue };
        let SheetValue::Number(computed) = &figure.value else { continue };
        let format = paper.styles.number(format_of_unit(&one.unit, *computed), Emphasis::None).clone();
        let formula = Formula::new(figure_address(at)).set_result(computed.to_string());
        paper.sheet.write_formula_with_format(row, 3, formula, &format)?;
        let line = u64::from(row) + 1;
        let mut apart = Formula::new(format!("D{line}-B{line}"));
        if let Ok(digits) = subtract(*computed, *printed) {
            apart = apart.set_result(digits.normalize().to_string());
        }
        paper.sheet.write_formula_with_format(row, 4, apart, &format)?;
    }
    Ok(())
}

fn counts(comparisons: &[SheetComparison]) -> String {
    let words = ["exact", "rounding", "unlikely", "differs", "not computed"];
    let counted = words.map(|word| (comparisons.iter().filter(|one| one.verdict == word).count(), word));
    let texts: Vec<String> =
        counted.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    texts.join(", ")
}
