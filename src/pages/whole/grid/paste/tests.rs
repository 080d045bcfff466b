//! What is pasted is taken, and what is not is told.

use super::super::copy::copied;
use super::super::edits::tests::{open, plan};
use super::super::edits::written;
use super::super::headings::{columns_from, columns_of_headings};
use super::super::proportion::in_proportion;
use super::*;
use one_plan_model::example;
use one_plan_model::exchange::write_json;
use one_plan_model::plan::{ProgrammeSaving, RowType};

/// What is told of cells that are not taken, a line for each.
fn words(problems: &[NotTaken]) -> Vec<String> {
    problems.iter().map(|problem| format!("{}: {}", problem.name, problem.why)).collect()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn a_paste_changes_rows_and_brings_new_ones_and_says_what_it_does_not_take() {
    let (session, table) = (open(&plan()), Table::ProgrammeSaving);
    let before = write_json(session.plan());
    let text = "Acute care\t2012/13\tcommissioner\t£1,234.50\t£000\n\
        a\t2011/12\tprovider\t###\t£m\n\
        a\t2012/13\tprovider\t(12)\t£m\n\
        nobody\t2012/13\tprovider\t3\t£m";
    let (tried, problems) = pasted(&session, table, &[0, 1], &columns_from(table, 0), &rows(text));
    let cells: Vec<_> = problems.iter().map(|problem| problem.cell).collect();
    assert_eq!(cells, [Some((1, 3)), Some((3, 0))], "where each stands, also in a row that is new");
    let problems = words(&problems);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with("row 2, amount: \"###\""), "{problems:?}");
    assert!(problems[1].starts_with("row 4, programme: "), "{problems:?}");
    let changed = session.changed_as_tried(tried, "").session.expect("it is made");
    let amount = usize::from(ProgrammeSaving::amount.position());
    let amounts: Vec<String> = (0..3).map(|row| written(changed.plan(), table, row, amount)).collect();
    assert_eq!(amounts, ["1,234.50", "2", "(12)"]);
    // A saving may be that of no programme: the row comes without the cell, which is told.
    assert_eq!(changed.plan().row_count(table), 4);
    assert_eq!(write_json(changed.undone().expect("it is taken back").plan()), before);
}

#[test]
fn cells_are_copied_with_their_headings_and_paste_back_as_they_were() {
    let (plan, table) = (plan(), Table::ProgrammeSaving);
    let last = table.columns().len() - 1;
    let text = copied(&plan, table, &[0, 1], 0..=last, true);
    assert!(text.starts_with("programme\tyear\tpart\tamount\tunit"), "{text}");
    let session = open(&plan);
    let cells = rows(&text);
    let columns = columns_of_headings(table, &cells[0]).expect("its own headings are known");
    let (tried, problems) = pasted(&session, table, &[0, 1], &columns, &cells[1..]);
    let problems = words(&problems);
    assert_eq!(problems, Vec::<String>::new());
    assert!(session.changed_as_tried(tried, "").session.is_none(), "nothing is otherwise");
}

#[test]
fn a_row_of_headings_says_into_which_columns_the_others_go() {
    let table = Table::Scheme;
    let row = |text: &str| rows(text).remove(0);
    let at = |name: &str| table.column(name);
    // As people head their sheets, in any order; a column without a heading goes nowhere.
    let columns = columns_of_headings(table, &row("Full-year effect\t\tName\tGROSS\tUnit"));
    assert_eq!(columns, Some(vec![at("full_year_effect"), None, at("name"), at("gross"), at("unit")]));
    for no_headings in ["Ward closure\tgross", "Gross\tgross", "Gross", "1\t2"] {
        assert_eq!(columns_of_headings(table, &row(no_headings)), None, "{no_headings}");
    }
    let session = open(&plan());
    let cells = rows("Unit\tNothing\tAmount\n£000\tx\t5");
    assert_eq!(columns_of_headings(Table::ProgrammeSaving, &cells[0]), None, "one of them is no heading");
    let columns = columns_of_headings(Table::ProgrammeSaving, &row("Unit\tAmount")).expect("headings");
    let (tried, problems) = pasted(&session, Table::ProgrammeSaving, &[0, 1], &columns, &rows("£000\t5"));
    let problems = words(&problems);
    assert_eq!(problems, Vec::<String>::new());
    let session = session.changed_as_tried(tried, "").session.expect("it is made");
    let first = [3, 4].map(|column| written(session.plan(), Table::ProgrammeSaving, 0, column));
    assert_eq!(first, ["5", "£000"]);
}

#[test]
fn a_paste_goes_into_the_rows_that_are_seen_and_no_others() {
    let table = Table::Programme;
    let session = open(&example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#));
    // Only the first row is seen: the next line is a row of its own, not one that nobody sees.
    let (tried, problems) = pasted(&session, table, &[0], &columns_from(table, 0), &rows("x\tX\ny\tY"));
    let problems = words(&problems);
    assert_eq!(problems, Vec::<String>::new());
    let session = session.changed_as_tried(tried, "").session.expect("it is made");
    let names: Vec<String> = (0..3).map(|row| written(session.plan(), table, row, 1)).collect();
    assert_eq!(names, ["X", "B", "Y"]);
}

#[test]
fn rows_that_are_pasted_behind_the_last_are_added_with_ids_of_their_names_or_not_at_all() {
    let table = Table::Programme;
    let session = open(&example::plan(r#""programmes": [{"id": "a", "name": "A"}]"#));
    let before = write_json(session.plan());
    // From the name on: a person's sheet has no ids.
    let (tried, problems) = pasted(&session, table, &[], &columns_from(table, 1), &rows("Beds\nA\n####\nBeds"));
    assert_eq!(problems[0].cell, None, "the row is not there");
    let problems = words(&problems);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("row 4, name: \"####\""), "{problems:?}");
    assert!(problems[0].ends_with("the row is not added"), "{problems:?}");
    assert_eq!(&*tried.change().name, "3 of 4 cells pasted into programmes, 3 new rows: name");
    let session = session.changed_as_tried(tried, "").session.expect("it is made");
    let cells: Vec<[String; 2]> = (0..session.plan().store(table).rows())
        .map(|row| [0, 1].map(|column| written(session.plan(), table, row, column)))
        .collect();
    assert_eq!(cells, [["a", "A"], ["beds", "Beds"], ["a-2", "A"], ["beds-2", "Beds"]]);
    assert_eq!(write_json(session.undone().expect("one change").plan()), before);
}

#[test]
fn cells_of_a_row_that_is_not_added_are_none_that_are_taken() {
    let session = open(&plan());
    // The year, which every saving must have, is none: its three other cells do not come either.
    let (tried, problems) = pasted(
        &session,
        Table::ProgrammeSaving,
        &[],
        &columns_from(Table::ProgrammeSaving, 0),
        &rows("a\tnever\tprovider\t3\t£m\na\t2012/13\tprovider\t###\t£m"),
    );
    let problems = words(&problems);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with("row 3, year: ") && problems[0].ends_with("the row is not added"), "{problems:?}");
    assert!(problems[1].starts_with("row 4, amount: "), "{problems:?}");
    assert!(tried.change().name.starts_with("4 of 10 cells pasted"), "{}", tried.change().name);
}

/// Of many cells each may name a row of another table by its name: that is not looked for anew each time.
#[test]
fn many_rows_that_name_others_are_read_in_proportion() {
    let lines = |rows: usize| {
        let lines = (0..rows).map(|row| format!("programme {row}\t2011/12\tprovider\t1\t£m"));
        lines.collect::<Vec<_>>().join("\n")
    };
    in_proportion("rows that name others", 32_000, lines, |text, count| {
        let programmes: Vec<String> =
            (0..count).map(|row| format!(r#"{{"id": "p{row}", "name": "Programme {row}"}}"#)).collect();
        let plan = example::plan(&format!(r#""programmes": [{}]"#, programmes.join(",")));
        let table = Table::ProgrammeSaving;
        let (columns, cells) = (columns_from(table, 0), rows(text));
        let read = Pasting { plan: &plan, table, onto: &[], columns: &columns, cells: &cells }.read();
        assert_eq!((read.come.len(), read.problems.len()), (count, 0));
    });
}
