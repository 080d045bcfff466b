//! Rows below the total of a tracker, under a heading that says that they are not in the plan: "Pipeline ideas (not in plan)".

use super::cells_of_rows::CellsOfRows;
use super::issue_of_row::issue;
use super::sums_of_rows::{AmountsOfRow, Sums};
use crate::headings::Field;
use crate::issues::{Effect, Issue, Severity};

/// Such rows under one heading.
#[derive(Clone, Debug)]
pub struct SetAside {
    /// The row of the heading.
    pub heading: u32,
    /// The rows below it.
    pub lines: Vec<AmountsOfRow>,
}

impl SetAside {
    /// What is to be said of them; nothing where no row stands under the heading.
    pub fn issue(&self, cells: CellsOfRows<'_>) -> Option<Issue> {
        let mut sums = Sums::default();
        self.lines.iter().for_each(|line| sums.add(&line.amounts));
        let fields = cells.header.columns.iter().filter_map(|column| column.field.filter(|field| field.is_money()));
        let amount = [Field::PlanOfYear]
            .into_iter()
            .chain(fields)
            .find_map(|field| Some((cells.header.column(field)?, sums.of_all(field).filter(|sum| !sum.is_zero())?)));
        let amount = amount.map(|(column, sum)| format!(", {} under \"{}\",", sum.normalize(), column.words.line()));
        let rows = if self.lines.len() == 1 {
            "the row below is".to_owned()
        } else {
            format!("the {} rows below are", self.lines.len())
        };
        let what = format!(
            "this heading below the total says that {rows} not in the plan:{} not added",
            amount.map_or_else(|| " they are".to_owned(), |amount| format!(" what they save{amount} is"))
        );
        let expected = "nothing, if that is meant; another heading, if they are schemes of the plan";
        (!self.lines.is_empty())
            .then(|| issue(cells, self.heading, Severity::Warning, what, expected, Effect::RowLeftOut))
    }
}
