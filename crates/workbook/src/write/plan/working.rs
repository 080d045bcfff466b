use super::figures::{FIRST_STEP, Figures, STEP_COLUMN};
use crate::sheet::own_sheets::{ABOUT_WORKING, WORKING};
use crate::write::WriteProblem;
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use rust_xlsxwriter::{Formula, Worksheet};

/// The steps that several figures use, and the parts of long ones.
pub(super) fn write(sheet: &mut Worksheet, styles: &mut Styles, figures: &Figures) -> Result<(), WriteProblem> {
    let mut paper = Paper::new(sheet, styles, WORKING, ABOUT_WORKING)?;
    paper.headings(FIRST_STEP - 1, &[("Step", true), ("What it is", false), ("Value", true)])?;
    paper.widths(&[9, 52, 24])?;
    let (text, number) = (paper.styles.text.clone(), paper.styles.number("0", Emphasis::None).clone());
    let value = paper.styles.number("#,##0.00####", Emphasis::None).clone();
    paper.columns(&[(0, &number), (1, &text), (STEP_COLUMN, &value)])?;
    for (at, row) in (0_u32..).zip(&figures.working) {
        let place = FIRST_STEP + at;
        paper.sheet.write_number(place, 0, at + 1)?;
        paper.text_of_column(place, 1, &row.words)?;
        let mut formula = Formula::new(&row.formula);
        if let Some(digits) = &row.value {
            formula = formula.set_result(digits);
        }
        paper.sheet.write_formula(place, STEP_COLUMN, formula)?;
    }
    paper.sheet.set_freeze_panes(FIRST_STEP, 0)?;
    paper.sheet.set_repeat_rows(FIRST_STEP - 1, FIRST_STEP - 1)?;
    Ok(())
}
