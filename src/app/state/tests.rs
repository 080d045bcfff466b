//! What a person sees after each thing that happens.

use super::*;
use crate::open_file::Progress;
use crate::pages::page_of_table;
use crate::session::{Change, LoadReport};
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::outcome::compute;
use one_plan_model::plan::{Edit, PlanDetails, RowType, Table};
use wasm_bindgen::JsValue;

fn session(title: &str) -> Session {
    let file = format!(
        r#"{{"format": "one-plan/1", "plan": [{{"title": "{title}", "system": "Anywhere",
            "first_year": "2011/12", "last_year": "2011/12", "base_year": "2010/11"}}]}}"#
    );
    let plan = read_json(file.as_bytes()).map(|file| file.plan).unwrap_or_default();
    let outcome = compute(&plan);
    Session::open(plan, outcome, "plan.json")
}

fn started(ticket: u32) -> Action {
    Action::Read(Progress::Started { ticket, name: "plan.json".into(), is_answered: false })
}

fn opened(ticket: u32, title: &str) -> Action {
    Action::Read(Progress::Opened { ticket, session: session(title) })
}

fn refused(ticket: u32) -> Action {
    let problems = vec![Problem::of_file("what", "expected")].into();
    Action::Read(Progress::Refused { ticket, refusal: Refusal { name: "bad.json".into(), problems } })
}

fn after(page: Page, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::new(page, AttrValue::default())), |state, action| state.reduce(action))
}

/// Another title, by its number.
fn titled(number: u32) -> Change {
    let text = Some(format!("Title {number}").into());
    let edit = Edit::SetCell { table: Table::PlanDetails, row: 0, column: PlanDetails::title.position(), text };
    Change::new(format!("Title {number}"), vec![edit])
}

fn changed(number: u32) -> Action {
    Action::Change(titled(number), "2026-11-27T17:10:00.000Z".into())
}

fn plan_of(state: &State) -> Option<String> {
    state.session().map(Session::title)
}

#[test]
fn without_a_plan_there_is_only_the_start() {
    let state = after(Page::Savings, [Action::Arrive(Page::Checks, AttrValue::default())]);
    assert_eq!(state.page(), Page::Start);
}

#[test]
fn an_opened_plan_shows_the_overview_or_the_page_of_the_address() {
    assert_eq!(after(Page::Start, [started(1), opened(1, "A")]).page(), Page::Overview);
    let state = after(Page::Savings, [started(1), opened(1, "A")]);
    assert_eq!(state.page(), Page::Savings);
    let again = state.reduce(started(2)).reduce(opened(2, "B"));
    assert_eq!(again.page(), Page::Overview);
}

/// Answers that cannot be used leave the questions where they are, with why.
#[test]
fn questions_stay_until_something_comes_of_the_answers() {
    let asked = |refused: Option<&str>| Asked {
        name: "tracker.xlsx".into(),
        report: LoadReport::default(),
        session: None,
        refused: refused.map(Into::into),
    };
    let reads = |ticket, refused| Action::Read(Progress::Asked { ticket, asked: asked(refused) });
    let answered = |ticket| Progress::Started { ticket, name: "tracker.xlsx".into(), is_answered: true };
    let state = after(Page::Start, [started(1), reads(1, None), Action::Read(answered(2))]);
    assert!(state.questioned().is_some() && state.reading().is_some());
    let state = state.reduce(reads(2, Some("kept.json cannot be used")));
    assert_eq!(state.questioned().and_then(|asked| asked.refused.as_deref()), Some("kept.json cannot be used"));
    assert!(state.announcement().contains("kept.json"));
    let state = state.reduce(Action::Read(answered(3))).reduce(opened(3, "A"));
    assert!(state.questioned().is_none());
}

#[test]
fn a_plan_stays_open_when_another_file_is_refused() {
    let state = after(Page::Start, [started(1), opened(1, "A"), started(2), refused(2)]);
    assert_eq!(plan_of(&state).as_deref(), Some("A (Anywhere)"));
    assert_eq!(state.refusal().map(|refusal| refusal.problems.len()), Some(1));
    assert_eq!(state.reading(), None);
    assert_eq!(state.reduce(Action::DismissRefusal).refusal(), None);
}

#[test]
fn of_two_readings_the_one_asked_for_last_wins() {
    let state = after(Page::Start, [started(1), started(2), opened(2, "B"), opened(1, "A")]);
    assert_eq!(plan_of(&state).as_deref(), Some("B (Anywhere)"));
}

#[test]
fn changes_that_are_not_saved_are_not_lost_without_asking() {
    let change = changed(1);
    let state = after(Page::Start, [started(1), opened(1, "A"), change, started(2), opened(2, "B")]);
    assert_eq!(plan_of(&state).as_deref(), Some("Title 1 (Anywhere)"));
    assert!(state.is_unsaved() && state.waiting().is_some());
    let stayed = Rc::clone(&state).reduce(Action::StayWithPlan);
    assert_eq!((plan_of(&stayed).as_deref(), stayed.waiting().is_some()), (Some("Title 1 (Anywhere)"), false));
    let replaced = state.reduce(Action::OpenWaiting);
    assert_eq!((plan_of(&replaced).as_deref(), replaced.is_unsaved()), (Some("B (Anywhere)"), false));
}

#[test]
fn what_is_said_twice_is_heard_twice() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1)]);
    let first = state.announcement();
    assert_ne!(state.reduce(changed(2)).announcement(), first);
}

#[test]
fn an_explanation_goes_deeper_and_back_and_ends_with_its_page() {
    let figure = one_plan_model::rules::savings::TOTAL.at([]);
    let deeper = one_plan_model::rules::savings::TOTAL_YEAR.at([2011]);
    let open = [started(1), opened(1, "A"), Action::Explain(figure), Action::ExplainDeeper(deeper)];
    let state = after(Page::Start, open);
    assert_eq!(state.explained(), Some(deeper));
    let back = Rc::clone(&state).reduce(Action::ExplainBefore);
    assert_eq!(back.explained(), Some(figure));
    assert_eq!(back.reduce(Action::ExplainBefore).explained(), Some(figure));
    assert_eq!(state.reduce(Action::Arrive(Page::Checks, AttrValue::default())).explained(), None);
}

#[test]
fn changes_are_taken_back_and_made_again_by_name() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), changed(2), Action::Undo]);
    assert_eq!(plan_of(&state).as_deref(), Some("Title 1 (Anywhere)"));
    assert!(state.announcement().starts_with("Undone: Title 2."), "{}", state.announcement());
    let again = Rc::clone(&state).reduce(Action::Redo);
    assert_eq!(plan_of(&again).as_deref(), Some("Title 2 (Anywhere)"));
    let back = state.reduce(Action::Undo).reduce(Action::Undo);
    assert_eq!(
        (plan_of(&back).as_deref(), back.is_unsaved()),
        (Some("A (Anywhere)"), false),
        "nothing is left to save"
    );
}

#[test]
fn what_was_saved_is_what_stood_then() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), Action::Handed(Some(1))]);
    assert!(state.is_unsaved() && state.handed().is_some(), "a browser does not say whether the file is there");
    assert!(Rc::clone(&state).reduce(Action::NotSaved).is_unsaved());
    let later = Rc::clone(&state).reduce(changed(2)).reduce(Action::Saved(Some(1)));
    assert!(later.is_unsaved(), "what was changed since it was handed over is not in the file");
    let state = state.reduce(Action::Saved(Some(1)));
    assert!(!state.is_unsaved());
    let undone = state.reduce(Action::Undo);
    assert!(undone.is_unsaved());
    assert!(!undone.reduce(Action::Redo).is_unsaved());
}

#[test]
fn a_change_is_taken_back_by_itself_unless_a_later_one_stands_on_it() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), changed(2)]);
    let time: Rc<str> = "2026-11-27T17:20:00.000Z".into();
    let refused = Rc::clone(&state).reduce(Action::TakeBack(1, Rc::clone(&time)));
    assert_eq!(plan_of(&refused).as_deref(), Some("Title 2 (Anywhere)"));
    assert!(refused.announcement().contains("Title 2"), "{}", refused.announcement());
    let taken = state.reduce(Action::TakeBack(2, time));
    assert_eq!(plan_of(&taken).as_deref(), Some("Title 1 (Anywhere)"));
    let names =
        taken.session().map(|session| session.history().standing().iter().map(|step| step.name.to_string()).collect());
    assert_eq!(names, Some(vec!["Title 1".to_owned(), "Title 2".to_owned(), "Taken back: Title 2".to_owned()]));
}

#[test]
fn a_change_after_which_the_file_could_not_be_opened_is_not_made() {
    let gone = Change::new("All", vec![Edit::RemoveRows { table: Table::PlanDetails, rows: vec![0] }]);
    let state = after(Page::Start, [started(1), opened(1, "A"), Action::Change(gone, "".into())]);
    assert_eq!((plan_of(&state).as_deref(), state.is_unsaved()), (Some("A (Anywhere)"), false));
    assert!(state.announcement().contains("the table \"plan\" has 0 rows"), "{}", state.announcement());
}

#[test]
fn what_is_typed_is_one_change() {
    let typed = |number| Action::Change(Change { name: "Title".into(), ..titled(number) }.typed(), "".into());
    let state = after(Page::Start, [started(1), opened(1, "A"), typed(1), typed(12), typed(123)]);
    assert_eq!(plan_of(&state).as_deref(), Some("Title 123 (Anywhere)"));
    assert_eq!(plan_of(&state.reduce(Action::Undo)).as_deref(), Some("A (Anywhere)"));
}

/// A kept plan as it comes from the browser, asked for during an opening.
fn restored(during: u32, title: &str, saved: Option<u32>) -> Action {
    Action::Restored(during, Opening { session: session(title), saved, fetched: Some(Fetched::of(JsValue::UNDEFINED)) })
}

#[test]
fn a_kept_plan_takes_the_place_of_unsaved_work_only_when_it_is_said() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), restored(1, "B", Some(7))]);
    assert_eq!(plan_of(&state).as_deref(), Some("Title 1 (Anywhere)"));
    assert!(state.fetched().is_none(), "what is kept is what is open");
    assert_eq!(state.waiting().map(Session::title).as_deref(), Some("B (Anywhere)"));
    let replaced = state.reduce(Action::OpenWaiting);
    assert_eq!(plan_of(&replaced).as_deref(), Some("B (Anywhere)"));
    assert!(replaced.fetched().is_some() && replaced.is_unsaved(), "it is kept, and its change is in no file");
}

#[test]
fn a_plan_that_was_opened_since_a_kept_one_was_asked_for_stays_open() {
    let state = after(Page::Start, [started(1), opened(1, "A"), started(2), opened(2, "B"), restored(1, "C", None)]);
    assert_eq!(plan_of(&state).as_deref(), Some("B (Anywhere)"));
    assert!(state.announcement().contains("C (Anywhere) was not opened"), "{}", state.announcement());
}

#[test]
fn a_kept_plan_that_is_read_for_long_says_so_until_it_is_open() {
    let over = |ticket| Action::Read(Progress::Over { ticket });
    let state = after(Page::Start, [started(1)]);
    assert!(state.reading().is_some());
    assert!(Rc::clone(&state).reduce(started(2)).reduce(over(1)).reading().is_some(), "another file is read");
    let state = state.reduce(over(1)).reduce(restored(0, "A", None));
    assert!(state.reading().is_none());
    assert_eq!(plan_of(&state).as_deref(), Some("A (Anywhere)"));
}

#[test]
fn what_is_meant_for_one_plan_is_not_done_to_another() {
    let state = after(Page::Start, [started(1), opened(1, "A")]);
    let meant = |action: Action| Action::For(state.opening(), Box::new(action));
    let (change, saved) = (meant(changed(1)), meant(Action::Saved(Some(1))));
    let kept = |opening: u32, kind: KeptKind| Action::Kept(Kept { opening, kind, ..Kept::default() });
    let done = Rc::clone(&state).reduce(change.clone());
    assert_eq!(plan_of(&done).as_deref(), Some("Title 1 (Anywhere)"));
    let other = state.reduce(started(2)).reduce(opened(2, "B"));
    let later = Rc::clone(&other).reduce(change).reduce(saved).reduce(kept(1, KeptKind::Failed));
    assert!(*later == *other, "{}", later.announcement());
    assert_eq!(later.reduce(kept(2, KeptKind::Kept)).kept().kind, KeptKind::Kept);
}

#[test]
fn a_plan_that_waits_for_a_save_is_not_opened_over_what_was_changed_since() {
    let open = [started(1), opened(1, "A"), changed(1), started(2), opened(2, "B"), Action::Handed(Some(1))];
    let state = after(Page::Start, open);
    let saved = Rc::clone(&state).reduce(Action::Saved(Some(1)));
    assert_eq!(plan_of(&saved).as_deref(), Some("B (Anywhere)"));
    let later = state.reduce(changed(2)).reduce(Action::Saved(Some(1)));
    assert_eq!(plan_of(&later).as_deref(), Some("Title 2 (Anywhere)"));
    assert!(later.waiting().is_some() && later.is_unsaved(), "it is asked again what becomes of the later change");
}

/// A browser writes a file that was chosen while the person goes on.
#[test]
fn what_is_changed_while_a_file_is_written_is_not_in_it() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), changed(2), Action::Saved(Some(1))]);
    assert!(state.is_unsaved());
    assert!(!state.reduce(Action::Undo).is_unsaved());
}

#[test]
fn a_question_about_an_older_file_goes_when_all_is_saved() {
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), Action::Handed(Some(1)), changed(2)]);
    let all = Rc::clone(&state).reduce(Action::Saved(Some(2)));
    assert_eq!((all.handed(), all.is_unsaved()), (None, false));
    assert_eq!(state.reduce(changed(3)).reduce(Action::Saved(Some(2))).handed(), Some(Some(1)));
}

#[test]
fn the_reason_of_a_change_stays_while_it_is_typed_on() {
    let typed = |number| Action::Change(Change { name: "Title".into(), ..titled(number) }.typed(), "".into());
    let given = Action::Reason(1, "As agreed".into());
    let state = after(Page::Start, [started(1), opened(1, "A"), typed(1), given, typed(12)]);
    let reason = state.session().and_then(|session| Some(session.history().to_undo()?.reason.to_string()));
    assert_eq!(reason.as_deref(), Some("As agreed"));
}

#[test]
fn a_reading_that_is_stopped_is_counted_and_no_other_is() {
    let state = after(Page::Start, [started(1), Action::StopReading]);
    assert_eq!((state.ticket(), state.stops()), (None, 1));
    assert_eq!(state.reduce(Action::StopReading).stops(), 1);
}

fn open_programmes() -> Rc<State> {
    let plan = one_plan_model::example::plan(
        r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "programme_savings": [{"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"},
            {"programme": "c", "year": "2011/12", "part": "commissioner", "amount": "3", "unit": "£m"}]"#,
    );
    let session = Session::open(plan.clone(), compute(&plan), "plan.json");
    after(Page::Start, [started(1), Action::Read(Progress::Opened { ticket: 1, session })])
}

/// A row above goes: what is explained and what is shown is still the same, until it goes itself.
#[test]
fn what_is_explained_and_shown_stays_the_same_when_rows_move() {
    let gone = |row: u32| {
        let change = Change::new("Out", vec![Edit::RemoveRows { table: Table::Programme, rows: vec![row] }]);
        Action::Change(change, "".into())
    };
    let row = |row: u32| Page::Row(Table::Programme, row);
    let id = "savings.programme.c.2011-12";
    let open = open_programmes().reduce(Action::Arrive(row(2), id.into()));
    assert_eq!((open.page(), open.explained_id().as_str()), (row(2), id));
    let moved = Rc::clone(&open).reduce(gone(1));
    assert_eq!((moved.page(), moved.explained_id().as_str()), (row(1), id));
    let back = moved.reduce(Action::Undo);
    assert_eq!((back.page(), back.explained_id().as_str()), (row(2), id));
    // It stands in the last row: without it nothing is explained, and its table is shown.
    let without = Change::new(
        "Out",
        vec![
            Edit::RemoveRows { table: Table::ProgrammeSaving, rows: vec![1] },
            Edit::RemoveRows { table: Table::Programme, rows: vec![2] },
        ],
    );
    let none = back.reduce(Action::Change(without, "".into()));
    assert_eq!((none.page(), none.explained()), (page_of_table(Table::Programme), None));
}

#[test]
fn help_needs_no_plan_and_the_next_plan_begins_with_its_overview() {
    let state = after(Page::Start, [Action::Arrive(Page::Help, AttrValue::default())]);
    assert_eq!((state.page(), state.arrivals()), (Page::Help, 1));
    assert_eq!(state.reduce(started(1)).reduce(opened(1, "A")).page(), Page::Overview);
    // A reload on the page of help comes back to it.
    assert_eq!(after(Page::Help, [restored(0, "A", None)]).page(), Page::Help);
    assert_eq!(after(Page::Help, [started(1), opened(1, "A")]).page(), Page::Overview);
}
