//! A workbook of XML parts (`.xlsx`, `.xlsm`) with marks, notes and a list of problems. Of its parts only those are changed
//! in which something is added: styles, sheets with problems, their notes, the list of the sheets, and what says how these
//! belong together. All others stay byte for byte as they are: formulas, charts, macros, pictures.

mod looks;
mod marks;
mod notes;
mod pieces;
mod problem_sheet;
mod relations;
mod shapes;
mod sheet;
mod style_lists;
mod styles;
mod survey;
mod workbook;

use super::problems::{Problems, note_words};
use crate::read::{Parts, Target, relationships_part};
use crate::sheet::own_sheets::PROBLEMS;
use crate::write::WriteProblem;
use marks::{Mark, Marks};
use notes::{Notes, OldNotes};
use relations::Relation;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use styles::Styles;
use workbook::Workbook;

/// The most notes of a sheet: more would make the workbook slow to open. What else there is stands in the list.
const MOST_NOTES: usize = 10_000;

/// The list of the parts of a workbook.
const LIST: &str = "[Content_Types].xml";

/// A workbook that is being changed.
struct Copy<'a> {
    parts: Parts<'a>,
    workbook: Workbook,
    changed: HashMap<String, Option<Vec<u8>>>,
    added: Vec<(String, Vec<u8>)>,
    /// The parts that are added, with their kinds.
    listed: Vec<(String, &'static str)>,
}

/// The copy of a workbook, whose main part is named.
pub fn corrected(parts: Parts<'_>, main: &str, problems: &Problems<'_>) -> Result<Vec<u8>, WriteProblem> {
    let mut copy =
        Copy { parts, workbook: Workbook::default(), changed: HashMap::new(), added: Vec::new(), listed: Vec::new() };
    let main_text = copy.needed(main)?;
    copy.workbook = Workbook::of(&main_text)?;
    let relationships = copy.parts.relationships(main)?;
    let of_sheet = |(_, id): &(String, String)| relationships.get(id).filter(|found| found.kind == "worksheet");
    let sheets: Vec<String> =
        copy.workbook.sheets.iter().filter_map(of_sheet).map(|found| found.part.clone()).collect();
    // The list of an earlier copy gives way to the new one.
    let old_list = copy.workbook.position(PROBLEMS);
    let old_list = old_list.and_then(|at| Some((at, of_sheet(copy.workbook.sheets.get(at)?)?.part.clone())));
    let own_styles = relationships.values().find(|found| found.kind == "styles").map(|found| found.part.clone());
    let styles_text = match &own_styles {
        Some(part) => copy.parts.text(part)?,
        None => None,
    };
    let has_styles = styles_text.is_some();
    let no_styles = || styles::NO_STYLES.replace(Workbook::default().space(), copy.workbook.space());
    let mut styles = Styles::of(styles_text.unwrap_or_else(no_styles))?;
    let mut has_more = false;
    let is_old_list = |part: &String| old_list.as_ref().is_some_and(|(_, old)| old == part);
    for (position, part) in sheets.iter().enumerate().filter(|(_, part)| !is_old_list(part)) {
        has_more |= copy.mark_sheet(part, position, problems, &mut styles)?;
    }
    let mut said = problems.said.clone();
    if has_more {
        said.push(format!(
            "A sheet has notes at the first {MOST_NOTES} of its marked cells; all problems are listed here."
        ));
    }
    let space = copy.workbook.space();
    let list = problem_sheet::problem_sheet(&problems.listed, &said, space, &mut styles)?;
    let folder = folder_of(main);
    let mut relations = Vec::new();
    match own_styles.filter(|_| has_styles) {
        Some(part) => copy.change(&part, styles.finish()),
        None => {
            let part = copy.add(&format!("{folder}onePlanStyles"), "xml", "styles", styles.finish());
            relations.push((unused(&relationships, "onePlanStyles"), "styles", part));
        }
    }
    let main_text = match old_list {
        Some((position, part)) => {
            copy.change(&part, list);
            copy.workbook.shown(&main_text, position)?
        }
        None => {
            let part = copy.add(&format!("{folder}worksheets/onePlanProblems"), "xml", "worksheet", list);
            let id = unused(&relationships, "onePlanProblems");
            relations.push((id.clone(), "worksheet", part));
            copy.workbook.with_first_sheet(&main_text, PROBLEMS, &id)?
        }
    };
    copy.change(main, main_text);
    if !relations.is_empty() {
        copy.relate(main, &relations)?;
    }
    let list = copy.needed(LIST)?;
    let list = relations::more_parts(&list, &copy.listed)?;
    copy.change(LIST, list);
    Ok(copy.parts.with(&copy.changed, &copy.added)?)
}

impl Copy<'_> {
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
        let mut marks: Marks = BTreeMap::new();
        for at in old.iter().flat_map(|(_, old, _)| old.own_cells()) {
            marks.insert(at, Mark::Cleared);
        }
        for (at, said) in cells {
            let worst = said.iter().map(|said| said.issue.severity).min();
            marks.extend(worst.map(|worst| (*at, Mark::Filled(worst))));
        }
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

    /// A part without which there is no copy, as it is by now.
    fn needed(&mut self, part: &str) -> Result<String, WriteProblem> {
        if let Some(Some(changed)) = self.changed.get(part) {
            return Ok(String::from_utf8_lossy(changed).into_owned());
        }
        self.parts.text(part)?.ok_or_else(|| {
            WriteProblem::new(format!(
                "the workbook has no part {part}; open it in a spreadsheet program, save it and choose it again"
            ))
        })
    }

    fn change(&mut self, part: &str, text: String) {
        self.changed.insert(part.to_owned(), Some(text.into_bytes()));
    }

    /// Adds a part under a name that no other has.
    fn add(&mut self, name: &str, ending: &str, kind: &'static str, text: String) -> String {
        let name = (1..=self.added.len() + self.parts.names().len() + 1)
            .map(|number| if number == 1 { format!("{name}.{ending}") } else { format!("{name}{number}.{ending}") })
            .find(|name| !self.parts.has(name) && !self.added.iter().any(|(added, _)| added == name))
            .unwrap_or_default();
        self.added.push((name.clone(), text.into_bytes()));
        self.listed.push((name.clone(), kind));
        name
    }

    /// Lets a part refer to others.
    fn relate(&mut self, part: &str, relations: &[Relation]) -> Result<(), WriteProblem> {
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
fn folder_of(part: &str) -> String {
    part.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"))
}

/// An identifier that no relationship has.
fn unused(relationships: &HashMap<String, Target>, wanted: &str) -> String {
    let mut id = wanted.to_owned();
    for number in 2..=relationships.len() + 2 {
        if !relationships.contains_key(&id) {
            break;
        }
        id = format!("{wanted}{number}");
    }
    id
}
