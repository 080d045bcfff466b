//! Rows that nobody named: totals where their amounts are sums of other rows, schemes where they are not.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::Loaded;
use one_plan_workbook::sheet::{Cell, Sheet};
use std::ops::ControlFlow;

fn of_text(text: &str) -> Loaded {
    let files = [("Tracker 2024-25.csv", text.as_bytes())];
    one_plan_workbook::load::open(&files, &Answers::default(), &mut |_| ControlFlow::Continue(())).loaded
}

/// Reads as a workbook and as a text file, which must give the same; gives the saving of all schemes, and what is said of totals.
fn gross_of(rows: &[&str]) -> (String, usize) {
    let rows: Vec<String> = rows.iter().map(|row| row.replace('|', ",")).collect();
    let text = of_text(&rows.join("\n"));
    let numbers = |text: &str| match text.parse::<f64>() {
        Ok(_) => Cell::of_number(text, "General"),
        Err(_) if text.is_empty() => Cell::Empty,
        Err(_) => Cell::Text(text.into()),
    };
    let cells = rows.iter().map(|row| row.split(',').map(numbers).collect()).collect();
    let workbook = loaded("Tracker 2024-25.xlsx", Sheet::of_rows("Tracker 2024-25", cells));
    let read = |loaded: &Loaded| {
        let gross = Computed::of(loaded).figure("schemes.list.tracker-2024-25.gross");
        (gross, loaded.report.text().matches("it is taken for a total").count())
    };
    assert_eq!(read(&workbook), read(&text), "{}\n{}", workbook.report.text(), text.report.text());
    read(&text)
}

#[test]
fn the_last_row_without_a_name_is_the_total_and_counts_once() {
    let text = "Scheme,Owner,Full year effect (£),2024/25 plan (£),Recurrent?,Start,Status\n\
        Frailty hub,ND,\"£450,000.00\",\"£225,000.00\",Y,Oct-24,In progress\n\
        Falls,ND,\"£320,000.00\",\"£320,000.00\",R,Apr-24,Delivered\n\
        ,,\"£770,000.00\",\"£545,000.00\",,,\n";
    let loaded = of_text(text);
    assert_eq!(Computed::of(&loaded).figure("schemes.list.tracker-2024-25.gross"), "545000");
    let told = loaded.report.text();
    assert!(told.contains("cell C4: the amounts of this row are the sums of the rows above"), "{told}");
    // One pound more, and it is no sum: a scheme that nobody named, as it says.
    let other = of_text(&text.replace("545,000", "545,001"));
    assert_eq!(rows_of(&other, Table::Scheme), 3);
    assert!(
        to_look_at(&other).iter().any(|line| line.contains("neither a reference nor a name")),
        "{:?}",
        to_look_at(&other)
    );
}

#[test]
fn blocks_have_totals_of_their_own_below_or_above_their_rows() {
    let headings = "Programme|Scheme|2024/25 plan £000|Forecast £000|RAG";
    let below = [
        headings,
        "Urgent|Frailty|450|440|",
        "Urgent|Falls|320|320|",
        "Urgent||770|760|",
        "Medicines|Prescribing|510|500|",
        "Medicines||510|500|",
        "||1280|1260|Amber",
    ];
    assert_eq!(gross_of(&below), ("1280000".to_owned(), 3));
    let above = [
        headings,
        "||1280|1260|Amber",
        "Urgent||770|760|",
        "|Frailty|450|440|",
        "|Falls|320|320|",
        "Medicines||510|500|",
        "|Prescribing|510|500|",
    ];
    assert_eq!(gross_of(&above), ("1280000".to_owned(), 3));
    assert_eq!(gross_of(&[above[0], above[2], above[3], above[4]]), ("770000".to_owned(), 1));
    // One of them is no sum of its rows: none is taken for a total. 770 + 450 + 320 + 511 + 510.
    let unlike = [headings, above[2], above[3], above[4], "Medicines||511|500|", above[6]];
    assert_eq!(gross_of(&unlike), ("2561000".to_owned(), 0));
}

#[test]
fn a_row_without_a_name_that_is_no_sum_counts() {
    let headings = "Programme|Scheme|2024/25 plan £000|Forecast £000|Start|RAG";
    // One of its two columns is the sum, and one is not.
    assert_eq!(gross_of(&[headings, "A|One|100|90||", "A|Two|50|50||", "||150|150||"]), ("300000".to_owned(), 0));
    // An amount that stands in no other row is of no sum.
    assert_eq!(gross_of(&[headings, "A|One|100|||", "A|Two|50|||", "||150|20||"]), ("300000".to_owned(), 0));
    // A total does not begin in October.
    assert_eq!(gross_of(&[headings, "A|One|100|||", "A|Two|50|||", "||150||2024-10|"]), ("300000".to_owned(), 0));
    // What is the same as the one row above and has its own colour is a second one like it.
    assert_eq!(gross_of(&[headings, "A|One|100|||Red", "||100|||Red"]), ("200000".to_owned(), 0));
}

#[test]
fn rows_of_a_merged_name_have_that_name() {
    let rows = ["2024/25 £000", "Scheme|Plan|Forecast", "Beds|100|90", "|100|90", "Wards|40|40"];
    let mut tracker = sheet("CIP", &rows);
    tracker.merged =
        vec![one_plan_workbook::sheet::Area { first_row: 2, first_column: 0, last_row: 3, last_column: 0 }];
    let loaded = loaded("t.xlsx", tracker);
    assert_eq!(rows_of(&loaded, Table::Scheme), 3);
    assert_eq!(plan_row(&loaded, "schemes", 1, &["name", "gross"]), "Beds | 100");
}

#[test]
fn sums_of_rows_printed_to_more_places_are_sums() {
    let headings = "Scheme|2024/25 plan £m|Forecast £m";
    // 0.45 + 0.32 + 0.51 = 1.28, printed as 1.3.
    let rows = [headings, "One|0.45|0.4", "Two|0.32|0.3", "Three|0.51|0.5", "|1.3|1.2"];
    assert_eq!(gross_of(&rows), ("1280000".to_owned(), 1));
}

#[test]
fn a_dash_beside_a_full_year_effect_is_nothing_planned() {
    let rows =
        ["Scheme|2024/25 plan £000|Full year effect £000|Start", "Beds|100|200|2024-10", "Clinics|-|(20)|2025-01"];
    let text = rows.map(|row| row.replace('|', ",")).join("\n");
    let read = of_text(&text);
    assert_eq!(plan_row(&read, "schemes", 1, &["gross", "full_year_effect"]), "0 | (20)");
    assert_eq!(Computed::of(&read).figure("schemes.list.tracker-2024-25.gross"), "100000");
    assert!(read.report.text().contains("cell B3: a dash beside a full-year effect says"), "{}", read.report.text());
    // An empty cell, and words that say that it does not apply, leave the plan to what follows from the full-year effect.
    for empty in ["", "n/a"] {
        let read = of_text(&text.replace("Clinics,-", &format!("Clinics,{empty}")));
        assert_eq!(plan_row(&read, "schemes", 1, &["gross"]), "-", "{empty}");
    }
}

#[test]
fn a_row_of_sums_that_were_never_calculated_is_no_scheme() {
    let formula = |of: &str| Cell::UncalculatedFormula(of.into());
    let sums = |begin: &str| {
        let mut tracker = sheet("CIP", &["Scheme|2026/27 plan £000|Forecast £000", "Beds|100|90", "Wards|40|40"]);
        tracker.push_row([Cell::Empty, formula(&format!("{begin}(B2:B3)")), formula(&format!("{begin}(C2:C3)"))]);
        loaded("t.xlsx", tracker)
    };
    let read = sums("SUM");
    assert_eq!(rows_of(&read, Table::Scheme), 2);
    assert_eq!(to_look_at(&read), Vec::<String>::new());
    assert!(read.report.text().contains("formulas that add up others"), "{}", read.report.text());
    // What is worked out otherwise may be a scheme that nobody named.
    assert_eq!(rows_of(&sums("ROUND"), Table::Scheme), 3);
}
