use super::support::*;
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;
use one_plan_workbook::sheet::{Area, Cell};

/// A list for a board: two rows of headings, cells that are merged, totals, an error, an old sheet that is hidden.
#[test]
fn a_list_for_a_board() {
    let rows = [
        "QIPP schemes 2026/27||||||",
        "Scheme|||Savings||Risk|Transport",
        "Ref|Scheme name|Programme|Gross £000|Reinvestment £000||Cost of travel £000",
        "A1|Referral advice|Planned care|450|50|High|7",
        "A2|Follow-ups by phone||300|20|Medium|",
        "|Sub total||750|70||",
        "B1|Community beds|Urgent care|x|100|Low|",
        "B2|Unidentified||90|||",
    ];
    let mut board = sheet("Schemes for board", &rows);
    board.replace(6, 3, Cell::Error("#REF!".into()));
    board.merged = vec![
        Area { first_row: 1, first_column: 0, last_row: 1, last_column: 2 },
        Area { first_row: 1, first_column: 3, last_row: 1, last_column: 4 },
        Area { first_row: 1, first_column: 5, last_row: 2, last_column: 5 },
        Area { first_row: 3, first_column: 2, last_row: 4, last_column: 2 },
    ];
    let mut old = sheet("Old 2025/26", &["Ref|Scheme|Gross £000", "Z1|Old scheme|999"]);
    old.is_hidden = true;
    let file = file("b.xlsx", vec![board, old]);
    let loaded = load(&[file], &Answers::default());
    let columns = ["id", "programme", "gross", "reinvestment", "risk", "status"];
    assert_eq!(plan_row(&loaded, "schemes", 0, &columns), "a1 | planned-care | 450 | 50 | high | -");
    // The words of a merged cell are those of all its rows.
    assert_eq!(plan_row(&loaded, "schemes", 1, &columns), "a2 | planned-care | 300 | 20 | medium | -");
    assert_eq!(plan_row(&loaded, "schemes", 2, &columns), "b1 | urgent-care | - | 100 | low | -");
    // What is called "Unidentified" is no scheme that anybody has found.
    assert_eq!(plan_row(&loaded, "schemes", 3, &columns), "b2 | - | 90 | - | - | unidentified");
    assert_eq!(rows_of(&loaded, Table::Scheme), 5);
    let said = to_look_at(&loaded).join("\n");
    for words in [
        "cell G3: \"Transport | Cost of travel £000\" is left alone",
        "sheet \"Old 2025/26\": this sheet is hidden, often because it is old, and its rows count",
        "the sheet shows an error here: #REF!",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert!(loaded.report.text().contains("1 amount cannot be read"), "{}", loaded.report.text());
}

/// On the command line, what is asked is printed with where the answer goes.
#[test]
fn what_is_asked_stands_in_the_text_of_the_report() {
    let unknown = sheet("Monitoring", &["Trust|POD|Volume", "Valley|Elective|12"]);
    let text = loaded("m.xlsx", unknown).report.text();
    assert!(text.contains("question m.xlsx: which table is \"Monitoring\"?"), "{text}");
    assert!(text.contains(r#""sheets": [{"sheet": "Monitoring", "table": "…"}]"#), "{text}");
}
