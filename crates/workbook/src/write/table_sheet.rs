use super::WriteProblem;
use super::cell::WorkbookCell;
use super::names::{in_words, quoted, sheet_name};
use super::paper::{MOST_CHARACTERS, Paper};
use super::styles::Emphasis;
use crate::sheet::own_sheets::{COVER, TO_COVER};
use one_plan_model::plan::{Column, ColumnKind, Plan, Table};
use rust_xlsxwriter::ExcelDateTime;

/// The row of the headings of a table, counted from zero: above it the title, what a row is, and what to write.
pub const HEADINGS: u32 = 3;
/// The row of the headings in the template, where an example stands above them.
pub const TEMPLATE_HEADINGS: u32 = 4;
/// The most rows of a table that a sheet holds.
const MOST_ROWS: u32 = 1_048_576 - TEMPLATE_HEADINGS - 1;

/// A row of a table is at most so many lines high.
const MOST_LINES: usize = 8;

/// The number format of text.
const TEXT: &str = "@";

/// How wide a column is in which nothing stands, in characters.
const WIDTH_OF_EMPTY: u16 = 9;

/// The row of the sheet in which a row of a table stands, counted from zero.
pub const fn row_of_sheet(row: u32) -> u32 {
    HEADINGS + 1 + row
}

/// What stands above the headings of a table, and the headings.
pub fn write_head(paper: &mut Paper<'_>, table: Table, headings: u32) -> Result<(), WriteProblem> {
    paper.link(2, 0, &format!("{}!A1", quoted(COVER)), TO_COVER)?;
    for (at, column) in (0_u16..).zip(table.columns()) {
        let hint = paper.styles.hint.clone();
        if at > 0 {
            paper.text(2, at, &hint_of(column), &hint)?;
        }
        let heading = match column {
            column if column.required => paper.styles.required.clone(),
            column if is_number(column) => paper.styles.number_heading.clone(),
            _ => paper.styles.heading.clone(),
        };
        paper.text(headings, at, &in_words(column.name), &heading)?;
        paper.sheet.set_column_width(at, f64::from(width_of(column)))?;
    }
    paper.sheet.set_row_height(2, 26)?;
    paper.sheet.set_row_height(headings, 30)?;
    let frozen = u16::from(table.has_identifiers() || !table.key().is_empty());
    paper.sheet.set_freeze_panes(headings + 1, frozen)?;
    paper.sheet.set_repeat_rows(headings, headings)?;
    Ok(())
}

/// The rows of a table as a sheet.
pub fn write_rows(paper: &mut Paper<'_>, plan: &Plan, table: Table) -> Result<(), WriteProblem> {
    let count = u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX);
    if count > MOST_ROWS {
        return Err(WriteProblem::new(format!(
            "the table \"{}\" has {count} rows, and a sheet of a workbook holds {MOST_ROWS}: write comma-separated values",
            table.name()
        )));
    }
    write_head(paper, table, HEADINGS)?;
    for (at, _) in (0_u16..).zip(table.columns()).filter(|(at, _)| is_empty(plan, table, usize::from(*at))) {
        // Columns that the plan does not use stay out of the way.
        paper.sheet.set_column_width(at, f64::from(WIDTH_OF_EMPTY))?;
    }
    let mut looks = Looks::of(paper, table)?;
    for row in 0..count {
        let mut texts: Vec<(String, u16)> = Vec::new();
        for (at, column) in (0_u16..).zip(table.columns()) {
            let Some(text) = plan.written_cell(table, row, column.name) else { continue };
            if !is_number(column) {
                texts.push((text.clone(), width_of(column)));
            }
            let cell = WorkbookCell::of(&text, column.kind);
            looks.write(paper, row_of_sheet(row), at, cell).map_err(|problem| {
                let place = format!("{}, row {}, {}", table.name(), row + 1, column.name);
                WriteProblem::new(format!("{place}: {problem}"))
            })?;
        }
        let texts: Vec<(&str, u16)> = texts.iter().map(|(text, width)| (text.as_str(), *width)).collect();
        paper.fit(row_of_sheet(row), &texts, MOST_LINES)?;
    }
    if let (Some(last), true) =
        (u16::try_from(table.columns().len()).ok().and_then(|columns| columns.checked_sub(1)), count > 0)
    {
        paper.sheet.autofilter(HEADINGS, 0, row_of_sheet(count - 1), last)?;
    }
    Ok(())
}

/// How the cells of each column look: nearly all of a column look alike, and have then no format of their own.
struct Looks(Vec<Option<String>>);

impl Looks {
    /// In columns of words every cell is text, and stays text when someone types into it.
    fn of(paper: &mut Paper<'_>, table: Table) -> Result<Self, WriteProblem> {
        let mut looks = Vec::with_capacity(table.columns().len());
        for (at, column) in (0_u16..).zip(table.columns()) {
            let is_text = !is_number(column) && !matches!(column.kind, ColumnKind::Date | ColumnKind::DueDate);
            if is_text {
                let format = paper.styles.table_text.clone();
                paper.columns(&[(at, &format)])?;
            }
            looks.push(is_text.then(|| TEXT.to_owned()));
        }
        Ok(Self(looks))
    }

    /// Writes a cell. The first number of a column says how its numbers look.
    fn write(&mut self, paper: &mut Paper<'_>, row: u32, at: u16, cell: WorkbookCell) -> Result<(), WriteProblem> {
        let Some(look) = self.0.get_mut(usize::from(at)) else { return Ok(()) };
        match &cell {
            WorkbookCell::Number(digits, format) => {
                if look.is_none() {
                    let of_column = paper.styles.number(format, Emphasis::None).clone();
                    paper.columns(&[(at, &of_column)])?;
                    *look = Some(format.clone());
                }
                if let (true, Ok(number)) = (look.as_ref() == Some(format), digits.parse::<f64>()) {
                    paper.sheet.write_number(row, at, number)?;
                    return Ok(());
                }
            }
            WorkbookCell::Text(text) if look.as_deref() == Some(TEXT) => {
                has_room(text)?;
                paper.sheet.write_string(row, at, text)?;
                return Ok(());
            }
            WorkbookCell::Text(_) | WorkbookCell::Date(..) => {}
        }
        write_cell(paper, row, at, cell, Emphasis::None)
    }
}

/// Whether a cell of a workbook holds a text.
fn has_room(text: &str) -> Result<(), WriteProblem> {
    // No letter takes fewer bytes than it counts.
    if text.len() > MOST_CHARACTERS && text.encode_utf16().count() > MOST_CHARACTERS {
        return Err(WriteProblem::new(format!(
            "this text has {} characters, and a cell of a workbook holds {MOST_CHARACTERS}: shorten it, or write \
             comma-separated values",
            text.chars().count()
        )));
    }
    Ok(())
}

/// One cell of a table.
pub fn write_cell(
    paper: &mut Paper<'_>,
    row: u32,
    column: u16,
    cell: WorkbookCell,
    emphasis: Emphasis,
) -> Result<(), WriteProblem> {
    match cell {
        WorkbookCell::Number(digits, format) => {
            let format = paper.styles.number(&format, emphasis);
            match digits.parse::<f64>() {
                Ok(number) => drop(paper.sheet.write_number_with_format(row, column, number, format)?),
                Err(_) => drop(paper.sheet.write_string_with_format(row, column, digits, format)?),
            }
        }
        WorkbookCell::Date(year, month, day) => {
            let format = paper.styles.number("yyyy\\-mm\\-dd", emphasis);
            let date = ExcelDateTime::from_ymd(year, month, day)?;
            paper.sheet.write_datetime_with_format(row, column, &date, format)?;
        }
        WorkbookCell::Text(text) => {
            has_room(&text)?;
            let format = match emphasis {
                Emphasis::None => &paper.styles.table_text,
                _ => paper.styles.number(TEXT, emphasis),
            };
            paper.sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

/// Whether a plan fills no cell of a column.
fn is_empty(plan: &Plan, table: Table, column: usize) -> bool {
    let store = plan.store(table).column(column);
    (0..u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX)).all(|row| store.is_empty_at(row))
}

/// Whether numbers stand in a column.
fn is_number(column: &Column) -> bool {
    column.kind.is_number()
}

/// What to write in a column, in a few words.
fn hint_of(column: &Column) -> String {
    let what = match column.kind {
        ColumnKind::Identifier => "small letters, digits, hyphens".to_owned(),
        ColumnKind::Text => "text".to_owned(),
        ColumnKind::Reference(table) => format!("id of {}", sheet_name(table)),
        ColumnKind::MoneyUnit => "£, £000, £m or £bn".to_owned(),
        ColumnKind::Money => "money, in the unit of the row".to_owned(),
        ColumnKind::Count => "a number of things".to_owned(),
        ColumnKind::Number | ColumnKind::Measured => "a number".to_owned(),
        ColumnKind::Rate => "a percentage".to_owned(),
        ColumnKind::Year => "a year: 2026/27".to_owned(),
        ColumnKind::Month => "a month: 2026-04".to_owned(),
        ColumnKind::Date => "a date".to_owned(),
        ColumnKind::DueDate => "a date, month or year".to_owned(),
        ColumnKind::Choice(_) => "one of the list".to_owned(),
        ColumnKind::Flag => "yes or no".to_owned(),
        ColumnKind::SourceLines => "lines of the document".to_owned(),
        ColumnKind::FigureIdentifier => "id of a figure (Results)".to_owned(),
        // A kind that is newer than this list is said in the words of its definition.
        #[allow(unreachable_patterns, reason = "kinds of columns are added in the model")]
        other => other.expected(),
    };
    if column.required { format!("{what} — must be filled") } else { what }
}

/// How wide a column is, in characters.
fn width_of(column: &Column) -> u16 {
    match column.kind {
        ColumnKind::Text if column.name == "name" || column.name == "title" => 44,
        ColumnKind::Text => 40,
        ColumnKind::Identifier | ColumnKind::Reference(_) => 24,
        ColumnKind::FigureIdentifier => 38,
        ColumnKind::SourceLines => 22,
        ColumnKind::Choice(_) => 20,
        _ => 16,
    }
}
