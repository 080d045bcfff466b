//! How people lay out the rows of a table: totals of parts, names that stand once, cells that belong to no column. Nothing
//! is counted twice, and nothing is left out without a word.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::{Risk, Row, Table};
use one_plan_workbook::issues::{Question, Severity};
use one_plan_workbook::load::Loaded;
use sheets::{figure, gross, nothing_worse_than_information, of_csv, of_sheets, said, says, schemes, sheet};

const PLAN: [&str; 2] = ["Title|System|First year|Last year|Base year", "P|S|2026/27|2026/27|2025/26"];

#[test]
fn totals_of_parts_are_no_lines_of_a_table_whose_rows_need_only_a_name() {
    let loaded = of_sheets(vec![
        sheet("Plan", &PLAN),
        sheet(
            "Budget lines",
            &[
                "Budget|Gross £m",
                "Acute|500.5",
                "Mental health|120",
                "Total healthcare|620.5",
                "Running costs|15",
                "Sub-total other|15",
                "Total|635.5",
                "Reserve|4.5",
                "Total resources|640",
            ],
        ),
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "framework.total.gross"), "£640,000,000");
    says(&loaded, Severity::Information, "Total healthcare", "taken for a total");
    says(&loaded, Severity::Information, "Total resources", "taken for a total");
}

#[test]
fn a_line_that_is_called_like_a_total_and_is_none_counts_and_is_named() {
    let loaded = of_sheets(vec![
        sheet("Plan", &PLAN),
        sheet("Budget lines", &["Budget|Gross £m", "Acute|500", "Other|20", "Total healthcare|600"]),
    ]);
    assert_eq!(figure(&loaded, "framework.total.gross"), "£1,120,000,000");
    says(&loaded, Severity::Warning, "Total healthcare", "called like a total");
    // One that misses its rows by a slip is none, and is said.
    let (gross_of_lines, loaded) = budget(&["Budget|Gross £m", "Acute|500", "Other|20", "Total healthcare|525"]);
    assert_eq!(gross_of_lines, "£520,000,000");
    says(&loaded, Severity::Warning, "Total healthcare", "nearly the sums of the rows above it (2 to 3)");
    // What has its list says enough to be a scheme.
    let loaded = schemes(&["Scheme|List|Gross £m", "Knee|Ours|1", "Total hip replacement|Ours|2"]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£3,000,000");
}

/// The gross budget of some lines, and what was said.
fn budget(lines: &[&str]) -> (String, Loaded) {
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Budget lines", lines)]);
    (figure(&loaded, "framework.total.gross"), loaded)
}

#[test]
fn groups_that_the_total_does_not_count_are_no_lines_whether_their_parts_stand_above_or_below() {
    for lines in [
        ["Acute|600", "Trust A|400", "Trust B|200", "Community|150", "Provider C|100", "Provider D|50", "Total|750"],
        ["Trust A|400", "Trust B|200", "Acute|600", "Provider C|100", "Provider D|50", "Community|150", "Total|750"],
        [
            "Trust A|400",
            "Trust B|200",
            "Acute|600",
            "Provider C|100",
            "Provider D|50",
            "Community|150",
            "Total spent|750",
        ],
        ["Trust A|400", "Trust B|200", "Acute|600", "Provider C|100", "Provider D|50", "Community|150", "|750"],
        ["Total|750", "Acute|600", "Trust A|400", "Trust B|200", "Community|150", "Provider C|100", "Provider D|50"],
        // A group of one line is the same as that line.
        ["Acute|600", "Trust A|400", "Trust B|200", "Community|150", "Provider C|150", "Nothing|0", "Total|750"],
        // A group of groups.
        ["All spent|750", "Acute|600", "Trust A|400", "Site A1|310", "Site A2|90", "Trust B|200", "Prescribing|150"],
    ] {
        let (gross, loaded) = budget(&[&["Budget line|Gross £000"], lines.as_slice()].concat());
        assert_eq!(gross, "£750,000", "{lines:?}");
        let why = if lines[0].starts_with("All") { "the rows below it" } else { "the total counts only these" };
        says(&loaded, Severity::Information, "Acute", why);
        nothing_worse_than_information(&loaded);
    }
}

#[test]
fn a_sum_that_no_total_speaks_of_never_counts_beside_its_parts() {
    let lines = ["Acute|600", "Trust A|400", "Trust B|200", "Community|150", "Provider C|100", "Provider D|50"];
    let (gross, loaded) = budget(&[&["Budget line|Gross £000"], lines.as_slice()].concat());
    assert_eq!(gross, "£750,000");
    says(&loaded, Severity::Warning, "Acute", "the sums of the rows below it (3 to 4), which is hardly chance");
    says(&loaded, Severity::Warning, "Community", "the rows below it (6 to 7)");
    // Most lines are such: what the others are is to be said, and is left out as long.
    let (gross, loaded) = budget(&[&["Budget line|Gross £000"], lines.as_slice(), &["Prescribing|70"]].concat());
    assert_eq!(gross, "£820,000");
    says(
        &loaded,
        Severity::Error,
        "Acute",
        "nothing says whether it is their sum or a row of its own: it is not counted",
    );
    let lines_read = loaded.report.control.iter().find(|total| total.table == Table::BudgetLine).unwrap();
    assert_eq!((lines_read.whole.rows_read, lines_read.whole.rows_used), (7, 5));
    assert!(lines_read.whole.adds_up(), "{:?}", lines_read.whole);
    // Among many others it may be chance, and counts.
    let others = ["Prescribing|70", "Estates|33", "Transport|21", "Research|8", "Pathology|17"];
    let (gross, loaded) = budget(&[&["Budget line|Gross £000"], &lines[..3], &others].concat());
    assert_eq!(gross, "£1,349,000");
    says(&loaded, Severity::Warning, "Acute", "the sums of the rows below it (3 to 4), and it counts beside them");
    // Only the lines have a code.
    let (gross, loaded) = budget(&[
        "Code|Budget line|Gross £000",
        "|Acute|600",
        "A1|Trust A|400",
        "A2|Trust B|200",
        "|Community|150",
        "C1|Provider C|150",
    ]);
    assert_eq!(gross, "£750,000");
    says(&loaded, Severity::Information, "Community", "lacks what each of these has");
    nothing_worse_than_information(&loaded);
    // What has a code of its own is a line.
    let (gross, loaded) = budget(&["Code|Budget line|Gross £000", "A0|Acute|600", "A1|Trust A|400", "A2|Trust B|200"]);
    assert_eq!(gross, "£1,200,000");
    nothing_worse_than_information(&loaded);
}

#[test]
fn a_line_that_happens_to_be_a_sum_and_that_the_total_counts_is_a_line() {
    let (gross, loaded) =
        budget(&["Budget line|Gross £000", "Acute|400", "Community|200", "Prescribing|600", "Total|1200"]);
    assert_eq!(gross, "£1,200,000");
    nothing_worse_than_information(&loaded);
    // A second row like the first, a row of noughts, and a sum in one of two amounts are none.
    for lines in [
        ["Budget line|Gross £000", "Acute|400", "Nothing|0", "Community|400"].as_slice(),
        &["Budget line|Gross £000", "Acute|0", "Nothing|0", "Community|0"],
    ] {
        nothing_worse_than_information(&budget(lines).1);
    }
    let loaded = of_sheets(vec![
        sheet("Plan", &PLAN),
        sheet("Funding", &["Name|Amount £000|Annual saving £000", "One|100|5", "Two|200|5", "Three|300|50"]),
    ]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Funding), 3);
    assert!(
        said(&loaded, Severity::Warning).iter().all(|issue| !issue.what.contains("sums of")),
        "{}",
        loaded.report.text()
    );
}

#[test]
fn a_name_that_stands_once_above_its_total_is_that_of_the_rows_between() {
    let rows = [
        "Provider|POD|Setting|Activity",
        "Northbank|Elective|Acute|10",
        "|Non-elective|Acute|20",
        "|A&E|Acute|30",
        "Northbank Total|||60",
        "Southmoor|Contacts|Community|5",
        "Southmoor Total|||5",
        "Grand Total|||65",
    ];
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Baseline activity", &rows)]);
    nothing_worse_than_information(&loaded);
    says(&loaded, Severity::Information, "Northbank", "2 empty cells");
    let plan = loaded.plan.as_ref().unwrap();
    let providers: Vec<String> = plan
        .baseline_activity
        .iter()
        .map(|(_, row)| {
            row.provider().map_or_else(String::new, |of| plan.organisations.get(of).unwrap().name().to_owned())
        })
        .collect();
    assert_eq!(providers, ["Northbank", "Northbank", "Northbank", "Southmoor"]);
}

#[test]
fn a_name_that_stands_once_without_a_total_is_asked_about() {
    let rows = [
        "Provider|POD|Setting|Activity",
        "Northbank|Elective|Acute|10",
        "|A&E|Acute|30",
        "Southmoor|Contacts|Community|5",
    ];
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Baseline activity", &rows)]);
    says(&loaded, Severity::Warning, "", "those rows are read without it");
    // Where a name stands in several rows, an empty cell says that there is none.
    let rows =
        ["Provider|POD|Setting|Activity", "Northbank|Elective|Acute|10", "Northbank|A&E|Acute|30", "|Day case|Acute|5"];
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Baseline activity", &rows)]);
    nothing_worse_than_information(&loaded);
}

#[test]
fn a_row_of_a_text_with_more_values_than_headings_is_not_read() {
    let text = "Scheme,List,Gross £000,Reinvestment £000\nOne,Ours,1,200,100\nTwo,Ours,50,60\n";
    let loaded = of_csv(&[("scheme_lists.csv", "Name,Year\nOurs,2026/27\n"), ("schemes.csv", text)]);
    says(&loaded, Severity::Error, "100", "more values than there are headings");
    assert_eq!(gross(&loaded), "£50,000");
    // A corrected copy has two columns more, and they are none of the file.
    let copy = "Scheme,List,Gross £000,,Problem; see below,What is expected\nOne,Ours,1,200,a,b\nTwo,Ours,50,,,\n";
    let loaded = of_csv(&[("scheme_lists.csv", "Name,Year\nOurs,2026/27\n"), ("schemes.csv", copy)]);
    assert_eq!(gross(&loaded), "£50,000");
    assert!(loaded.report.issues.iter().all(|issue| !issue.value.contains("Problem")), "{:#?}", loaded.report.issues);
    // The same of a tracker.
    let loaded = of_csv(&[("CIP 2026-27.csv", "Ref,Scheme,PYE £000,FYE £000\nE1,One,1,200,1,500\nE2,Two,50,60\n")]);
    says(&loaded, Severity::Error, "1", "more values than there are headings");
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 1);
}

#[test]
fn cells_without_a_heading_and_numbers_above_the_headings_are_named() {
    let loaded =
        schemes(&["Efficiency schemes||120", "|", "Scheme|List|Gross £m|", "One|Ours|1|0.4", "Two|Ours|2|a note"]);
    says(&loaded, Severity::Warning, "0.4", "column D has no heading: its 2 cells are not read");
    says(&loaded, Severity::Information, "120", "stands above the headings");
    assert_eq!(said(&loaded, Severity::Error).len(), 0);
}

#[test]
fn a_total_in_another_unit_than_its_rows_is_held_against_them() {
    let rows = |total: &str| {
        schemes(&["Scheme|List|Gross|Unit", "One|Ours|1200|£000", "Two|Ours|1.3|£m", &format!("Total||{total}|£000")])
    };
    nothing_worse_than_information(&rows("2500"));
    says(&rows("3000"), Severity::Warning, "3000", "add up to 2500");
}

#[test]
fn risks_and_contracts_are_described_in_the_words_of_the_service() {
    let loaded = of_sheets(vec![
        sheet("Plan", &PLAN),
        sheet("Risks", &["Name|Likelihood|Impact|Residual L|Residual I", "Short|4 - Likely|Catastrophic|2|Minor (2)"]),
        sheet(
            "Contracts",
            &["Name|Provider|Form|Status", "A|N|Aligned payment & incentive (API)|In negotiation", "B|N|PbR|Signed"],
        ),
    ]);
    nothing_worse_than_information(&loaded);
    says(&loaded, Severity::Information, "4 - Likely", "read as \"4\"");
    says(&loaded, Severity::Information, "PbR", "read as \"");
    let risks = &loaded.plan.as_ref().unwrap().risks;
    let counts = |row: Row<'_, Risk>| {
        [row.likelihood(), row.consequence(), row.residual_likelihood(), row.residual_consequence()]
    };
    let counts: Vec<String> = risks
        .iter()
        .flat_map(|(_, row)| counts(row))
        .map(|of| of.unwrap().fixed().value().unwrap().to_string())
        .collect();
    assert_eq!(counts, ["4", "5", "2", "2"]);
    // A number that is not that of its word is neither.
    let loaded = of_sheets(vec![sheet("Risks", &["Name|Likelihood|Impact", "Short|3 - Likely|5"])]);
    says(&loaded, Severity::Error, "3 - Likely", "not a number");
}

#[test]
fn what_refers_to_a_row_that_is_left_out_says_so() {
    let loaded = of_sheets(vec![
        sheet("Schemes", &["Ref|Scheme|List|Gross £m", "S1|One|Theirs|1"]),
        sheet("Milestones", &["Milestone|Due|Scheme", "Go live|30/06/2026|S1"]),
    ]);
    says(&loaded, Severity::Error, "Theirs", "has no row");
    says(&loaded, Severity::Error, "S1", "is not used, because something is wrong with it");
}

#[test]
fn a_row_for_all_of_them_is_a_total_where_it_is_their_sum() {
    let rows = |last: &str| {
        let rows =
            ["Name|Provider|Year|Value £000", "North|Northbank|2026/27|12000", "South|Southmoor|2026/27|8000", last];
        of_sheets(vec![sheet("Plan", &PLAN), sheet("Contracts", &rows)])
    };
    for total in ["|All contracts||20000", "All contracts|||20000", "All|All providers|2026/27|20000"] {
        let loaded = rows(total);
        assert!(said(&loaded, Severity::Error).is_empty(), "{total}: {:#?}", said(&loaded, Severity::Error));
        assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Contract), 2, "{total}");
    }
    // What is no sum of them is a contract that is called so.
    assert_eq!(rows("All age care|Eastmoor|2026/27|5").plan.as_ref().unwrap().row_count(Table::Contract), 3);
}

#[test]
fn schemes_of_the_incentive_for_quality_are_no_savings() {
    let rows =
        ["CQUIN 2026/27", "Scheme|Provider|Weight %|Value £000", "Flu|Northbank|50|100", "Frailty|Northbank|50|100"];
    for name in ["CQUIN schemes", "Schedule"] {
        let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet(name, &rows)]);
        let savings = loaded.plan.as_ref().map_or(0, |plan| plan.row_count(Table::Scheme));
        assert_eq!(savings, 0, "{name}: {}", loaded.report.text());
    }
    // A programme of savings may have one for it.
    let rows = ["QIPP and CQUIN 2026/27", "Ref|Scheme|Plan £000|Forecast £000", "Q1|Flu|100|100"];
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Tracker", &rows)]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 1);
}

#[test]
fn months_as_columns_in_a_sheet_that_is_no_tracker_are_said_with_what_is_needed() {
    let months = "Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar";
    let numbers = ["10"; 12].join("|");
    let lines = [format!("POD|{months}|Total"), format!("Elective|{numbers}|120"), format!("A&E|{numbers}|120")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Phased activity", &lines)]);
    says(&loaded, Severity::Warning, "Apr", "months stand beside one another, in the columns B to M");
    let issue = said(&loaded, Severity::Warning)[0];
    assert!(issue.expected.contains("\"monthly_activity\" (setting, point_of_delivery, month)"), "{}", issue.expected);
    assert_eq!((issue.place.row, issue.place.column), (Some(0), Some(1)));
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Monthly activity", &lines)]);
    says(&loaded, Severity::Error, "Apr", "\"monthly_activity\" cannot be read so");
    // Of a sheet that has headings of its table, once and not month by month; nothing asks which column "Apr" is.
    let lines: Vec<String> = lines.iter().map(|line| format!("Acute|Valley|{line}")).collect();
    let lines: Vec<String> =
        lines.iter().map(|line| line.replace("Acute|Valley|POD", "Setting|Provider|POD")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Monthly activity", &lines)]);
    says(&loaded, Severity::Error, "Apr", "\"monthly_activity\" cannot be read so");
    assert!(loaded.report.left_out().unwrap().contains("sheet or column"), "{:?}", loaded.report.left_out());
    let of_months = loaded.report.issues.iter().filter(|issue| months.split('|').any(|month| issue.value == month));
    assert_eq!(of_months.count(), 1);
    let asked = |heading: &str| {
        let is_asked = |question: &&Question| matches!(question, Question::Column { heading: of, .. } if of == heading);
        loaded.report.questions.iter().filter(is_asked).count()
    };
    assert_eq!((asked("Apr"), asked("Mar"), asked("Total")), (0, 0, 1));
    // Two dates are no year of months.
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Notes", &["What|Apr|May", "Seen|1|2", "Done|1|2"])]);
    nothing_worse_than_information(&loaded);
}

#[test]
fn a_word_over_rows_with_amounts_is_no_row_of_its_own() {
    let contracts = [
        "Contract schedule 2026/27 (£000)",
        "Provider|Base|Form",
        "Acute",
        "Northmere|245000|Block",
        "Southmere|98000|Block",
        "Acute total|343000|",
        "Community",
        "Valley|38500|Block",
        "Community total|38500|",
        "Grand total|381500|",
    ];
    let loaded = of_sheets(vec![sheet("Plan", &PLAN), sheet("Contracts", &contracts)]);
    nothing_worse_than_information(&loaded);
    let plan = loaded.plan.as_ref().unwrap();
    assert_eq!((plan.row_count(Table::Contract), plan.row_count(Table::Organisation)), (3, 3));
    says(&loaded, Severity::Information, "Acute", "it is taken for a heading over them");
    // Without a total of its own its amount may be missing, and that is more than information.
    let (total, loaded) =
        budget(&["Budget|Gross £m", "Acute|", "Northmere|245", "Other|60", "Community|45", "Total|350"]);
    assert_eq!(total, "£350,000,000");
    says(&loaded, Severity::Warning, "Acute", "it is taken for a heading over them");
    // Where nothing stands below it, or hardly any row has its amount, it is a row like the others.
    for rows in [
        &["Budget|Gross £m", "Northmere|245", "Other|60", "Reserve|"][..],
        &["Budget|Gross £m", "Northmere|", "Other|", "Reserve|5"],
        &["Code|Budget|Gross £m", "N1|Northmere|", "N2|Other|60", "N3|Reserve|5"],
    ] {
        let (_, loaded) = budget(rows);
        assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::BudgetLine), 3, "{rows:?}");
    }
}
