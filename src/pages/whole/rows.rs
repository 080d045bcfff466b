use super::table_words;
use crate::components::{
    body, cell_for_number, counted, data_table, figure_in_full, filters, head, lines_words, mentions, not_given,
    number_cell, number_heading, row as table_row, show_more, spaced, tag, titled_by, words_cell_of, words_field,
    words_heading_of,
};
use crate::pages::Look;
use crate::session::Desk;
use one_plan_model::calculation::{Dimension, FigureKind};
use one_plan_model::outcome::words;
use one_plan_model::plan::{Column, ColumnKind, Content, Plan, Table};
use one_plan_model::rules::figure_kinds;
use yew::prelude::*;

/// Tables with no more rows than this have no field to look for words.
const FEW_ROWS: usize = 8;

/// One table of the plan: its rows as they are given, and beside each what is computed for it.
pub fn rows(desk: &Desk, table: Table, look: &Look) -> Html {
    let plan = desk.session.plan();
    let all: Vec<Vec<String>> =
        (0..u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX)).map(|row| texts(plan, table, row)).collect();
    let columns = filled(table, &all);
    let kinds = kinds_of_rows(desk, table);
    let wanted = look.words().trim();
    let mut matching: Vec<(usize, &Vec<String>)> = all.iter().enumerate().collect();
    // A row is found by what is shown of it.
    matching.retain(|(_, texts)| {
        wanted.is_empty() || columns.iter().any(|(at, _)| texts.get(*at).is_some_and(|text| mentions(text, wanted)))
    });
    let shown = matching.len().min(look.rows());
    let mut table_rows = Vec::with_capacity(shown);
    for (row, texts) in matching.iter().take(shown) {
        table_rows.push(one(desk, table, &columns, &kinds, u32::try_from(*row).unwrap_or(u32::MAX), texts));
    }
    let name = table_words(table);
    let content = if matching.is_empty() {
        tag("p").words("No row fits this choice.").html()
    } else {
        let mut headings = Vec::with_capacity(columns.len() + kinds.len());
        let is_printed_in = |column: &Column| matches!(column.kind, ColumnKind::SourceLines);
        for column in columns.iter().filter(|(_, column)| !is_printed_in(column)) {
            headings.push(match is_number(column.1) {
                true => number_heading(heading(column.1)),
                false => words_heading_of(heading(column.1)),
            });
        }
        for kind in &kinds {
            headings.push(number_heading(label(kind)));
        }
        for column in columns.iter().filter(|(_, column)| is_printed_in(column)) {
            headings.push(words_heading_of(heading(column.1)));
        }
        let caption = [&name, ": what the plan gives, and what is computed for each row"].concat();
        data_table(["rows-", table.name()].concat(), caption, true, vec![head(headings), body(table_rows)])
    };
    let id = ["table-", table.name()].concat();
    let mut section = titled_by(id, name);
    if all.len() > FEW_ROWS {
        let field = words_field_of(table, look);
        section = section.child(filters(vec![field], format!("{} of {}", counted(matching.len()), counted(all.len()))));
    }
    section.child(tag("div").child(content)).child(show_more(shown, matching.len(), "rows", &look.onrows())).html()
}

fn words_field_of(table: Table, look: &Look) -> crate::components::Tag {
    words_field(["words-", table.name()].concat(), "Rows that mention", look.words(), look.onwords())
}

/// The cells of a row as a person reads them, in the order of the columns.
fn texts(plan: &Plan, table: Table, row: u32) -> Vec<String> {
    let written = plan.written(table, row);
    let text = |name: &str| written.iter().find(|(column, _)| *column == name).map(|(_, text)| text.clone());
    let read = |column: &Column| {
        let Some(text) = text(column.name) else { return String::new() };
        match column.kind {
            ColumnKind::Money => match plan.content(table, row, column.name) {
                Some(Content::Amount(amount)) => words::amount(amount),
                _ => text,
            },
            ColumnKind::Reference(other) => {
                let title = plan.names.find(other, &text).and_then(|row| plan.title(other, row));
                title.map_or(text.clone(), str::to_owned)
            }
            // A calendar year is a number without commas.
            ColumnKind::Count if column.name.ends_with("_year") => text,
            ColumnKind::Count | ColumnKind::Number => match plan.content(table, row, column.name) {
                Some(Content::Count(count)) => words::number(Ok(count.number())),
                Some(Content::Measured(number)) => words::number(Ok(number.number())),
                _ => text,
            },
            ColumnKind::Choice(_) => text.replace('-', " "),
            ColumnKind::SourceLines => spaced(&lines_words(&text)),
            _ => text,
        }
    };
    table.columns().iter().map(read).collect()
}

/// The columns in which any row has something, with their positions; the unit stands beside the money.
fn filled(table: Table, rows: &[Vec<String>]) -> Vec<(usize, &'static Column)> {
    let filled = |at: usize| rows.iter().any(|texts| texts.get(at).is_some_and(|text| !text.is_empty()));
    let hidden = |column: &Column| {
        matches!(column.kind, ColumnKind::MoneyUnit)
            || (matches!(column.kind, ColumnKind::Identifier) && column.name == "id")
    };
    let columns = table.columns().iter().enumerate();
    columns.filter(|(at, column)| filled(*at) && !hidden(column)).collect()
}

/// The kinds of figure that are about a row of the table and nothing else, and of which there are any.
fn kinds_of_rows(desk: &Desk, table: Table) -> Vec<&'static FigureKind> {
    let mut kinds = Vec::new();
    for kind in figure_kinds() {
        let about_row = matches!(kind.dimensions, [Dimension::Row(of)] if *of == table);
        if about_row && desk.session.outcome().figures_of(kind).next().is_some() {
            kinds.push(*kind);
        }
    }
    kinds
}

fn is_number(column: &Column) -> bool {
    matches!(column.kind, ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Rate)
}

fn is_date(column: &Column) -> bool {
    matches!(column.kind, ColumnKind::Date | ColumnKind::DueDate | ColumnKind::Month)
}

fn heading(column: &Column) -> String {
    match column.kind {
        ColumnKind::SourceLines => "Printed in".to_owned(),
        _ => crate::components::capitalised(&spaced(column.name)).replace("qipp", "QIPP").replace("Cquin", "CQUIN"),
    }
}

/// The label of a kind without the row that it is about.
fn label(kind: &FigureKind) -> String {
    let words = kind.label.replace("{}", "");
    let words = words.trim_start_matches([':', ',', ' ']).trim();
    crate::components::capitalised(if words.is_empty() { "Computed" } else { words })
}

fn one(
    desk: &Desk,
    table: Table,
    columns: &[(usize, &'static Column)],
    kinds: &[&'static FigureKind],
    row: u32,
    texts: &[String],
) -> Html {
    let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
    let mut cells = Vec::with_capacity(columns.len() + kinds.len());
    let mut named = String::new();
    // A heading is never empty: a row without a name is known by its number.
    for (place, (at, column)) in columns.iter().enumerate() {
        if matches!(column.kind, ColumnKind::SourceLines) {
            // Where it is printed comes last, after what is computed.
            continue;
        }
        if place == 0 {
            named = text(*at);
        } else if is_number(column) && !text(*at).is_empty() {
            cells.push(number_cell(heading(column), text(*at)));
        } else if is_number(column) {
            cells.push(cell_for_number(heading(column)).child(not_given()).html());
        } else if is_date(column) && !text(*at).is_empty() {
            // A date is not broken at the end of a line.
            let date = tag("span").class("date").words(text(*at)).html();
            cells.push(tag("td").attribute("data-label", heading(column)).child(date).html());
        } else {
            cells.push(words_cell_of(heading(column), Some(text(*at)).filter(|text| !text.is_empty())));
        }
    }
    for kind in kinds {
        cells.push(cell_for_number(label(kind)).child(figure_in_full(desk, kind.about([row]))).html());
    }
    if let Some((at, column)) = columns.last().filter(|(_, column)| matches!(column.kind, ColumnKind::SourceLines)) {
        cells.push(words_cell_of(heading(column), Some(text(*at)).filter(|text| !text.is_empty())));
    }
    if named.is_empty() {
        named = format!("Row {}", row.saturating_add(1));
    }
    table_row(row, named, cells).attribute("data-table", table.name()).html()
}
