//! Schemes that several sheets hold count once: the first sheet says what they are, and what a further one says of how the year
//! goes is theirs, or is held against what is known of it.

use super::contradicting_rows::contradict;
use super::joined_sheets::JoinedSheets;
use super::known_months::KnownMonths;
use super::lines_of_joined_trackers::OfTracker;
use super::lists_without_schemes::lists_without_schemes;
use super::pairs_of_sheets::same_schemes;
use super::perhaps_same::PerhapsSame;
use super::repeated_schemes::{Repeated, Sameness, SchemeAt};
use super::scheme_sources::SchemeSource;
use super::summary_lines::{SummaryLines, summary_lines};
use super::summary_sheets::{SummarySheet, summary_sheets};
use super::sums_of_sheets::sums_of_sheets;
use crate::issues::Issue;
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::plan::{ColumnKind, Table};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Takes out the schemes that an earlier sheet holds as well.
pub fn join_known_schemes(tables: &mut Vec<TableRows>, files: &[SourceFile]) -> Vec<Issue> {
    let sources = SchemeSource::all(tables);
    let mut months = KnownMonths::of(tables);
    let repeated = same_schemes(&sources, &|one, other| contradict(one, other, tables, &months));
    let mut joining = Joining::of(&sources);
    for repeated in &repeated {
        joining.join(repeated, &mut months, tables);
    }
    let sums = sums_of_sheets(&sources, tables, files, |at| joining.stands_for.contains_key(&at));
    let summaries = summary_sheets(&sources, &sums, tables, |at| joining.stands_for.contains_key(&at));
    summaries.iter().for_each(|summary| joining.leave(summary));
    let lines = summary_lines(tables, &sums, files);
    for summary in &lines {
        let of_tracker = joining.of_trackers.entry(summary.tracker).or_default();
        of_tracker.without_monitoring.extend(summary.lines.iter().cloned());
    }
    joining.apply(tables, &months);
    tell_repeated_references(tables);
    tables.retain(|rows| !rows.given.is_empty() || !rows.rejected.is_empty() || !rows.issues.is_empty());
    let mut issues = joining.said.issues(&sources, files);
    issues.extend(joining.perhaps.issues(files));
    issues.extend(summaries.iter().flat_map(SummarySheet::issues).cloned());
    issues.extend(lines.iter().flat_map(SummaryLines::issues).cloned());
    issues
}

/// A reference that stands more than once is said of the rows that are schemes of their own.
fn tell_repeated_references(tables: &mut [TableRows]) {
    for rows in tables {
        let said = rows.references.iter_mut().flatten().filter_map(|reference| reference.repeated.take());
        rows.issues.extend(said);
    }
}

/// The rows that are taken out, and what becomes of what stands with them.
struct Joining<'s> {
    sources: &'s [SchemeSource],
    /// By list of rows: the rows that are taken out, and whether they are left out of what was read.
    out: BTreeMap<usize, HashMap<u32, bool>>,
    of_trackers: BTreeMap<usize, OfTracker>,
    /// Which row stands for one that is taken out.
    stands_for: HashMap<SchemeAt, SchemeAt>,
    /// The row whose sheet says how the year goes, for a row that stays.
    monitored_by: HashMap<SchemeAt, SchemeAt>,
    said: JoinedSheets,
    perhaps: PerhapsSame,
}

impl<'s> Joining<'s> {
    fn of(sources: &'s [SchemeSource]) -> Self {
        Self {
            sources,
            out: BTreeMap::new(),
            of_trackers: BTreeMap::new(),
            stands_for: HashMap::new(),
            monitored_by: HashMap::new(),
            said: JoinedSheets::default(),
            perhaps: PerhapsSame::default(),
        }
    }

    fn join(&mut self, repeated: &Repeated, months: &mut KnownMonths, tables: &[TableRows]) {
        let kept = self.stands_for.get(&repeated.of).copied().unwrap_or(repeated.of);
        if repeated.sameness == Sameness::Perhaps {
            return self.perhaps.note(self.sources, repeated, tables);
        }
        self.said.note(self.sources, repeated);
        let (Some(source), Some(of)) = (self.sources.get(repeated.scheme.0), self.sources.get(kept.0)) else { return };
        let (Some(scheme), Some(stays)) = (source.schemes.get(repeated.scheme.1), of.schemes.get(kept.1)) else {
            return;
        };
        self.stands_for.insert(repeated.scheme, kept);
        let is_left_out = repeated.sameness == Sameness::OtherReference;
        self.out.entry(scheme.at.0).or_default().insert(scheme.at.1, is_left_out);
        let Some((tracker, id)) = source.tracker.zip(scheme.id.clone()).filter(|_| source.is_monitored) else { return };
        if repeated.sameness == Sameness::Part {
            self.of_trackers.entry(tracker).or_default().without_monitoring.insert(id.clone());
            self.give_identifier(kept, id, is_left_out, scheme.at, tables);
            return;
        }
        if of.is_monitored {
            self.monitored_by.entry(kept).or_insert(kept);
        }
        let words = || stays.id.clone().or_else(|| stays.name.as_ref().map(|(name, _)| name.clone()));
        match self.monitored_by.get(&kept).copied() {
            None => {
                self.monitored_by.insert(kept, repeated.scheme);
                self.of_trackers.entry(tracker).or_default().words.extend(words().map(|words| (id, words)));
            }
            Some(by) => {
                let known = self.sources.get(by.0).and_then(|source| source.schemes.get(by.1)?.id.clone());
                let differing = known.map(|known| months.take_over(&known, &id)).unwrap_or_default();
                self.said.note_months(repeated, differing);
                self.of_trackers.entry(tracker).or_default().without_monitoring.insert(id.clone());
                self.give_identifier(kept, id, is_left_out, scheme.at, tables);
            }
        }
    }

    /// Takes out the rows of a sheet that sum up schemes of others.
    fn leave(&mut self, summary: &SummarySheet) {
        let Some(source) = self.sources.get(summary.source) else { return };
        for scheme in summary.rows.iter().filter_map(|(_, row)| source.schemes.get(*row)) {
            self.out.entry(scheme.at.0).or_default().insert(scheme.at.1, false);
            if let Some((tracker, id)) = source.tracker.zip(scheme.id.clone()) {
                self.of_trackers.entry(tracker).or_default().without_monitoring.insert(id);
            }
        }
    }

    /// A scheme that has a number behind its reference, since another sheet was read first, has the reference alone.
    fn give_identifier(
        &mut self,
        kept: SchemeAt,
        id: Box<str>,
        is_left_out: bool,
        at: (usize, u32),
        tables: &[TableRows],
    ) {
        let is_repeated = |(list, row): (usize, u32)| {
            let reference = tables.get(list).and_then(|rows| rows.references.get(row as usize)?.as_ref());
            reference.is_some_and(|reference| reference.repeated.is_some())
        };
        let Some(source) = self.sources.get(kept.0) else { return };
        let Some(stays) = source.schemes.get(kept.1) else { return };
        if is_left_out || !is_repeated(stays.at) || is_repeated(at) {
            return;
        }
        if let Some((tracker, own)) = source.tracker.zip(stays.id.clone()) {
            self.of_trackers.entry(tracker).or_default().renamed.insert(own, id);
        }
    }

    fn apply(&self, tables: &mut [TableRows], months: &KnownMonths) {
        let list = Table::Scheme.column("list");
        let mut lists_left: HashSet<String> = HashSet::new();
        let mut lists_gone: HashSet<String> = HashSet::new();
        for (at, rows) in tables.iter_mut().enumerate() {
            let Some(out) = self.out.get(&at) else { continue };
            for row in rows.given.rows() {
                let lists = if out.contains_key(&row) { &mut lists_gone } else { &mut lists_left };
                lists.extend(list.and_then(|column| rows.given.cell(row, column)).map(str::to_owned));
            }
            rows.reject(&|row| out.get(&row).copied().unwrap_or_default());
            rows.retain(&|row| !out.contains_key(&row));
        }
        for rows in tables.iter_mut().filter(|rows| rows.table == Table::SchemeList && rows.tracker.is_some()) {
            let given = rows.given.clone();
            let gone = lists_without_schemes(&given, &lists_gone, &lists_left);
            rows.retain(&|row| !gone.contains(&row));
        }
        for (list, rows) in tables.iter_mut().enumerate() {
            let Some(of_tracker) = rows.tracker.and_then(|tracker| self.of_trackers.get(&tracker)) else { continue };
            let moved = self.move_months(list, rows, months);
            of_tracker.leave_monitoring(rows, &moved);
            of_tracker.rename(rows);
        }
    }

    /// Gives rows to the line that has nothing like them; gives these rows.
    fn move_months(&self, list: usize, rows: &mut TableRows, months: &KnownMonths) -> HashSet<u32> {
        let mut all = HashSet::new();
        let Some(line) = Table::MonitoredMonth.column("line").filter(|_| rows.table == Table::MonitoredMonth) else {
            return all;
        };
        let renamed = |id: &str| self.of_trackers.values().find_map(|of| of.renamed.get(id));
        for row in rows.given.rows() {
            let Some(moved) = months.moved((list, row)) else { continue };
            all.insert(row);
            rows.given.set(row, line, Some(renamed(&moved.line).unwrap_or(&moved.line).clone()));
            for column in rows.given.columns().to_vec() {
                let is_money = rows.table.columns().get(column).is_some_and(|of| matches!(of.kind, ColumnKind::Money));
                if is_money && !moved.columns.contains(&column) {
                    rows.given.set(row, column, None);
                }
            }
        }
        all
    }
}
