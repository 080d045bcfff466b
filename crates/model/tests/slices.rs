//! What is read and computed in slices is what is read and computed at once, however small the slices.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/plans.rs"]
mod plans;

use one_plan_model::example::{awkward, sized};
use one_plan_model::exchange::{Problem, read_json, read_json_in_slices, write_json, write_json_in_slices};
use one_plan_model::outcome::{Outcome, Seal, compute, compute_in_slices};
use one_plan_model::pace::{InSlices, Pace, Stage};
use one_plan_model::plan::{Plan, Table};
use std::cell::RefCell;

/// The result of work that gives way wherever it can, and how far it said to be.
fn in_slices<T>(work: impl AsyncFnOnce(&Pace<'_>) -> T) -> (T, Vec<Stage>) {
    let stages = RefCell::new(Vec::new());
    let always = |stage| {
        stages.borrow_mut().push(stage);
        true
    };
    let result = {
        let pace = Pace::new(&always);
        let mut slices = InSlices::new(work(&pace));
        let mut count = 0;
        loop {
            if let Some(result) = slices.next() {
                // It gave way each time when it was told to.
                assert_eq!(count, stages.borrow().len());
                break result;
            }
            count += 1;
            // What else runs between two slices changes nothing.
            if count % 64 == 0 {
                compute(&Plan::default());
            }
        }
    };
    (result, stages.into_inner())
}

fn read_slowly(text: &str) -> (Result<Plan, Vec<Problem>>, Vec<Stage>) {
    let (read, stages) = in_slices(async |pace| read_json_in_slices(text, pace).await);
    (read.map(|file| file.plan), stages)
}

/// Everything that an outcome says, in words.
fn words(outcome: &Outcome) -> String {
    let Outcome { .. } = outcome;
    let figures: Vec<_> =
        outcome.figures().map(|(key, value)| (key, value.map_err(|fault| fault.to_string()))).collect();
    format!("{figures:?}{:?}{:?}{:?}", outcome.findings(), outcome.comparisons(), outcome.agreements())
}

fn is_the_same(what: &str, text: &str) {
    let (slowly, stages) = read_slowly(text);
    match (read_json(text.as_bytes()), slowly) {
        (Ok(at_once), Ok(slowly)) => {
            assert_eq!(write_json(&at_once.plan), write_json(&slowly), "{what}");
            let (written, stages) = in_slices(async |pace| write_json_in_slices(&slowly, pace).await);
            assert_eq!(written, write_json(&slowly), "{what}");
            let rows: usize = Table::ALL.iter().map(|table| slowly.row_count(*table)).sum();
            assert!(stages.len() > rows / 256, "{what}: {rows} rows were written in {} parts", stages.len());
            let (seal, _) = in_slices(async |pace| Seal::in_slices(&slowly, pace).await);
            assert_eq!(seal, Seal::of(&slowly), "{what}");
            let (outcome, stages) = in_slices(async |pace| compute_in_slices(&slowly, pace).await);
            assert_eq!(words(&compute(&at_once.plan)), words(&outcome), "{what}");
            let ran = stages.iter().filter_map(|stage| match stage {
                Stage::Computing { done, of } => Some((*done, *of)),
                _ => None,
            });
            let ran: Vec<_> = ran.collect();
            assert!(ran.len() > 20 && ran.last().is_some_and(|(done, of)| done == of), "{what}: {ran:?}");
        }
        (Err(at_once), Err(slowly)) => assert_eq!(at_once, slowly, "{what}"),
        (at_once, slowly) => panic!("{what}: {:?} at once, {:?} in slices", at_once.is_ok(), slowly.is_ok()),
    }
    let bytes: Vec<usize> = stages
        .iter()
        .filter_map(|stage| if let Stage::Reading { done, .. } = stage { Some(*done) } else { None })
        .collect();
    assert!(bytes.is_sorted() && bytes.iter().all(|done| *done <= text.len()), "{what}: {bytes:?}");
}

#[test]
fn the_published_plans_are_the_same() {
    for name in plans::PLANS {
        is_the_same(name, std::str::from_utf8(&plans::bytes(name)).unwrap());
    }
}

#[test]
fn a_large_plan_is_the_same_also_with_its_rows_out_of_order() {
    let text = sized(3_000);
    is_the_same("a plan of 3,000 schemes", &text);
    let (_, stages) = read_slowly(&text);
    let read = stages.iter().filter(|stage| matches!(stage, Stage::Reading { .. })).count();
    assert!(read > text.len() / 100_000, "{} bytes were read in {read} parts", text.len());
}

#[test]
fn files_that_are_refused_are_refused_in_the_same_words() {
    let row = |cells: &str| format!(r#"{{"id": "a", "name": "A", {cells}}}"#);
    for (what, text) in [
        ("a column that is not there, very often", awkward::copies("schemes", r#"{"x":1}"#, 5_000)),
        ("an id that is used again", awkward::copies("settings", r#"{"id":"a","name":"A"}"#, 3_000)),
        ("rows that are no objects", awkward::copies("schemes", "[1, {\"a\": []}]", 20)),
        ("a row that is not there", awkward::copies("big_tickets", &row(r#""programme": "p""#), 30)),
        ("a table that is not there", awkward::copies("progammes", &row(r#""x": [1, 2]"#), 3_000)),
        ("a text with a line's end in it", awkward::copies("schemes", "{\"id\": \"é\\u0041\"}", 3)),
    ] {
        is_the_same(what, &text);
    }
}

/// A file that is cut or changed stops to be JSON where the JSON library says so, in one go over all of it.
#[test]
fn a_file_that_is_no_json_is_refused_where_the_json_library_would() {
    let text = "{\"format\": \"one-plan/1\",\n \"plan\": [ {\"title\": \"T\\u0041é\", \"a\": [1, {}], \"b\": null} ,\n{}],\n\
                \"x\": [], \"programmes\": [1, true, -2.5e3 ], \"\\u00e9\": {\"a\": [ ]}}\n";
    let (mut broken, mut same_words) = (0, 0);
    let mut hold = |text: &str| {
        let Err(error) = serde_json::from_str::<std::collections::BTreeMap<String, serde::de::IgnoredAny>>(text) else {
            return;
        };
        if text.trim().is_empty() {
            return;
        }
        broken += 1;
        let problem = read_json(text.as_bytes()).unwrap_err().remove(0);
        let what = problem.what.clone();
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap();
        // What the file should be is told in words of its own.
        let words = words.replace("a map", "an object in braces");
        // What the library passes over it describes a little less closely than what it reads.
        same_words += usize::from(what.ends_with(&words));
        // In a text that is used the library counts it one place further than in one that is passed over.
        if words.starts_with("control character") {
            return;
        }
        let place = (problem.line.unwrap(), problem.character.unwrap());
        let expected = match (error.line(), error.column()) {
            (line, 0) if line > 1 => (line - 1, text.split('\n').nth(line - 2).unwrap().len() + 1),
            place => place,
        };
        assert_eq!(place, expected, "{text}\n{what}\n{error}");
    };
    for (at, _) in text.char_indices() {
        let (before, after) = text.split_at(at);
        hold(before);
        hold(after);
        for put in ["\"", "{", "}", "[", "]", ",", ":", "\n", "x", "\u{1}", "\\", "é", "0", " ,", "\n\n}"] {
            hold(&format!("{before}{put}{after}"));
            hold(&format!("{before}{put}{}", after.chars().skip(1).collect::<String>()));
        }
    }
    assert!(broken > 3_000 && same_words > broken * 9 / 10, "{same_words} of {broken}");
}
