//! Files that people have and that hold no table of a plan: what they are is said, and what to take instead.

use crate::cells::key_of;
use crate::headings::LAST_ROW_OF_HEADINGS;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};

/// Headings of what is about one patient.
const OF_PATIENTS: [&str; 18] = [
    "nhsnumber",
    "nhsno",
    "patientnhsnumber",
    "patientname",
    "patientid",
    "patientidentifier",
    "localpatientidentifier",
    "hospitalnumber",
    "dateofbirth",
    "dob",
    "personbirthdate",
    "patientpostcode",
    "postcodeofusualaddress",
    "ethniccategory",
    "hospitalproviderspellidentifier",
    "cdsuniqueidentifier",
    "noncdsuniqueidentifier",
    "outpatientattendanceidentifier",
];

/// Headings of files of contract monitoring, which move between providers and commissioners every month.
const OF_CONTRACT_MONITORING: [&str; 5] = [
    "contractmonitoringplannedactivity",
    "contractmonitoringplannedprice",
    "contractmonitoringactualactivity",
    "contractmonitoringactualprice",
    "organisationidentifiercodeofcommissioner",
];

/// Whether a sheet holds data of patients: nothing of it is read.
pub fn holds_patients(sheet: &Sheet) -> bool {
    headings_among(sheet, &OF_PATIENTS).is_some()
}

/// What is to be said of a sheet, whatever table it is taken for.
pub fn issues_of_other_files(sheet: &Sheet, place: Place) -> Vec<Issue> {
    let mut issues = Vec::new();
    if let Some((row, column, headings)) = headings_among(sheet, &OF_PATIENTS) {
        issues.push(Issue {
            severity: Severity::Warning,
            place: place.cell(row, column),
            column: None,
            value: headings.join(", "),
            what: "this file holds data of patients, which no plan needs: these columns are not read, and nothing of them is \
                   kept"
                .to_owned(),
            expected: "a file without patients, such as totals by month, provider and point of delivery; keep to the rules \
                       of your organisation for this one"
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }
    if let Some((row, column, headings)) =
        headings_among(sheet, &OF_CONTRACT_MONITORING).filter(|(_, _, headings)| headings.len() >= 2)
    {
        issues.push(Issue {
            severity: Severity::Warning,
            place: place.cell(row, column),
            column: None,
            value: headings.join(", "),
            what: "these are headings of contract monitoring or of an indicative activity plan, which is not read as it is: it \
                   holds data of patients, or lacks what each row needs"
                .to_owned(),
            expected: "columns FINANCIAL MONTH, FINANCIAL YEAR, ORGANISATION IDENTIFIER (CODE OF PROVIDER) and (CODE OF \
                       COMMISSIONER), POINT OF DELIVERY CODE, and a planned or an actual activity or price; none of patients"
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }
    issues
}

/// The first row with headings of a list, the column of the first, and all of them as they are written.
fn headings_among<'a>(sheet: &'a Sheet, known: &[&str]) -> Option<(u32, u32, Vec<&'a str>)> {
    sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS).find_map(|(row, cells)| {
        let columns = (sheet.first_column()..).zip(cells);
        let found: Vec<(u32, &str)> = columns
            .filter_map(|(column, cell)| match cell {
                Cell::Text(words) if words.len() < 100 && known.contains(&key_of(words).as_str()) => {
                    Some((column, words.trim()))
                }
                _ => None,
            })
            .collect();
        let (column, _) = found.first()?;
        Some((row, *column, found.iter().map(|(_, words)| *words).collect()))
    })
}
