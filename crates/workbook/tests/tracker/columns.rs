//! Columns of awkward meaning: parts of a saving, blocks of variances, short words for actual and forecast, no heading at all.

use crate::support::{Computed, file, loaded, merged, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;

#[test]
fn amounts_under_recurrent_are_no_words_for_it() {
    let rows = [
        "CIP 2026/27",
        "Ref|Scheme|Recurrent £000|Non-recurrent £000|Total £000|FYE £000",
        "E1|One|100|0|100|150",
        "E2|Two|0|60|60|0",
        "|Total|100|60|160|150",
    ];
    let parts = loaded("t.xlsx", sheet("CIP", &rows));
    assert!(parts.report.questions.is_empty(), "{:?}", parts.report.questions);
    assert_eq!(to_look_at(&parts), Vec::<String>::new());
    let columns = ["gross", "full_year_effect", "recurrent"];
    assert_eq!(plan_row(&parts, "schemes", 0, &columns), "100 | 150 | yes");
    assert_eq!(plan_row(&parts, "schemes", 1, &columns), "60 | 0 | no");
    // One that saves both ways cannot be said in one row, and one whose parts are not its total is wrong.
    let rows = rows.map(|row| row.replace("E1|One|100|0|100", "E1|One|100|20|121"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let both = loaded("t.xlsx", sheet("CIP", &rows[..4]));
    assert_eq!(plan_row(&both, "schemes", 0, &columns), "121 | 150 | -");
    let said = to_look_at(&both);
    assert!(said.iter().any(|line| line.contains("cell C3: this scheme saves both recurrently and once")), "{said:?}");
    assert!(
        said.iter().any(|line| line.contains("cell E3: this total is 121, and its parts add up to 120")),
        "{said:?}"
    );
    assert_eq!(said.len(), 2, "{said:?}");
    // Without a unit in the heading its cells say what it is.
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Recurrent|Plan", "E1|One|100|100", "E2|Two|50|60"];
    let told = loaded("t.xlsx", sheet("CIP", &rows));
    assert!(told.report.questions.is_empty(), "{:?}", told.report.questions);
    assert_eq!(plan_row(&told, "schemes", 0, &["gross", "recurrent"]), "100 | -");
    assert!(to_look_at(&told)[0].contains("\"Recurrent\" is left alone: it holds amounts"), "{:?}", to_look_at(&told));
}

fn with_variances(variances: &str) -> [String; 4] {
    [
        "|||PLAN (£k)|||ACTUAL (£k)|||VARIANCE (£k)||".to_owned(),
        "Ref|Scheme name|R/NR|Apr|May|Jun|Apr|May|Jun|Apr|May|Jun".to_owned(),
        format!("E1|Theatres|R|12|12|12|10|10||{variances}|"),
        "E2|Estates|NR|4|4|4|5|5||1|1|".to_owned(),
    ]
}

#[test]
fn a_block_of_variances_is_left_alone_in_one_line() {
    let read = |variances: &str| {
        let rows = with_variances(variances);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        loaded("t.xlsx", merged(sheet("2026-27 CIP", &rows), 0, &[(3, 5), (6, 8), (9, 11)]))
    };
    let right = read("(2)|(2)");
    assert_eq!(to_look_at(&right), Vec::<String>::new());
    assert!(right.report.questions.is_empty(), "{:?}", right.report.questions);
    let text = right.report.text();
    assert!(text.contains("\"VARIANCE (£k) | Apr\" and 2 more columns are left alone"), "{text}");
    assert_eq!(text.matches("what a month differs by follows").count(), 1, "{text}");
    // On the page its months are not asked either.
    assert_eq!(right.report.json()["mapping"][0]["columns"][9]["month"], serde_json::Value::Null);
    let wrong = to_look_at(&read("(2)|(3)"));
    assert_eq!(wrong, ["t.xlsx, cell K3: this variance is -3, and the actual less the plan of its month is -2"]);
}

#[test]
fn short_words_for_what_came_and_what_is_expected_are_known() {
    let rows = [
        "CIP 2026/27 £000||||||||",
        "Ref|Scheme|M1 Plan|M2 Plan|M1 Act|M2 Fcst|YTD Plan|YTD Act|Fcst Outturn",
        "E1|One|10|10|8|9|10|8|17",
    ];
    let short = loaded("M1.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&short), Vec::<String>::new());
    assert_eq!(Computed::of(&short).line("e1"), ["10000", "8000", "-2000", "17000"]);
    let rows = [
        "CIP 2026/27 £000|||Plan||Actual / Forecast|",
        "Ref|Scheme|PYE|Apr|May|Apr Act|May Fcst",
        "E1|One|20|10|10|8|9",
    ];
    let months = loaded("M1.xlsx", merged(sheet("CIP", &rows), 0, &[(3, 4), (5, 6)]));
    assert_eq!(to_look_at(&months), Vec::<String>::new());
    assert_eq!(Computed::of(&months).line("e1"), ["10000", "8000", "-2000", "17000"]);
}

#[test]
fn months_that_do_not_say_what_they_hold_are_one_question() {
    let rows = [
        "CIP 2026/27 £000||||||||",
        "Ref|Scheme|PYE|Apr profile x|May profile x|Jun profile x|Apr other|May other",
        "E1|One|30|10|10|10|1|2",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    let asked: Vec<String> = loaded.report.questions.iter().map(|question| format!("{question:?}")).collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0].contains("What do \\\"Apr profile x\\\" and 2 more columns hold of their months?"), "{asked:?}");
    let said = to_look_at(&loaded);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("\"Apr profile x\" and 2 more columns are left alone"), "{said:?}");
}

#[test]
fn numbers_below_no_heading_are_named() {
    let rows =
        ["Ref|Scheme|PYE £000||FYE £000||", "E1|One|100|55|120|7|", "E2|Two|50|44|60||a note", "|Total|150|99|180|7|"];
    let loaded = loaded("t.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(
        to_look_at(&loaded),
        [
            "t.xlsx, cell D2: column D has no heading: its 3 cells are not read",
            "t.xlsx, cell F2: column F has no heading: its 2 cells are not read",
        ]
    );
    assert!(
        loaded.report.text().contains("cell G3: column G has no heading: its 1 cell is not read"),
        "{}",
        loaded.report.text()
    );
}

#[test]
fn a_name_and_an_amount_are_a_tracker_where_nothing_else_is_there() {
    let rows = ["CIP 2026/27", "Scheme|Saving £000", "Beds|100", "Wards|40", "Total|140"];
    let alone = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(rows_of(&alone, Table::Scheme), 2, "{}", alone.report.text());
    assert_eq!(Computed::of(&alone).figure("schemes.list.cip.gross"), "140000");
    // Beside another sheet it may be a summary of that one, and counts nothing.
    let full = ["CIP 2026/27", "Ref|Scheme|Saving £000|Forecast £000", "C1|Beds|100|90", "C2|Wards|40|40"];
    let both = file("t.xlsx", vec![sheet("Summary", &rows), sheet("CIP", &full)]);
    let both = load(&[both], &Answers::default());
    assert_eq!(rows_of(&both, Table::Scheme), 2);
    // Where every heading has its unit, it is said so.
    let mixed = loaded("t.xlsx", sheet("CIP 2026/27", &["Ref|Scheme|Plan £000|Forecast £m", "C1|Beds|100|0.1"]));
    assert!(mixed.report.text().contains("amounts in the units of their headings"), "{}", mixed.report.text());
}
