use super::parts;
use crate::navigation::Page;
use one_plan_model::plan::Table;

/// The page on which the rows of a table stand.
pub fn page_of_table(table: Table) -> Page {
    let of_section = Page::OF_A_PLAN.into_iter().find(|page| parts::tables(*page).contains(&table));
    of_section.unwrap_or(match table {
        Table::SchemeList | Table::Scheme | Table::ProgrammeSaving => Page::Savings,
        Table::StatedFigure => Page::Checks,
        table if table.name().starts_with("cquin") => Page::Cquin,
        table if table.name().contains("activity") => Page::Activity,
        _ => Page::Data,
    })
}
