//! Rows that stand beside the schemes and are none: the target, the gap to it, what is carried over a page, the sum of all.

use crate::support::{Computed, file, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;

const TRACKER: [&str; 11] = [
    "QIPP tracker 2026/27",
    "Ref|Scheme|Programme|PYE £000|FYE £000|Apr plan|Apr actual",
    "A1|One|Planned|120|240|10|9",
    "A2|Two|Planned|60|60|5|5",
    "|Planned total||180|300|15|14",
    "C1|Four|MH|12|24|1|1",
    "|Unidentified|MH|24|24|2|2",
    "|MH total||36|48|3|3",
    "|Overall||216|348|18|17",
    "|Target||300||||",
    "|Gap to target||84||||",
];

fn gross(rows: &[&str]) -> String {
    Computed::of(&loaded("t.xlsx", sheet("QIPP", rows))).figure("schemes.list.qipp.gross")
}

#[test]
fn the_target_and_the_gap_to_it_are_no_schemes() {
    let loaded = loaded("t.xlsx", sheet("QIPP", &TRACKER));
    // One, Two, Four, and what nobody has found yet: it is part of the total.
    assert_eq!(rows_of(&loaded, Table::Scheme), 4, "{}", loaded.report.text());
    assert_eq!(Computed::of(&loaded).figure("schemes.list.qipp.gross"), "216000");
    assert_eq!(plan_row(&loaded, "schemes", 3, &["name", "status", "gross"]), "Unidentified | unidentified | 24");
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let text = loaded.report.text();
    assert!(
        text.contains("cell B10: this row is the target, and no scheme: 300 under \"PYE £000\" is not added"),
        "{text}"
    );
    assert!(
        text.contains("cell B11: this row is the gap to the target, and no scheme: 84 under \"PYE £000\""),
        "{text}"
    );
}

#[test]
fn a_gap_that_is_not_what_the_target_leaves_is_said() {
    for (gap, said) in [("-84", 0), ("85", 1)] {
        let rows = TRACKER.map(|row| row.replace("|Gap to target||84|", &format!("|Variance to target||{gap}|")));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let loaded = loaded("t.xlsx", sheet("QIPP", &rows));
        let found = to_look_at(&loaded);
        assert_eq!(found.len(), said, "{found:?}");
        for line in found {
            assert!(line.contains("this gap is 85, and the target of 300 less the total of 216 is 84"), "{line}");
        }
    }
}

#[test]
fn targets_of_blocks_and_before_the_total_are_none_either() {
    let headings = "Ref|Scheme|2026/27 plan £000|Forecast £000";
    let blocks = [
        headings,
        "A1|One|120|110",
        "|Total A|120|110",
        "|Savings target|150|",
        "|Unidentified gap|30|",
        "B1|Two|60|60",
        "|Total B|60|60",
        "|CIP target 2026/27|90|",
        "|Shortfall against target|(30)|",
        "|Grand total|180|170",
    ];
    assert_eq!(gross(&blocks), "180000");
    assert_eq!(to_look_at(&loaded("t.xlsx", sheet("QIPP", &blocks))), Vec::<String>::new());
    // Before the total, which adds up without it; and in the place of the reference.
    assert_eq!(gross(&[headings, "A1|One|120|110", "Target||150|", "|Total|120|110"]), "120000");
    // What the total counts is a scheme, whatever it is called.
    assert_eq!(gross(&[headings, "A1|One|120|110", "|Target|150|150", "|Total|270|260"]), "270000");
    assert_eq!(gross(&[headings, "A1|One|120|110", "T9|Gap|150|150"]), "270000");
    // Where no total stands, nobody saves by "Target": that is to be looked at.
    let open = loaded("t.xlsx", sheet("QIPP", &[headings, "A1|One|120|110", "|Target|150|150"]));
    assert!(to_look_at(&open).iter().any(|line| line.contains("this row is the target")), "{:?}", to_look_at(&open));
    assert_eq!(rows_of(&open, Table::Scheme), 1);
}

#[test]
fn what_is_unidentified_below_the_total_is_the_gap_where_the_target_says_so() {
    let headings = "Ref|Scheme|2026/27 plan £000|Forecast £000";
    let gap = [headings, "A1|One|120|110", "|Total identified|120|110", "|Unidentified|30|", "|Target|150|"];
    assert_eq!(gross(&gap), "120000");
    // Where a total below counts it, or nothing says that it is the gap, it is a scheme that nobody has found.
    let counted = [headings, "A1|One|120|110", "|Total identified|120|110", "|Unidentified|30|30", "|Total|150|140"];
    assert_eq!(gross(&counted), "150000");
    assert_eq!(gross(&[headings, "A1|One|120|110", "|Total identified|120|110", "|Unidentified|30|"]), "150000");
}

#[test]
fn what_is_carried_to_the_next_page_counts_once() {
    let rows = [
        "CIP 2026/27 £000||",
        "Ref|Scheme|PYE",
        "E1|One|100",
        "E2|Two|60",
        "|Carried forward|160",
        "Ref|Scheme|PYE",
        "|Brought forward|160",
        "E3|Three|40",
        "|Total|200",
    ];
    let carried = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&carried), Vec::<String>::new());
    assert_eq!(Computed::of(&carried).figure("schemes.list.cip.gross"), "200000");
    // What comes from a page that is not here counts where the total counts it, and not where it does not.
    let from_elsewhere = |total: &str| {
        let total = format!("|Total|{total}");
        let rows = ["2026/27 £000", "Ref|Scheme|PYE", "|B/f|160", "E3|Three|40", &total];
        loaded("t.xlsx", sheet("CIP", &rows))
    };
    for (total, figure) in [("200", "200000"), ("40", "40000")] {
        let loaded = from_elsewhere(total);
        assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), figure);
    }
    let left_out = from_elsewhere("40").report.text();
    assert!(
        left_out.contains("the total below adds up without this row: it is no scheme, and its 160 under \"PYE\""),
        "{left_out}"
    );
    // Where the total fits neither way, it counts, and that is to be looked at.
    let open = from_elsewhere("41");
    assert_eq!(rows_of(&open, Table::Scheme), 2);
    assert!(to_look_at(&open).iter().any(|line| line.contains("is called like a sum")), "{:?}", to_look_at(&open));
}

#[test]
fn a_table_of_schemes_has_them_below_its_total_too() {
    let schemes = [
        "Scheme|List|Programme|Gross £000",
        "One|Ours|Urgent|150",
        "Target|Ours|Planned|70",
        "Total|Ours||220",
        "Target|Ours||300",
        "Gap|Ours||81",
    ];
    let lists = sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]);
    let loaded = load(&[file("plan.xlsx", vec![lists, sheet("Schemes", &schemes)])], &Answers::default());
    // What the total counts is a scheme, whatever it is called.
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
    assert_eq!(Computed::of(&loaded).figure("schemes.list.ours.gross"), "220000");
    assert!(loaded.report.text().contains("cell A5: this row is the target, and no scheme: 300 is not added"));
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|line| line.contains("target of 300 less the total of 220 is 80")), "{said:?}");
}
