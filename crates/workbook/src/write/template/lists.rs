use crate::sheet::own_sheets::LISTS;
use crate::write::WriteProblem;
use crate::write::names::{fixed, quoted};
use one_plan_model::plan::{ColumnKind, Table};
use rust_xlsxwriter::{Formula, Worksheet};

/// The words from which columns let choose, each list once: they stand in columns of a hidden sheet.
pub struct Lists(Vec<Vec<&'static str>>);

impl Lists {
    /// The lists of all columns.
    pub fn of_all_tables() -> Self {
        let mut lists: Vec<Vec<&'static str>> = Vec::new();
        for column in Table::ALL.iter().flat_map(|table| table.columns()) {
            if let Some(words) = words(column.kind)
                && !lists.contains(&words)
            {
                lists.push(words);
            }
        }
        Self(lists)
    }

    /// Where the list of a column stands, as a formula.
    pub fn formula(&self, kind: ColumnKind) -> Option<Formula> {
        let words = words(kind)?;
        let column = u16::try_from(self.0.iter().position(|list| *list == words)?).ok()?;
        let last = u32::try_from(words.len()).ok()?.checked_sub(1)?;
        Some(Formula::new(format!("={}!{}:{}", quoted(LISTS), fixed(0, column), fixed(last, column))))
    }

    /// Writes the hidden sheet.
    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), WriteProblem> {
        for (column, list) in (0_u16..).zip(&self.0) {
            for (row, word) in (0_u32..).zip(list) {
                sheet.write_string(row, column, *word)?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }
}

fn words(kind: ColumnKind) -> Option<Vec<&'static str>> {
    match kind {
        ColumnKind::Choice(choices) => Some(choices.iter().map(|choice| choice.word).collect()),
        ColumnKind::MoneyUnit => Some(vec!["£", "£000", "£m", "£bn"]),
        ColumnKind::Flag => Some(vec!["yes", "no"]),
        _ => None,
    }
}
