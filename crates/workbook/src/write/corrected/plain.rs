//! The sheets of a file of a format that is only read, as a workbook: its values, without its looks and formulas.

use crate::sheet::{Cell, NumberKind, NumberStyle, Sheet, SourceFile};
use crate::write::WriteProblem;
use crate::write::plan::new_workbook;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet};
use std::collections::HashMap;

/// What is said of such a copy.
pub const REMARK: &str =
    "This is a new workbook with the values of your file: its formats, formulas and pictures were not kept.";

/// The sheets of a file as a workbook of Excel.
pub fn workbook(file: &SourceFile) -> Result<Vec<u8>, WriteProblem> {
    let mut workbook = new_workbook("")?;
    let mut names: Vec<String> = Vec::new();
    for sheet in &file.sheets {
        let name = unused(accepted(&sheet.name), &names);
        let to = workbook.add_worksheet();
        to.set_name(&name)?;
        names.push(name);
        write_sheet(to, sheet)?;
    }
    // A list of problems is put before all of them: at least one has to be there.
    if file.sheets.is_empty() {
        workbook.add_worksheet();
    }
    if let (true, Some(first)) =
        (file.sheets.iter().all(|sheet| sheet.is_hidden), workbook.worksheets_mut().first_mut())
    {
        first.set_hidden(false);
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(to: &mut Worksheet, sheet: &Sheet) -> Result<(), WriteProblem> {
    to.set_hidden(sheet.is_hidden);
    for area in &sheet.merged {
        let columns = u16::try_from(area.first_column).ok().zip(u16::try_from(area.last_column).ok());
        if let Some((first, last)) = columns {
            // Areas of one cell, or that lie over others, cannot be merged: they stay as they are.
            let _ = to.merge_range(area.first_row, first, area.last_row, last, "", &Format::new());
        }
    }
    let mut formats: HashMap<String, Format> = HashMap::new();
    let mut format =
        |code: String| formats.entry(code.clone()).or_insert_with(|| Format::new().set_num_format(code)).clone();
    for (row, cells) in sheet.rows() {
        for (column, cell) in (sheet.first_column()..).zip(cells) {
            let Ok(column) = u16::try_from(column) else { continue };
            match cell {
                Cell::Empty => {}
                Cell::Flag(flag) => {
                    to.write_boolean(row, column, *flag)?;
                }
                Cell::Number(digits, style) => match digits.parse::<f64>() {
                    Ok(number) => {
                        to.write_number_with_format(row, column, number, &format(code(digits, *style)))?;
                    }
                    Err(_) => {
                        to.write_string(row, column, &**digits)?;
                    }
                },
                Cell::Date(date) => match day(date) {
                    Some(day) => {
                        to.write_datetime_with_format(row, column, &day, &format("yyyy-mm-dd".to_owned()))?;
                    }
                    None => {
                        to.write_string(row, column, &**date)?;
                    }
                },
                // Text that begins like a formula stays text.
                other => {
                    to.write_string(row, column, other.shown())?;
                }
            }
        }
    }
    for row in &sheet.hidden_rows {
        to.set_row_hidden(*row)?;
    }
    for column in &sheet.hidden_columns {
        if let Ok(column) = u16::try_from(*column) {
            to.set_column_hidden(column)?;
        }
    }
    Ok(())
}

/// The number format that shows a number as it was shown.
fn code(digits: &str, style: NumberStyle) -> String {
    let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
    let places = fraction.len().saturating_sub(if style.kind == NumberKind::Percent { 2 } else { 0 });
    if style == NumberStyle::PLAIN && !fraction.ends_with('0') {
        return "General".to_owned();
    }
    let mut code = if style.commas { "#,##0" } else { "0" }.to_owned();
    if places > 0 {
        code.push('.');
        code.push_str(&"0".repeat(places.min(30)));
    }
    match style.kind {
        NumberKind::Plain => {}
        NumberKind::Percent => code.push('%'),
        NumberKind::Currency => code.insert(0, '£'),
    }
    if style.brackets { format!("{code}_);({code})") } else { code }
}

/// A day that a workbook knows; before March 1900 Excel counts a day that there never was.
fn day(date: &str) -> Option<ExcelDateTime> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if (year, month) < (1900, 3) {
        return None;
    }
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The name of a sheet as Excel accepts it.
fn accepted(name: &str) -> String {
    let letter = |letter: char| if "[]:*?/\\".contains(letter) || letter.is_control() { ' ' } else { letter };
    let name: String = name.chars().map(letter).take(31).collect();
    let name = name.trim().trim_matches('\'').trim();
    if name.is_empty() { "Sheet".to_owned() } else { name.to_owned() }
}

fn unused(name: String, used: &[String]) -> String {
    let is_used = |name: &str| used.iter().any(|used| used.to_lowercase() == name.to_lowercase());
    let numbered = |number: usize| format!("{} {number}", name.chars().take(24).collect::<String>());
    if !is_used(&name) {
        return name;
    }
    (2..=used.len() + 2).map(numbered).find(|name| !is_used(name)).unwrap_or(name)
}
