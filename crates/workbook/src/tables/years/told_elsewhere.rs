//! What a workbook says of all its sheets, where they do not say it themselves: for which year they are, and up to which month.
//!
//! People write it once, on a cover or beside the name of the list of schemes, and call the file after it. Where two of its
//! sheets say another year each, it says none of all.

use crate::answers::Answers;
use crate::cells::{NamedMonth, key_of, months_in, only, stem, year_of, years_in};
use crate::headings::{TableNames, plain_headings};
use crate::sheet::{Cell, Sheet, SourceFile};
use crate::tables::headings::HeaderRow;
use one_plan_model::plan::Table;
use one_plan_model::quantity::FinancialYear;

/// A cover has no more rows.
const MOST_ROWS_OF_A_COVER: usize = 40;
const COVERS: [&str; 9] =
    ["cover", "front", "titlepage", "titlesheet", "contents", "index", "about", "readme", "introduction"];
/// What the first sheet is called that is no cover.
const NO_COVERS: [&str; 6] = ["note", "change", "version", "log", "glossary", "history"];

/// What a workbook says of all its sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldElsewhere {
    /// The one year that its cover and its lists of schemes say, and where it stands.
    pub year: Option<(FinancialYear, &'static str)>,
    /// The one month that its cover says, counted from one for April.
    pub month: Option<u8>,
    /// The one year of the name of the file.
    pub year_of_name: Option<FinancialYear>,
}

impl ToldElsewhere {
    /// What the sheets of a file say of all of them.
    pub fn of(file: &SourceFile, names: &TableNames, answers: &Answers) -> Self {
        let covers: Vec<String> = file
            .sheets
            .iter()
            .enumerate()
            .filter(|(at, sheet)| is_called_cover(*at, sheet) && is_cover(sheet, names))
            .flat_map(|(_, sheet)| words_of(sheet))
            .collect();
        let of_covers: Vec<FinancialYear> = covers.iter().flat_map(|words| years_in(words)).collect();
        let of_lists: Vec<FinancialYear> = file
            .sheets
            .iter()
            .filter_map(|sheet| Some((sheet, names.table(&sheet.name)?)))
            .filter(|(_, table)| matches!(table, Table::SchemeList | Table::PlanDetails))
            .flat_map(|(sheet, table)| years_of_rows(sheet, table, names, answers))
            .collect();
        let place =
            if of_covers.is_empty() { "the list of schemes in the workbook" } else { "the cover of the workbook" };
        let year = only([of_covers, of_lists].concat()).map(|year| (year, place));
        // A date may be the one on which the cover was written: only a month that is told by its number counts.
        let told = covers.iter().flat_map(|words| months_in(words)).filter_map(|month| match month {
            NamedMonth::Nth(nth) => Some(nth),
            NamedMonth::Of(_) => None,
        });
        let month = only(told.collect());
        Self { year, month, year_of_name: only(years_in(stem(&file.name))) }
    }

    /// The year of a sheet that says none.
    pub fn of_a_sheet(&self) -> Option<(FinancialYear, &'static str)> {
        self.year.or_else(|| Some((self.year_of_name?, "the name of the file")))
    }
}

/// Whether a sheet is called a cover, or is the first one and is not called after something else: notes speak of other years.
fn is_called_cover(at: usize, sheet: &Sheet) -> bool {
    let key = key_of(&sheet.name);
    let is_any = |words: &[&str]| words.iter().any(|word| key.contains(word));
    is_any(&COVERS) || (at == 0 && !is_any(&NO_COVERS))
}

/// Whether a sheet holds words about the others, and nothing that could be a table.
fn is_cover(sheet: &Sheet, names: &TableNames) -> bool {
    let holds_few = |cells: &[Cell]| cells.iter().filter(|cell| !cell.is_empty()).count() <= 2;
    sheet.row_count() <= MOST_ROWS_OF_A_COVER
        && sheet.rows().all(|(_, cells)| holds_few(cells))
        && names.table(&sheet.name).is_none()
        && plain_headings(sheet).is_none()
}

/// The words of a sheet, those of a row together: "Month" and "9" stand beside one another.
fn words_of(sheet: &Sheet) -> Vec<String> {
    let of_row = |cells: &[Cell]| {
        let shown: Vec<String> = cells.iter().filter(|cell| !cell.is_empty()).map(Cell::shown).collect();
        shown.join(" ")
    };
    sheet.rows().map(|(_, cells)| of_row(cells)).collect()
}

/// The years that the rows of a table say, without those of its baseline.
fn years_of_rows(sheet: &Sheet, table: Table, names: &TableNames, answers: &Answers) -> Vec<FinancialYear> {
    let Some(header) = HeaderRow::find(sheet, table, names, answers) else { return Vec::new() };
    let is_year = |column: usize| {
        table.columns().get(column).is_some_and(|of| ["year", "first_year", "last_year"].contains(&of.name))
    };
    let columns: Vec<u32> =
        header.columns.iter().filter(|column| is_year(column.table_column)).map(|column| column.sheet_column).collect();
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
    let cells = rows.flat_map(|row| columns.iter().map(move |column| sheet.cell(row, *column).shown()));
    cells.filter_map(|text| FinancialYear::read(&year_of(&text)?).ok()).collect()
}
