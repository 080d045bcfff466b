//! Which trackers the files hold, for sheets beside them that say less.

use super::set_aside::WhyAside;
use super::sheets::tracker_in;
use crate::answers::Answers;
use crate::headings::{HeadingNames, TrackersBeside};
use crate::sheet::{SourceFile, is_for_people};

/// Notes which trackers are known by themselves, for sheets beside them that say less.
pub fn note_trackers(files: &[SourceFile], headings: &mut HeadingNames, answers: &Answers) {
    let is_asked = |name: &str| answers.sheet(name).is_none() && !is_for_people(name);
    let mut beside = TrackersBeside::default();
    for source in files {
        for sheet in source.sheets.iter().filter(|sheet| is_asked(&sheet.name)) {
            let is_spent = WhyAside::of_spending(sheet, (&sheet.name, &source.name), headings, answers).is_some();
            if let Some((header, _)) = tracker_in(sheet, headings, answers).filter(|_| !is_spent) {
                beside.note(sheet, &source.name, &header);
            }
        }
    }
    headings.beside = beside;
}
