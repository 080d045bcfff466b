//! The main part of the workbook: the list of its sheets, with one more before all others.

use super::pieces::{Edits, Pieces, attribute, escaped, prefix, tag};
use crate::write::WriteProblem;

/// What is known of the main part.
#[derive(Default)]
pub struct Workbook {
    /// The sheets: the name of each and the identifier of its relationship.
    pub sheets: Vec<(String, String)>,
    /// Whether it is written in the strict form of the format, whose namespaces have other names.
    pub is_strict: bool,
    last_sheet_id: u32,
}

impl Workbook {
    /// Looks through the main part.
    pub fn of(text: &str) -> Result<Self, WriteProblem> {
        let (mut pieces, mut found) = (Pieces::of(text), Self::default());
        while let Some(piece) = pieces.next()? {
            let Some((element, _)) = piece.element() else { continue };
            match (piece.begins(), piece.depth) {
                (_, 0) => {
                    found.is_strict =
                        element.attributes_raw().contains("http://purl.oclc.org/ooxml/spreadsheetml/main");
                }
                (Some("sheet"), 2) => {
                    let name = attribute(element, "name")?.unwrap_or_default();
                    let relationship = attribute(element, "id")?.unwrap_or_default();
                    let id = attribute(element, "sheetId")?.and_then(|id| id.trim().parse().ok()).unwrap_or_default();
                    found.last_sheet_id = found.last_sheet_id.max(id);
                    found.sheets.push((name, relationship));
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// The namespace of sheets and of what belongs to them.
    pub fn space(&self) -> &'static str {
        match self.is_strict {
            true => "http://purl.oclc.org/ooxml/spreadsheetml/main",
            false => "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        }
    }

    /// The namespace of relationships.
    pub fn relationships_space(&self) -> &'static str {
        match self.is_strict {
            true => "http://purl.oclc.org/ooxml/officeDocument/relationships",
            false => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        }
    }

    /// The position of the sheet of a name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.sheets.iter().position(|(used, _)| used.eq_ignore_ascii_case(name))
    }

    /// The main part with another sheet shown when it is opened.
    pub fn shown(&self, text: &str, position: usize) -> Result<String, WriteProblem> {
        let (mut pieces, mut edits) = (Pieces::of(text), Edits::default());
        let position = position.to_string();
        while let Some(piece) = pieces.next()? {
            if let (Some("workbookView"), Some((element, is_empty))) = (piece.begins(), piece.element()) {
                let shown = [("activeTab", Some(position.as_str())), ("firstSheet", Some("0"))];
                edits.replace(piece.range.clone(), tag(element, is_empty, &shown)?);
            }
        }
        Ok(edits.apply(text))
    }

    /// The main part with a sheet before all others, which is the one that is shown.
    pub fn with_first_sheet(&self, text: &str, name: &str, relationship: &str) -> Result<String, WriteProblem> {
        let (mut pieces, mut edits) = (Pieces::of(text), Edits::default());
        let (mut p, mut is_added) = (String::new(), false);
        while let Some(piece) = pieces.next()? {
            let Some((element, is_empty)) = piece.element() else { continue };
            match (piece.begins(), piece.depth) {
                (_, 0) => p = prefix(element),
                (Some("sheets"), 1) if !is_empty => {
                    is_added = true;
                    edits.insert(
                        piece.range.end,
                        format!(
                            "<{p}sheet xmlns:r=\"{}\" name=\"{}\" sheetId=\"{}\" r:id=\"{relationship}\"/>",
                            self.relationships_space(),
                            escaped(name),
                            self.last_sheet_id.saturating_add(1)
                        ),
                    );
                }
                (Some("workbookView"), 2) => {
                    let shown = [("activeTab", Some("0")), ("firstSheet", Some("0"))];
                    edits.replace(piece.range.clone(), tag(element, is_empty, &shown)?);
                }
                // A name that belongs to one sheet says to the how many-th.
                (Some("definedName"), 2) => {
                    let sheet = attribute(element, "localSheetId")?.and_then(|sheet| sheet.trim().parse::<u32>().ok());
                    if let Some(sheet) = sheet {
                        let moved = sheet.saturating_add(1).to_string();
                        edits.replace(piece.range.clone(), tag(element, is_empty, &[("localSheetId", Some(&moved))])?);
                    }
                }
                _ => {}
            }
        }
        if !is_added {
            return Err(WriteProblem::new("the workbook has no list of sheets"));
        }
        Ok(edits.apply(text))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_of_one_sheet_stay_with_it() {
        let text = "<w:workbook><w:bookViews><w:workbookView activeTab=\"1\"/></w:bookViews><w:sheets><w:sheet name=\"Plan\" \
            sheetId=\"7\" q:id=\"a\"/></w:sheets><w:definedNames><w:definedName name=\"n\" localSheetId=\"0\">A!$A$1</w:definedName>\
            <w:definedName name=\"m\">1</w:definedName></w:definedNames></w:workbook>";
        let workbook = Workbook::of(text).unwrap();
        assert_eq!(workbook.sheets, [("Plan".to_owned(), "a".to_owned())]);
        assert_eq!((workbook.position("PLAN"), workbook.position("Other")), (Some(0), None));
        assert!(workbook.shown(text, 7).unwrap().contains("activeTab=\"7\""));
        let made = workbook.with_first_sheet(text, "Problems & more", "new").unwrap();
        assert!(made.contains("activeTab=\"0\" firstSheet=\"0\"") && made.contains("localSheetId=\"1\""), "{made}");
        let sheet = "name=\"Problems &amp; more\" sheetId=\"8\" r:id=\"new\"/><w:sheet name=\"Plan\"";
        assert!(made.contains(sheet), "{made}");
        assert!(workbook.with_first_sheet("<workbook/>", "a", "b").is_err());
    }
}
