//! How the cells of the list of problems look.

use super::styles::{Look, Styles};
use crate::write::WriteProblem;

impl Styles {
    /// A style of the list of problems.
    pub fn look(&mut self, look: Look) -> Result<usize, WriteProblem> {
        if let Some(known) = self.looks.get(&look) {
            return Ok(*known);
        }
        let p = self.lists.prefix.clone();
        let bold = format!("<{p}b/>");
        let (font, fill, wraps) = match look {
            Look::Title => (self.add_font(&bold, 14), 0, false),
            Look::Heading => (self.add_font(&bold, 10), 0, true),
            Look::Words => (self.add_font("", 10), 0, true),
            Look::Link => (self.add_font(&format!("<{p}u/>"), 10), 0, false),
            Look::Severity(severity) => (self.add_font(&bold, 10), self.fill(severity), false),
        };
        let wrap = if wraps { " wrapText=\"1\"" } else { "" };
        let made = self.add_format(format!(
            "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" \
             applyAlignment=\"1\"><{p}alignment vertical=\"top\"{wrap}/></{p}xf>"
        ))?;
        self.looks.insert(look, made);
        Ok(made)
    }

    fn add_font(&mut self, how: &str, size: u32) -> usize {
        let p = &self.lists.prefix;
        let colour = if how.contains("<u") || how.contains(":u") { "FF005EA5" } else { "FF202A36" };
        let font = format!(
            "<{p}font>{how}<{p}sz val=\"{size}\"/><{p}color rgb=\"{colour}\"/><{p}name val=\"Arial\"/><{p}family val=\"2\"/></{p}font>"
        );
        self.push_font(font)
    }
}
