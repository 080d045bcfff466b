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
fn a_trial_says_what_is_refused_of_its_own_edits() {
    let session = open();
    let edit = Edit::SetCell { table: Table::Programme, row: 0, column: 1, text: None };
    let tried = session.tried(Change::new("No name", vec![edit]));
    assert_eq!(tried.refused().map(|refused| refused.edit).collect::<Vec<_>>(), [0]);
    assert!(session.changed_as_tried(tried, "").session.is_none());
}

/// Of two lists the first goes: nothing becomes of the second, which stands in its row now.
#[test]
fn effects_are_those_of_the_same_figures_also_where_rows_moved() {
    let plan = example::plan(
        r#""scheme_lists": [{"id": "a", "name": "First", "year": "2011/12"}, {"id": "b", "name": "Second", "year": "2011/12"}],
        "schemes": [{"id": "s", "list": "a", "name": "S", "gross": "100", "unit": "£000"},
            {"id": "t", "list": "b", "name": "T", "gross": "700", "unit": "£000"}]"#,
    );
    let session = Session::open(plan.clone(), outcome::compute(&plan), "plan.json");
    let gone = |table| Edit::RemoveRows { table, rows: vec![0] };
    let change = Change::new("Without the first", vec![gone(Table::Scheme), gone(Table::SchemeList)]);
    let after = session.changed(&change, "").session.unwrap();
    let effects: Vec<String> = after.history().standing()[0]
        .effects
        .iter()
        .filter(|effect| effect.figure.contains("First") || effect.figure.contains("Second"))
        .map(|effect| format!("{}: {}", effect.figure, effect.words()))
        .collect();
    assert!(!effects.is_empty() && effects.iter().all(|effect| effect.contains("First")), "{effects:?}");
}
