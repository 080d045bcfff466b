//! A sheet that sums up those of the directorates beside it, whose names and amounts are not quite theirs: its money counts once.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;
use sheets::{nothing_worse_than_information, of_sheets, says, sheet};

const HEADINGS: &str = "Ref|Scheme|Plan|YTD plan|YTD actual|Forecast";
const SURGERY: [&str; 4] = ["CIP 2026/27 M6 £000", HEADINGS, "S1|Theatres|120|60|50|110", "S2|Agency|80|40|40|80"];
const MEDICINE: [&str; 4] = ["CIP 2026/27 M6 £000", HEADINGS, "M1|Beds|240|120|100|200", "M2|Drugs|60|30|30|60"];
const SUPPORT: [&str; 3] = ["CIP 2026/27 M6 £000", HEADINGS, "C1|Radiology|90|45|40|85"];

/// A summary under a heading, beside the sheets of three directorates, before and after them: how many schemes and lines count.
fn read(name: &str, heading: &str, rows: &[&str]) -> (Loaded, usize, usize) {
    let headings = format!("{heading}|Plan|YTD plan|YTD actual|Forecast");
    let summary: Vec<&str> = ["CIP 2026/27 M6 £000", &headings].into_iter().chain(rows.iter().copied()).collect();
    let directorates =
        || vec![sheet("Surgery", &SURGERY), sheet("Medicine", &MEDICINE), sheet("Clinical Support", &SUPPORT)];
    let counted = |loaded: &Loaded| {
        for total in &loaded.report.control {
            assert!(total.whole.adds_up(), "{}: {:?}", total.table.name(), total.whole);
        }
        let plan = loaded.plan.as_ref().unwrap();
        (plan.row_count(Table::Scheme), plan.row_count(Table::MonitoredLine))
    };
    let mut first = vec![sheet(name, &summary)];
    first.extend(directorates());
    let mut last = directorates();
    last.push(sheet(name, &summary));
    let (first, last) = (of_sheets(first), of_sheets(last));
    assert_eq!(counted(&first), counted(&last));
    let (schemes, lines) = counted(&first);
    (first, schemes, lines)
}

#[test]
fn directorates_with_other_words_beside_their_names_are_the_same() {
    for rows in [
        ["Surgery Directorate|200|100|90|190", "Medicine Division|300|150|130|260", "Clinical Support Div|90|45|40|85"],
        [
            "CIP - Surgery|200|100|90|190",
            "Division of Medicine|300|150|130|260",
            "Clinical Support Services|90|45|40|85",
        ],
    ] {
        for heading in ["Directorate", "Scheme"] {
            let (loaded, schemes, lines) = read("Position", heading, &rows);
            assert_eq!((schemes, lines), (5, 5), "{heading}");
            nothing_worse_than_information(&loaded);
            says(&loaded, Severity::Information, "", "3 rows of this sheet, such as");
        }
    }
}

#[test]
fn amounts_that_are_those_of_whole_sheets_are_sums_whatever_they_are_called() {
    let rows = ["Theatres and wards|200|100|90|190", "Flow|300|150|130|260", "CSS|90|45|40|85"];
    for heading in ["Directorate", "Scheme"] {
        let (loaded, schemes, lines) = read("Position", heading, &rows);
        assert_eq!((schemes, lines), (5, 5), "{heading}");
        says(&loaded, Severity::Warning, "", "each of the 3 rows of this sheet, such as \"Theatres and wards\"");
    }
    // One that is no such sum: nothing says that the others are more than chance.
    let rows = ["Theatres and wards|200|100|90|190", "Flow|300|150|130|260", "CSS|91|45|40|85"];
    assert_eq!(read("Position", "Scheme", &rows).1, 8);
    // Two rows that are what two single schemes save may be schemes of their own.
    let rows = ["CSS|90|45|40|85"];
    assert_eq!(read("Position", "Scheme", &rows).1, 6);
}

#[test]
fn a_summary_that_misses_its_schemes_is_said_with_both_amounts() {
    let rows = ["Surgery|201|100|90|191", "Medicine|300|150|130|260", "Clin. Support|91|45|40|86"];
    for (heading, schemes) in [("Directorate", 5), ("Scheme", 5)] {
        let (loaded, found, lines) = read("Summary", heading, &rows);
        assert_eq!((found, lines), (schemes, 5), "{heading}");
        says(&loaded, Severity::Warning, "", "2 rows sum up programmes or sheets");
        says(
            &loaded,
            Severity::Warning,
            "",
            "\"Surgery\" is £201,000 here, and £200,000 by its schemes, which count alone",
        );
    }
    // Far from them it may be a target: nothing of it counts, and that is an error.
    let rows = ["Surgery|400|200|90|190", "Medicine|600|300|130|260", "Clinical Support|180|90|40|85"];
    let (loaded, _, lines) = read("Summary", "Directorate", &rows);
    assert_eq!(lines, 5);
    says(&loaded, Severity::Error, "", "3 rows sum up programmes or sheets");
}

#[test]
fn a_summary_without_a_name_that_is_known_is_told_by_what_it_is_together() {
    let rows = ["Theatres|330|165|150|300", "Flow|263|130|110|240"];
    let (loaded, schemes, lines) = read("Summary", "Scheme", &rows);
    // One scheme is called "Theatres" in the sheet of surgery too, with another plan.
    assert_eq!((schemes, lines), (5, 5));
    says(&loaded, Severity::Warning, "", "save £593,000 together, and the schemes of the other sheets £590,000");
    // Half of it may be anything: it counts, and is said.
    let rows = ["Estates|130|65|50|100", "Digital|63|30|10|40"];
    let (loaded, schemes, _) = read("Summary", "Scheme", &rows);
    assert_eq!(schemes, 7);
    says(&loaded, Severity::Warning, "", "2 rows of it with a plan of £193,000 may sum up: that counts beside them");
    // What is of no sheet beside those that are is said where a sheet is left.
    let rows = ["Surgery|200|100|90|190", "Medicine|300|150|130|260", "Unidentified|60|30|0|0"];
    let (loaded, _, lines) = read("Summary", "Directorate", &rows);
    assert_eq!(lines, 6);
    says(&loaded, Severity::Warning, "", "1 row of it with a plan of £60,000 may sum up: that counts beside them");
}

#[test]
fn a_sheet_of_each_division_that_has_a_summary_in_its_title_is_none() {
    let titled = |rows: &[&'static str]| -> Vec<&'static str> {
        ["CIP summary 2026/27 M6 £000"].into_iter().chain(rows[1..].iter().copied()).collect()
    };
    let sheets =
        [("Surgery", titled(&SURGERY)), ("Medicine", titled(&MEDICINE)), ("Clinical Support", titled(&SUPPORT))];
    let loaded = of_sheets(sheets.iter().map(|(name, rows)| sheet(name, rows)).collect());
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 5);
    nothing_worse_than_information(&loaded);
    // Nor is it where a sheet without such a title happens to save as much as one with it.
    let rest = ["CIP 2026/27 M6 £000", HEADINGS, "E1|Estates|110|55|50|100", "E2|Digital|90|45|40|90"];
    let sheets = [("Surgery", titled(&SURGERY)), ("Medicine", titled(&MEDICINE)), ("Corporate", rest.to_vec())];
    let loaded = of_sheets(sheets.iter().map(|(name, rows)| sheet(name, rows)).collect());
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 6);
    nothing_worse_than_information(&loaded);
}
