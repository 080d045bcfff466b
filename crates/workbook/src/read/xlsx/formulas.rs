use crate::sheet::{Cell, Sheet};

/// Finds the formulas whose value nobody has calculated although the file has one.
///
/// Libraries such as XlsxWriter write 0 as the value of every formula and ask Excel to calculate the workbook when it is
/// opened. Such a 0 is not a value. A program that calculates writes other values too: so in a workbook that asks to be
/// calculated and in which every formula has the value 0, none of them has been calculated.
pub(super) struct Formulas {
    is_watching: bool,
    sheet: usize,
    zeros: Vec<(usize, u32, u32, Box<str>)>,
}

impl Formulas {
    pub(super) fn new(calculates_when_opened: bool) -> Self {
        Self { is_watching: calculates_when_opened, sheet: 0, zeros: Vec::new() }
    }

    pub(super) fn end_sheet(&mut self) {
        self.sheet += 1;
    }

    /// A formula with what the file has as its value.
    pub(super) fn see(&mut self, row: u32, column: u32, formula: &str, written: &str) {
        if !self.is_watching || written.is_empty() {
            return;
        }
        if written == "0" {
            self.zeros.push((self.sheet, row, column, formula.into()));
        } else {
            self.is_watching = false;
            self.zeros = Vec::new();
        }
    }

    /// Marks what was found.
    pub(super) fn mark(self, sheets: &mut [Sheet]) {
        for (sheet, row, column, formula) in self.zeros {
            if let Some(sheet) = sheets.get_mut(sheet) {
                sheet.replace(row, column, Cell::UncalculatedFormula(formula));
            }
        }
    }
}
