//! Columns of awkward meaning: parts of a saving, blocks of variances, short words for actual and forecast, no heading at all.

use crate::support::{loaded, merged, sheet, to_look_at};

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
