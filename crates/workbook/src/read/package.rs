//! How the parts of an Excel workbook since 2007 refer to each other, whether they are XML or binary.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::archive::Archive;
use super::refusal::Trouble;
use super::xml::{self, Xml};

/// Where a part leads.
#[derive(Clone, Debug)]
pub(super) struct Relationship {
    /// The last word of its type: `worksheet`, `styles`.
    pub(super) kind: String,
    /// The name of the part in the archive.
    pub(super) target: String,
}

/// The part that is the workbook, if the archive has one.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Result<Option<String>, Trouble> {
    let found =
        relationships_in(archive, "_rels/.rels", "")?.into_values().find(|found| found.kind == "officeDocument");
    if let Some(found) = found {
        return Ok(Some(found.target));
    }
    let usual = ["xl/workbook.xml", "xl/workbook.bin"];
    Ok(usual.into_iter().find(|name| archive.has(name)).map(str::to_owned))
}

/// What a part refers to, by the identifiers that it uses.
pub(super) fn relationships(archive: &mut Archive<'_>, part: &str) -> Result<HashMap<String, Relationship>, Trouble> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let separator = if folder.is_empty() { "" } else { "/" };
    relationships_in(archive, &format!("{folder}{separator}_rels/{file}.rels"), folder)
}

fn relationships_in(
    archive: &mut Archive<'_>,
    name: &str,
    folder: &str,
) -> Result<HashMap<String, Relationship>, Trouble> {
    let mut found = HashMap::new();
    let Some(part) = archive.small(name)? else { return Ok(found) };
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Event::Start(element) if xml::name(&element) == "Relationship" => {
                let id = xml::attribute(&element, "Id")?;
                let kind = xml::attribute(&element, "Type")?;
                let target = xml::attribute(&element, "Target")?;
                if let (Some(id), Some(kind), Some(target)) = (id, kind, target) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    found.insert(id.into_owned(), Relationship { kind, target: resolved(folder, &target) });
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part from the folder in which another refers to it. It only ever names an entry of the archive.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn targets_are_names_of_parts() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets", "../styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("", "../../../x"), "x");
    }
}
