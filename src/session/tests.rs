use super::*;
use one_plan_model::example;
use one_plan_model::exchange::write_json;
use one_plan_model::plan::Table;

fn named(text: &str) -> Change {
    let edit = Edit::SetCell { table: Table::Programme, row: 0, column: 1, text: Some(text.into()) };
    Change::new("Another name", vec![edit])
}

fn open() -> Session {
    let plan = example::plan(r#""programmes": [{"id": "a", "name": "A"}]"#);
    let outcome = outcome::compute(&plan);
    Session::open(plan, outcome, "plan.json")
}

#[test]
fn a_change_that_was_made_on_trial_is_the_same_as_one_that_was_not() {
    let session = open();
    let tried = session.tried(named("B"));
    assert_eq!(tried.refused().count(), 0);
    let made = session.changed_as_tried(tried, "2026-04-01").session.unwrap();
    let plain = session.changed(&named("B"), "2026-04-01").session.unwrap();
    assert_eq!(write_json(made.plan()), write_json(plain.plan()));
    assert_eq!(made.history(), plain.history());
}

#[test]
fn a_trial_on_a_plan_that_was_changed_since_is_made_anew() {
    let session = open();
    let tried = session.tried(named("B"));
    let edit = Edit::SetCell { table: Table::Programme, row: 0, column: 0, text: Some("b".into()) };
    let now = session.changed(&Change::new("Another id", vec![edit]), "").session.unwrap();
    let both = now.changed_as_tried(tried, "").session.unwrap();
    let programme = both.plan().programmes.iter().next().map(|(_, row)| (row.id().to_owned(), row.name().to_owned()));
    assert_eq!(programme, Some(("b".to_owned(), "B".to_owned())));
    assert_eq!(both.history().standing().len(), 2);
}

#[test]
fn what_was_worked_out_for_a_trial_is_what_follows_from_the_change_and_from_no_other() {
    let plan = example::plan(
        r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "1", "unit": "£000"},
            {"id": "b", "name": "B", "list": "plan", "gross": "2", "unit": "£000"}]"#,
    );
    let outcome = outcome::compute(&plan);
    let session = Session::open(plan, outcome, "plan.json");
    let saving = |row, amount: &str| {
        let column = u8::try_from(Table::Scheme.column("gross").unwrap()).unwrap();
        let edit = Edit::SetCell { table: Table::Scheme, row, column, text: Some(amount.into()) };
        Change::new("Another saving", vec![edit])
    };
    let follows = |changed: &Session| {
        let anew = outcome::compute(changed.plan());
        assert!(changed.outcome().figures().eq(anew.figures()));
        assert!(!anew.figures().eq(session.outcome().figures()));
    };
    let tried = session.tried(saving(0, "10"));
    tried.work_out();
    follows(&session.changed_as_tried(tried.clone(), "").session.unwrap());
    let other = session.changed(&saving(1, "20"), "").session.unwrap();
    let both = other.changed_as_tried(tried, "").session.unwrap();
    follows(&both);
    let plain = other.changed(&saving(0, "10"), "").session.unwrap();
    assert_eq!(write_json(both.plan()), write_json(plain.plan()));
}

#[test]
fn a_trial_says_what_is_refused_of_its_own_edits() {
    let session = open();
    let edit = Edit::SetCell { table: Table::Programme, row: 0, column: 1, text: None };
    let tried = session.tried(Change::new("No name", vec![edit]));
    assert_eq!(tried.refused().map(|refused| refused.edit).collect::<Vec<_>>(), [0]);
    assert!(session.changed_as_tried(tried, "").session.is_none());
}
