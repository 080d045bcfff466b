//! What the styles of cells say of their numbers, and which tables are hidden.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use crate::read::format::Format;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::xml::{self, Xml};
use crate::sheet::{NumberKind, NumberStyle, unit_behind};

/// More styles than that no program writes; those beyond count as none.
const MOST_STYLES: usize = 200_000;

/// How many styles may stand on each other.
const DEEPEST: usize = 32;

#[derive(Default)]
pub(super) struct Styles {
    formats: HashMap<String, NumberFormat>,
    cells: HashMap<String, CellStyle>,
    hidden_tables: HashSet<String>,
    /// The style of the element that is being read.
    open: Option<String>,
    open_format: Option<(String, NumberFormat)>,
}

/// A style of cells: its number format, or the style that it stands on.
#[derive(Default)]
struct CellStyle {
    format: Option<String>,
    parent: Option<String>,
}

/// A number format in its parts.
#[derive(Clone, Default)]
struct NumberFormat {
    kind: NumberKind,
    commas: bool,
    places: Option<u32>,
    /// By how many thousands a number is divided before it is shown.
    thousands: u8,
    /// Whether a bracket stands in it.
    has_bracket: bool,
    /// Whether the number itself has come, and the letters behind it.
    has_number: bool,
    behind: String,
    /// What is taken instead for numbers that are not below zero.
    of_positive: Option<String>,
}

/// What is known of the styles when the cells are read.
pub(super) struct Resolved {
    pub(super) of_cells: HashMap<String, Format>,
    pub(super) hidden_tables: HashSet<String>,
}

impl Styles {
    /// Reads styles up to an element.
    pub(super) fn read<R: Read>(&mut self, xml: &mut Xml<R>, until: &str, work: &mut Work<'_>) -> Result<(), Trouble> {
        loop {
            work.step(0)?;
            match xml.next()? {
                Event::Start(element) if xml::name(&element) == until => return Ok(()),
                Event::Start(element) => self.begin(&element)?,
                Event::End(element) => match element.local_name().as_ref() {
                    "style" => self.open = None,
                    "number-style" | "percentage-style" | "currency-style" => {
                        if let Some((name, format)) =
                            self.open_format.take().filter(|_| self.formats.len() < MOST_STYLES)
                        {
                            self.formats.insert(name, format);
                        }
                    }
                    _ => {}
                },
                Event::Text(text) if self.open_format.is_some() => {
                    if let Some((_, format)) = &mut self.open_format {
                        format.has_bracket |= text.contains('(');
                        if format.has_number {
                            format.behind.push_str(&text);
                        }
                        // Some write the sign of a currency as any other letter.
                        if format.kind == NumberKind::Plain && text.contains(['£', '$', '€']) {
                            format.kind = NumberKind::Currency;
                        }
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        let text = |name: &str| -> Result<Option<String>, Trouble> {
            Ok(xml::attribute(element, name)?.map(std::borrow::Cow::into_owned))
        };
        match xml::name(element) {
            "style" => {
                self.open = text("name")?;
                if let Some(name) = self.open.clone().filter(|_| self.cells.len() < MOST_STYLES) {
                    let style = CellStyle { format: text("data-style-name")?, parent: text("parent-style-name")? };
                    self.cells.insert(name, style);
                }
            }
            "table-properties" => {
                let is_hidden = text("display")?.as_deref() == Some("false") && self.hidden_tables.len() < MOST_STYLES;
                if let Some(name) = self.open.clone().filter(|_| is_hidden) {
                    self.hidden_tables.insert(name);
                }
            }
            "number-style" => self.begin_format(NumberKind::Plain, text("name")?),
            "percentage-style" => self.begin_format(NumberKind::Percent, text("name")?),
            "currency-style" => self.begin_format(NumberKind::Currency, text("name")?),
            "number" => {
                let commas = text("grouping")?.as_deref() == Some("true");
                let places =
                    text("min-decimal-places")?.or(text("decimal-places")?).and_then(|places| places.parse().ok());
                // A factor means that what is shown is not the number, but the number in thousands.
                let factor = text("display-factor")?;
                let scales = factor.is_some();
                if let Some((_, format)) = self.open_format.as_mut().filter(|_| !scales) {
                    (format.commas, format.places) = (commas, places.filter(|places| *places <= 30));
                }
                if let Some((_, format)) = &mut self.open_format {
                    format.has_number = true;
                    format.thousands = match factor.as_deref() {
                        Some("1000") => 1,
                        Some("1000000") => 2,
                        Some("1000000000") => 3,
                        _ => 0,
                    };
                }
            }
            "map" => {
                let is_of_positive = text("condition")?.is_some_and(|condition| condition.starts_with("value()>"));
                let name = text("apply-style-name")?;
                if let Some((_, format)) = self.open_format.as_mut().filter(|_| is_of_positive) {
                    format.of_positive = name;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_format(&mut self, kind: NumberKind, name: Option<String>) {
        self.open_format = name.map(|name| (name, NumberFormat { kind, ..NumberFormat::default() }));
    }

    /// The number format of each style of cells.
    pub(super) fn resolved(self) -> Resolved {
        let of_cells = self.cells.keys().filter_map(|name| Some((name.clone(), self.format_of(name)?))).collect();
        Resolved { of_cells, hidden_tables: self.hidden_tables }
    }

    fn format_of(&self, name: &str) -> Option<Format> {
        let mut style = self.cells.get(name)?;
        for _ in 0..DEEPEST {
            if let Some(format) = style.format.as_ref().and_then(|format| self.formats.get(format)) {
                return Some(self.whole(format));
            }
            style = self.cells.get(style.parent.as_ref()?)?;
        }
        None
    }

    fn whole(&self, format: &NumberFormat) -> Format {
        let positive = format.of_positive.as_ref().and_then(|name| self.formats.get(name));
        let shown = positive.unwrap_or(format);
        // Some leave out the style for the others, as no cell refers to it.
        let brackets = format.of_positive.is_some() && format.has_bracket;
        let unit = unit_behind(&shown.behind).filter(|_| shown.kind != NumberKind::Percent);
        let style = match shown.places {
            Some(_) => NumberStyle { kind: shown.kind, commas: shown.commas, brackets, thousands: 0, unit },
            None => NumberStyle { kind: shown.kind, thousands: shown.thousands, unit, ..NumberStyle::PLAIN },
        };
        Format::Number { style, places: shown.places }
    }
}
