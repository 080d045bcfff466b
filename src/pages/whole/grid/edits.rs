//! What a person does in a grid, as changes of the plan.

use super::super::page_of_table::page_of_table;
use super::change_names::{name, name_of, name_of_many, place_words, words_of};
use super::given::given;
use super::made_ids::MadeIds;
use super::names::Names;
use super::not_taken::{NotTaken, Said, told};
use crate::components::{capitalised, choice_words};
use crate::page_context::PageContext;
use crate::session::{Change, Session, Tried};
use one_plan_model::plan::{CellProblem, ColumnKind, Content, Edit, NewRow, Plan, Refused, Table};
use one_plan_model::quantity::MoneyUnit;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What stands in a column.
pub fn kind(table: Table, column: usize) -> ColumnKind {
    table.columns().get(column).map_or(ColumnKind::Text, |column| column.kind)
}

/// The column that says the unit of the amounts of a row, in a table that has one.
pub fn unit_column(table: Table) -> Option<usize> {
    table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit))
}

/// The unit of the amounts of a row of the plan.
pub fn unit_of(plan: &Plan, table: Table, row: u32) -> Option<MoneyUnit> {
    MoneyUnit::read(&written(plan, table, row, unit_column(table)?))
}

/// The position of a column, as an edit has it.
pub fn position(column: usize) -> u8 {
    u8::try_from(column).unwrap_or(u8::MAX)
}

/// What is written in a cell, as a plan file has it.
pub fn written(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    plan.written_cell(table, row, name(table, column)).unwrap_or_default()
}

/// The same as it is shown: a row of another table by its name, a word without hyphens.
pub fn shown(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    match (plan.content_at(table, row, column), kind(table, column)) {
        (Content::Row(of), ColumnKind::Reference(other)) => plan.title(other, of).unwrap_or_default().to_owned(),
        (Content::Choice(_), _) => written(plan, table, row, column).replace('-', " "),
        _ => written(plan, table, row, column),
    }
}

/// The change that puts a text into a cell.
///
/// # Errors
///
/// What the reader of plan files says of it; nothing is changed then.
pub fn typed(session: &Session, table: Table, row: u32, column: usize, text: &str) -> Result<Tried, CellProblem> {
    let plan = session.plan();
    let text = given(plan, &mut Names::default(), kind(table, column), unit_of(plan, table, row), text)?;
    let edit = Edit::SetCell { table, row, column: position(column), text };
    let tried = session.tried(Change::new(name_of(plan, table, row, column), vec![edit]));
    let refused = tried.refused().next().map(|refused| refused.problem.clone());
    refused.map_or(Ok(tried), Err)
}

/// Empties the cells of rows of the plan in some columns.
pub fn emptied(table: Table, rows: &[u32], columns: RangeInclusive<usize>) -> Change {
    let cells = rows.iter().flat_map(|row| columns.clone().map(move |column| (*row, column)));
    let edits = cells.map(|(row, column)| Edit::SetCell { table, row, column: position(column), text: None });
    Change::new(name_of_many(table, rows, &columns, "emptied"), edits.collect())
}

/// Puts what stands in the first of some rows of the plan into all of them.
pub fn filled_down(plan: &Plan, table: Table, rows: &[u32], columns: RangeInclusive<usize>) -> Change {
    let mut edits = Vec::new();
    if let Some((first, others)) = rows.split_first() {
        for row in others.iter().copied() {
            for column in columns.clone() {
                let text = plan.written_cell(table, *first, name(table, column)).map(String::into_boxed_str);
                edits.push(Edit::SetCell { table, row, column: position(column), text });
            }
        }
    }
    Change::new(name_of_many(table, rows, &columns, "filled down"), edits)
}

/// What is said of a text that a cell does not take. Whoever writes in a grid chooses rows of other tables by their names.
pub fn problem_words(kind: ColumnKind, problem: &CellProblem) -> String {
    let what = capitalised(&problem.what);
    match kind {
        ColumnKind::Reference(other) => {
            let (rows, page) = (choice_words(other.name()), page_of_table(other));
            format!(
                "{what}. Expected: one of the {rows}, by its name or its id. What is not among them yet is added to them \
                 first, under {}.",
                page.name()
            )
        }
        _ => format!("{what}. Expected: {}.", problem.expected),
    }
}

/// A row behind the last, of texts by the position of their column. An id that is not given is made from the name.
///
/// # Errors
///
/// What is wrong, each with its column, where the row cannot be taken as it is written; then nothing is changed.
pub fn added(session: &Session, table: Table, texts: &BTreeMap<usize, String>) -> Result<Tried, Vec<(usize, String)>> {
    let plan = session.plan();
    let words = |column: usize, problem: &CellProblem| problem_words(kind(table, column), problem);
    let unit = unit_column(table).and_then(|column| MoneyUnit::read(texts.get(&column)?));
    let (mut cells, mut problems, mut names) = (Vec::new(), Vec::new(), Names::default());
    for column in 0..table.columns().len() {
        match given(plan, &mut names, kind(table, column), unit, texts.get(&column).map_or("", String::as_str)) {
            Ok(Some(text)) => cells.push((position(column), text)),
            Ok(None) if column == 0 && table.has_identifiers() => {
                let name = texts.get(&1).map_or("", String::as_str);
                cells.push((position(column), MadeIds::default().of(plan, table, name).into()));
            }
            Ok(None) => {}
            Err(problem) => problems.push((column, words(column, &problem))),
        }
    }
    let rows = plan.store(table).rows();
    let edits = vec![Edit::InsertRows { table, rows: vec![NewRow { at: rows, cells }] }];
    let name = format!("Row {} of {} added", u64::from(rows) + 1, choice_words(table.name()));
    let tried = session.tried(Change::new(name, edits));
    for refused in tried.refused() {
        let column = usize::from(refused.column.unwrap_or_default());
        problems.push((column, words(column, &refused.problem)));
    }
    problems.sort();
    problems.dedup_by_key(|(column, _)| *column);
    if problems.is_empty() { Ok(tried) } else { Err(problems) }
}

/// Takes rows out of the plan.
pub fn removed(table: Table, rows: &[u32]) -> Change {
    let words = format!("{} of {} deleted", capitalised(&words_of(rows)), choice_words(table.name()));
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    Change::new(words, vec![Edit::RemoveRows { table, rows }])
}

/// Does a change; gives what is to be said of what it does not do.
pub fn done(context: &PageContext, change: Change) -> Said {
    let tried = context.session.tried(change);
    let not_taken = |refused: &Refused| {
        let (cell, name) = match tried.change().edits.get(refused.edit) {
            Some(Edit::SetCell { table, row, column, .. }) => {
                let column = usize::from(*column);
                (Some((*row, column)), place_words(*table, *row, column))
            }
            _ => (None, String::new()),
        };
        NotTaken { cell, name, why: refused.problem.what.to_string() }
    };
    let problems = tried.refused().map(not_taken).collect();
    context.make.emit(tried);
    told(problems)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::compute;
    use one_plan_model::plan::{ProgrammeSaving, RowType};

    /// The plan, open.
    pub fn open(plan: &Plan) -> Session {
        Session::open(plan.clone(), compute(plan), "plan.json")
    }

    /// Two savings of one programme.
    pub fn plan() -> Plan {
        example::plan(
            r#""programmes": [{"id": "a", "name": "Acute Care"}],
            "programme_savings": [
                {"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"},
                {"programme": "a", "year": "2011/12", "part": "provider", "amount": "2", "unit": "£m"}]"#,
        )
    }

    #[test]
    fn rows_that_are_seen_in_another_order_are_those_of_the_plan() {
        let mut plan = plan();
        let (table, amount) = (Table::ProgrammeSaving, usize::from(ProgrammeSaving::amount.position()));
        let change = filled_down(&plan, table, &[1, 0], amount..=amount);
        assert_eq!(&*change.name, "Programme savings, 2 rows: amount filled down");
        plan.apply(&change.edits);
        assert_eq!(written(&plan, table, 0, amount), "2");
        let change = removed(table, &[1, 0]);
        assert!(plan.apply(&change.edits).refused.is_empty());
        assert_eq!(plan.row_count(table), 0);
        assert_eq!(&*emptied(table, &[3, 4, 5], 0..=1).name, "Programme savings, rows 4 to 6: programme, year emptied");
        assert_eq!(&*removed(table, &[3]).name, "Row 4 of programme savings deleted");
    }

    #[test]
    fn what_is_refused_says_why() {
        let session = open(&plan());
        let amount = usize::from(ProgrammeSaving::amount.position());
        assert!(typed(&session, Table::ProgrammeSaving, 0, amount, "much").is_err());
        assert!(typed(&session, Table::ProgrammeSaving, 0, amount, "£2.50").is_ok());
        let Ok(tried) = typed(&session, Table::ProgrammeSaving, 0, amount, "£350k") else { panic!() };
        let [Edit::SetCell { text, .. }] = &*tried.change().edits else { panic!() };
        assert_eq!(text.as_deref(), Some("0.35"), "in the unit of its row");
        assert!(typed(&session, Table::Programme, 0, 1, "").is_err(), "a name must be given");
        let Err(problem) = typed(&session, Table::ProgrammeSaving, 0, 0, "Beds") else { panic!() };
        let words = problem_words(kind(Table::ProgrammeSaving, 0), &problem);
        assert!(words.contains("one of the programmes, by its name or its id"), "{words}");
        assert!(words.ends_with("is added to them first, under Delivery."), "{words}");
    }

    #[test]
    fn a_row_is_added_as_a_whole_or_says_what_it_lacks() {
        let session = open(&plan());
        let texts = |given: &[(usize, &str)]| given.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
        let tried = added(&session, Table::Programme, &texts(&[(1, "Acute Care!")])).expect("a name is enough");
        assert_eq!(&*tried.change().name, "Row 2 of programmes added");
        let session = session.changed_as_tried(tried, "").session.expect("it is made");
        assert_eq!(session.plan().identifier(Table::Programme, 1), Some("acute-care"));
        let tried = added(&session, Table::Programme, &texts(&[(1, "A")])).expect("an id of its own");
        let session = session.changed_as_tried(tried, "").session.expect("it is made");
        assert_eq!(session.plan().identifier(Table::Programme, 2), Some("a-2"));
        let amount = usize::from(ProgrammeSaving::amount.position());
        let problems = added(&session, Table::ProgrammeSaving, &texts(&[(0, "acute care"), (amount, "much")]));
        let columns: Vec<usize> = problems.err().into_iter().flatten().map(|(at, _)| at).collect();
        assert!(columns.contains(&amount) && columns.contains(&1), "{columns:?}");
    }
}
