//! What is kept as texts leads to the same plan with the same history.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::session::Session;
use one_plan_model::example;
use one_plan_model::exchange::write_json;
use one_plan_model::pace::{Pace, at_once};
use one_plan_model::plan::{Programme, RowType};

fn rename(row: u32, text: &str) -> Change {
    let column = Programme::name.position();
    let edit = Edit::SetCell { table: Table::Programme, row, column, text: Some(text.into()) };
    Change::new(format!("Name: {text}"), vec![edit])
}

fn entries() -> Vec<Entry> {
    let time: Rc<str> = "2026-11-27T17:10:00.000Z".into();
    let cells = vec![(0, "new".into()), (1, "New".into())];
    let insert = Edit::InsertRows { table: Table::Programme, rows: vec![NewRow { at: 0, cells }] };
    let effect = Effect { figure: "Total savings".into(), before: None, after: Some(Decimal::new(1_250, 2)) };
    vec![
        Entry::Loaded("tracker.xlsx".into(), r#"{"control": [{"table": "schemes", "rowsRead": 3}]}"#.into()),
        Entry::Sealed(r#"{"reproduced": true}"#.into()),
        Entry::Change(rename(0, "A \"quoted\" £ name"), Rc::clone(&time)),
        Entry::Change(rename(1, "B").typed().because("why"), Rc::clone(&time)),
        Entry::Undo,
        Entry::Redo,
        Entry::saved(Some(2)),
        Entry::Effects(2, Rc::new([effect])),
        Entry::Change(Change::new("In", vec![insert]), Rc::clone(&time)),
        Entry::Change(
            Change::new("Out", vec![Edit::RemoveRows { table: Table::Programme, rows: vec![0] }]),
            Rc::clone(&time),
        ),
        Entry::Change(rename(9, "Nowhere"), Rc::clone(&time)),
        Entry::TakeBack(4, Rc::clone(&time)),
        Entry::Reason(1, "because".into()),
        Entry::Undo,
    ]
}

#[test]
fn each_entry_reads_back_as_it_was() {
    for entry in entries() {
        assert_eq!(Entry::read(&entry.to_text()), Some(entry));
    }
    for text in ["", "{}", "[]", r#"{"change": "x"}"#, r#"{"set": ["nowhere", 1, "x", "y"]}"#] {
        assert_eq!(Entry::read(text), None, "{text}");
    }
}

#[test]
fn done_once_more_it_leads_to_the_same() {
    let plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B0"}]"#);
    let journal: Vec<Entry> = entries().iter().map(|entry| Entry::read(&entry.to_text()).unwrap()).collect();
    let mut session = Session::open(plan.clone(), one_plan_model::outcome::compute(&plan), "plan.json");
    for entry in &journal {
        session = match entry {
            // Who opens it again has what was said of its files.
            Entry::Loaded(..) | Entry::Sealed(..) => continue,
            Entry::Change(change, time) => session.changed(change, time).session.unwrap_or(session),
            Entry::TakeBack(number, time) => {
                let change = session.taking_back(*number).unwrap();
                session.changed(&change, time).session.unwrap()
            }
            Entry::Undo => session.undone().unwrap(),
            Entry::Redo => session.redone().unwrap(),
            Entry::Reason(number, reason) => session.because(*number, reason),
            Entry::Effects(..) | Entry::Saved(_) => session,
        };
    }
    let (again, saved) = at_once(Session::replayed(plan, "plan.json", &journal, &Pace::UNBROKEN));
    assert_eq!(write_json(again.plan()), write_json(session.plan()));
    let names = |session: &Session| -> Vec<(u32, String, String)> {
        let steps = session.history().standing().iter();
        steps.map(|step| (step.number, step.name.to_string(), step.reason.to_string())).collect()
    };
    assert_eq!(names(&again), names(&session));
    assert_eq!(again.history().to_redo().map(|step| step.number), session.history().to_redo().map(|step| step.number));
    assert_eq!(saved, Some(2));
    assert_eq!(again.chosen_name(), "tracker.xlsx");
    assert_eq!(again.load_report().unwrap().control[0].rows_read, 3);
    assert_eq!(again.history().standing()[1].effects[0].words(), "from n/a to £12.50");
}

/// A browser asks where to save, and a person goes on meanwhile: what is said to be saved is what was in the file.
#[test]
fn what_was_saved_is_what_stood_in_the_file_and_not_what_stood_when_it_was_noted() {
    let plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}]"#);
    let change = |text: &str| Entry::Change(rename(0, text), "".into());
    let saved = |entry: &str| {
        let journal = [change("B"), change("C"), Entry::read(entry).unwrap()];
        replay(plan.clone(), &journal).saved
    };
    assert_eq!(saved(&Entry::saved(Some(1)).to_text()), Some(1));
    assert_eq!(saved(&Entry::saved(None).to_text()), None, "as it was read");
    assert_eq!(saved(r#"{"saved": 1}"#), Some(2), "an earlier version does not say what was saved");
}
