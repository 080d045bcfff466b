use super::figures::{FIRST_STEP, Figures, STEP_COLUMN};
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use rust_xlsxwriter::{Formula, Worksheet};

/// The steps that several figures use, and the parts of long ones.
pub(super) fn write(sheet: &mut Worksheet, styles: &mut Styles, figures: &Figures) -> Result<(), WriteProblem> {
    let about =
        "Steps that several figures use, and parts of formulas that would be too long to read. Money is in pounds.";
    let mut paper = Paper::new(sheet, styles, "Working", about)?;
    paper.headings(FIRST_STEP - 1, &[("Step", true), ("What it is", false), ("Value", true)])?;
    paper.widths(&[9, 52, 24])?;
    let text = paper.styles.text.clone();
    for (at, row) in (0_u32..).zip(&figures.working) {
        let place = FIRST_STEP + at;
        let format = paper.styles.number("0", Emphasis::None);
        paper.sheet.write_number_with_format(place, 0, at + 1, format)?;
        paper.text(place, 1, &row.words, &text)?;
        let format = paper.styles.number("#,##0.00####", Emphasis::None);
        let mut formula = Formula::new(&row.formula);
        if let Some(digits) = &row.value {
            formula = formula.set_result(digits);
        }
        paper.sheet.write_formula_with_format(place, STEP_COLUMN, formula, format)?;
    }
    paper.sheet.set_freeze_panes(FIRST_STEP, 0)?;
    paper.sheet.set_repeat_rows(FIRST_STEP - 1, FIRST_STEP - 1)?;
    Ok(())
}
