use super::answers::Answers;
use super::tracker_sheet::tracker_in;
use crate::sheet::{SourceFile, is_for_people};
use crate::tracker::{Follows, HeadingNames};
use std::collections::HashSet;

/// The headings of all trackers of schemes that are known by themselves.
pub(super) fn headings_of_trackers(
    files: &[SourceFile],
    headings: &HeadingNames,
    answers: &Answers,
) -> HashSet<String> {
    let mut found = HashSet::new();
    for source in files {
        for sheet in source.sheets.iter().filter(|sheet| !sheet.is_empty() && !is_for_people(&sheet.name)) {
            let header = tracker_in(sheet, headings, answers).map(|(header, _)| header);
            let is_of_schemes = |of: &Option<Follows>| *of == Some(Follows::Schemes);
            let header = header.filter(|header| is_of_schemes(&Follows::of(sheet, &source.name, header)));
            found.extend(header.iter().flat_map(|header| &header.columns).map(|column| column.words.key()));
        }
    }
    found
}
