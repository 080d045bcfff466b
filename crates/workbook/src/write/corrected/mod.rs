//! A corrected copy of a person's own file: everything that they have in it, with marks and notes at the cells that need to
//! be looked at, and a list of all that is to be said.
//!
//! | the file | the copy |
//! |---|---|
//! | `.xlsx`, `.xlsm` | the same workbook: cells are filled and have notes, and a first sheet lists the problems; all else stays byte for byte (`xlsx`) |
//! | `.xlsb`, `.xls`, `.ods` | a new workbook with the same sheets and values (`plain`), marked in the same way |
//! | CSV | the same bytes with two further columns (`text`) |
//! | an archive of these | an archive of their copies |
//!
//! No value of a person is changed: what was read in another way than it is written stands in the list.

mod plain;
mod problems;
mod text;
mod xlsx;

use super::WriteProblem;
use crate::load::LoadReport;
use crate::read::{Changeable, Parts, changeable, is_json, shown};
use crate::sheet::SourceFile;
use std::collections::HashMap;

/// The copy of one of the files that were chosen together, and its name: by the position among them, from their names and
/// contents, the files as they were read and what is reported of them.
///
/// ```
/// use one_plan_workbook::load::open;
/// use one_plan_workbook::answers::Answers;
/// use one_plan_workbook::write::corrected_copy;
/// use std::ops::ControlFlow;
/// let chosen = [("scheme_lists.csv", &b"name;year\r\nOurs;2026/27\r\nTheirs;soon\r\n"[..])];
/// let opened = open(&chosen, &Answers::default(), &mut |_| ControlFlow::Continue(()));
/// let (name, bytes) = corrected_copy(&chosen, 0, &opened.files, &opened.loaded.report).unwrap();
/// assert_eq!(name, "scheme_lists-corrected.csv");
/// let text = String::from_utf8(bytes).unwrap();
/// assert!(text.starts_with("name;year;Problem;What is expected\r\nOurs;2026/27\r\nTheirs;soon;\"error in year: "), "{text}");
/// ```
///
/// # Errors
///
/// Where the file was not read, is a plan file, or is damaged in a part that reading does not need.
pub fn corrected_copy(
    chosen: &[(&str, &[u8])],
    position: usize,
    files: &[SourceFile],
    report: &LoadReport,
) -> Result<(String, Vec<u8>), WriteProblem> {
    let Some((name, bytes)) = chosen.get(position) else { return Err(WriteProblem::new("there is no such file")) };
    if is_json(bytes) {
        return Err(WriteProblem::new(format!(
            "{name} is a plan file: a corrected copy is made of workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) and CSV files"
        )));
    }
    let own = files_of(chosen, position, files);
    let within = |at: &usize| files.get(*at).map(|file| (*at, file));
    let own: Vec<(usize, &SourceFile)> = own.iter().filter_map(within).collect();
    if own.is_empty() {
        return Err(WriteProblem::new(format!("{name} could not be read, so that no cell of it can be marked")));
    }
    let (ending, bytes) = match changeable(name, bytes)? {
        Changeable::Bundle(parts) => (None, of_bundle(name, parts, &own, report)?),
        of => match own.first() {
            Some((at, file)) => of_file(of, bytes, *at, file, report)?,
            None => (None, Vec::new()),
        },
    };
    Ok((name_of_copy(name, ending), bytes))
}

/// The positions of what was read of a chosen file: one, or for an archive all that was read of it. The files were read in
/// the order in which they were chosen.
fn files_of(chosen: &[(&str, &[u8])], position: usize, files: &[SourceFile]) -> Vec<usize> {
    let mut next = 0;
    let mut found = Vec::new();
    for (name, _) in chosen.iter().take(position + 1) {
        let shown = shown(name);
        found.clear();
        let is_of_archive =
            |file: &SourceFile| file.name.strip_prefix(&shown).is_some_and(|rest| rest.starts_with('/'));
        if files.get(next).is_some_and(|file| file.name == shown) {
            found.push(next);
            next += 1;
        } else {
            while files.get(next).is_some_and(is_of_archive) {
                found.push(next);
                next += 1;
            }
        }
    }
    found
}

/// The copy of a single file, and how its name ends where that is another ending.
fn of_file(
    of: Changeable<'_>,
    bytes: &[u8],
    position: usize,
    file: &SourceFile,
    report: &LoadReport,
) -> Result<(Option<&'static str>, Vec<u8>), WriteProblem> {
    let mut problems = problems::problems(file, position, report);
    match of {
        Changeable::Workbook(parts, main) => Ok((None, xlsx::corrected(parts, &main, &problems)?)),
        Changeable::Text => {
            let headings = report.headings.iter().find(|place| place.file == position).and_then(|place| place.row);
            Ok((None, text::corrected(bytes, headings, &problems)))
        }
        Changeable::Other => {
            let plain = plain::workbook(file)?;
            problems.said.push(plain::REMARK.to_owned());
            match changeable(&file.name, &plain)? {
                Changeable::Workbook(parts, main) => Ok((Some("xlsx"), xlsx::corrected(parts, &main, &problems)?)),
                _ => Err(WriteProblem::new("a workbook that was just written cannot be read")),
            }
        }
        Changeable::Bundle(_) => Err(WriteProblem::new("an archive within an archive is not opened")),
    }
}

/// The copy of an archive: its files that were read are changed, all others stay as they are.
fn of_bundle(
    name: &str,
    mut parts: Parts<'_>,
    own: &[(usize, &SourceFile)],
    report: &LoadReport,
) -> Result<Vec<u8>, WriteProblem> {
    let mut changed = HashMap::new();
    let mut added = Vec::new();
    let mut left = own.iter();
    let mut next = left.next();
    for (index, entry) in parts.names().to_vec().iter().enumerate() {
        let Some((position, file)) = next else { break };
        if file.name != format!("{}/{}", shown(name), shown(entry)) {
            continue;
        }
        next = left.next();
        let bytes = parts.bytes_at(index)?;
        match of_file(changeable(entry, &bytes)?, &bytes, *position, file, report)? {
            (None, copy) => drop(changed.insert(entry.clone(), Some(copy))),
            (ending, copy) => {
                let folder = entry.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
                changed.insert(entry.clone(), None);
                added.push((format!("{folder}{}", name_of_copy(entry, ending)), copy));
            }
        }
    }
    Ok(parts.with(&changed, &added)?)
}

/// The name of a copy, so that it does not take the place of the file.
fn name_of_copy(name: &str, ending: Option<&str>) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, own) = match file.rsplit_once('.') {
        Some((stem, own)) if !stem.is_empty() => (stem, own),
        _ => (file, ""),
    };
    match ending.unwrap_or(own) {
        "" => format!("{stem}-corrected"),
        ending => format!("{stem}-corrected.{ending}"),
    }
}
