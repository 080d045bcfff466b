use crate::sheet::{Cell, Sheet};

/// Finds the formulas whose value nobody has calculated although the file seems to have one.
///
/// Libraries such as XlsxWriter write 0 as the value of every formula and ask Excel to calculate the workbook when it is
/// opened; xlwt writes that every formula yields an empty text. Such a value is none. A program that calculates yields
/// others too: so in a workbook in which every formula has this value, none of them has been calculated.
pub(super) struct Formulas {
    is_watching: bool,
    sheet: usize,
    doubtful: Vec<(usize, u32, u32, Box<str>)>,
}

impl Formulas {
    /// Whether formulas are to be watched at all.
    pub(super) fn new(is_watching: bool) -> Self {
        Self { is_watching, sheet: 0, doubtful: Vec::new() }
    }

    pub(super) fn end_sheet(&mut self) {
        self.sheet += 1;
    }

    /// A formula has a value that stands where nobody has calculated one.
    pub(super) fn doubt(&mut self, row: u32, column: u32, formula: &str) {
        if self.is_watching {
            self.doubtful.push((self.sheet, row, column, formula.into()));
        }
    }

    /// A formula has another value: the workbook has been calculated.
    pub(super) fn trust(&mut self) {
        if self.is_watching {
            self.is_watching = false;
            self.doubtful = Vec::new();
        }
    }

    /// Marks what was found.
    pub(super) fn mark(self, sheets: &mut [Sheet]) {
        for (sheet, row, column, formula) in self.doubtful {
            if let Some(sheet) = sheets.get_mut(sheet) {
                sheet.replace(row, column, Cell::UncalculatedFormula(formula));
            }
        }
    }
}

/// What stands for a formula that is not written out at its cell.
pub(super) const NOT_WRITTEN: &str = "…";
