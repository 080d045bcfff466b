//! A workbook that is being changed, part by part.

use super::relations::{self, Relation};
use super::workbook::Workbook;
use crate::read::{Parts, Target, relationships_part};
use crate::write::WriteProblem;
use std::collections::HashMap;

/// A workbook that is being changed.
pub struct Copy<'a> {
    pub parts: Parts<'a>,
    pub workbook: Workbook,
    pub changed: HashMap<String, Option<Vec<u8>>>,
    pub added: Vec<(String, Vec<u8>)>,
    /// The parts that are added, with their kinds.
    pub listed: Vec<(String, &'static str)>,
}

impl Copy<'_> {
    /// A part without which there is no copy, as it is by now.
    pub fn needed(&mut self, part: &str) -> Result<String, WriteProblem> {
        if let Some(Some(changed)) = self.changed.get(part) {
            return Ok(String::from_utf8_lossy(changed).into_owned());
        }
        self.parts.text(part)?.ok_or_else(|| {
            WriteProblem::new(format!(
                "the workbook has no part {part}; open it in a spreadsheet program, save it and choose it again"
            ))
        })
    }

    pub fn change(&mut self, part: &str, text: String) {
        self.changed.insert(part.to_owned(), Some(text.into_bytes()));
    }

    /// Adds a part under a name that no other has.
    pub fn add(&mut self, name: &str, ending: &str, kind: &'static str, text: String) -> String {
        let name = (1..=self.added.len() + self.parts.names().len() + 1)
            .map(|number| if number == 1 { format!("{name}.{ending}") } else { format!("{name}{number}.{ending}") })
            .find(|name| !self.parts.has(name) && !self.added.iter().any(|(added, _)| added == name))
            .unwrap_or_default();
        self.added.push((name.clone(), text.into_bytes()));
        self.listed.push((name.clone(), kind));
        name
    }

    /// Lets a part refer to others.
    pub fn relate(&mut self, part: &str, relations: &[Relation]) -> Result<(), WriteProblem> {
        let place = relationships_part(part);
        let text = self.parts.text(&place)?;
        let more = relations::more_relations(text.as_deref(), self.workbook.relationships_space(), relations)?;
        match text {
            Some(_) => self.change(&place, more),
            None => self.added.push((place, more.into_bytes())),
        }
        Ok(())
    }
}

/// The folder of a part, with its slash.
pub fn folder_of(part: &str) -> String {
    part.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"))
}

/// An identifier that no relationship has.
pub fn unused(relationships: &HashMap<String, Target>, wanted: &str) -> String {
    let mut id = wanted.to_owned();
    for number in 2..=relationships.len() + 2 {
        if !relationships.contains_key(&id) {
            break;
        }
        id = format!("{wanted}{number}");
    }
    id
}
