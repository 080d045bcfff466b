//! A cell as far as it has been read, and what it holds once all of it is.

use quick_xml::events::BytesStart;

use super::strings::unescaped;
use crate::read::content;
use crate::read::format::Format;
use crate::read::formulas::NOT_WRITTEN;
use crate::read::refusal::Trouble;
use crate::read::workbook::Shared;
use crate::sheet::{Cell, parsed_reference};

/// The type that a cell says that it has.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Type {
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
pub(super) struct Draft {
    pub(super) column: u32,
    style: Option<usize>,
    pub(super) kind: Type,
    pub(super) has_formula: bool,
    pub(super) has_value: bool,
    pub(super) formula: String,
    pub(super) value: String,
}

/// Begins a cell, and says in which row it stands.
pub(super) fn begin_cell(
    element: &BytesStart<'_>,
    draft: &mut Draft,
    row: u32,
    next_column: u32,
) -> Result<u32, Trouble> {
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
pub(super) fn written(draft: &Draft) -> &str {
    if draft.formula.is_empty() { NOT_WRITTEN } else { &draft.formula }
}

/// What a cell holds once all of it is read.
pub(super) fn cell(draft: &Draft, shared: &Shared) -> Result<Cell, Trouble> {
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
