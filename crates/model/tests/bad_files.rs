//! Bad files: every problem at once, each with its place, and nothing panics.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/proportion.rs"]
mod proportion;

use one_plan_model::exchange::{LARGEST_FILE, Problem, read_json};
use proportion::in_proportion;

const PLAN: &str = r#""plan": [{"title": "T", "system": "S", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11"}]"#;

fn problems(tables: &str) -> Vec<Problem> {
    read_json(format!("{{\"format\": \"one-plan/1\",\n{PLAN},\n{tables}}}").as_bytes()).unwrap_err()
}

fn only(tables: &str) -> Problem {
    let all = problems(tables);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.into_iter().next().unwrap()
}

#[test]
fn wrong_json_says_where() {
    let all = read_json(b"{\"format\": \"one-plan/1\",\n \"plan\": [,]}").unwrap_err();
    assert_eq!((all[0].line, all[0].character), (Some(2), Some(11)));
    assert!(all[0].what.starts_with("The selected file must be a plan file in JSON"), "{}", all[0].what);
}

#[test]
fn empty_files_and_files_that_are_not_text_are_refused_in_words() {
    for bytes in [&b""[..], b"  \n ", "\u{feff}".as_bytes()] {
        assert!(read_json(bytes).unwrap_err()[0].what.contains("empty"));
    }
    assert!(read_json(&[0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]).unwrap_err()[0].what.contains("not text"));
    for text in ["[]", "3", "\"x\"", "null", "true"] {
        assert!(read_json(text.as_bytes()).unwrap_err()[0].what.contains("plan file in JSON"), "{text}");
    }
}

#[test]
fn a_file_of_200_megabytes_is_refused_before_it_is_read() {
    let bytes = vec![b' '; 200 * 1024 * 1024];
    assert!(bytes.len() > LARGEST_FILE);
    let problem = &read_json(&bytes).unwrap_err()[0];
    assert_eq!(problem.what, "The selected file must be smaller than 128 MB; it has 200 MB");
}

#[test]
fn deep_nesting_does_no_harm() {
    let deep = format!(
        "{{\"format\": \"one-plan/1\", {PLAN}, \"programmes\": {}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(!read_json(deep.as_bytes()).unwrap_err().is_empty());
    assert!(!read_json("[".repeat(3_000_000).as_bytes()).unwrap_err().is_empty());
    assert!(!read_json("{\"a\":".repeat(1_000_000).as_bytes()).unwrap_err().is_empty());
}

#[test]
fn unknown_keys_tables_and_formats_are_named() {
    let problem = only(r#""progammes": []"#);
    assert!(problem.what.ends_with("\"progammes\": did you mean \"programmes\"?"), "{}", problem.what);
    assert!(problem.expected.contains("\"programmes\"") && problem.expected.contains("all tables are listed"));
    let problem = only(r#""organisations": [{"id": "a", "name": "A", "kind": "nhs-turst"}]"#);
    assert!(problem.what.ends_with("did you mean \"nhs-trust\"?"), "a word of a column: {}", problem.what);
    let problem = only(r#""Programme": []"#);
    assert!(problem.what.contains("Programme") && problem.expected.contains("\"programmes\""));
    let problem = only(r#""programmes": [{"id": "a", "name": "A", "colour": "red"}]"#);
    assert_eq!(problem.path(), "programmes[1].colour");
    assert!(!problem.what.contains("did you mean"), "no likeness is guessed: {}", problem.what);
    assert_eq!(problem.line, Some(3));
    let all = read_json(format!("{{\"format\": \"two-plan/9\", {PLAN}}}").as_bytes()).unwrap_err();
    assert!(all[0].what.contains("two-plan/9"));
    let all = read_json(format!("{{{PLAN}}}").as_bytes()).unwrap_err();
    assert!(all[0].what.contains("does not say which format"));
}

#[test]
fn unknown_years_and_organisations_are_named() {
    let row = |year: &str| {
        format!(r#""programme_savings": [{{"year": "{year}", "part": "provider", "amount": "1", "unit": "£m"}}]"#)
    };
    assert!(only(&row("2011/13")).what.contains("second part"));
    assert!(only(&row("11/12")).what.contains("not a financial year"));
    let problem = only(r#""organisations": [{"id": "a", "name": "A", "kind": "other", "parent": "nowhere"}]"#);
    assert!(problem.what.contains("\"organisations\" has no row \"nowhere\""), "{}", problem.what);
}

#[test]
fn numbers_are_text_and_nothing_is_guessed() {
    let saving = |amount: &str, unit: &str| {
        format!(
            r#""programme_savings": [{{"year": "2011/12", "part": "provider", "amount": {amount}, "unit": "{unit}"}}]"#
        )
    };
    assert!(only(&saving("\"ten\"", "£m")).what.contains("not a number: \"ten\""));
    assert!(only(&saving("13.1", "£m")).what.contains("may have lost digits"));
    assert!(only(&saving("1e3", "£m")).what.contains("may have lost digits"));
    assert!(only(&saving("9007199254740993", "£")).what.contains("may have lost digits"));
    assert!(read_json(format!("{{\"format\": \"one-plan/1\", {PLAN}, {}}}", saving("13", "£m")).as_bytes()).is_ok());
    let digits = only(&saving(&format!("\"{}\"", "9".repeat(100_000)), "£"));
    assert!(digits.what.contains("more than 15 digits") && digits.what.len() < 200);
    assert!(only(&saving("\"999999999999999\"", "£m")).what.contains("larger than the model can hold"));
    // A unit that is not one: it is named, and so is the amount that needs it.
    assert_eq!(problems(&saving("\"13\"", "pounds")).len(), 2);
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_file() {
    let all = problems(
        r#""programmes": [{"id": "Acute Care", "name": "A"}, {"name": "B"}, 7, {"id": "c", "id": "c", "name": "C"}],
"schemes": [{"id": "x", "name": "X", "list": "none", "gross": "many", "unit": "£"}]"#,
    );
    let paths: Vec<String> = all.iter().map(Problem::path).collect();
    assert_eq!(
        paths,
        [
            "programmes[1].id",
            "programmes[2].id",
            "programmes[3]",
            "programmes[4].id",
            "schemes[1].list",
            "schemes[1].gross"
        ]
    );
    assert!(all.windows(2).all(|pair| (pair[0].line, pair[0].character) <= (pair[1].line, pair[1].character)));
    for problem in &all {
        assert!(!problem.what.is_empty() && !problem.expected.is_empty(), "{problem:?}");
    }
}

#[test]
fn a_double_id_names_the_first_row() {
    let problem = only(r#""programmes": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]"#);
    assert_eq!(problem.path(), "programmes[2].id");
    assert!(problem.what.contains("already used in row 1"));
}

#[test]
fn a_plan_needs_one_row_and_years_in_order() {
    let all = read_json(br#"{"format": "one-plan/1"}"#).unwrap_err();
    assert!(all[0].what.contains("no table \"plan\""));
    let years = PLAN.replace("2014/15", "2009/10");
    let all = read_json(format!("{{\"format\": \"one-plan/1\", {years}}}").as_bytes()).unwrap_err();
    assert!(all[0].what.contains("lies before the first year"));
    let years = PLAN.replace("2014/15", "2199/00");
    let all = read_json(format!("{{\"format\": \"one-plan/1\", {years}}}").as_bytes()).unwrap_err();
    assert!(all[0].expected.contains("at most 30 years"));
}

#[test]
fn what_cells_mean_is_asked_whatever_is_wrong_with_others() {
    let paths = |file: &str| {
        let all = read_json(format!("{{\"format\": \"one-plan/1\", {file}}}").as_bytes()).unwrap_err();
        all.iter().map(|problem| format!("{} {}", problem.path(), problem.what)).collect::<Vec<_>>()
    };
    let years = r#""first_year": "2014/15", "last_year": "2009/10", "base_year": "2010/11""#;
    let found = paths(&format!(r#""plan": [{{"title": "T", {years}, "colour": "red"}}]"#));
    let holds = |found: &[String], start: &str| found.iter().any(|one| one.starts_with(start));
    assert!(holds(&found, "plan[1].last_year the last year 2009/10 lies before the first year 2014/15"), "{found:?}");
    assert!(holds(&found, "plan[1].colour") && holds(&found, "plan[1].system") && found.len() == 3, "{found:?}");
    // Beside what is wrong in other tables too, and with a value that no rule can use.
    let found = paths(&format!(
        r#""plan": [{{"title": "T", "system": "S", {years}}}], "settings": [{{"id": "list", "name": "L"}}], "wards": []"#
    ));
    assert!(holds(&found, "plan[1].last_year") && holds(&found, "settings[1].id") && found.len() == 3, "{found:?}");
    // Where a year cannot be read nothing is said of the order, and of what is missing nothing twice.
    let unread = years.replace("2009/10", "soon");
    let found = paths(&format!(r#""plan": [{{"title": "T", "system": "S", {unread}}}]"#));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(paths(r#""plan": 7"#).len(), 1);
    assert_eq!(paths(r#""wards": []"#).len(), 2);
    assert_eq!(paths(r#""plan": [7]"#).len(), 1);
}

#[test]
fn thousands_of_problems_are_counted_not_listed() {
    let rows: Vec<String> = (0..5_000).map(|_| "{}".to_owned()).collect();
    let all = problems(&format!("\"programmes\": [{}]", rows.join(",")));
    assert_eq!(all.len(), 1_001);
    assert!(all[1_000].what.contains("further problems"));
}

#[test]
fn parts_of_parts_of_parts_are_refused() {
    let lists = |parents: &[(&str, &str)]| {
        let rows: Vec<String> = parents
            .iter()
            .map(|(id, parent)| {
                let parent = if parent.is_empty() { String::new() } else { format!(r#", "parent": "{parent}""#) };
                format!(r#"{{"id": "{id}", "name": "N", "year": "2011/12"{parent}}}"#)
            })
            .collect();
        format!(r#""scheme_lists": [{}]"#, rows.join(","))
    };
    let deep: Vec<(String, String)> =
        (0..100).map(|at| (format!("l{at}"), if at == 0 { String::new() } else { format!("l{}", at - 1) })).collect();
    let deep: Vec<(&str, &str)> = deep.iter().map(|(id, parent)| (id.as_str(), parent.as_str())).collect();
    assert!(problems(&lists(&deep)).iter().all(|problem| problem.what.contains("nested more than")));
    let point = |id: &str, whole: &str| format!(r#"{{"id": "{id}", "name": "N"{whole}}}"#);
    let [x, y, z] =
        [("x", ""), ("y", r#", "part_of": "x""#), ("z", r#", "part_of": "y""#)].map(|(id, of)| point(id, of));
    let all = problems(&format!(r#""points_of_delivery": [{x}, {y}, {z}]"#));
    assert_eq!(all.len(), 1);
}

#[test]
fn plans_whose_combinations_do_not_fit_are_refused_in_words() {
    let rows = |count: usize| {
        let rows: Vec<String> = (0..count).map(|at| format!(r#"{{"id": "r{at}", "name": "N"}}"#)).collect();
        rows.join(",")
    };
    let problem = only(&format!(r#""settings": [{}], "points_of_delivery": [{}]"#, rows(2_000), rows(2_000)));
    assert!(problem.what.contains("4000000 combinations"), "{}", problem.what);
}

/// Where a problem stands on a line is not looked for from the beginning of the line each time.
#[test]
fn many_problems_on_one_long_line_take_time_in_proportion() {
    let file = |size: usize| {
        let rows: Vec<String> = (0..size).map(|at| format!(r#"{{"id": "p{at}", "name": "N"}}"#)).collect();
        let wrong = vec![r#"{"id": "Wrong", "name": "N"}"#; size / 50];
        format!(r#""programmes": [{},{}]"#, rows.join(","), wrong.join(","))
    };
    in_proportion("problems on one line", 50_000, file, |text, size| assert!(problems(text).len() >= size / 50));
}

#[test]
fn values_that_no_rule_can_use_are_refused() {
    let problem = only(r#""settings": [{"id": "list", "name": "List"}]"#);
    assert!(problem.what.contains("cannot have the id \"list\""));
}

/// What stands too often is named at each place where it does.
#[test]
fn what_is_repeated_is_found_at_each_of_its_places() {
    let places = |tables: &str| problems(tables).iter().map(|one| (one.line, one.character)).collect::<Vec<_>>();
    let row = |cells: &str| format!(r#""programmes": [{{"id": "a", "name": "A", {cells}}}]"#);
    // The row begins at character 16 of the third line.
    assert_eq!(places(&row(r#""x": "1", "x": "2""#)), [(Some(3), Some(46)), (Some(3), Some(56))]);
    assert_eq!(places(&row(r#""id": "b", "id": "c""#)), [(Some(3), Some(47)), (Some(3), Some(58))]);
    let three = r#""programmes": [], "programmes": [], "programmes": []"#;
    assert_eq!(places(three), [(Some(3), Some(33)), (Some(3), Some(51))]);
    let formats = r#""format": "a", "format": "b""#;
    assert_eq!(places(formats), [(Some(3), Some(11)), (Some(3), Some(26))]);
}

/// A column stands in a row once, even where there is nothing in it at first; nothing else is wrong with such a row.
#[test]
fn a_column_that_is_empty_at_first_stands_twice_all_the_same() {
    for first in ["null", "\"\"", "\" \""] {
        let problem = only(&format!(r#""programmes": [{{"id": "a", "name": {first}, "name": "A"}}]"#));
        assert_eq!(problem.what, "the column \"name\" stands twice in this row");
    }
}

#[test]
fn a_text_that_cannot_be_read_is_said_in_plain_words() {
    let problem = only(r#""programmes": [{"id": "a", "name": "A", "source": "\ud800"}]"#);
    assert_eq!(problem.what, "this text cannot be read: unexpected end of hex escape");
}

/// A text that is broken off by the end of its line is found on that line.
#[test]
fn the_end_of_a_line_within_a_text_counts_to_that_line() {
    let all = read_json(b"{\"format\": \"one-plan/1\",\n\"pl\nan\": []}").unwrap_err();
    assert_eq!((all[0].line, all[0].character), (Some(2), Some(4)));
}

/// An id that cannot be used is one problem, however many rows refer to it, before or after it; and it must not stand twice
/// either.
#[test]
fn an_id_that_cannot_be_used_is_no_problem_of_the_rows_that_refer_to_it() {
    let schemes =
        r#""schemes": [{"id": "a", "name": "A", "list": "My list"}, {"id": "b", "name": "B", "list": "My list"}]"#;
    let list = r#"{"id": "My list", "name": "L", "year": "2011/12"}"#;
    for tables in [format!(r#"{schemes}, "scheme_lists": [{list}]"#), format!(r#""scheme_lists": [{list}], {schemes}"#)]
    {
        assert_eq!(only(&tables).what, "this cannot be used: \"My list\"");
    }
    let twice = problems(&format!(r#""scheme_lists": [{list}, {list}]"#));
    let last = twice.last().unwrap();
    assert_eq!((twice.len(), last.row), (3, Some(2)));
    assert!(twice.iter().any(|problem| problem.what == "the id \"My list\" is already used in row 1"));
}
