use super::example::example;
use super::lists::Lists;
use crate::sheet::EXAMPLE_MARK;
use crate::write::WriteProblem;
use crate::write::cell::WorkbookCell;
use crate::write::names::{fixed, quoted, sheet_name};
use crate::write::paper::Paper;
use crate::write::styles::Styles;
use crate::write::table_sheet::{TEMPLATE_HEADINGS, write_head};
use one_plan_model::plan::{Column, ColumnKind, Table};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, ExcelDateTime, Formula, Note, Worksheet};

/// The row of the example, counted from zero.
const EXAMPLE: u32 = TEMPLATE_HEADINGS - 1;
/// The first row to fill in.
const FIRST: u32 = TEMPLATE_HEADINGS + 1;
/// The last row with lists to choose from.
const LAST: u32 = FIRST + 1_999;

/// The sheet of a table to fill in.
pub fn write(sheet: &mut Worksheet, styles: &mut Styles, table: Table, lists: &Lists) -> Result<(), WriteProblem> {
    let mut paper = Paper::new(sheet, styles, &sheet_name(table), table.about())?;
    for (at, column) in (0_u16..).zip(table.columns()) {
        if let Some(format) = format_of(column.kind) {
            let format = paper.styles.table_text.clone().set_num_format(format);
            paper.sheet.set_column_format(at, &format)?;
        }
    }
    write_head(&mut paper, table, TEMPLATE_HEADINGS)?;
    for (at, column) in (0_u16..).zip(table.columns()) {
        write_example(&mut paper, table, at, column)?;
        paper.sheet.insert_note(TEMPLATE_HEADINGS, at, &note(column))?;
        if let Some(choose) = choose(column, lists)? {
            paper.sheet.add_data_validation(FIRST, at, LAST, at, &choose)?;
        }
    }
    let beside = u16::try_from(table.columns().len()).unwrap_or(u16::MAX);
    let about = paper.styles.about.clone().set_italic();
    paper.text(EXAMPLE, beside, EXAMPLE_MARK, &about)?;
    paper.sheet.set_column_width(beside, 30)?;
    paper.sheet.set_selection(FIRST, 0, FIRST, 0)?;
    Ok(())
}

/// The number format of a column: what is no number stays text, also a year or a month of which a spreadsheet would make
/// a date. Numbers are left as they are typed, for their decimal places say something.
const fn format_of(kind: ColumnKind) -> Option<&'static str> {
    match kind {
        ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => None,
        ColumnKind::Rate => Some("0.0%"),
        ColumnKind::Date => Some("yyyy\\-mm\\-dd"),
        _ => Some("@"),
    }
}

fn write_example(paper: &mut Paper<'_>, table: Table, at: u16, column: &Column) -> Result<(), WriteProblem> {
    let format = paper.styles.example.clone();
    let Some(text) = example(table, column) else { return paper.text(EXAMPLE, at, "", &format) };
    match WorkbookCell::of(&text, column.kind) {
        WorkbookCell::Number(digits, number_format) => {
            let format = format.set_num_format(number_format).set_align(rust_xlsxwriter::FormatAlign::Right);
            let number = digits.parse::<f64>().unwrap_or_default();
            paper.sheet.write_number_with_format(EXAMPLE, at, number, &format)?;
            Ok(())
        }
        WorkbookCell::Date(year, month, day) => {
            let date = ExcelDateTime::from_ymd(year, month, day)?;
            let format = format.set_num_format("yyyy\\-mm\\-dd");
            paper.sheet.write_datetime_with_format(EXAMPLE, at, &date, &format)?;
            Ok(())
        }
        WorkbookCell::Text(text) => paper.text(EXAMPLE, at, &text, &format),
    }
}

/// What a column means, for who rests on its heading.
fn note(column: &Column) -> Note {
    let mut text = column.help().trim().to_owned();
    let expected = column.kind.expected();
    text.push_str(&format!("\n\nWrite {expected}."));
    if let ColumnKind::Choice(choices) = column.kind {
        for choice in choices {
            text.push_str(&format!("\n• {}: {}", choice.word, choice.meaning().trim()));
        }
    }
    if column.required {
        text.push_str("\n\nMust be filled.");
    }
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(46).max(1)).sum();
    let height = u32::try_from(lines * 18 + 12).unwrap_or(400).min(420);
    Note::new(text).add_author_prefix(false).set_width(320).set_height(height).set_font_name("Arial").set_font_size(9)
}

/// The list from which a column lets choose.
fn choose(column: &Column, lists: &Lists) -> Result<Option<DataValidation>, WriteProblem> {
    let list = match column.kind {
        // The identifiers of the other sheet, as far as they are filled in.
        ColumnKind::Reference(table) => {
            Some(Formula::new(format!("={}!{}:{}", quoted(&sheet_name(table)), fixed(FIRST, 0), fixed(LAST, 0))))
        }
        kind => lists.formula(kind),
    };
    let Some(list) = list else { return Ok(None) };
    let choose = DataValidation::new()
        .allow_list_formula(list)
        // What is pasted, and what people write instead, is understood as well: a person may go on.
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Not in the list")?
        .set_error_message("This is not in the list. One Plan will say so when it reads the workbook.")?;
    Ok(Some(choose))
}
