//! OpenDocument spreadsheets (`.ods`): all sheets stand in one part, `content.xml`, which is read in one pass.

mod columns;
mod content;
mod draft;
mod styles;
mod table;

use quick_xml::events::Event;

use super::archive::Archive;
use super::progress::Work;
use super::refusal::Trouble;
use super::xml::{self, Xml};
use crate::sheet::Sheet;
use styles::Styles;

const CONTENT: &str = "content.xml";

pub(super) fn read(archive: &mut Archive<'_>, work: &mut Work<'_>) -> Result<Vec<Sheet>, Trouble> {
    if is_encrypted(archive)? {
        return Err(Trouble::password());
    }
    let mut styles = Styles::default();
    if let Some(part) = archive.small("styles.xml")? {
        styles.read(&mut Xml::new(part), "master-styles", work)?;
    }
    work.expect([archive.size(CONTENT)]);
    let mut xml = Xml::new(archive.needed(CONTENT)?);
    styles.read(&mut xml, "body", work)?;
    content::read(&mut xml, &styles.resolved(), work)
}

fn is_encrypted(archive: &mut Archive<'_>) -> Result<bool, Trouble> {
    let Some(part) = archive.small("META-INF/manifest.xml")? else { return Ok(false) };
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Event::Start(element) if xml::name(&element) == "encryption-data" => return Ok(true),
            // The list of parts may name its document type, as no other part does.
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}
