//! The sheets, in one pass.

use std::io::Read;

use quick_xml::events::Event;

use super::styles::Resolved;
use super::table;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::xml::{self, Xml};
use crate::sheet::Sheet;

/// What comes next.
enum Next {
    /// A sheet of a name, and whether it is hidden.
    Table(String, bool),
    /// Something with tables in it that are none.
    Other,
    Nothing,
}

pub(super) fn read<R: Read>(xml: &mut Xml<R>, styles: &Resolved, work: &mut Work<'_>) -> Result<Vec<Sheet>, Trouble> {
    let mut sheets = Vec::new();
    loop {
        work.step(xml.position())?;
        let next = match xml.next()? {
            Event::Start(element) => match xml::name(&element) {
                "table" => {
                    let style = xml::attribute(&element, "style-name")?;
                    let is_hidden = style.is_some_and(|style| styles.hidden_tables.contains(&*style));
                    Next::Table(xml::attribute(&element, "name")?.unwrap_or_default().into_owned(), is_hidden)
                }
                "tracked-changes" | "dde-links" | "data-pilot-tables" | "shapes" => Next::Other,
                _ => Next::Nothing,
            },
            Event::Eof => return Ok(sheets),
            _ => Next::Nothing,
        };
        match next {
            Next::Table(name, is_hidden) => {
                work.begin_sheet(&name)?;
                sheets.push(table::read(xml, &name, is_hidden, styles, work)?);
                if sheets.len() > limits::MOST_SHEETS {
                    return Err(limits::too_many_sheets());
                }
            }
            Next::Other => xml.skip(work)?,
            Next::Nothing => {}
        }
    }
}
