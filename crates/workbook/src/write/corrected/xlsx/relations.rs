//! How the parts of a workbook are listed and refer to each other.

use super::pieces::{Pieces, append_to_root, attribute, escaped};
use crate::write::WriteProblem;

/// What a part is to refer to: the identifier, the last word of the type, the name of the part.
pub type Relation = (String, &'static str, String);

/// What a part refers to, with more; the part that says so may not be there yet.
pub fn more_relations(text: Option<&str>, space: &str, relations: &[Relation]) -> Result<String, WriteProblem> {
    const NONE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    append_to_root(text.unwrap_or(NONE), |p| {
        let one = |(id, kind, part): &Relation| {
            format!("<{p}Relationship Id=\"{id}\" Type=\"{space}/{kind}\" Target=\"/{}\"/>", escaped(part))
        };
        relations.iter().map(one).collect()
    })
}

/// What the workbook consists of, with more parts: the name and the kind of each. Those whose names end in `.vml` are known
/// by that.
pub fn more_parts(text: &str, parts: &[(String, &'static str)]) -> Result<String, WriteProblem> {
    let mut pieces = Pieces::of(text);
    let mut knows_drawings = false;
    while let Some(piece) = pieces.next()? {
        if let (Some("Default"), Some((element, _))) = (piece.begins(), piece.element()) {
            knows_drawings |= attribute(element, "Extension")?.is_some_and(|ending| ending.eq_ignore_ascii_case("vml"));
        }
    }
    append_to_root(text, |p| {
        let mut added = String::new();
        if !knows_drawings && parts.iter().any(|(name, _)| name.ends_with(".vml")) {
            added.push_str(&format!(
                "<{p}Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            ));
        }
        for (name, kind) in parts.iter().filter(|(name, _)| !name.ends_with(".vml")) {
            added.push_str(&format!(
                "<{p}Override PartName=\"/{}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>",
                escaped(name)
            ));
        }
        added
    })
}
