//! A statement: a line for each thing that is added or taken away, a column for each year.

use super::figure_cells::figure_cell;
use super::shown::Shown;
use crate::components::{body, data_table, head, number_heading, row, words_heading};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKey;
use one_plan_model::plan::FinancialYear;
use yew::prelude::*;

/// A line of a statement.
pub struct StatementLine {
    /// What it is called.
    pub name: String,
    /// Its figure of each year.
    pub of: Box<dyn Fn(u32) -> FigureKey>,
    /// Whether it is the sum of what stands above it.
    pub is_total: bool,
}

impl StatementLine {
    /// A line.
    pub fn new(name: impl Into<String>, is_total: bool, of: impl Fn(u32) -> FigureKey + 'static) -> Self {
        Self { name: name.into(), of: Box::new(of), is_total }
    }
}

/// A statement in millions of pounds. A line of which no year has anything is not shown.
pub fn statement(
    context: &PageContext,
    id: &'static str,
    caption: &'static str,
    years: &[FinancialYear],
    lines: Vec<StatementLine>,
) -> Html {
    let outcome = context.session.outcome();
    let mut headings = vec![words_heading("Line")];
    for year in years {
        headings.push(number_heading(year.to_string()));
    }
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        if !years.iter().any(|year| outcome.value((line.of)(u32::from(year.start()))).is_some()) {
            continue;
        }
        let mut cells = Vec::with_capacity(years.len());
        for year in years {
            let figure = (line.of)(u32::from(year.start()));
            cells.push(figure_cell(context, year.to_string(), figure, Shown::MILLIONS));
        }
        let class = if line.is_total { "total" } else { "" };
        rows.push(row(rows.len(), line.name, cells).class(class).html());
    }
    data_table(id, caption, false, vec![head(headings), body(rows)])
}
