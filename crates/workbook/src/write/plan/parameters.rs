use super::cells::place;
use super::figures::{FIRST_PARAMETER, PARAMETER_COLUMN};
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use one_plan_model::outcome::ResultSheet;
use rust_xlsxwriter::Worksheet;

/// The dated parameters on which the results stand. They may be changed: the formulas follow.
pub(super) fn write(sheet: &mut Worksheet, styles: &mut Styles, results: &ResultSheet) -> Result<(), WriteProblem> {
    let about = "What rules need and no plan has to print. Change a value and the results follow; to keep it, give it to the \
                 plan in the table \"assumptions\".";
    let mut paper = Paper::new(sheet, styles, "Parameters", about)?;
    let headings = [
        ("What it is", false),
        ("Value", true),
        ("Years", false),
        ("Standing", false),
        ("Source", false),
        ("Id", false),
    ];
    paper.headings(FIRST_PARAMETER - 1, &headings)?;
    paper.widths(&[60, 14, 22, 24, 70, 30])?;
    let (text, wrapped) = (paper.styles.text.clone(), paper.styles.wrapped.clone());
    for (row, parameter) in (FIRST_PARAMETER..).zip(&results.parameters) {
        paper.fit(row, &[(parameter.about.as_str(), 60), (parameter.source.as_str(), 70)], 12)?;
        paper.text(row, 0, &parameter.about, &wrapped)?;
        let is_rate = parameter.written.ends_with('%');
        let format = paper.styles.number(if is_rate { "0.00%" } else { "#,##0.00" }, Emphasis::Input);
        match parameter.number.parse::<f64>() {
            Ok(number) => drop(paper.sheet.write_number_with_format(row, PARAMETER_COLUMN, number, format)?),
            Err(_) => drop(paper.sheet.write_string_with_format(row, PARAMETER_COLUMN, &parameter.written, format)?),
        }
        paper.text(row, 2, &parameter.years, &text)?;
        paper.text(row, 3, &parameter.standing, &text)?;
        match parameter.cell.as_ref().and_then(place) {
            Some(to) => paper.link(row, 4, &to, "given by this plan")?,
            None => paper.text(row, 4, &parameter.source, &wrapped)?,
        }
        paper.text(row, 5, &parameter.id, &text)?;
    }
    paper.sheet.set_freeze_panes(FIRST_PARAMETER, 1)?;
    Ok(())
}
