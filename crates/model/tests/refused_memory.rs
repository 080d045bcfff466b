//! A file that is refused takes memory in proportion to its size, however many of its rows are wrong.
//!
//! The memory of the whole program is counted: this file holds one test, so that no other runs beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::example::awkward::copies;
use one_plan_model::exchange::read_json;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many times the size of the file.
const MOST: usize = 20;

#[test]
fn a_refused_file_takes_no_more_than_a_few_times_its_size() {
    let mut wrong = Vec::new();
    for (what, table, row, count) in [
        ("rows that are empty", "schemes", "{}", 1_700_000),
        ("rows of a table without ids that are empty", "activity_changes", "{}", 400_000),
        ("rows that are no objects", "schemes", "1", 600_000),
        ("a column that is not there", "schemes", r#"{"x":1}"#, 150_000),
        ("an id that is used again", "settings", r#"{"id":"a","name":"A"}"#, 60_000),
        ("a row that is not there", "big_tickets", r#"{"id":"a","name":"A","programme":"p"}"#, 40_000),
        ("a number that is none", "rotas", r#"{"id":"a","name":"A","sites":"x"}"#, 40_000),
    ] {
        let text = copies(table, row, count);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let problems = read_json(text.as_bytes()).expect_err(what);
        let most = MEMORY.peak_usage() - before;
        assert!(problems.len() < 1_100, "{what}: {} problems", problems.len());
        println!("{what}: {} kB of file, {} kB of memory", text.len() / 1_000, most / 1_000);
        if most > MOST * text.len() {
            wrong.push(format!("{what}: {} times the size of the file", most / text.len()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
