//! The sheets of a copy: their cells marked, with a note at each.

use super::copy::{Copy, folder_of, unused};
use super::marks::{Mark, Marks};
use super::notes::{self, Notes, OldNotes};
use super::relations::Relation;
use super::styles::Styles;
use super::{shapes, sheet, survey};
use crate::read::Target;
use crate::write::WriteProblem;
use crate::write::corrected::problems::{Problems, Said, note_words};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The most notes of a sheet: more would make the workbook slow to open. What else there is stands in the list.
const MOST_NOTES: usize = 10_000;

impl Copy<'_> {
    /// Marks the cells of all sheets but the list of an earlier copy; answers with what is said before the list.
    pub fn mark_sheets(
        &mut self,
        sheets: &[String],
        old_list: Option<&str>,
        problems: &Problems<'_>,
        styles: &mut Styles,
    ) -> Result<Vec<String>, WriteProblem> {
        let mut said = problems.said.clone();
        let mut has_more = false;
        for (position, part) in sheets.iter().enumerate().filter(|(_, part)| old_list != Some(part.as_str())) {
            has_more |= self.mark_sheet(part, position, problems, styles)?;
        }
        if has_more {
            said.push(format!(
                "A sheet has notes at the first {MOST_NOTES} of its marked cells; all problems are listed here."
            ));
        }
        Ok(said)
    }

    /// Marks the cells of a sheet; says whether it has more of them than notes.
    fn mark_sheet(
        &mut self,
        part: &str,
        position: usize,
        problems: &Problems<'_>,
        styles: &mut Styles,
    ) -> Result<bool, WriteProblem> {
        let text = self.needed(part)?;
        let none = BTreeMap::new();
        let cells = problems.cells.get(&position).unwrap_or(&none);
        let relationships = self.parts.relationships(part)?;
        let old_part = relationships.values().find(|found| found.kind == "comments").map(|found| found.part.clone());
        let old_part = old_part.filter(|part| self.parts.has(part));
        let old = match &old_part {
            Some(part) => {
                let text = self.needed(part)?;
                Some((part.as_str(), OldNotes::of(&text)?, text))
            }
            None => None,
        };
        let cleared = old.iter().flat_map(|(_, old, _)| old.own_cells()).map(|at| (at, Mark::Cleared));
        let mut marks: Marks = cleared.collect();
        let worst = |said: &[Said]| said.iter().map(|said| said.issue.severity).min();
        marks.extend(cells.iter().filter_map(|(at, said)| Some((*at, Mark::Filled(worst(said)?)))));
        if marks.is_empty() {
            if sheet::is_selected_sheet(&text)? {
                let survey = survey::survey(&text, &marks)?;
                self.change(part, sheet::mark(&text, &survey, &marks, styles, None)?);
            }
            return Ok(false);
        }
        let notes: Notes = cells.iter().take(MOST_NOTES).map(|(at, said)| (*at, note_words(said))).collect();
        let survey = survey::survey(&text, &marks)?;
        let mut relations: Vec<Relation> = Vec::new();
        let mut noted = BTreeSet::new();
        match old {
            Some((part, old, text)) => {
                noted = old.cells();
                self.change(part, old.with(&text, &notes));
            }
            None => {
                let text = notes::new_notes(&notes, self.workbook.space());
                let part = self.add(&format!("{}onePlanNotes", folder_of(part)), "xml", "comments", text);
                relations.push((unused(&relationships, "onePlanNotes"), "comments", part));
            }
        }
        let drawing = if notes.keys().all(|at| noted.contains(at)) {
            None
        } else {
            self.add_shapes(part, survey.drawing.as_deref(), &relationships, &mut relations, |text| match text {
                Some(text) => shapes::more_shapes(text, &notes, &noted),
                None => Ok(shapes::new_shapes(&notes, &noted)),
            })?
        };
        if !relations.is_empty() {
            self.relate(part, &relations)?;
        }
        let drawing = drawing.as_deref().map(|id| (id, self.workbook.relationships_space()));
        self.change(part, sheet::mark(&text, &survey, &marks, styles, drawing)?);
        Ok(cells.len() > notes.len())
    }

    /// Adds shapes to the drawing of the notes of a sheet; gives its identifier where the sheet does not refer to it yet.
    fn add_shapes(
        &mut self,
        part: &str,
        drawing: Option<&str>,
        relationships: &HashMap<String, Target>,
        relations: &mut Vec<Relation>,
        shapes: impl Fn(Option<&str>) -> Result<String, WriteProblem>,
    ) -> Result<Option<String>, WriteProblem> {
        let Some(drawing) = drawing else {
            let part = self.add(&format!("{}onePlanNotes", folder_of(part)), "vml", "", shapes(None)?);
            let id = unused(relationships, "onePlanDrawing");
            relations.push((id.clone(), "vmlDrawing", part));
            return Ok(Some(id));
        };
        let Some(existing) = relationships.get(drawing).map(|found| found.part.clone()) else {
            return Err(WriteProblem::new("a sheet refers to a drawing of its notes that the workbook does not have"));
        };
        let text = self.needed(&existing)?;
        self.change(&existing, shapes(Some(&text))?);
        Ok(None)
    }
}
