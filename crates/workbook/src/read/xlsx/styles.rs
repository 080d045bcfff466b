//! The number formats of the cells: all that is used of their styles.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::read::archive::Archive;
use crate::read::format::Format;
use crate::read::refusal::Trouble;
use crate::read::xml::{self, Xml};

/// More cell styles than that no program writes (Excel stops at 65,490); those beyond count as without a style.
const MOST_STYLES: usize = 200_000;

/// The number format of each style, in the order in which cells refer to them.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Format>, Trouble> {
    let Some(part) = archive.small(part)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(part);
    let mut own: HashMap<u32, Format> = HashMap::new();
    let mut of_cells = Vec::new();
    let mut is_of_cells = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match xml::name(&element) {
                "numFmt" if own.len() < MOST_STYLES => {
                    let number = xml::attribute(&element, "numFmtId")?.and_then(|number| number.trim().parse().ok());
                    let code = xml::attribute(&element, "formatCode")?;
                    if let Some((number, code)) = number.zip(code) {
                        own.insert(number, Format::of_code(&code));
                    }
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells && of_cells.len() < MOST_STYLES => {
                    let number = xml::attribute(&element, "numFmtId")?;
                    of_cells.push(number.and_then(|number| number.trim().parse::<u32>().ok()).unwrap_or_default());
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            Event::Eof => break,
            _ => {}
        }
    }
    let format = |number: u32| own.get(&number).copied().unwrap_or_else(|| Format::of_built_in(number));
    Ok(of_cells.into_iter().map(format).collect())
}
