//! One sheet, in one pass over its XML.

use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event};

use super::draft::{Draft, Type, begin_cell, cell, written};
use super::strings::StringParts;
use crate::read::archive::Archive;
use crate::read::formulas::Formulas;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::read::workbook::{Listed, Shared};
use crate::read::xml::{self, Xml};
use crate::sheet::{Area, Sheet, parsed_reference};

/// What the text that comes belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Value,
    Formula,
    Inline,
}

/// A sheet as far as it has been read.
struct Reading<'s> {
    shared: &'s Shared,
    formulas: &'s mut Formulas,
    rows: Rows,
    /// Where the row and the cell stand that come next, unless they say it themselves.
    next_row: u32,
    next_column: u32,
    /// The cell that is being read, or the last one.
    draft: Draft,
    is_cell: bool,
    within: Within,
    inline: StringParts,
    /// Whether the part has turned out to be a sheet.
    is_sheet: bool,
}

pub(super) fn read(
    archive: &mut Archive<'_>,
    part: &str,
    listed: &Listed,
    shared: &Shared,
    formulas: &mut Formulas,
    work: &mut Work<'_>,
) -> Result<Sheet, Trouble> {
    let mut xml = Xml::new(archive.needed(part)?);
    let mut reading = Reading::of(listed, shared, formulas);
    loop {
        let position = xml.position();
        work.step(position)?;
        let event = xml.next()?;
        match &event {
            Event::Start(element) => {
                if reading.begin(&event, element, position, work)?.is_break() {
                    return reading.rows.finish(work);
                }
            }
            Event::End(element) => reading.end(&event, element.local_name().as_ref(), work)?,
            Event::Eof if reading.is_sheet => return reading.rows.finish(work),
            Event::Eof => return Err(Trouble::damaged(format_args!("the part {part} is no sheet"))),
            piece => reading.text(piece)?,
        }
    }
}

impl<'s> Reading<'s> {
    fn of(listed: &Listed, shared: &'s Shared, formulas: &'s mut Formulas) -> Self {
        let mut rows = Rows::new(&listed.name);
        if listed.is_hidden {
            rows.hide();
        }
        Self {
            shared,
            formulas,
            rows,
            next_row: 0,
            next_column: 0,
            draft: Draft::default(),
            is_cell: false,
            within: Within::Nothing,
            inline: StringParts::default(),
            is_sheet: false,
        }
    }

    /// An element begins; nothing of the sheet is read any more where this breaks off.
    fn begin(
        &mut self,
        event: &Event<'_>,
        element: &BytesStart<'_>,
        position: u64,
        work: &mut Work<'_>,
    ) -> Result<ControlFlow<()>, Trouble> {
        match xml::name(element) {
            "c" => self.begin_cell(element, position, work)?,
            "v" if self.is_cell => (self.within, self.draft.has_value) = (Within::Value, true),
            "f" if self.is_cell => (self.within, self.draft.has_formula) = (Within::Formula, true),
            "is" if self.is_cell => {
                (self.within, self.inline, self.draft.kind) = (Within::Inline, StringParts::default(), Type::Inline);
            }
            "row" => return self.begin_row(element, position, work),
            "col" => hide_columns(element, &mut self.rows)?,
            "mergeCell" => {
                if let Some(area) = xml::attribute(element, "ref")?.and_then(|text| area(&text)) {
                    self.rows.merge(area);
                }
            }
            "worksheet" => self.is_sheet = true,
            _ if self.within == Within::Inline => self.inline.take(event, &mut self.draft.value)?,
            _ => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    fn begin_row(
        &mut self,
        element: &BytesStart<'_>,
        position: u64,
        work: &mut Work<'_>,
    ) -> Result<ControlFlow<()>, Trouble> {
        let (row, is_hidden) = row_attributes(element, self.next_row)?;
        self.rows.begin_row(row, is_hidden, position, work)?;
        if work.inputs_only && self.rows.is_written_anew() {
            return Ok(ControlFlow::Break(()));
        }
        (self.next_row, self.next_column) = (row.saturating_add(1), 0);
        Ok(ControlFlow::Continue(()))
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>, position: u64, work: &mut Work<'_>) -> Result<(), Trouble> {
        let row = begin_cell(element, &mut self.draft, self.rows.row(), self.next_column)?;
        if row != self.rows.row() {
            self.rows.begin_row(row, false, position, work)?;
        }
        self.next_column = self.draft.column.saturating_add(1);
        self.is_cell = true;
        Ok(())
    }

    fn end(&mut self, event: &Event<'_>, name: &str, work: &mut Work<'_>) -> Result<(), Trouble> {
        match name {
            "c" => self.end_cell(work)?,
            "v" | "f" | "is" => self.within = Within::Nothing,
            _ if self.within == Within::Inline => self.inline.take(event, &mut self.draft.value)?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, work: &mut Work<'_>) -> Result<(), Trouble> {
        self.is_cell = false;
        let draft = &self.draft;
        match draft.value.as_str() {
            "0" if draft.has_formula => self.formulas.doubt(self.rows.row(), draft.column, written(draft)),
            value if draft.has_formula && !value.is_empty() => self.formulas.trust(),
            _ => {}
        }
        self.rows.put(draft.column, cell(draft, self.shared)?, work)
    }

    fn text(&mut self, piece: &Event<'_>) -> Result<(), Trouble> {
        match self.within {
            Within::Value if self.draft.kind != Type::Inline => append(piece, &mut self.draft.value),
            Within::Value | Within::Nothing => Ok(()),
            Within::Formula => append(piece, &mut self.draft.formula),
            Within::Inline => self.inline.take(piece, &mut self.draft.value),
        }
    }
}

fn append(piece: &Event<'_>, into: &mut String) -> Result<(), Trouble> {
    if into.len() > limits::LONGEST_PIECE {
        return Err(Trouble::damaged("a text in it is longer than any cell"));
    }
    xml::append(piece, into)
}

fn row_attributes(element: &BytesStart<'_>, next_row: u32) -> Result<(u32, bool), Trouble> {
    let (mut row, mut is_hidden) = (next_row, false);
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        match attribute.key.as_ref() {
            "r" => {
                let number: Option<u32> = attribute.value.trim().parse().ok();
                row = number
                    .and_then(|number| number.checked_sub(1))
                    .ok_or_else(|| Trouble::damaged(format_args!("\"{}\" is no row", attribute.value)))?;
            }
            "hidden" => is_hidden = xml::is_true(&attribute.value),
            _ => {}
        }
    }
    Ok((row, is_hidden))
}

fn hide_columns(element: &BytesStart<'_>, rows: &mut Rows) -> Result<(), Trouble> {
    if !xml::attribute(element, "hidden")?.is_some_and(|text| xml::is_true(&text)) {
        return Ok(());
    }
    let number = |name| -> Result<Option<u32>, Trouble> {
        Ok(xml::attribute(element, name)?.and_then(|text| text.trim().parse::<u32>().ok()?.checked_sub(1)))
    };
    if let (Some(first), Some(last)) = (number("min")?, number("max")?) {
        rows.hide_columns(first, last);
    }
    Ok(())
}

/// `A1:C2` as an area.
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first_row, first_column) = parsed_reference(first)?;
    let (last_row, last_column) = parsed_reference(last)?;
    Some(Area { first_row, first_column, last_row, last_column })
}
