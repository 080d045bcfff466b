//! Finds the tables of a plan in the sheets of files.

use super::known_names::Known;
use super::known_trackers::note_trackers;
use super::names::resolve_names;
use super::parts::{Part, parts_of, without_own_columns};
use super::recognised::Recognised;
use super::same_schemes::join_known_schemes;
use super::set_aside::{WhyAside, sheets_set_aside};
use super::sheets::{earlier_statements, issues_of_other_files, repeated_sheets};
use crate::answers::Answers;
use crate::issues::{Effect, Issue, Place, Question, Severity};
use crate::sheet::{SourceFile, is_for_people};
use crate::tables::{TableRows, ToldElsewhere};
use one_plan_model::plan::Table;

/// Finds the tables of a plan in the sheets of files.
pub fn recognise(files: &[SourceFile], answers: &Answers) -> Recognised {
    let mut known = Known { answers: answers.clone(), ..Known::default() };
    let sheets = files.iter().flat_map(|file| &file.sheets);
    known.headings.are_two_enough =
        sheets.filter(|sheet| !sheet.is_empty() && !is_for_people(&sheet.name)).count() == 1;
    note_trackers(files, &mut known.headings, answers);
    let mut found = Recognised::default();
    found.issues.extend(answers.unusable().iter().map(|why| Issue {
        severity: Severity::Warning,
        place: Place::default(),
        column: Some((Table::HeadingMeaning, None)),
        value: String::new(),
        what: why.clone(),
        expected: "a row of \"headings\" that names a table, a column or a word that there is".to_owned(),
        effect: Effect::RowLeftOut,
    }));
    let repeated = repeated_sheets(files, answers);
    let earlier = earlier_statements(files, &known.headings, answers);
    let left: Vec<Place> = repeated.iter().chain(&earlier).map(|issue| issue.place).collect();
    let set_aside = sheets_set_aside(files, &known.headings, answers, &left);
    for (file, source) in files.iter().enumerate() {
        known.file = &source.name;
        known.elsewhere = ToldElsewhere::of(source, &known.names, answers);
        found.told.push(known.elsewhere.clone());
        for (sheet, cells) in source.sheets.iter().enumerate() {
            let place = Place { sheet: Some(sheet), ..Place::file(file) };
            if let Some(issue) = repeated.iter().find(|issue| issue.place == place) {
                found.issues.push(issue.clone());
                continue;
            }
            let cells = &*without_own_columns(cells);
            let said = issues_of_other_files(cells, place);
            let is_named = !said.is_empty();
            found.issues.extend(said);
            let before = found.tables.len();
            let parts = parts_of(cells, &known.names, &known.headings, &known.answers);
            if let (Some(issue), [_]) = (earlier.iter().find(|issue| issue.place == place), parts.as_slice()) {
                found.issues.push(issue.clone());
                continue;
            }
            for part in parts {
                let aside = set_aside.get(&(file, sheet)).cloned();
                let aside = aside.or_else(|| WhyAside::of_part(&part.cells.name, &cells.name)).or_else(|| {
                    let names = (&*cells.name, &*source.name);
                    WhyAside::of_spending(&part.cells, names, &known.headings, &known.answers)
                });
                found.read_or_set_aside(&part, (place, is_named), aside.as_ref(), &mut known);
            }
            let counts = |rows: &TableRows| !rows.given.is_empty();
            if cells.is_hidden && found.tables.get(before..).unwrap_or_default().iter().any(counts) {
                found.issues.push(Issue {
                    severity: Severity::Warning,
                    place,
                    column: None,
                    value: cells.name.clone(),
                    what: "this sheet is hidden, often because it is old, and its rows count like those of any other"
                        .to_owned(),
                    expected: "nothing, if that is meant; otherwise the workbook without this sheet".to_owned(),
                    effect: Effect::Used,
                });
            }
        }
    }
    found.issues.extend(join_known_schemes(&mut found.tables, files));
    found.say_whose_rows(files, answers, &known.names);
    if found.tables.is_empty() && found.questions.iter().all(|question| !question.is_pressing()) {
        // Nothing is known of the files: what their sheets are is the one thing to say.
        for question in &mut found.questions {
            if let Question::Sheet { is_pressing, .. } = question {
                *is_pressing = true;
            }
        }
    }
    found.names = resolve_names(&mut found.tables);
    found
}

impl Recognised {
    /// Reads a part of a sheet; where its schemes do not count, what is found is left out again.
    fn read_or_set_aside(
        &mut self,
        part: &Part<'_>,
        (place, is_named): (Place, bool),
        aside: Option<&WhyAside>,
        known: &mut Known<'_>,
    ) {
        let Some(aside) = aside else { return self.read_part(part, place, is_named, known) };
        let before = self.so_far();
        let names_before = (known.used.clone(), known.used_mappings.clone());
        self.read_part(part, place, is_named, known);
        if self.set_aside(aside, &part.cells, place, before) {
            // No scheme of theirs has a name that another could not have.
            (known.used, known.used_mappings) = names_before;
        }
    }
}
