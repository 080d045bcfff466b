//! Sheets as people have them: what is read of them, and what is said where that may not be what was meant.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Question, Severity};
use one_plan_workbook::load::load;
use one_plan_workbook::sheet::{Area, Cell, FileKind, SourceFile};
use sheets::{figure, gross, nothing_worse_than_information, of_csv, of_sheets, said, says, schemes, sheet};

#[test]
fn a_heading_without_a_unit_has_that_of_the_note_above_and_not_that_of_another_heading() {
    let loaded = schemes(&[
        "All figures in £m unless stated",
        "Ref|Scheme|List|Gross|Reinvestment (£000)",
        "A1|One|Ours|1.5|250",
        "A2|Two|Ours|0.5|50",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£2,000,000");
    assert_eq!(figure(&loaded, "schemes.list.ours.reinvestment"), "£300,000");
    says(&loaded, Severity::Information, "All figures in £m unless stated", "the unit £m stands above");
}

#[test]
fn a_unit_above_that_no_heading_has_is_a_contradiction_and_the_headings_count() {
    let rows =
        |above: &'static str| [above, "Ref|Scheme|List|Gross (£000)|Reinvestment (£000)", "A1|One|Ours|1500|250"];
    let loaded = schemes(&rows("QIPP 2026/27, £m"));
    assert_eq!(gross(&loaded), "£1,500,000");
    let what =
        "£m stands above the table, and \"Gross (£000)\" and 1 more heading say £000: the unit of the heading counts";
    says(&loaded, Severity::Warning, "QIPP 2026/27, £m", what);
    nothing_worse_than_information(&schemes(&rows("QIPP 2026/27, £000")));
}

#[test]
fn an_amount_without_a_unit_among_different_units_is_not_guessed() {
    let loaded =
        schemes(&["Ref|Scheme|List|Gross (£m)|Reinvestment (£000)|FYE", "A1|One|Ours|1.5|250|2", "A2|Two|Ours|1|5|3"]);
    says(&loaded, Severity::Error, "2", "gives no unit");
    assert_eq!(gross(&loaded), "£2,500,000");
    assert!(loaded.plan.unwrap().schemes.iter().all(|(_, scheme)| scheme.full_year_effect().is_none()));
}

#[test]
fn a_heading_without_a_unit_beside_others_of_one_unit_has_theirs_and_that_is_said() {
    let loaded = schemes(&["Ref|Scheme|List|Gross (£000)|Reinvestment", "A1|One|Ours|100|20"]);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "schemes.list.ours.reinvestment"), "£20,000");
    says(&loaded, Severity::Information, "Reinvestment", "taken in £000");
}

#[test]
fn what_a_number_format_shows_in_thousands_is_what_its_heading_speaks_of() {
    let mut sheet = sheet("Schemes", &["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|5", "A2|Two|Ours|7"]);
    sheet.replace(1, 3, Cell::of_number("1200000", "#,##0,"));
    let loaded = of_sheets(vec![sheet.clone()]);
    assert_eq!(gross(&loaded), "£1,207,000");
    assert!(said(&loaded, Severity::Warning)[0].what.contains("1 cell holds a larger number than it shows"));
    // In pounds there is nothing that could be meant twice.
    sheet.replace(0, 3, Cell::Text("Gross (£)".into()));
    sheet.replace(1, 3, Cell::of_number("1200000", "#,##0,\"k\""));
    let loaded = of_sheets(vec![sheet]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£1,200,007");
}

#[test]
fn totals_are_known_by_their_last_word_and_by_their_sums() {
    let loaded = schemes(&[
        "Ref|Scheme|List|Programme|Gross (£000)",
        "A1|One|Ours|Planned|100",
        "A2|Two|Ours|Planned|200",
        "|Planned care total|||300",
        "A3|Three|Ours|Urgent|300",
        "Urgent sub total||||300",
        "||||600",
        "Grand total||||600",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£600,000");
    // That they agree is no remark; that they were read is said.
    let text = loaded.report.text();
    assert!(text.contains("£600,000 used + £0 left out; 4 total rows are not added."), "{text}");
    // A text file writes numbers as text, and a total may stand alone in its row.
    for total in ["300", "\"£300,000\""] {
        let list = ("scheme_lists.csv", "Name,Year\nOurs,2026/27\n");
        let unit = if total == "300" { "£000" } else { "£" };
        let rows = ["100", "200"].map(|number| if unit == "£" { format!("\"£{number},000\"") } else { number.into() });
        let text = format!("Scheme,List,Gross ({unit})\nOne,Ours,{}\nTwo,Ours,{}\n,,{total}\n", rows[0], rows[1]);
        let loaded = of_csv(&[list, ("schemes.csv", &text)]);
        nothing_worse_than_information(&loaded);
        assert_eq!(gross(&loaded), "£300,000");
        says(&loaded, Severity::Information, total.trim_matches('"'), "taken for a total");
    }
}

#[test]
fn a_total_of_a_pivot_table_repeats_the_names_of_its_rows() {
    let loaded = schemes(&[
        "Scheme|List|Programme|Gross (£000)",
        "One|Ours|Planned|100",
        "Two|Ours|Planned|200",
        "Planned Total|Ours||300",
        "Total|Ours||300",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£300,000");
    says(&loaded, Severity::Information, "Planned Total", "taken for a total");
    // What is called a total and is none counts, and a person is told.
    let loaded = schemes(&["Scheme|List|Gross (£000)", "One|Ours|100", "Planned total|Ours|150"]);
    assert_eq!(gross(&loaded), "£250,000");
    says(&loaded, Severity::Warning, "Planned total", "counts as a row of its own");
    // Nor is the last word of a scheme that has its own reference.
    let loaded = schemes(&["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|100", "A2|Knee, total|Ours|100"]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£200,000");
}

#[test]
fn a_comma_before_decimals_is_never_taken_for_thousands() {
    let list = ("scheme_lists.csv", "Name;Year\nOurs;2026/27\n");
    let continental = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1.234,50\nA2;Two;Ours;1,234\nA3;Three;Ours;1.500\n";
    let loaded = of_csv(&[list, ("schemes.csv", continental)]);
    says(&loaded, Severity::Error, "1.234,50", "a comma before its decimals");
    says(&loaded, Severity::Error, "1,234", "cannot be told");
    says(&loaded, Severity::Error, "1.500", "cannot be told");
    // Semicolons alone make it possible.
    let unclear = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1,234\n";
    says(&of_csv(&[list, ("schemes.csv", unclear)]), Severity::Error, "1,234", "cannot be told");
    // One number that can only be British is enough.
    let british = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1,234\nA2;Two;Ours;\"1,234.5\"\n";
    let loaded = of_csv(&[list, ("schemes.csv", british)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£2,468,500");
}

#[test]
fn footnotes_in_headings_and_years_in_names_of_sheets_do_not_hide_what_they_are() {
    let lines =
        ["Ref.|Scheme*|List (note 1)|Gross saving¹ £000|Reinvest-\nment (£000) †", "A1|One|Ours|100|10", "* estimates"];
    let loaded = of_sheets(vec![sheet("QIPP schemes 26-27", &lines)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£100,000");
    assert_eq!(figure(&loaded, "schemes.list.ours.reinvestment"), "£10,000");
}

#[test]
fn a_column_that_every_row_needs_is_missed_once() {
    let loaded = of_sheets(vec![sheet("Risks 26-27", &["Ref|Likelihood|Consequence", "A1|3|4", "A2|2|5"])]);
    let errors = said(&loaded, Severity::Error);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].what.contains("no heading of this sheet is \"name\""));
    assert!(errors[0].expected.contains("a column with the heading \"name\""), "{}", errors[0].expected);
}

#[test]
fn schemes_without_a_list_are_those_of_the_one_list_there_is() {
    let loaded = of_sheets(vec![sheet("Schemes 26-27", &["Ref|Scheme|Low (£000)", "A1|One|100", "A2|Two|20"])]);
    nothing_worse_than_information(&loaded);
    says(&loaded, Severity::Information, "Schemes 26-27", "the rows are those of \"Ours\", the only one");
    let plan = loaded.plan.as_ref().unwrap();
    assert_eq!(plan.written_cell(Table::Scheme, 1, "list").as_deref(), Some("ours"));
}

#[test]
fn rows_are_referred_to_by_number_and_by_names_written_in_other_ways() {
    let programmes = sheet("Programmes", &["No|Programme", "1|Women's & children's", "2|Urgent care"]);
    let lines = [
        "Scheme|List|Programme|Gross (£000)",
        "One|OURS|1|100",
        "Two|ours |Women’s and Children’s|20",
        "Three|Ours|WOMENS & CHILDRENS|3",
    ];
    let loaded = of_sheets(vec![programmes, sheet("Schemes", &lines)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "schemes.list.ours.programme.1"), "£123,000");
    // Also where no sheet holds the programmes.
    let lines = ["Scheme|List|Programme|Gross (£000)", "One|Ours|Mum & baby|100", "Two|Ours|Mum and baby|20"];
    let loaded = schemes(&lines);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "schemes.list.ours.programme.mum-baby"), "£120,000");
}

#[test]
fn words_of_a_merged_cell_are_those_of_each_of_its_rows_and_its_amount_counts_once() {
    let lines = ["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|100", "A2|Two||", "A3|Three||20", "A4|Four|Ours|3"];
    let mut sheet = sheet("Schemes", &lines);
    let area = |column, last_row| Area { first_row: 1, first_column: column, last_row, last_column: column };
    sheet.merged = vec![area(2, 3), area(3, 2)];
    let loaded = of_sheets(vec![sheet]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£123,000");
    assert_eq!(loaded.plan.unwrap().schemes.len(), 4);
}

#[test]
fn yes_and_no_may_be_said_in_the_words_of_the_heading() {
    let loaded = schemes(&[
        "Scheme|List|Gross (£000)|Rec / NR",
        "One|Ours|100|Recurrent",
        "Two|Ours|20|Non-recurrent",
        "Three|Ours|3|Rec",
        "Four|Ours|3|non recurring",
    ]);
    nothing_worse_than_information(&loaded);
    let recurrent: Vec<Option<bool>> =
        loaded.plan.unwrap().schemes.iter().map(|(_, scheme)| scheme.recurrent()).collect();
    assert_eq!(recurrent, [Some(true), Some(false), Some(true), Some(false)]);
}

#[test]
fn data_of_patients_and_files_of_contract_monitoring_are_said_to_be_what_they_are() {
    let loaded = schemes(&["Scheme|List|Gross (£000)|NHS number|DOB", "One|Ours|100|943 476 5919|01/02/1949"]);
    assert_eq!(gross(&loaded), "£100,000");
    says(&loaded, Severity::Warning, "NHS number, DOB", "data of patients");
    assert!(!format!("{:?}{:?}", loaded.plan, loaded.report).contains("476"));
    let monitoring =
        "FINANCIAL_MONTH,ORGANISATION_IDENTIFIER_(CODE_OF_COMMISSIONER),CONTRACT_MONITORING_PLANNED_PRICE\n1,Q99,5\n";
    let loaded = of_csv(&[("iap.csv", monitoring)]);
    assert!(loaded.plan.is_none());
    assert!(said(&loaded, Severity::Warning)[0].what.contains("indicative activity plan"));
}

#[test]
fn two_tables_one_below_the_other_are_two() {
    let loaded = schemes(&[
        "Ref|Scheme|List|Gross (£000)",
        "A1|One|Ours|100",
        "",
        "A2|Two|Ours|20",
        "Total|||120",
        "",
        "Risks",
        "Ref|Risk|Likelihood|Consequence",
        "R1|Winter|4|5",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£120,000");
    let plan = loaded.plan.unwrap();
    assert_eq!((plan.schemes.len(), plan.risks.len()), (2, 1));
    let place = loaded.origins[&Table::Risk][0].unwrap();
    assert_eq!((place.sheet, place.row), (Some(1), Some(8)));
}

#[test]
fn an_amount_that_says_its_unit_itself_is_read_in_it() {
    let loaded =
        schemes(&["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|£1.2m", "A2|Two|Ours|(£50k)", "A3|Three|Ours|7"]);
    assert_eq!(gross(&loaded), "£1,157,000");
    nothing_worse_than_information(&loaded);
    // Nothing else says a unit: the amounts say it, and one that says none is refused with what is missing.
    let loaded = schemes(&["Ref|Scheme|List|Gross|Reinvestment", "A1|One|Ours|£1.2m|", "A2|Two|Ours|£300k|20"]);
    assert_eq!(gross(&loaded), "£1,500,000");
    says(&loaded, Severity::Error, "20", "gives no unit");
}

#[test]
fn schemes_are_described_in_the_words_of_trackers_too() {
    let loaded = schemes(&[
        "Ref|Scheme|List|Gross (£000)|Status|Risk|R / NR|Stage of development",
        "A1|One|Ours|1|Delivered|M|NR|Fully developed plan",
        "A2|Two|Ours|1|Not started|Red|R|Idea",
    ]);
    nothing_worse_than_information(&loaded);
    says(&loaded, Severity::Information, "Delivered", "1 cell holds \"Delivered\", and that is read as \"made\"");
    says(&loaded, Severity::Information, "Fully developed plan", "read as \"fully-developed\"");
    let plan = loaded.plan.as_ref().unwrap();
    let row = |row| ["status", "risk", "recurrent", "development"].map(|of| plan.written_cell(Table::Scheme, row, of));
    assert_eq!(row(0).map(Option::unwrap), ["made", "medium", "no", "fully-developed"]);
    assert_eq!(row(1).map(Option::unwrap), ["no-progress", "high", "yes", "opportunity"]);
}

#[test]
fn a_hidden_column_with_old_numbers_gives_way_to_the_visible_one() {
    let rows = ["Ref|Scheme|List|Gross (£000)|Gross saving (£000)", "A1|One|Ours|90|100", "A2|Two|Ours|40|50"];
    let mut old = sheet("Schemes", &rows);
    old.hidden_columns = vec![3];
    let loaded = of_sheets(vec![old]);
    assert_eq!(gross(&loaded), "£150,000");
    says(&loaded, Severity::Error, "Gross (£000)", "an earlier column");
}

#[test]
fn kinds_of_organisations_are_said_in_the_words_of_registers() {
    let rows = ["Organisation|Kind", "Valley|NHS Foundation Trust", "Vale|ICB", "Hill|Acute"];
    let loaded = of_sheets(vec![sheet("Organisations", &rows)]);
    says(&loaded, Severity::Error, "Acute", "is not one of the words");
    let plan = loaded.plan.as_ref().unwrap();
    let kind = |row| plan.written_cell(Table::Organisation, row, "kind");
    assert_eq!(
        [kind(0), kind(1), kind(2)],
        [Some("foundation-trust".into()), Some("integrated-care-board".into()), None]
    );
}

#[test]
fn a_sheet_with_headings_that_any_report_has_is_asked_about_and_never_taken_for_a_table() {
    let sheets: [(&str, &[&str], Table); 6] = [
        ("Summary", &["Savings £000||", "Trust|Plan|FOT", "Valley|300|290", "Hill|120|120"], Table::ProviderBeds),
        ("RTT waiting list", &["Provider|Now|Plan", "Valley|30000|28000"], Table::ProviderBeds),
        ("WTE by trust", &["Trust|Plan|Actual|Vacancy", "Valley|300|280|20"], Table::ProviderBeds),
        ("Bridge", &["£000|", "Name|Gross", "Opening plan|300", "Closing|290"], Table::BudgetLine),
        ("Trend", &["£000||", "Year|Organisation|Outturn", "2025/26|Valley|320"], Table::SavingsDelivery),
        ("Position", &["£000||", "Year|Organisation|Requirement", "2025/26|Valley|320"], Table::SavingsDelivery),
    ];
    for (name, lines, table) in sheets {
        let loaded = of_sheets(vec![sheet(name, lines)]);
        assert_eq!(loaded.plan.as_ref().map_or(0, |plan| plan.row_count(table)), 0, "{name}");
        says(&loaded, Severity::Information, name, "any report has");
        let asked = loaded.report.questions.iter().any(|question| {
            matches!(question, Question::Sheet { name: of, candidates, is_pressing: true, .. }
                if of == name && *candidates == [table])
        });
        assert!(asked, "{name}: {:#?}", loaded.report.questions);
        // Who says that it is one has it read.
        let mut answers = Answers::default();
        answers.say_sheet(name, Some(table));
        let sheets = vec![sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]), sheet(name, lines)];
        let file = SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
        assert!(load(&[file], &answers).plan.unwrap().row_count(table) > 0, "{name}");
    }
    // One heading that hardly anything else has is enough, and so is the name of the table beside a year.
    for (name, lines) in
        [("Summary", ["Trust|Beds now|Plan", "Valley|300|290"]), ("Beds 26-27", ["Trust|Now|Plan", "Valley|300|290"])]
    {
        let loaded = of_sheets(vec![sheet(name, &lines)]);
        assert_eq!(loaded.plan.unwrap().row_count(Table::ProviderBeds), 1, "{name}");
    }
}

#[test]
fn numbers_below_a_heading_of_names_are_no_names_where_words_stand_beside_them() {
    let lines = ["Budget 2026/27 £000|", "Line|Budget", "Acute|400", "Community|150", "Total|550"];
    let plan = || sheet("Plan", &["Title|System|First year|Last year|Base year", "P|S|2026/27|2026/27|2025/26"]);
    let loaded = of_sheets(vec![plan(), sheet("Budget lines", &lines)]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::BudgetLine), 0);
    says(&loaded, Severity::Error, "Budget", "below it are only numbers");
    let name_of = |at: &usize| Table::BudgetLine.columns()[*at].name;
    let asked: Vec<(&str, Vec<&str>, bool)> = loaded
        .report
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::Column { heading, candidates, is_pressing, .. } => {
                Some((heading.as_str(), candidates.iter().map(name_of).collect(), *is_pressing))
            }
            _ => None,
        })
        .collect();
    assert_eq!(asked, [("Line", vec!["name"], true), ("Budget", vec!["gross"], true)]);
    // Each answer holds, and both make the budget.
    let column = |name: &str| Table::BudgetLine.columns().iter().position(|column| column.name == name);
    let mut answers = Answers::default();
    answers.say_column(Table::BudgetLine, "Line", column("name"));
    let read = |answers: &Answers| {
        let sheets = vec![plan(), sheet("Budget lines", &lines)];
        load(&[SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() }], answers)
    };
    says(&read(&answers), Severity::Error, "Budget", "below it are only numbers");
    answers.say_column(Table::BudgetLine, "Budget", column("gross"));
    let loaded = read(&answers);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "framework.total.gross"), "£550,000");
    // What has no words beside it is called by numbers.
    let loaded = of_sheets(vec![plan(), sheet("Budget lines", &["Budget|Gross £000", "101|400", "102|150"])]);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "framework.total.gross"), "£550,000");
}
