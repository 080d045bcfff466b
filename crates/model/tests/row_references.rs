//! Rows that are named in words, by known findings and by changes of scenarios: they stay the same rows while rows come,
//! go and are called otherwise, and what names no row never comes to name one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use one_plan_model::example;
use one_plan_model::exchange::write_json;
use one_plan_model::outcome::{compute, edits_of_figure_ids};
use one_plan_model::plan::{Edit, NewRow, Plan, Programme, ProgrammeSaving, RowType, Table};

/// A plan with two programmes and three savings; a known finding and a change of a scenario name a row of a table.
fn plan(table: &str, row: &str) -> Plan {
    example::plan(&format!(
        r#""programmes": [{{"id": "a", "name": "A"}}, {{"id": "b", "name": "B"}}],
        "programme_savings": [
            {{"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"}},
            {{"programme": "a", "year": "2011/12", "part": "provider", "amount": "2", "unit": "£m"}},
            {{"programme": "b", "year": "2011/12", "part": "provider", "amount": "3", "unit": "£m"}}],
        "known_findings": [{{"id": "k", "name": "K", "state": "open"}}],
        "known_finding_places": [{{"finding": "k", "table": "{table}", "row": "{row}"}}],
        "scenarios": [{{"id": "s", "name": "S"}}],
        "scenario_changes": [{{"scenario": "s", "table": "{table}", "row": "{row}", "column": "source", "value": "7"}}]"#
    ))
}

/// The row that the known finding names, and the one that the change names.
fn named(plan: &Plan) -> [String; 2] {
    [Table::KnownFindingPlace, Table::ScenarioChange].map(|table| plan.written_cell(table, 0, "row").unwrap())
}

fn both(row: &str) -> [String; 2] {
    [row.to_owned(), row.to_owned()]
}

/// Makes a change, and takes it back to the byte.
fn after(plan: &Plan, edit: Edit) -> [String; 2] {
    let mut changed = plan.clone();
    let applied = changed.apply(&[edit]);
    assert_eq!(applied.refused, []);
    let said = named(&changed);
    let redo = changed.apply(&applied.undo);
    assert_eq!(write_json(&changed), write_json(plan));
    changed.apply(&redo.undo);
    assert_eq!(named(&changed), said, "and made again");
    said
}

fn new_savings(plan: &Plan, at: &[u32]) -> Edit {
    let table = Table::ProgrammeSaving;
    let rows = at.iter().map(|at| {
        let mut cells = plan.cells_of(table, 0);
        cells[usize::from(ProgrammeSaving::year.position())].1 = "2012/13".into();
        NewRow { at: *at, cells }
    });
    Edit::InsertRows { table, rows: rows.collect() }
}

#[test]
fn a_row_by_its_number_stays_the_same_row() {
    let plan = plan("programme_savings", "2");
    assert_eq!(after(&plan, new_savings(&plan, &[0])), both("3"));
    assert_eq!(after(&plan, new_savings(&plan, &[1, 2])), both("4"));
    assert_eq!(after(&plan, new_savings(&plan, &[2])), both("2"));
    assert_eq!(after(&plan, Edit::RemoveRows { table: Table::ProgrammeSaving, rows: vec![0] }), both("1"));
    assert_eq!(after(&plan, Edit::RemoveRows { table: Table::ProgrammeSaving, rows: vec![2] }), both("2"));
}

#[test]
fn a_row_that_is_named_by_its_number_does_not_go() {
    let mut plan = plan("programme_savings", "2");
    let remove = |table, row| Edit::RemoveRows { table, rows: vec![row] };
    let kept = plan.apply(&[remove(Table::ProgrammeSaving, 1)]).refused;
    assert!(kept[0].problem.what.contains("known_finding_places"), "{kept:?}");
    let kept = plan.apply(&[remove(Table::KnownFindingPlace, 0), remove(Table::ProgrammeSaving, 1)]).refused;
    assert!(kept[0].problem.what.contains("scenario_changes"), "{kept:?}");
    let gone = plan.apply(&[remove(Table::ScenarioChange, 0), remove(Table::ProgrammeSaving, 1)]).refused;
    assert_eq!(gone, []);
}

#[test]
fn a_number_that_names_no_row_never_comes_to_name_one() {
    let plan = plan("programme_savings", "4");
    assert_eq!(after(&plan, new_savings(&plan, &[0])), both("5"));
    assert_eq!(after(&plan, new_savings(&plan, &[3, 4])), both("6"));
    assert_eq!(after(&plan, Edit::RemoveRows { table: Table::ProgrammeSaving, rows: vec![0, 1] }), both("2"));
}

#[test]
fn a_row_keeps_its_references_when_it_is_called_otherwise() {
    let rename = |row: u32, text: &str| {
        let column = Programme::id.position();
        Edit::SetCell { table: Table::Programme, row, column, text: Some(text.into()) }
    };
    let mut plan = plan("programmes", "a");
    assert_eq!(after(&plan, rename(0, "c")), both("c"));
    assert_eq!(after(&plan, rename(1, "c")), both("a"));
    // What was said of a row that was not there is as it was after all is taken back.
    plan.apply(&[Edit::SetCell {
        table: Table::ScenarioChange,
        row: 0,
        column: u8::try_from(Table::ScenarioChange.column("row").unwrap()).unwrap(),
        text: Some("c".into()),
    }]);
    assert_eq!(after(&plan, rename(0, "c")), both("c"));
}

#[test]
fn what_names_a_row_that_went_says_so() {
    let mut plan = plan("programmes", "b");
    let found = |plan: &Plan, code: &str| {
        let outcome = compute(plan);
        let found = outcome.findings().iter().find(|finding| finding.code == code);
        found.map(|finding| finding.message.clone()).unwrap_or_default()
    };
    assert_eq!(found(&plan, "change-without-a-cell"), "");
    let savings = Edit::RemoveRows { table: Table::ProgrammeSaving, rows: vec![2] };
    let gone = plan.apply(&[savings, Edit::RemoveRows { table: Table::Programme, rows: vec![1] }]);
    assert_eq!(gone.refused, []);
    assert_eq!(named(&plan), both("b"));
    let change = found(&plan, "change-without-a-cell");
    assert!(change.contains("has no row \"b\""), "{change}");
    let known = found(&plan, "known-finding-not-found");
    assert!(known.contains("is not there any more"), "{known}");
}

#[test]
fn ids_of_figures_follow_the_id_of_a_row() {
    let plan = example::plan(
        r#""organisations": [{"id": "now", "name": "Trust", "kind": "nhs-trust"}, {"id": "other", "name": "Other", "kind": "nhs-trust"}],
        "beds": [{"provider": "now", "now": "100", "plan": "90"}, {"provider": "other", "now": "50", "plan": "40"}],
        "stated": [{"figure": "beds.now.change", "value": "-10", "unit": "count"}, {"figure": "beds.total.now", "value": "150", "unit": "count"}],
        "cross_checks": [{"id": "c", "name": "C", "figure": "beds.now.change", "relation": "same", "other": "beds.other.change"}],
        "derived_figures": [{"id": "d", "name": "D", "unit": "number", "operation": "sum"}],
        "derived_terms": [{"derived": "d", "role": "of", "figure": "beds.now.change"}, {"derived": "d", "role": "of", "figure": "beds.nowhere.change"}],
        "known_findings": [{"id": "k", "name": "K", "state": "open"}],
        "known_finding_places": [{"finding": "k", "code": "figures-differ", "figure": "beds.now.change"}]"#,
    );
    let said = |plan: &Plan| -> Vec<String> {
        let cells = [
            (Table::StatedFigure, 0, "figure"),
            (Table::StatedFigure, 1, "figure"),
            (Table::CrossCheck, 0, "figure"),
            (Table::CrossCheck, 0, "other"),
            (Table::DerivedTerm, 0, "figure"),
            (Table::DerivedTerm, 1, "figure"),
            (Table::KnownFindingPlace, 0, "figure"),
        ];
        cells.iter().map(|(table, row, column)| plan.written_cell(*table, *row, column).unwrap_or_default()).collect()
    };
    let rename =
        |to: &str| vec![Edit::SetCell { table: Table::Organisation, row: 0, column: 0, text: Some(to.into()) }];
    let with_ids = |mut edits: Vec<Edit>| {
        edits.extend(edits_of_figure_ids(&plan, &edits));
        edits
    };
    let mut changed = plan.clone();
    let applied = changed.apply(&with_ids(rename("trust")));
    assert_eq!(applied.refused, []);
    // A word of an id that only looks the same, and what names no figure, stay.
    assert_eq!(
        said(&changed),
        [
            "beds.trust.change",
            "beds.total.now",
            "beds.trust.change",
            "beds.other.change",
            "beds.trust.change",
            "beds.nowhere.change",
            "beds.trust.change"
        ]
    );
    changed.apply(&applied.undo);
    assert_eq!(write_json(&changed), write_json(&plan));

    // An id that another row has is refused, and nothing follows it.
    assert_eq!(edits_of_figure_ids(&plan, &rename("other")), []);
    // What is changed on purpose stays as it was changed.
    let column = u8::try_from(Table::StatedFigure.column("figure").unwrap()).unwrap();
    let mut edits = rename("trust");
    edits.push(Edit::SetCell { table: Table::StatedFigure, row: 0, column, text: Some("beds.total.plan".into()) });
    let mut changed = plan.clone();
    changed.apply(&with_ids(edits));
    assert_eq!(said(&changed)[0], "beds.total.plan");
}
