//! What a person sees after each thing that happens.

use super::*;
use crate::session::LoadReport;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::outcome::compute;
use one_plan_model::plan::{Edit, PlanDetails, RowType, Table};

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
    let state = after(Page::Start, [started(1), opened(1, "A"), changed(1), Action::Handed]);
    assert!(state.is_unsaved() && state.is_handed(), "a browser does not say whether the file is there");
    assert!(Rc::clone(&state).reduce(Action::NotSaved).is_unsaved());
    let later = Rc::clone(&state).reduce(changed(2)).reduce(Action::Saved);
    assert!(later.is_unsaved(), "what was changed since it was handed over is not in the file");
    let state = state.reduce(Action::Saved);
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
