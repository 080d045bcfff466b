//! Rows of another table that are made of what a sheet says above its rows, or beside them.

use crate::cells::Heading;
use crate::headings::{NAME, TableNames};
use crate::sheet::{Cell, Sheet};
use crate::tables::{HeaderRow, TableRows, ToldElsewhere, YearOfRows, values_of};
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{ColumnKind, CquinScheme, RowType, Table};

/// Rows that are made of what a sheet says.
pub(super) struct RowsMade {
    /// The rows.
    pub(super) rows: TableRows,
    /// The title of the sheet.
    pub(super) title: String,
    /// The year, in words.
    pub(super) of_year: String,
    /// What a column says that tells them apart; nothing where the title alone makes one.
    pub(super) names: Vec<String>,
    /// That column of the sheet.
    pub(super) told_at: Option<u32>,
    /// What each row of the sheet belongs to.
    pub(super) of_row: Vec<Option<Box<str>>>,
}

/// The rows of another table, where a title is all that they need, or a title and a year.
pub(super) fn rows_made_of(
    sheet: &Sheet,
    rows: &TableRows,
    to: Table,
    names: &TableNames,
    elsewhere: &ToldElsewhere,
) -> Option<RowsMade> {
    let needed = to.columns().iter().skip(2).filter(|column| column.required);
    if !to.has_identifiers() || needed.clone().any(|column| !matches!(column.kind, ColumnKind::Year)) {
        return None;
    }
    let header = HeaderRow { columns: Vec::new(), others: Vec::new(), repeated: Vec::new(), ..rows.header.clone() };
    let year = YearOfRows::of(sheet, to, &header, elsewhere);
    if needed.count() > 0 && year.is_none() {
        return None;
    }
    let (row, title) = title_above(sheet, rows.header.row);
    // A column that is one of the other table, such as the provider of a scheme, tells its rows apart.
    let mut telling = rows.header.others.iter().filter_map(|(at, words)| {
        let column = names.column(to, &Heading::of(words).key)?;
        to.columns().get(column)?.kind.refers_to().map(|_| (*at, column))
    });
    let told = telling.next();
    if telling.next().is_some() {
        return None;
    }
    let mut columns = vec![0, 1];
    columns.extend(year.map(|year| year.column));
    columns.extend(told.map(|(_, column)| column));
    let mut given = GivenRows::new(to, columns);
    let mut positions = Vec::new();
    let year_text = || year.map(|year| Box::from(year.year.to_string()));
    let mut each: Vec<String> = Vec::new();
    let mut of_row = Vec::with_capacity(rows.positions.len());
    for position in &rows.positions {
        let Some((at, _)) = told else {
            of_row.push(Some(title.clone().into()));
            continue;
        };
        let name = sheet.cell(*position, at).shown().trim().to_owned();
        if name.is_empty() {
            // Whose it is is said by no cell: the row is left out, with what it lacks.
            of_row.push(None);
            continue;
        }
        let called = format!("{title}, {name}");
        if !each.contains(&name) {
            each.push(name.clone());
            let cells = [Some(None), Some(Some(called.clone().into())), year_text().map(Some), Some(Some(name.into()))];
            given.push(cells.into_iter().flatten());
            positions.push(*position);
        }
        of_row.push(Some(called.into()));
    }
    if told.is_none() {
        given.push([None, Some(title.clone().into()), year_text()]);
        positions.push(row);
    }
    let has_values = give_values(&mut given, rows, sheet, &of_row);
    let made = TableRows { given, positions, ..TableRows::new(to, rows.place, header, Vec::new()) };
    let mut of_year = year.map(|year| format!(", for {}", year.year)).unwrap_or_default();
    if has_values {
        of_year.push_str(", worth what its indicators are worth together");
    }
    Some(RowsMade { rows: made, title, of_year, names: each, told_at: told.map(|(at, _)| at), of_row })
}

/// Gives each scheme of CQUIN that is made what its indicators are worth together, where each of them says it; whether any does.
fn give_values(schemes: &mut GivenRows, rows: &TableRows, sheet: &Sheet, of_row: &[Option<Box<str>>]) -> bool {
    if rows.table != Table::CquinIndicator {
        return false;
    }
    let [fixed_sum, unit] = [CquinScheme::fixed_sum, CquinScheme::unit].map(|of| usize::from(of.position()));
    let values: Vec<Option<(String, &str)>> = schemes
        .rows()
        .map(|scheme| {
            let called = schemes.cell(scheme, NAME)?;
            let (sum, unit) =
                values_of(rows, sheet, &|row| of_row.get(row as usize).and_then(Option::as_deref) == Some(called))?;
            Some((sum.to_string(), unit.symbol()))
        })
        .collect();
    let of = |row: u32| values.get(row as usize).cloned().flatten();
    schemes.add_column(fixed_sum, |row| of(row).map(|(sum, _)| sum.into()));
    schemes.add_column(unit, |row| of(row).map(|(_, unit)| unit.into()));
    values.iter().any(Option::is_some)
}

/// The first words above a table, and their row; the name of the sheet where there are none.
fn title_above(sheet: &Sheet, headings: u32) -> (u32, String) {
    let above = sheet.rows().take_while(|(row, _)| *row < headings);
    let texts = above.flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
    let mut titles = texts.filter_map(|(row, cell)| match cell {
        Cell::Text(text) if !text.trim().is_empty() => Some((row, text.trim().to_owned())),
        _ => None,
    });
    titles.next().unwrap_or_else(|| (headings, sheet.name.trim().to_owned()))
}
