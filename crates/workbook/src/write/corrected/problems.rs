//! What is to be said of one file: at its cells, and in the list of all of it.

use crate::issues::{Effect, Issue, Severity};
use crate::load::LoadReport;
use crate::sheet::{Sheet, SourceFile, cell_reference};
use std::collections::{BTreeMap, HashMap};

/// The most problems that are listed in a sheet.
const MOST_LISTED: usize = 100_000;

/// The longest text of a person's that is said once more.
const LONGEST_VALUE: usize = 200;

/// How each note begins.
pub const NOTE_BEGINS: &str = "One Plan, ";

/// Everything that is to be said of a file.
pub struct Problems<'a> {
    /// What is said before the list.
    pub said: Vec<String>,
    /// Errors and warnings that are about a cell, by sheet, row and column.
    pub cells: HashMap<usize, BTreeMap<(u32, u32), Vec<Said<'a>>>>,
    /// Everything, worst first.
    pub listed: Vec<Listed>,
}

/// Something that is said at a cell.
pub struct Said<'a> {
    /// What it is.
    pub issue: &'a Issue,
    /// The cell it is about, where that has no place of its own: it is merged with others, or is a row without one.
    pub of: Option<String>,
}

/// A line of the list.
pub struct Listed {
    /// How much it matters.
    pub severity: Severity,
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// The row.
    pub row: Option<u32>,
    /// The cell.
    pub cell: Option<(u32, u32)>,
    /// Where its mark is, or would be.
    pub target: Option<(u32, u32)>,
    /// The table and the column of the plan.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// What was expected.
    pub expected: String,
    /// What became of it.
    pub effect: &'static str,
}

/// What the report says of a file, by its position in the report.
pub fn problems<'a>(file: &SourceFile, position: usize, report: &'a LoadReport) -> Problems<'a> {
    let of_file = || report.refused.iter().chain(&report.issues).filter(|issue| issue.place.file == position);
    let mut cells: HashMap<usize, BTreeMap<(u32, u32), Vec<Said<'a>>>> = HashMap::new();
    let mut listed = Vec::new();
    for issue in of_file() {
        let sheet = issue.place.sheet.and_then(|at| file.sheets.get(at));
        let mark = sheet.zip(issue.place.row).map(|(sheet, row)| place_of_mark(sheet, row, issue.place.column));
        if listed.len() < MOST_LISTED {
            listed.push(Listed {
                severity: issue.severity,
                sheet: sheet.map(|sheet| sheet.name.clone()),
                row: issue.place.row,
                cell: issue.place.row.zip(issue.place.column),
                target: mark.as_ref().map(|(at, _)| *at),
                column: column_words(issue),
                value: shortened(&issue.value),
                what: issue.what.clone(),
                expected: issue.expected.clone(),
                effect: issue.effect.words(),
            });
        }
        if let (Some((shown, of)), Some(at)) = (mark, issue.place.sheet)
            && issue.severity != Severity::Information
        {
            cells.entry(at).or_default().entry(shown).or_default().push(Said { issue, of });
        }
    }
    let count = |severity| of_file().filter(|issue| issue.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Information]
        .map(|severity| counted(count(severity), severity.word()));
    let mut said = vec![
        format!("{} of {}.", counts.join(", "), file.name.rsplit(['/', '\\']).next().unwrap_or_default()),
        "Cells with an error are filled in red, cells with a warning in yellow; a note at each says what is wrong. No value was changed."
            .to_owned(),
        "Mend them and open this file in One Plan again; this sheet is not read.".to_owned(),
    ];
    if of_file().count() > MOST_LISTED {
        said.push(format!("The first {MOST_LISTED} of them are listed."));
    }
    Problems { said, cells, listed }
}

/// The table and the column of the plan that an issue is about; nothing where it is about none.
pub fn column_words(issue: &Issue) -> String {
    let Some((table, column)) = issue.column else { return String::new() };
    match column.and_then(|column| table.columns().get(column)) {
        Some(column) => format!("{}.{}", table.name(), column.name),
        None => table.name().to_owned(),
    }
}

/// The cell at which a mark can be seen, and the one that is meant where that is another.
fn place_of_mark(sheet: &Sheet, row: u32, column: Option<u32>) -> ((u32, u32), Option<String>) {
    let Some(column) = column else {
        // What is about a row stands at its first filled cell.
        let first = (sheet.first_column()..).zip(sheet.cells_of(row));
        let column = first.into_iter().find(|(_, cell)| !cell.is_empty()).map_or(0, |(column, _)| column);
        return ((row, column), Some(format!("row {}", u64::from(row) + 1)));
    };
    let holds = |area: &&crate::sheet::Area| {
        (area.first_row..=area.last_row).contains(&row) && (area.first_column..=area.last_column).contains(&column)
    };
    match sheet.merged.iter().find(holds).map(|area| (area.first_row, area.first_column)) {
        Some(first) if first != (row, column) => (first, Some(cell_reference(row, column))),
        _ => ((row, column), None),
    }
}

/// The note of a cell.
pub fn note_words(all: &[Said<'_>]) -> String {
    let one = |said: &Said<'_>| {
        let issue = said.issue;
        let column = column_words(issue);
        let column = if column.is_empty() { column } else { format!(" in {column}") };
        let of = said.of.as_ref().map(|of| format!(" ({of})")).unwrap_or_default();
        format!(
            "{NOTE_BEGINS}{}{column}{of}: {}\nExpected: {}\nWhat became of it: {}",
            issue.severity.word(),
            shortened(&issue.what),
            shortened(&issue.expected),
            effect_words(issue.effect)
        )
    };
    // More than a few of one cell nobody reads in a note; the list has them all.
    let mut words: Vec<String> = all.iter().take(5).map(one).collect();
    if all.len() > 5 {
        words.push(format!("and {} more; see the list of problems", all.len() - 5));
    }
    words.join("\n\n")
}

/// What became of a cell, in words that stand alone.
pub const fn effect_words(effect: Effect) -> &'static str {
    match effect {
        Effect::Used => "the plan uses it as it is",
        other => other.words(),
    }
}

fn shortened(text: &str) -> String {
    let most = LONGEST_VALUE * 3;
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (count, "information") => format!("{count} for information"),
        (1, noun) => format!("1 {noun}"),
        (count, noun) => format!("{count} {noun}s"),
    }
}
