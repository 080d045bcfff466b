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

/// A sheet as far as it has been read.
struct Reading<'s> {
    styles: &'s Resolved,
    rows: Rows,
    columns: Columns,
    place: Place,
    /// The cell that is being read.
    cell: Option<Draft>,
    /// How many paragraphs lie around what comes next; 0 where what comes is no text of a cell.
    paragraph: u32,
}

pub(super) fn read<R: Read>(
    xml: &mut Xml<R>,
    name: &str,
    is_hidden: bool,
    styles: &Resolved,
    work: &mut Work<'_>,
) -> Result<Sheet, Trouble> {
    let mut reading = Reading::of(name, is_hidden, styles);
    loop {
        let position = xml.position();
        work.step(position)?;
        let next = match xml.next()? {
            Event::Start(element) => reading.begin(&element)?,
            Event::End(element) => reading.end(element.local_name().as_ref(), position, work)?,
            Event::Eof => return Err(Trouble::damaged("it ends too early")),
            piece => {
                reading.text(&piece)?;
                Next::Nothing
            }
        };
        match next {
            Next::Nothing => {}
            Next::Skip => xml.skip(work)?,
            Next::Space(count) => reading.space(count),
            Next::End => return reading.rows.finish(work),
        }
    }
}

impl<'s> Reading<'s> {
    fn of(name: &str, is_hidden: bool, styles: &'s Resolved) -> Self {
        let mut rows = Rows::new(name);
        if is_hidden {
            rows.hide();
        }
        Self { styles, rows, columns: Columns::default(), place: Place::default(), cell: None, paragraph: 0 }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<Next, Trouble> {
        match xml::name(element) {
            "table-column" => self.columns.take(element, &mut self.rows)?,
            "table-row" => begin_row(element, &mut self.place)?,
            "table-cell" | "covered-table-cell" if self.cell.is_none() => self.cell = Some(draft(element)?),
            "p" if self.cell.is_some() => self.begin_paragraph(),
            "s" if self.paragraph > 0 => {
                let count = xml::attribute(element, "c")?.and_then(|count| count.parse().ok());
                return Ok(Next::Space(count.unwrap_or(1_usize).min(1_000)));
            }
            "tab" | "line-break" if self.paragraph > 0 => return Ok(Next::Space(1)),
            // What is written beside a cell, drawn over it, or lies in it as a table of its own.
            "annotation" | "table" | "shapes" | "forms" | "table-source" | "scenario" => return Ok(Next::Skip),
            _ if element.name().prefix().is_some_and(|prefix| prefix.as_ref() == "draw") => return Ok(Next::Skip),
            _ => {}
        }
        Ok(Next::Nothing)
    }

    /// Paragraphs of a cell are its lines; one within another begins none.
    fn begin_paragraph(&mut self) {
        let Some(cell) = &mut self.cell else { return };
        self.paragraph += 1;
        if self.paragraph == 1 {
            if cell.has_text {
                cell.text.push('\n');
            }
            cell.has_text = true;
        }
    }

    fn end(&mut self, name: &str, position: u64, work: &mut Work<'_>) -> Result<Next, Trouble> {
        match name {
            "p" => self.paragraph = self.paragraph.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.end_cell(&cell, position, work)?;
                }
                self.paragraph = 0;
            }
            "table-row" => {
                if self.place.has_begun {
                    self.rows.repeat_row(self.place.times - 1, position, work)?;
                }
                self.place.row = self.place.row.saturating_add(self.place.times);
            }
            "table" => return Ok(Next::End),
            _ => {}
        }
        Ok(Next::Nothing)
    }

    fn text(&mut self, piece: &Event<'_>) -> Result<(), Trouble> {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.paragraph > 0) {
            xml::append(piece, &mut cell.text)?;
            if cell.text.len() > limits::LONGEST_PIECE {
                return Err(Trouble::damaged("a text in it is longer than any cell"));
            }
        }
        Ok(())
    }

    fn space(&mut self, count: usize) {
        if let Some(cell) = &mut self.cell {
            cell.text.extend(std::iter::repeat_n(' ', count));
        }
    }

    /// Puts a cell at its place, and once more at each that it says it is repeated at.
    fn end_cell(&mut self, draft: &Draft, position: u64, work: &mut Work<'_>) -> Result<(), Trouble> {
        let place = &mut self.place;
        let first = place.column;
        place.column = first.saturating_add(draft.times);
        if draft.columns > 1 || draft.rows > 1 {
            let last_row = place.row.saturating_add(draft.rows - 1);
            let last_column = first.saturating_add(draft.columns - 1);
            self.rows.merge(Area { first_row: place.row, first_column: first, last_row, last_column });
        }
        let style = draft.style.as_deref().or(place.style.as_deref()).or_else(|| self.columns.style(first));
        let format = style.and_then(|style| self.styles.of_cells.get(style)).copied().unwrap_or_default();
        let cell = cell(draft, format);
        if cell == Cell::Empty {
            return Ok(());
        }
        if !place.has_begun {
            self.rows.begin_row(place.row, place.is_hidden, position, work)?;
            place.has_begun = true;
        }
        for column in first..place.column {
            self.rows.put(column, cell.clone(), work)?;
        }
        Ok(())
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
