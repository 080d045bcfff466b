//! A workbook of XML parts (`.xlsx`, `.xlsm`) with marks, notes and a list of problems. Of its parts only those are changed
//! in which something is added: styles, sheets with problems, their notes, the list of the sheets, and what says how these
//! belong together. All others stay byte for byte as they are: formulas, charts, macros, pictures.

mod copy;
mod looks;
mod mark_sheets;
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

use super::problems::Problems;
use crate::read::Parts;
use crate::sheet::own_sheets::PROBLEMS;
use crate::write::WriteProblem;
use copy::{Copy, folder_of, unused};
use std::collections::HashMap;
use styles::Styles;
use workbook::Workbook;

/// The list of the parts of a workbook.
const LIST: &str = "[Content_Types].xml";

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
    let old_part = old_list.as_ref().map(|(_, part)| part.as_str());
    let said = copy.mark_sheets(&sheets, old_part, problems, &mut styles)?;
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
