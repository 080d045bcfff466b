//! Reads a sheet, or a part of one, as what it is: a tracker, a table, or nothing of the plan.

use super::known_names::Known;
use super::parts::Part;
use super::recognised::Recognised;
use super::sheets::{is_more_than, summary_of_monitoring, tracker_in};
use crate::answers::Mapping;
use crate::cells::key_of;
use crate::headings::plain_headings;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Sheet, is_for_people};
use crate::tables::{HeaderRow, NamesAcross, is_told, part_by_headings, tables_by_headings};
use crate::tracker::{TrackerHeader, kinds_in_rows, read_tracker, schemes_not_read};
use one_plan_model::plan::Table;

impl Recognised {
    /// Reads a sheet, or a part of one. Of what `is_named` it is said already what it is, if it is no table.
    pub(super) fn read_part(&mut self, part: &Part<'_>, place: Place, is_named: bool, known: &mut Known<'_>) {
        let sheet: &Sheet = &part.cells;
        if let Some(begin) = part.beside.filter(|_| part.is_known) {
            self.tell_second_table(sheet, place, begin);
        }
        if sheet.is_empty() {
            return;
        }
        let said = known.answers.sheet(&sheet.name);
        if let Some(said) = said {
            self.used.say_sheet(&sheet.name, said);
        }
        if said == Some(None) {
            return self.leave_alone(sheet, place, "you said that it holds nothing of the plan");
        }
        // Our own sheets of tables have names of columns that a tracker has too, but never months beside schemes.
        let may_be_tracker = said.is_none() && !is_for_people(&sheet.name);
        let tracker = if may_be_tracker { tracker_in(sheet, &known.headings, &known.answers) } else { None };
        let has_months = tracker.as_ref().is_some_and(|(header, _)| header.has_months());
        if may_be_tracker
            && !has_months
            && let Some(kinds) = kinds_in_rows(sheet, &known.headings)
        {
            return self.leave_kinds_in_rows(sheet, place, kinds);
        }
        if let Some((header, mapping)) = tracker.as_ref().filter(|(header, _)| header.is_certain()) {
            return self.read_tracker(sheet, place, header, mapping, known);
        }
        let (names, answers) = (&known.names, &known.answers);
        let called =
            || names.table(&sheet.name).map(|table| part_by_headings(sheet, table, names, answers).unwrap_or(table));
        if let Some(table) = said.flatten().or_else(called) {
            return self.read_called(sheet, place, (table, said.flatten()), tracker, known);
        }
        if is_for_people(&sheet.name) {
            return;
        }
        let tables = tables_by_headings(sheet, names, answers);
        let is_tracker = |(header, _): &(TrackerHeader, Mapping)| is_more_than(sheet, header, &tables, names, answers);
        if let Some((header, mapping)) = tracker.filter(is_tracker) {
            return self.read_tracker(sheet, place, &header, &mapping, known);
        }
        if tables.is_empty() {
            self.leave_without_table(part, place, is_named, known);
        } else {
            self.read_by_headings(sheet, place, &tables, known);
        }
    }

    fn tell_second_table(&mut self, sheet: &Sheet, place: Place, (row, column): (u32, u32)) {
        self.issues.push(Issue {
            severity: Severity::Information,
            place: place.cell(row, column),
            column: None,
            value: sheet.cell(row, column).shown(),
            what: "a second table begins here, beside another, and is read on its own".to_owned(),
            expected: "nothing, if that is meant; otherwise no empty column within the table".to_owned(),
            effect: Effect::Used,
        });
    }

    /// Reads a sheet that is called after a table, or of which a person `said` that it is one.
    fn read_called(
        &mut self,
        sheet: &Sheet,
        place: Place,
        (table, said): (Table, Option<Table>),
        tracker: Option<(TrackerHeader, Mapping)>,
        known: &mut Known<'_>,
    ) {
        let (names, answers) = (&known.names, &known.answers);
        let header = HeaderRow::find(sheet, table, names, answers);
        // Of a sheet that a person said is a table, no heading may be known yet.
        let header = header.or_else(|| HeaderRow::of_any(sheet, said?, names, answers));
        match (header, tracker) {
            // Called after a table and without what it needs: a tracker that is called "Schemes".
            (header, Some((tracker, mapping)))
                if header.as_ref().is_none_or(|of| !of.has_all_needed(table) && of.known() <= tracker.known()) =>
            {
                self.read_tracker(sheet, place, &tracker, &mapping, known);
            }
            (Some(header), _) => self.read_table(sheet, place, table, header, known),
            (None, _) if let Some(across) = NamesAcross::of(sheet) => {
                self.issues.push(across.issue(sheet, place, Some(table)));
            }
            (None, _) => {
                self.no_headings(sheet, place, table);
                // It may be called so by chance: then it is something else, or nothing of the plan.
                if plain_headings(sheet).is_some() {
                    self.ask_sheet(sheet, place, Vec::new(), true);
                }
            }
        }
    }

    /// Reads a sheet whose headings are those of one table and of no other kind of sheet; otherwise asks.
    fn read_by_headings(&mut self, sheet: &Sheet, place: Place, tables: &[Table], known: &mut Known<'_>) {
        let (names, answers) = (&known.names, &known.answers);
        let why = match tables {
            [table] => {
                let Some(header) = HeaderRow::find(sheet, *table, names, answers) else { return };
                if is_told(sheet, *table, &header, names, answers) {
                    return self.read_table(sheet, place, *table, header, known);
                }
                format!(
                    "its headings are those of \"{}\", and such as any report has; which table is meant cannot be told",
                    table.name()
                )
            }
            several => {
                let words: Vec<String> = several.iter().map(|table| format!("\"{}\"", table.name())).collect();
                format!("its headings are those of {}; which is meant cannot be told", words.join(" and "))
            }
        };
        self.leave_unknown(sheet, place, &why);
        self.ask_sheet(sheet, place, tables.to_vec(), true);
    }

    /// Leaves a sheet whose headings are those of no table, and asks where it may be one all the same.
    fn leave_without_table(&mut self, part: &Part<'_>, place: Place, is_named: bool, known: &Known<'_>) {
        let sheet: &Sheet = &part.cells;
        match part.beside {
            Some(begin) => self.leave_beside(sheet, place, begin),
            None if let Some(issue) = summary_of_monitoring(sheet, place) => return self.issues.push(issue),
            None if let Some(across) = NamesAcross::of(sheet) => {
                // Whichever table it were, it would not be read.
                return self.issues.push(across.issue(sheet, place, None));
            }
            None if let Some(issue) = schemes_not_read(sheet, place, &known.headings) => self.issues.push(issue),
            None => {
                let why = "its name is that of no table, and its headings are those of none";
                self.leave_unknown(sheet, place, why);
            }
        }
        if plain_headings(sheet).is_some() && !is_named {
            self.ask_sheet(sheet, place, Vec::new(), false);
        }
    }

    fn read_tracker(
        &mut self,
        sheet: &Sheet,
        place: Place,
        header: &TrackerHeader,
        mapping: &Mapping,
        known: &mut Known<'_>,
    ) {
        // A mapping is called after one sheet: what a further one is called, it says itself.
        let is_first = mapping.name.is_empty() || known.used_mappings.insert(key_of(&mapping.name));
        let name = if is_first { mapping.name.clone() } else { sheet.name.clone() };
        let of_sheet = Mapping { name, ..mapping.clone() };
        let mut read = read_tracker(sheet, place, known.file, header, &of_sheet, &known.elsewhere, &mut known.used);
        if header.columns.iter().any(|column| column.is_said) {
            // The year and the month are those of one file, and would be wrong for the next.
            self.used.say_tracker(Mapping { year: None, month: None, ..mapping.clone() });
        }
        for rows in &mut read.tables {
            rows.tracker = Some(self.readings.len());
        }
        self.tables.append(&mut read.tables);
        self.issues.append(&mut read.issues);
        self.questions.append(&mut read.questions);
        self.readings.push(read.reading);
    }
}
