//! One sheet, from the beginning of its element to its end.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::columns::{Columns, times};
use super::draft::{Draft, cell, draft};
use super::styles::Resolved;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::read::xml::{self, Xml};
use crate::sheet::{Area, Cell, Sheet};

/// The row that is being read.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    is_hidden: bool,
    times: u32,
    has_begun: bool,
    style: Option<String>,
}

/// What is to be done with an element once it is known.
enum Next {
    Nothing,
    Skip,
    Space(usize),
    End,
}

pub(super) fn read<R: Read>(
    xml: &mut Xml<R>,
    name: &str,
    is_hidden: bool,
    styles: &Resolved,
    work: &mut Work<'_>,
) -> Result<Sheet, Trouble> {
    let mut rows = Rows::new(name);
    if is_hidden {
        rows.hide();
    }
    let mut columns = Columns::default();
    let mut place = Place::default();
    let mut cell: Option<Draft> = None;
    let mut paragraph = 0_u32;
    loop {
        let position = xml.position();
        work.step(position)?;
        let event = xml.next()?;
        let next = match &event {
            Event::Start(element) => match xml::name(element) {
                "table-column" => {
                    columns.take(element, &mut rows)?;
                    Next::Nothing
                }
                "table-row" => {
                    begin_row(element, &mut place)?;
                    Next::Nothing
                }
                "table-cell" | "covered-table-cell" if cell.is_none() => {
                    cell = Some(draft(element)?);
                    Next::Nothing
                }
                "p" if cell.is_some() => {
                    paragraph += 1;
                    if let Some(cell) = cell.as_mut().filter(|_| paragraph == 1) {
                        if cell.has_text {
                            cell.text.push('\n');
                        }
                        cell.has_text = true;
                    }
                    Next::Nothing
                }
                "s" if paragraph > 0 => {
                    let count = xml::attribute(element, "c")?.and_then(|count| count.parse().ok());
                    Next::Space(count.unwrap_or(1_usize).min(1_000))
                }
                "tab" | "line-break" if paragraph > 0 => Next::Space(1),
                // What is written beside a cell, drawn over it, or lies in it as a table of its own.
                "annotation" | "table" | "shapes" | "forms" | "table-source" | "scenario" => Next::Skip,
                _ if element.name().prefix().is_some_and(|prefix| prefix.as_ref() == "draw") => Next::Skip,
                _ => Next::Nothing,
            },
            Event::End(element) => match element.local_name().as_ref() {
                "p" => {
                    paragraph = paragraph.saturating_sub(1);
                    Next::Nothing
                }
                "table-cell" | "covered-table-cell" => {
                    if let Some(cell) = cell.take() {
                        end_cell(&cell, &mut place, &columns, styles, &mut rows, position, work)?;
                    }
                    paragraph = 0;
                    Next::Nothing
                }
                "table-row" => {
                    if place.has_begun {
                        rows.repeat_row(place.times - 1, position, work)?;
                    }
                    place.row = place.row.saturating_add(place.times);
                    Next::Nothing
                }
                "table" => Next::End,
                _ => Next::Nothing,
            },
            Event::Eof => return Err(Trouble::damaged("it ends too early")),
            piece => {
                if let Some(cell) = cell.as_mut().filter(|_| paragraph > 0) {
                    xml::append(piece, &mut cell.text)?;
                    if cell.text.len() > limits::LONGEST_PIECE {
                        return Err(Trouble::damaged("a text in it is longer than any cell"));
                    }
                }
                Next::Nothing
            }
        };
        match next {
            Next::Nothing => {}
            Next::Skip => xml.skip(work)?,
            Next::Space(count) => {
                if let Some(cell) = &mut cell {
                    cell.text.extend(std::iter::repeat_n(' ', count));
                }
            }
            Next::End => return rows.finish(work),
        }
    }
}

fn begin_row(element: &BytesStart<'_>, place: &mut Place) -> Result<(), Trouble> {
    let row = place.row;
    *place = Place { row, times: 1, ..Place::default() };
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        match attribute.key.local_name().as_ref() {
            "number-rows-repeated" => place.times = times(&attribute.value),
            "visibility" => place.is_hidden = &*attribute.value != "visible",
            "default-cell-style-name" => place.style = Some(xml::value(attribute)?.into_owned()),
            _ => {}
        }
    }
    Ok(())
}

fn end_cell(
    draft: &Draft,
    place: &mut Place,
    columns: &Columns,
    styles: &Resolved,
    rows: &mut Rows,
    position: u64,
    work: &mut Work<'_>,
) -> Result<(), Trouble> {
    let first = place.column;
    place.column = first.saturating_add(draft.times);
    if draft.columns > 1 || draft.rows > 1 {
        let last_row = place.row.saturating_add(draft.rows - 1);
        let last_column = first.saturating_add(draft.columns - 1);
        rows.merge(Area { first_row: place.row, first_column: first, last_row, last_column });
    }
    let style = draft.style.as_deref().or(place.style.as_deref()).or_else(|| columns.style(first));
    let format = style.and_then(|style| styles.of_cells.get(style)).copied().unwrap_or_default();
    let cell = cell(draft, format);
    if cell == Cell::Empty {
        return Ok(());
    }
    if !place.has_begun {
        rows.begin_row(place.row, place.is_hidden, position, work)?;
        place.has_begun = true;
    }
    for column in first..place.column {
        rows.put(column, cell.clone(), work)?;
    }
    Ok(())
}
