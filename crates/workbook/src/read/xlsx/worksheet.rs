//! One sheet, in one pass over its XML.

use quick_xml::events::{BytesStart, Event};

use super::strings::{StringParts, unescaped};
use crate::read::archive::Archive;
use crate::read::format::Format;
use crate::read::formulas::{Formulas, NOT_WRITTEN};
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::read::workbook::{Listed, Shared};
use crate::read::xml::{self, Xml};
use crate::read::{content, limits};
use crate::sheet::{Area, Cell, Sheet, parsed_reference};

/// What the text that comes belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Value,
    Formula,
    Inline,
}

/// The type that a cell says that it has.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Type {
    #[default]
    Number,
    Shared,
    Inline,
    /// The text that a formula yields.
    Text,
    Flag,
    Error,
    Date,
}

/// A cell as far as it has been read.
#[derive(Default)]
struct Draft {
    column: u32,
    style: Option<usize>,
    kind: Type,
    has_formula: bool,
    has_value: bool,
    formula: String,
    value: String,
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
    let mut rows = Rows::new(&listed.name);
    if listed.is_hidden {
        rows.hide();
    }
    let (mut next_row, mut next_column) = (0_u32, 0_u32);
    let mut draft = Draft::default();
    let mut is_cell = false;
    let mut within = Within::Nothing;
    let mut inline = StringParts::default();
    let mut is_sheet = false;
    loop {
        let position = xml.position();
        work.step(position)?;
        let event = xml.next()?;
        match &event {
            Event::Start(element) => match xml::name(element) {
                "c" => {
                    let row = begin_cell(element, &mut draft, rows.row(), next_column)?;
                    if row != rows.row() {
                        rows.begin_row(row, false, position, work)?;
                    }
                    next_column = draft.column.saturating_add(1);
                    is_cell = true;
                }
                "v" if is_cell => (within, draft.has_value) = (Within::Value, true),
                "f" if is_cell => (within, draft.has_formula) = (Within::Formula, true),
                "is" if is_cell => {
                    (within, inline, draft.kind) = (Within::Inline, StringParts::default(), Type::Inline)
                }
                "row" => {
                    let (row, is_hidden) = row_attributes(element, next_row)?;
                    rows.begin_row(row, is_hidden, position, work)?;
                    if work.inputs_only && rows.is_written_anew() {
                        return rows.finish(work);
                    }
                    (next_row, next_column) = (row.saturating_add(1), 0);
                }
                "col" => hide_columns(element, &mut rows)?,
                "mergeCell" => {
                    if let Some(area) = xml::attribute(element, "ref")?.and_then(|text| area(&text)) {
                        rows.merge(area);
                    }
                }
                "worksheet" => is_sheet = true,
                _ if within == Within::Inline => inline.take(&event, &mut draft.value)?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "c" => {
                    is_cell = false;
                    match draft.value.as_str() {
                        "0" if draft.has_formula => formulas.doubt(rows.row(), draft.column, written(&draft)),
                        value if draft.has_formula && !value.is_empty() => formulas.trust(),
                        _ => {}
                    }
                    rows.put(draft.column, cell(&draft, shared)?, work)?;
                }
                "v" | "f" | "is" => within = Within::Nothing,
                _ if within == Within::Inline => inline.take(&event, &mut draft.value)?,
                _ => {}
            },
            Event::Eof if is_sheet => return rows.finish(work),
            Event::Eof => return Err(Trouble::damaged(format_args!("the part {part} is no sheet"))),
            piece => match within {
                Within::Value if draft.kind != Type::Inline => append(piece, &mut draft.value)?,
                Within::Value | Within::Nothing => {}
                Within::Formula => append(piece, &mut draft.formula)?,
                Within::Inline => inline.take(piece, &mut draft.value)?,
            },
        }
    }
}

fn append(piece: &Event<'_>, into: &mut String) -> Result<(), Trouble> {
    if into.len() > limits::LONGEST_PIECE {
        return Err(Trouble::damaged("a text in it is longer than any cell"));
    }
    xml::append(piece, into)
}

/// Begins a cell, and says in which row it stands.
fn begin_cell(element: &BytesStart<'_>, draft: &mut Draft, row: u32, next_column: u32) -> Result<u32, Trouble> {
    draft.formula.clear();
    draft.value.clear();
    (draft.has_formula, draft.has_value) = (false, false);
    (draft.kind, draft.style, draft.column) = (Type::Number, None, next_column);
    let mut at = row;
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        let value = &*attribute.value;
        match attribute.key.as_ref() {
            "r" => {
                let place = parsed_reference(value);
                (at, draft.column) = place.ok_or_else(|| Trouble::damaged(format_args!("\"{value}\" is no cell")))?;
            }
            "s" => draft.style = value.trim().parse().ok(),
            "t" => {
                draft.kind = match value {
                    "s" => Type::Shared,
                    "str" => Type::Text,
                    "inlineStr" => Type::Inline,
                    "b" => Type::Flag,
                    "e" => Type::Error,
                    "d" => Type::Date,
                    _ => Type::Number,
                }
            }
            _ => {}
        }
    }
    Ok(at)
}

/// The formula of a cell; one that is shared by many cells is written in the first of them.
fn written(draft: &Draft) -> &str {
    if draft.formula.is_empty() { NOT_WRITTEN } else { &draft.formula }
}

/// What a cell holds once all of it is read.
fn cell(draft: &Draft, shared: &Shared) -> Result<Cell, Trouble> {
    let value = draft.value.as_str();
    let is_text = matches!(draft.kind, Type::Text | Type::Inline);
    if draft.has_formula && value.is_empty() && !(is_text && draft.has_value) {
        return Ok(Cell::UncalculatedFormula(written(draft).into()));
    }
    if value.is_empty() {
        return Ok(Cell::Empty);
    }
    Ok(match draft.kind {
        Type::Shared => {
            let string = value.trim().parse::<usize>().ok().and_then(|index| shared.strings.get(index));
            content::of_text(string.ok_or_else(|| Trouble::damaged("a text of a cell is missing"))?)
        }
        Type::Text | Type::Inline => content::of_text(&unescaped(value)),
        Type::Flag => match value.trim() {
            "1" | "true" | "TRUE" => Cell::Flag(true),
            "0" | "false" | "FALSE" => Cell::Flag(false),
            other => content::of_text(other),
        },
        Type::Error => Cell::Error(value.trim().into()),
        Type::Date => content::of_iso_date(value),
        Type::Number => {
            let format = draft.style.and_then(|style| shared.formats.get(style));
            match format {
                Some(format) => content::of_number(value, format, shared.epoch),
                None => content::of_number(value, &Format::default(), shared.epoch),
            }
        }
    })
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
