//! A cell as far as it has been read, and what it holds once all of it is.

use quick_xml::events::BytesStart;

use super::columns::times;
use crate::read::date::Epoch;
use crate::read::format::Format;
use crate::read::formulas::NOT_WRITTEN;
use crate::read::refusal::Trouble;
use crate::read::{content, xml};
use crate::sheet::{Cell, NumberKind, NumberStyle};

/// The type that a cell says that it has.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Type {
    #[default]
    None,
    Number(NumberKind),
    Text,
    Date,
    Time,
    Flag,
    Error,
}

/// A cell as far as it has been read.
#[derive(Default)]
pub(super) struct Draft {
    kind: Type,
    value: Option<String>,
    formula: Option<String>,
    pub(super) style: Option<String>,
    pub(super) times: u32,
    pub(super) columns: u32,
    pub(super) rows: u32,
    pub(super) text: String,
    pub(super) has_text: bool,
}

/// A cell of which its element was read.
pub(super) fn draft(element: &BytesStart<'_>) -> Result<Draft, Trouble> {
    let mut draft = Draft { times: 1, columns: 1, rows: 1, ..Draft::default() };
    let mut is_error = false;
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        let is_extension = attribute.key.prefix().is_some_and(|prefix| prefix.as_ref() == "calcext");
        match attribute.key.local_name().as_ref() {
            "value-type" if is_extension => is_error = &*attribute.value == "error",
            "value-type" => {
                draft.kind = match &*attribute.value {
                    "float" => Type::Number(NumberKind::Plain),
                    "percentage" => Type::Number(NumberKind::Percent),
                    "currency" => Type::Number(NumberKind::Currency),
                    "string" => Type::Text,
                    "date" => Type::Date,
                    "time" => Type::Time,
                    "boolean" => Type::Flag,
                    _ => Type::None,
                }
            }
            "value" | "date-value" | "time-value" | "boolean-value" | "string-value" if !is_extension => {
                draft.value = Some(xml::value(attribute)?.into_owned());
            }
            "formula" => draft.formula = Some(xml::value(attribute)?.into_owned()),
            "style-name" => draft.style = Some(xml::value(attribute)?.into_owned()),
            "number-columns-repeated" => draft.times = times(&attribute.value),
            "number-columns-spanned" => draft.columns = times(&attribute.value),
            "number-rows-spanned" => draft.rows = times(&attribute.value),
            _ => {}
        }
    }
    if is_error {
        draft.kind = Type::Error;
    }
    Ok(draft)
}

/// What a cell holds once all of it is read.
pub(super) fn cell(draft: &Draft, format: Format) -> Cell {
    let value = draft.value.as_deref();
    if draft.formula.is_some() && value.is_none_or(str::is_empty) && draft.text.is_empty() && draft.kind != Type::Text {
        return Cell::UncalculatedFormula(written(draft.formula.as_deref().unwrap_or_default()).into());
    }
    match draft.kind {
        Type::Number(kind) => match value {
            // LibreOffice keeps what is true as a 1 that is shown as a word.
            Some("1") if draft.text == "TRUE" => Cell::Flag(true),
            Some("0") if draft.text == "FALSE" => Cell::Flag(false),
            Some(value) => content::of_number(value, &shown(kind, format), Epoch::Of1900),
            None => content::of_text(&draft.text),
        },
        Type::Date => content::of_iso_date(value.unwrap_or(&draft.text)),
        Type::Flag => match value {
            Some("true" | "1") => Cell::Flag(true),
            Some("false" | "0") => Cell::Flag(false),
            _ => content::of_text(&draft.text),
        },
        Type::Error if !draft.text.is_empty() => Cell::Error(draft.text.as_str().into()),
        Type::Error => Cell::Error("#ERROR".into()),
        Type::Text if !draft.has_text => content::of_text(value.unwrap_or_default()),
        Type::Text | Type::Time | Type::None => content::of_text(&draft.text),
    }
}

/// The format of a number whose cell says itself what kind it is.
fn shown(kind: NumberKind, format: Format) -> Format {
    match format {
        Format::Number { style, .. } if kind == NumberKind::Plain || style.kind == kind => format,
        _ => Format::Number { style: NumberStyle { kind, ..NumberStyle::PLAIN }, places: None },
    }
}

/// A formula without the name of its grammar: `of:=SUM([.A1:.A2])` is `SUM([.A1:.A2])`.
fn written(formula: &str) -> &str {
    let formula = formula.split_once('=').filter(|(before, _)| before.ends_with(':')).map_or(formula, |(_, rest)| rest);
    let formula = formula.strip_prefix('=').unwrap_or(formula);
    if formula.is_empty() { NOT_WRITTEN } else { formula }
}
