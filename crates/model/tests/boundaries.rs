//! Every rule with a threshold: below it, at it, above it; nothing, missing, negative, largest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::example;

/// Baseline and change of one kind of activity, and what the arrow and the percentage are.
fn activity(baseline: &str, change: &str) -> (String, String) {
    let example = example::outcome(&format!(
        r#""settings": [{{"id": "a", "name": "A"}}], "points_of_delivery": [{{"id": "p", "name": "P"}}],
        "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}], "schemes": [{{"id": "s", "name": "S", "list": "l"}}],
        "baseline_activity": [{{"setting": "a", "point_of_delivery": "p", "activity": "{baseline}"}}],
        "activity_changes": [{{"scheme": "s", "setting": "a", "point_of_delivery": "p", "effect": "avoided", "activity": "{change}"}}]"#
    ));
    (example.text("activity.a.p.arrow"), example.text("activity.a.p.change-percent"))
}

#[test]
fn arrows_change_at_the_bands() {
    // Baseline 1,000: the change is tenths of a per cent.
    let cases = [
        ("0", "0"),
        ("4", "0"),    // 0.4 % rounds to no change
        ("5", "1"),    // 0.5 % rounds to 1 %
        ("54", "1"),   // 5.4 % rounds to 5 %
        ("55", "2"),   // 5.5 % rounds to 6 %
        ("154", "2"),  // 15.4 % rounds to 15 %
        ("155", "3"),  // 15.5 % rounds to 16 %
        ("5000", "3"), // 500 %
        ("-4", "0"),
        ("-5", "-1"),
        ("-54", "-1"),
        ("-55", "-2"),
        ("-154", "-2"),
        ("-155", "-3"),
    ];
    for (change, arrow) in cases {
        assert_eq!(activity("1000", change).0, arrow, "change {change}");
    }
}

#[test]
fn a_baseline_of_nothing_has_no_percentage_and_no_arrow() {
    assert_eq!(activity("0", "5"), ("no such figure".to_owned(), "n/a".to_owned()));
    assert_eq!(activity("999999999999999", "999999999999999").1, "1");
}

/// The effect in each year of a scheme with a full-year effect of £12,000.
fn effects(dates: &str) -> [String; 4] {
    let example = example::outcome(&format!(
        r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [{{"id": "s", "name": "S", "list": "l", "full_year_effect": "12", "unit": "£000"{dates}}}]"#
    ));
    ["2011-12", "2012-13", "2013-14", "2014-15"].map(|year| example.text(&format!("scheme.s.part-year.{year}")))
}

#[test]
fn the_part_year_effect_follows_the_months() {
    assert_eq!(effects(""), ["12000", "12000", "12000", "12000"]);
    assert_eq!(effects(r#", "start": "2011-04""#), ["12000", "12000", "12000", "12000"]);
    assert_eq!(effects(r#", "start": "2011-05""#), ["11000", "12000", "12000", "12000"]);
    assert_eq!(effects(r#", "start": "2012-03""#), ["1000", "12000", "12000", "12000"]);
    assert_eq!(effects(r#", "start": "2012-04""#), ["0", "12000", "12000", "12000"]);
    assert_eq!(effects(r#", "start": "2011-10", "end": "2012-09""#), ["6000", "6000", "0", "0"]);
    assert_eq!(effects(r#", "end": "2011-03""#), ["0", "0", "0", "0"]);
    assert_eq!(effects(r#", "start": "2011-10", "recurrent": "no""#), ["6000", "0", "0", "0"]);
    assert_eq!(effects(r#", "start": "2011-10", "recurrent": "yes""#), ["6000", "12000", "12000", "12000"]);
}

#[test]
fn an_end_before_the_start_is_reported_and_saves_nothing() {
    let example = example::outcome(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "s", "name": "S", "list": "l", "full_year_effect": "12", "unit": "£000", "start": "2012-01", "end": "2011-12"}]"#,
    );
    assert!(example.findings.iter().any(|finding| finding.code == "end-before-start"));
    assert_eq!(example.text("scheme.s.part-year.2011-12"), "0");
}

#[test]
fn sums_beyond_what_can_be_held_are_a_finding_and_not_a_wrong_number() {
    let rows: Vec<String> = (0..3)
        .map(|at| format!(r#"{{"id": "s{at}", "name": "S", "list": "l", "gross": "99,999,999,999", "unit": "£m"}}"#))
        .collect();
    let example = example::outcome(&format!(
        r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}], "schemes": [{}]"#,
        rows.join(",")
    ));
    assert_eq!(example.text("schemes.list.l.gross"), "too large");
    assert!(example.findings.iter().any(|finding| finding.code == "figure-too-large"));
}

#[test]
fn rounding_explains_no_more_than_half_a_unit_of_each_printed_figure() {
    // Two amounts printed to 0.1: their sum may lie 0.1 away, and the printed total 0.05 more.
    let verdict = |total: &str| {
        let example = example::outcome(&format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [{{"id": "a", "name": "A", "list": "l", "gross": "1.0", "unit": "£m"}}, {{"id": "b", "name": "B", "list": "l", "gross": "2.0", "unit": "£m"}}],
            "stated": [{{"figure": "schemes.list.l.gross", "value": "{total}", "unit": "£m"}}]"#
        ));
        example.outcome.comparisons().first().unwrap().verdict.word()
    };
    assert_eq!(
        [verdict("3.0"), verdict("3.1"), verdict("3.2"), verdict("2.9"), verdict("2.8")],
        ["exact", "rounding", "differs", "rounding", "differs"]
    );
    assert_eq!(verdict("3.15"), "differs");
    assert_eq!(verdict("3.10"), "rounding");
}

#[test]
fn a_figure_that_cannot_be_computed_fails_the_check() {
    let example = example::outcome(
        r#""cquin_schemes": [{"id": "q", "name": "Q", "year": "2008/09", "eligible_base": "1", "unit": "£m"}]"#,
    );
    assert_eq!(example.text("cquin.total.value"), "not given");
    assert!(example.findings.iter().any(|finding| finding.code == "figure-not-given"));
    assert_eq!(example.outcome.master_check().word(), "failed");
}

#[test]
fn a_list_counts_what_its_parts_change_and_their_ranges() {
    let example = example::outcome(
        r#""settings": [{"id": "a", "name": "A"}], "points_of_delivery": [{"id": "p", "name": "P"}],
        "scheme_lists": [{"id": "whole", "name": "W", "year": "2011/12"},
                         {"id": "one", "name": "O", "year": "2011/12", "parent": "whole"},
                         {"id": "two", "name": "T", "year": "2011/12", "parent": "whole"}],
        "schemes": [{"id": "s", "name": "S", "list": "one", "gross": "2", "low": "1", "high": "3", "unit": "£m"},
                    {"id": "t", "name": "T", "list": "two", "gross": "10", "unit": "£m"}],
        "activity_changes": [
            {"scheme": "s", "setting": "a", "point_of_delivery": "p", "effect": "avoided", "activity": "-5", "cost": "-7", "unit": "£"},
            {"scheme": "t", "setting": "a", "point_of_delivery": "p", "effect": "avoided", "activity": "-6", "cost": "-8", "unit": "£"}]"#,
    );
    assert_eq!(example.text("schemes.list.whole.low"), "11000000");
    assert_eq!(example.text("schemes.list.whole.high"), "13000000");
    assert_eq!(example.text("cost.list.whole.change"), "-15");
    assert_eq!(example.text("activity.list.whole.a.p.change"), "-11");
    assert_eq!(example.text("activity.a.p.change"), "-11");
}

#[test]
fn what_is_not_recurrent_ends_with_its_first_year_or_where_its_end_says() {
    assert_eq!(effects(r#", "recurrent": "no""#), ["12000", "0", "0", "0"]);
    assert_eq!(effects(r#", "recurrent": "no", "start": "2010-12", "end": "2011-11""#), ["8000", "0", "0", "0"]);
}

#[test]
fn cquin_that_is_not_put_back_is_found_line_by_line() {
    let example = example::outcome(
        r#""budget_lines": [{"id": "a", "name": "Acute", "gross": "100", "unit": "£m"}, {"id": "b", "name": "Other", "gross": "50", "unit": "£m"}],
        "budget_movements": [
            {"line": "a", "stage": "deduction", "reason": "cquin", "amount": "-1.5", "unit": "£m"},
            {"line": "b", "stage": "add-back", "reason": "cquin", "amount": "1.5", "unit": "£m"}]"#,
    );
    assert_eq!(example.findings.iter().filter(|finding| finding.code == "cquin-not-put-back").count(), 2);
}

#[test]
fn a_unit_that_does_not_fit_gives_no_verdict() {
    let example = example::outcome(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "5", "unit": "£m"}],
        "stated": [{"figure": "schemes.list.l.gross", "value": "5000000", "unit": "count"}]"#,
    );
    assert_eq!(example.outcome.comparisons().first().unwrap().verdict.word(), "not computed");
    assert!(example.findings.iter().any(|finding| finding.code == "unit-does-not-fit"));
}

#[test]
fn what_is_given_in_vain_is_reported() {
    let codes = |tables: &str| {
        let mut codes: Vec<&str> = example::outcome(tables).findings.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes
    };
    let places = r#""settings": [{"id": "a", "name": "A"}], "points_of_delivery": [{"id": "p", "name": "P"}]"#;
    let baseline = r#"{"setting": "a", "point_of_delivery": "p", "activity": "5"}"#;
    let outlook = r#"{"setting": "a", "point_of_delivery": "p", "activity_percent": "5%"}"#;
    assert_eq!(codes(&format!(r#"{places}, "baseline_activity": [{baseline}]"#)), [""; 0]);
    let both = format!(r#"{places}, "baseline_activity": [{baseline}], "activity_outlook": [{outlook}]"#);
    assert_eq!(codes(&both), ["percentage-in-vain"]);
    assert_eq!(codes(r#""scheme_lists": [{"id": "l", "name": "L", "year": "2035/36"}]"#), ["year-outside-the-plan"]);
}
